# SPDX-License-Identifier: Apache-2.0
# Every fault of the table, by a plain list of targets.
section 'targets: one world, every fault'

table=$HERE/faults/targets
list=$SCRATCH/targets
"$HERE/world" up "$table"
rows <"$table" | awk '{ split($5, t, /[:\/]/); print t[1] "://" $1 ":" t[2], t[3] }' >"$list"

amlreach --check --targets "$list" --ca-file "$CA" --timeout 2s --format json
exits 1 'something required failed'
valid 'the report is valid'
tells_of_all
is "$(jq '.verdicts | length' "$OUT")" "$(wc -l <"$list")" 'one verdict a line of the list'
is "$(detail_of files.azure.test)" 'SMB 3.1.1' 'the SMB dialect is told'
is "$(jq -r '.verdicts[] | select(.host == "dangling.azure.test") | .aliases[]' "$OUT")" \
  y.privatelink.azure.test 'the alias is told'
says <(detail_of half.azure.test) '198\.19\.255\.1' 'the dead address of two is named'
only_asked_for <(awk '{ print $1 }' "$WORLD/table") 'no name but those of the list was asked for'

amlreach --check --targets - --ca-file "$CA" --timeout 2s <"$list"
exits 1 'the list from standard input, as text'
holds 'every host that failed is named' every_failed_host_is_named
is "$(tr -cd '\033' <"$OUT" | wc -c)" 0 'no colour reaches a pipe'
