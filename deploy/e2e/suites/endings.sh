# SPDX-License-Identifier: Apache-2.0
# Ends before the end: Ctrl-C, full disks, readers that go away.
section 'endings: Ctrl-C, full disks, closed pipes'

"$HERE/world" up "$HERE/faults/targets"
list=$SCRATCH/some-targets
printf 'https://healthy.azure.test:443\nhttps://dropped.azure.test:443\n' >"$list"

# Whether the healthy host has answered and the client has hung up on it: then it knows.
healthy_is_over() {
  [ -s "$WORLD/web/access.log" ] && [ -z "$(jumpbox ss -Htn state established dport = :443)" ]
}

# signalled SIGNAL: sends it once the healthy host has answered and the silent one has not
signalled() {
  local before pid
  before=$(packets_dropped)
  : >"$WORLD/web/access.log"
  set -m # or the job would ignore Ctrl-C
  ip netns exec "$VM" "$PRODUCT" --check --targets "$list" --ca-file "$CA" --timeout 60s --deadline 60s \
    --format json >"$OUT" 2>"$ERR" &
  pid=$!
  set +m
  for _ in $(seq 200); do
    [ "$(packets_dropped)" -gt "$before" ] && healthy_is_over && break
    sleep 0.05
  done
  kill "-$1" -- "-$pid"
  code=0
  wait "$pid" || code=$?
}

signalled INT
exits 130 'Ctrl-C: exits 130'
valid 'Ctrl-C: the report is valid'
is "$(jq -r .ending "$OUT")" interrupted 'Ctrl-C: the report says that it was interrupted'
is "$(told healthy.azure.test 443 https)" 'pass http ok' 'Ctrl-C: what was known is reported'
is "$(told dropped.azure.test 443 https)" 'skipped - not-run' 'Ctrl-C: what was not known is no pass'
is "$(jq '.durationMs < 30000' "$OUT")" true 'Ctrl-C: nothing is waited for'
signalled TERM
exits 143 'SIGTERM: exits 143'
valid 'SIGTERM: the report is valid'

mkdir "$SCRATCH/disk-full" "$SCRATCH/disk-read-only"
mount -t tmpfs -o size=16k tmpfs "$SCRATCH/disk-full"
mount -t tmpfs -o ro tmpfs "$SCRATCH/disk-read-only"
head -c 1M /dev/zero >"$SCRATCH/disk-full/filler" 2>/dev/null || true

amlreach --check --targets "$list" --ca-file "$CA" --timeout 2s --format json --output "$SCRATCH/disk-full/report.json"
exits 70 'a full disk: exits 70'
says "$ERR" 'disk-full/report\.json' 'a full disk: the file is named'
valid 'a full disk: the report goes to standard output instead'
is "$(ls -A "$SCRATCH/disk-full")" filler 'a full disk: nothing half-written is left'

sent=$(packets_sent)
amlreach --check --targets "$list" --output "$SCRATCH/disk-read-only/report.json"
exits 4 'a read-only disk: exits 4'
says "$ERR" 'disk-read-only/report\.json' 'a read-only disk: the file is named'
quiet "$sent" 'a read-only disk: nothing was probed'

amlreach --check --targets "$list" --ca-file "$CA" --timeout 2s --format json --output "$SCRATCH/report.json"
exits 1 '--output: exits as usual'
is "$(wc -c <"$OUT")" 0 '--output: standard output stays empty'
is "$(jq -r .ending "$SCRATCH/report.json")" completed '--output: the report is in the file'

code=0
in_ns "$ISLAND" "$PRODUCT" --check "${CONTOSO[@]}" --format json 2>"$ERR" >/dev/full || code=$?
: >"$OUT"
exits 70 'standard output is full: exits 70'

code=0
in_ns "$ISLAND" "$PRODUCT" --check "${CONTOSO[@]}" --format json 2>"$ERR" | head -1 >"$OUT" || code=${PIPESTATUS[0]}
exits 1 '| head -1: exits as usual'
is "$(cat "$ERR")" '' '| head -1: nothing is complained about'
