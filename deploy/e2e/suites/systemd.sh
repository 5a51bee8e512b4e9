# SPDX-License-Identifier: Apache-2.0
# The .deb in a Debian without Java that is booted, as the jump box of the workspace's world: all that
# the unit promises is asked of a systemd. Where nothing can be booted, that is a failure.
section 'systemd: a Debian is booted in a world with faults'
# shellcheck source=../debian.sh
. "$HERE/debian.sh"
# shellcheck source=../booted.sh
. "$HERE/booted.sh"

the_deb() { find "$HERE/../target" -maxdepth 1 -name 'amlreach_*.deb' | sort | tail -n 1; }
[ -n "$(the_deb)" ] || (cd "$HERE/../.." && ./mvnw -B -q -Pdist -DskipTests -Dspotless.check.skip=true package) >&2
deb=$(the_deb)
version=$(dpkg-deb -f "$deb" Version)

"$PRODUCT" plan "${CONTOSO[@]}" --format json | jq -r '.needs[] | select(.disposition == "probe") | .host' |
  sort -u >"$SCRATCH/planned"
"$HERE/world" up "$HERE/faults/workspace" "$SCRATCH/planned"
vm=$SCRATCH/vm
if ! debian "$vm" 2>"$ERR" || ! boot "$vm" 2>"$ERR"; then
  not_ok 'a Debian with a systemd of its own' 'systemd-nspawn needs root and cgroups that can be written' "$(cat "$ERR")"
  return 0
fi
ok 'a Debian with a systemd of its own'

section 'systemd: install and check'
cp "$CA" "$vm/etc/contoso.crt"
cp "$deb" "$vm/root/amlreach.deb"
there sh -c 'command -v java'
exits 127 'no Java is there'
there dpkg -i /root/amlreach.deb
exits 0 'dpkg -i'
there amlreach --version
is "$(cat "$OUT")" "amlreach $version" 'amlreach --version'
is "$(booted systemctl is-enabled amlreach amlreach-check.timer | xargs)" 'disabled disabled' 'nothing is enabled by being installed'
is "$(booted systemctl list-units --all --plain --no-legend 'amlreach*')" '' 'nor started'

grep -E 'healthy|inspected' "$WORLD/table" | sed -n 's,^\([^ ]*\) .* https:443 .*,https://\1:443,p' >"$vm/root/healthy"
# shellcheck disable=SC2016  # expands there
there sh -c 'best=99999; for i in 1 2 3; do
  start=$(date +%s%N); amlreach --check --targets /root/healthy --ca-file /etc/contoso.crt --format json >/root/report; told=$?
  took=$((($(date +%s%N) - start) / 1000000)); [ $took -ge $best ] || best=$took; done; echo $best $told; [ $best -lt 1500 ]'
exits 0 "a check of $(wc -l <"$vm/root/healthy") hosts takes less than 1.5 s: $(cut -d' ' -f1 "$OUT") ms"
is "$(cut -d' ' -f2 "$OUT")" 0 'all is well with these: exit 0'
cp "$vm/root/report" "$OUT"
valid 'the report is valid'

there systemctl start amlreach
exits 1 'the unit does not start without a workspace'
is "$(shown Result) $(shown ExecMainStatus) $(shown NRestarts)" 'exit-code 2 0' 'and is not tried again'
says <(lines) 'workspaces' 'the journal says why'

cat >"$SCRATCH/amlreach.yaml" <<'YAML'
# the words of the user
workspaces:
  - name: contoso-mlw
    id: 0fab1234-5678-4abc-9def-0123456789ab
    cloud: public
    region: westeurope
    storageAccount: contosomlstore
    keyVault: contosomlkv
    containerRegistry: contosomlacr
    privateEndpoint: true
tls: {caFile: /etc/contoso.crt}
probe: {timeout: 2s}
schedule: {interval: 5s, jitter: 0%}
YAML
settings_of_user() { sed "${1:-}" "$SCRATCH/amlreach.yaml" >"$vm/etc/amlreach/amlreach.yaml"; }
settings_of_user
there amlreach --check --format json
exits 1 'a check by /etc/amlreach/amlreach.yaml: something required fails'
valid 'the report is valid'
tells_of_all

