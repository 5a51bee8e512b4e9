# SPDX-License-Identifier: Apache-2.0
# Assertions: one line each on standard output, the reasons of a failure below it.
passed=0
failed=0

section() { printf '\n# %s\n' "$*"; }

ok() {
  passed=$((passed + 1))
  echo "ok $((passed + failed)) - $1"
}

# not_ok WHAT REASON...
not_ok() {
  failed=$((failed + 1))
  echo "not ok $((passed + failed)) - $1"
  shift
  printf '#   %s\n' "$@"
}

# is GOT WANTED WHAT
is() {
  if [ "$1" = "$2" ]; then ok "$3"; else not_ok "$3" "expected $2" "got      $1"; fi
}

# holds WHAT COMMAND...: the command succeeds
holds() {
  local what=$1 told
  shift
  if told=$("$@" 2>&1); then ok "$what"; else not_ok "$what" "failed: $*" "$(head -c 300 <<<"$told")"; fi
}

# says FILE PATTERN WHAT: the file has a line that matches
says() {
  if grep -qE -- "$2" "$1"; then ok "$3"; else not_ok "$3" "no line matches $2 in" "$(head -c 300 "$1")"; fi
}

# Prints the totals; fails when anything did.
totals() {
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
