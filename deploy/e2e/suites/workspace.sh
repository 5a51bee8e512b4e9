# SPDX-License-Identifier: Apache-2.0
# The main job: the documented matrix of one workspace, half of it broken.
section 'workspace: the documented matrix, with faults'

# Level, stage and cause of everything, in the order of the plan.
opinions() { jq -c '.verdicts[] | [.id, .level, .stage, .cause]' "$OUT"; }

table=$HERE/faults/workspace
"$HERE/world" up "$table"
sent=$(packets_sent)
amlreach plan "${CONTOSO[@]}" --format json
exits 0 'plan'
quiet "$sent" 'plan: nothing was probed'
jq -r '.needs[] | select(.disposition == "probe") | .host' "$OUT" | sort -u >"$SCRATCH/planned"
"$HERE/world" up "$table" "$SCRATCH/planned"

amlreach --check "${CONTOSO[@]}" --ca-file "$CA" --format json
exits 1 'something required failed'
valid 'the report is valid'
tells_of_all
is "$(jq -r --rawfile table "$WORLD/table" '
  [.verdicts[] | .host as $host | select(.attempts and ($table | contains($host) | not)) | "\(.level) \(.stage) \(.cause)"]
  | unique | join(", ")' "$OUT")" 'warn tls inspected' 'all else is trusted only by the given authority: inspected'
is "$(jq -r '.verdicts[] | select(.attempts | not) | .level' "$OUT" | sort -u)" skipped 'what was not asked is skipped'
only_asked_for "$SCRATCH/planned" 'no name but those of the plan was asked for'
opinions >"$SCRATCH/by-flags"

cat >"$SCRATCH/contoso.yaml" <<YAML
workspaces:
  - name: contoso-mlw
    id: 0fab1234-5678-4abc-9def-0123456789ab
    cloud: public
    region: westeurope
    storageAccount: contosomlstore
    keyVault: contosomlkv
    containerRegistry: contosomlacr
    privateEndpoint: true
tls: {caFile: $CA}
YAML
amlreach --check --config "$SCRATCH/contoso.yaml" --format json
exits 1 '--config: exits 1'
holds '--config: the same as with flags' diff "$SCRATCH/by-flags" <(opinions)

cat >"$SCRATCH/waiver.yaml" <<'YAML'
waivers:
  - {pattern: pypi.org, owner: network@contoso.com, until: 2099-12-31, reason: a mirror replaces it}
YAML
amlreach --check --config "$SCRATCH/contoso.yaml" --overlay "$SCRATCH/waiver.yaml" --format json
is "$(told pypi.org 443 https)" '' 'a waiver: the host is not probed'
is "$(jq -r '.verdicts[] | select(.pattern == "pypi.org") | "\(.level) \(.cause)"' "$OUT")" \
  'skipped waived' 'a waiver: told as waived'

amlreach --check --config "$SCRATCH/contoso.yaml"
exits 1 'text: exits 1'
holds 'text: every host that failed is named' every_failed_host_is_named
says "$OUT" '\*\.notebooks\.azure\.net' 'text: the pattern to allow is told'
is "$(tr -cd '\033' <"$OUT" | wc -c)" 0 'text: no colour reaches a pipe'