section 'systemd: the unit'
mkdir -p "$vm/etc/systemd/system/amlreach.service.d"
printf '%s\n' '[Service]' WatchdogSec=5 TimeoutAbortSec=1 RestartSec=500ms >"$vm/etc/systemd/system/amlreach.service.d/impatient.conf"
there systemctl daemon-reload
there systemctl reset-failed amlreach
there systemctl enable --now amlreach
exits 0 'systemctl enable --now'
holds 'it is up when systemctl says so' asked /-/healthy
is "$(shown ActiveState) $(shown SubState) $(shown Type)" 'active running notify' 'active, by its own word'
comes 'it has swept twice' sweeps_done 2
says <(shown StatusText) '^[0-9]+ of [0-9]+ pass, [0-9]+ fail, .* findings$' "StatusText: $(shown StatusText)"
is "$(metric_there 'amlreach_verdicts{level="fail"}' | cut -d. -f1)" \
  "$(shown StatusText | sed 's/.*, \([0-9]*\) fails\{0,1\},.*/\1/')" 'as many failures as in /metrics'
asked /api/v1/report >"$OUT" || true
valid 'the report that it serves is valid'
tells_of_all
there cat "/proc/$(shown MainPID)/status"
says "$OUT" '^Uid:\s6[0-9]{4}\s' 'it runs as a user that exists only meanwhile'
says "$OUT" '^CapBnd:\s0{16}$' 'without any capability'
says "$OUT" '^NoNewPrivs:\s1$' 'for good'
is "$(booted stat -L -c '%a %F' /var/lib/amlreach) $(booted readlink /var/lib/amlreach)" '700 directory private/amlreach' 'its state is for nobody else'
booted journalctl -q -u amlreach -o json >"$SCRATCH/journal"
# priorities PATTERN: of the lines that match
priorities() { jq -r --arg pattern "$1" 'select(.MESSAGE | test($pattern)) | .PRIORITY' "$SCRATCH/journal" | sort -u | xargs; }
is "$(priorities '^amlreach .* started')" 6 'journal: its start is information'
is "$(priorities 'contosomlstore.blob.core.windows.net.*public-address')" 4 'journal: a failure is a warning'
is "$(jq -r 'select(._TRANSPORT == "stdout") | .MESSAGE | select(test("^<|\u001b|^\\s"))' "$SCRATCH/journal")" '' 'journal: whole lines'
before=$(lines | wc -l)
so_far=$(metric_there amlreach_sweeps_total | cut -d. -f1) || so_far=0
comes 'it sweeps on' sweeps_done "$((so_far + 2))"
is "$(lines | sed "1,${before}d" | grep -v 'sweeps\{0,1\} ')" '' 'journal: not a line when nothing changes'
there systemd-analyze --man=no verify amlreach.service amlreach-check.service amlreach-check.timer
is "$code $(cat "$OUT" "$ERR")" '0 ' 'systemd-analyze verify is silent'
there systemd-analyze security --no-pager --threshold=15 amlreach
exits 0 "systemd-analyze security: $(tail -n 1 "$OUT" | grep -o '[0-9.]* OK')"

section 'systemd: reload'
process=$(shown MainPID)
settings_of_user 's/5s, jitter/5 parsecs, jitter/'
there systemctl reload amlreach
comes 'bad settings are refused' logged 'settings refused.*SIGHUP'
holds 'with file and line' logged 'amlreach.yaml:[0-9]+.*interval'
is "$(booted journalctl -q -u amlreach -p err -o cat | grep -c 'settings refused.*SIGHUP')" 1 'as an error'
comes 'a metric says so' metric_there_is amlreach_config_last_reload_successful 0.0
is "$(shown ActiveState) $(shown MainPID)" "active $process" 'the unit is active'
holds 'the old settings are in force' metric_there_is amlreach_sweep_interval_seconds 5.0
settings_of_user 's/5s, jitter/4s, jitter/'
there systemctl reload amlreach
exits 0 'systemctl reload'
comes 'good ones are taken' logged 'settings read again, SIGHUP: .* every 4s'
comes 'they are in force' metric_there_is amlreach_sweep_interval_seconds 4.0
is "$(metric_there amlreach_config_last_reload_successful) $(shown ActiveState) $(shown MainPID)" "1.0 active $process" 'by the same process'

