# SPDX-License-Identifier: Apache-2.0
# Runs amlreach as a user does and reads what it says.

place=$VM
inside=in_ns

CONTOSO=(--cloud public --region westeurope --storage-account contosomlstore --workspace contoso-mlw
  --workspace-id 0fab1234-5678-4abc-9def-0123456789ab --key-vault contosomlkv --container-registry contosomlacr
  --private-endpoint)

# amlreach ARGUMENT...: in that place; standard output, error and exit code in $OUT, $ERR, $code
amlreach() {
  code=0
  "$inside" "$place" "$PRODUCT" "$@" >"$OUT" 2>"$ERR" || code=$?
}

# What the report in $OUT says of a host: "level stage cause", one line for each verdict.
told() {
  jq -r --arg host "$1" --arg port "$2" --arg protocol "$3" '
    [.verdicts[] | select(.host == $host and .port == ($port | tonumber) and .protocol == $protocol)
     | "\(.level) \(.stage // "-") \(.cause)"] | unique | join("; ")' "$OUT"
}

# exits CODE WHAT: that exit code, and no stack trace
exits() {
  if [ "$code" -ne "$1" ]; then
    not_ok "$2" "expected exit $1" "got exit $code" "$(head -c 300 "$ERR")"
  elif grep -qE '^[[:space:]]+at [a-z]+[.]|Exception' "$ERR" "$OUT"; then
    not_ok "$2" 'a stack trace:' "$(grep -hE -m3 '^[[:space:]]+at [a-z]+[.]|Exception' "$ERR" "$OUT")"
  else
    ok "$2"
  fi
}

# valid WHAT: the report in $OUT is what its schema promises
valid() {
  holds "$1" /usr/bin/python3 -m jsonschema -i "$OUT" "$SCHEMA"
}

# quiet BEFORE WHAT: the jump box has sent nothing since it had sent BEFORE packets
quiet() {
  is "$(($(packets_sent) - $1)) packets" '0 packets' "$2"
}

# What kinds of findings the report in $OUT has, in alphabetical order.
kinds() {
  jq -r '[.findings[].kind] | sort | join(" ")' "$OUT"
}

# finding KIND FIELD: of the findings of a kind, what jq finds there
finding() {
  jq -r --arg kind "$1" ".findings[] | select(.kind == \$kind) | $2" "$OUT"
}

# The details told of a host.
detail_of() {
  jq -r --arg host "$1" '.verdicts[] | select(.host == $host) | .detail' "$OUT"
}

# only_asked_for NAMES WHAT: the name servers were asked for nothing but the names of a file
only_asked_for() {
  is "$(asked_names | grep -vxFf "$1" | paste -sd' ')" '' "$2"
}

# Whether the report in $OUT says of every row of the world's table what the row says.
tells_of_all() {
  local host target level stage cause what protocol port
  while read -r host _ _ _ target level stage cause what; do
    IFS=:/ read -r protocol port _ <<<"$target"
    is "$(told "$host" "$port" "$protocol")" "$level $stage $cause" "$what: $cause"
  done <"$WORLD/table"
}

every_failed_host_is_named() {
  local host
  while read -r host; do
    grep -qF "$host" "$OUT" || { echo "not named: $host" && return 1; }
  done < <(awk '$6 == "fail" { print $1 }' "$WORLD/table")
}
