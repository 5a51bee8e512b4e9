# SPDX-License-Identifier: Apache-2.0
# What is shipped for a VM, a job and a compute instance in Azure. Azure itself is not here: scripts meet
# stand-ins for what they call, and the user data meets cloud-init's own schema.
section 'azure: cloud-init'

AZURE=$HERE/../azure
mkdir -p "$SCRATCH/cloud-init" "$SCRATCH/stand-ins"
# The package is unpacked, not installed: installed, it would set this machine up anew when it boots.
unpacked() (
  cd "$SCRATCH/cloud-init" || exit
  apt-get download -qq cloud-init || { apt-get update -qq && apt-get download -qq cloud-init; } || exit
  dpkg-deb -x cloud-init_*.deb .
)
from_yaml() { /usr/bin/python3 -c 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)'; }
# written PATH: what cloud-init writes there
written() { jq -r --arg path "$1" '.write_files[] | select(.path == $path).content' "$SCRATCH/user-data.json"; }

holds 'the package of cloud-init is there' unpacked
SCHEMA_OF_CLOUD_INIT=$SCRATCH/cloud-init/usr/lib/python3/dist-packages/cloudinit/config/schemas/schema-cloud-config-v1.json
is "$(head -n 1 "$AZURE/vm/cloud-init.yaml")" '#cloud-config' 'the user data says what it is'
from_yaml <"$AZURE/vm/cloud-init.yaml" >"$SCRATCH/user-data.json"
holds "the user data is what cloud-init's schema wants" \
  /usr/bin/python3 -m jsonschema -i "$SCRATCH/user-data.json" "$SCHEMA_OF_CLOUD_INIT"
jq '.write_files[0].permission = "0644"' "$SCRATCH/user-data.json" >"$SCRATCH/bad.json"
if /usr/bin/python3 -m jsonschema -i "$SCRATCH/bad.json" "$SCHEMA_OF_CLOUD_INIT" >"$OUT" 2>&1; then
  not_ok 'and a misspelt key is refused' 'it was accepted'
else
  ok 'and a misspelt key is refused'
fi
is "$(($(stat -c %s "$AZURE/vm/cloud-init.yaml") < 65535))" 1 "the user data is no longer than Azure's limit"
written /etc/amlreach/amlreach.yaml >"$SCRATCH/settings.yaml"
holds 'amlreach accepts its settings' "$PRODUCT" config check "$SCRATCH/settings.yaml"
written /usr/local/sbin/install-amlreach >"$SCRATCH/install-amlreach"
holds 'its script is clean' shellcheck "$SCRATCH/install-amlreach"

# stand_in NAME BODY: a program that notes how it was called
stand_in() {
  printf '#!/bin/bash\necho "%s $*" >>"%s/called"\n%s\n' "$1" "$SCRATCH" "$2" >"$SCRATCH/stand-ins/$1"
  chmod +x "$SCRATCH/stand-ins/$1"
}
# with_stand_ins COMMAND...: its output and errors in $OUT, its exit code in $code
with_stand_ins() {
  : >"$SCRATCH/called"
  code=0
  PATH=$SCRATCH/stand-ins:$PATH "$@" >"$OUT" 2>&1 || code=$?
}
called() { awk '{print $1, $2}' "$SCRATCH/called" | paste -sd '|'; }

stand_in dpkg ''
stand_in systemctl ''
# shellcheck disable=SC2016  # for the stand-in
stand_in curl 'printf package >"${@: -2:1}"'
with_stand_ins sh "$SCRATCH/install-amlreach"
is "$code $(called)" '1 curl --fail' 'a package with another digest is not installed'
sed -i "s/^sha256=.*/sha256=$(printf package | sha256sum | cut -d ' ' -f 1)/" "$SCRATCH/install-amlreach"
with_stand_ins sh "$SCRATCH/install-amlreach"
is "$code $(called)" '0 curl --fail|dpkg --install|systemctl enable|systemctl restart' 'the right one is, and started'
stand_in curl 'exit 22'
with_stand_ins sh "$SCRATCH/install-amlreach"
is "$code $(called)" '22 curl --fail' 'a package that cannot be fetched ends it'

section 'azure: a job'
from_yaml <"$AZURE/job/job.yaml" >"$SCRATCH/job.json"
is "$(jq -c '[.type, ([.command | scan("outputs[.](\\w+)")[0]] - (.outputs | keys)), (.command | split(" ")[1])]' "$SCRATCH/job.json")" \
  '["command",[],"check.sh"]' 'the job runs the script that is there, with outputs that it has'
mkdir -p "$SCRATCH/job" "$SCRATCH/amlreach-0.1.0/bin"
cp "$AZURE/job/check.sh" "$SCRATCH/job"
# shellcheck disable=SC2016  # for the stand-in
printf '#!/bin/sh\necho "report $*"\nexit 1\n' >"$SCRATCH/amlreach-0.1.0/bin/amlreach"
chmod +x "$SCRATCH/amlreach-0.1.0/bin/amlreach"
with_stand_ins bash "$SCRATCH/job/check.sh" "$SCRATCH/report"
is "$code" 2 'without an archive it says so'
says "$OUT" 'expected one archive' 'and where it should be'
tar -czf "$SCRATCH/job/amlreach_0.1.0_amd64.tar.gz" -C "$SCRATCH" amlreach-0.1.0
with_stand_ins bash "$SCRATCH/job/check.sh" "$SCRATCH/report" --otlp http://collector.contoso.com:4318/v1/metrics
is "$code" 1 'the exit code of the check is that of the job'
says "$OUT" "^report --check --config $SCRATCH/job/amlreach.yaml --otlp http" 'the report is in the log'
holds 'and in the output' cmp "$OUT" "$SCRATCH/report/report.txt"

section 'azure: a compute instance'
stand_in install ''
stand_in amlreach 'exit 1'
with_stand_ins bash "$AZURE/compute-instance/setup.sh" amlreach_0.1.0_amd64.deb amlreach.yaml
is "$code $(called)" '0 install -D|dpkg --install|systemctl enable|systemctl restart|amlreach --check' \
  'installed, started, checked'
says "$OUT" 'exit code 1' 'what the check found is told and does not fail the instance'
with_stand_ins bash "$AZURE/compute-instance/setup.sh"
is "$([ "$code" -ne 0 ] && called)" '' 'without arguments nothing is touched'