section 'systemd: it is started again'
since() { asked /api/v1/report | jq -c '[.verdicts[] | select(.settled == "fail") | {id, since}] | sort' || true; }
known=$(since)
is "$(jq 'length > 9 and all(.since)' <<<"$known")" true 'it knows since when what fails'
there sh -c "kill -STOP $process"
exits 0 'SIGSTOP'
comes 'one that stands still is killed and started again' runs_anew "$process"
holds 'by the watchdog' logged 'Watchdog timeout'
is "$(since)" "$known" 'it knows as much as before'
process=$(shown MainPID)
there sh -c "kill -KILL $process"
exits 0 'SIGKILL'
comes 'one that was killed is started again' runs_anew "$process"
is "$(since)" "$known" 'it knows as much as before'
is "$(shown NRestarts)" 2 'systemd has counted both'
start=$(date +%s%N)
there systemctl stop amlreach
exits 0 'systemctl stop'
is "$((($(date +%s%N) - start) / 1000000000 < 5)) $(shown Result) $(shown ActiveState)" '1 success inactive' 'within 5 s, cleanly'
holds 'its last word' logged '^stopped$'
there amlreach history --no-color
exits 0 'amlreach history'
says "$OUT" 'contosomlkv\.vault\.azure\.net' 'tells of what failed'

# shellcheck disable=SC2016  # expands there
there sh -c 'for i in 1 2 3 4 5 6; do systemctl restart amlreach || exit; done; systemctl stop amlreach'
exits 0 'somebody tries settings and restarts it six times'

section 'systemd: the daily check'
there systemctl start amlreach-check.service
exits 1 'what fails fails the unit'
is "$(shown Result amlreach-check) $(shown ExecMainStatus amlreach-check)" 'exit-code 1' 'by exit code 1'
booted journalctl -q -u amlreach-check.service -o cat >"$OUT"
says "$OUT" 'contosomlkv\.vault\.azure\.net' 'the report is in the journal'
there systemctl enable --now amlreach-check.timer
says <(shown NextElapseUSecRealtime amlreach-check.timer) '^[A-Z]' 'the timer has a next time'

section 'systemd: upgrade, remove, purge'
there systemctl start amlreach
process=$(shown MainPID)
comes 'it runs' asked /-/ready
dpkg-deb -R "$deb" "$SCRATCH/next"
sed -i 's/^Version: .*/&+next/' "$SCRATCH/next/DEBIAN/control"
dpkg-deb -Znone -b "$SCRATCH/next" "$vm/root/next.deb" >"$SCRATCH/built"
there dpkg -i /root/next.deb
exits 0 'upgrade while it runs'
comes 'the new one has taken over' runs_anew "$process"
is "$(since)" "$known" 'it knows as much as before'
says "$vm/etc/amlreach/amlreach.yaml" '^# the words of the user' 'the settings of the user survive'
there dpkg -r amlreach
exits 0 'remove'
is "$(shown LoadState) $(shown ActiveState) $(shown LoadState amlreach-check.timer)" 'not-found inactive not-found' 'the units are gone'
is "$(find "$vm/etc/systemd" -name 'amlreach*' ! -name '*.d')" '' 'none is enabled'
holds 'settings and state are kept' test -e "$vm/etc/amlreach/amlreach.yaml" -a -d "$vm/var/lib/private/amlreach"
there dpkg -P amlreach
exits 0 'purge'
is "$(find "$vm/etc/amlreach" "$vm/var/lib/amlreach" "$vm/var/lib/private/amlreach" "$vm/usr/lib/amlreach" 2>/dev/null)" '' 'nothing is left'
is "$(booted systemctl is-failed 'amlreach*' | grep -c '^failed')" 0 'nor has anything failed'
code=0
unboot || code=$?
is "$code" 0 'the Debian powers off'
rm -rf "$vm" "$SCRATCH/next"
