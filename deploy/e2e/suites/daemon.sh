# SPDX-License-Identifier: Apache-2.0
# The daemon for hours in a minute: a real Prometheus scrapes it over TLS with a password while
# targets break, settings go bad, resolvers die, disks fill up and clients dawdle.
section 'daemon: scraped by a real Prometheus over TLS with a password'
# shellcheck source=../world.d/pki.sh
. "$HERE/world.d/pki.sh"
# shellcheck source=../daemon.sh
. "$HERE/daemon.sh"

"$HERE/world" up "$HERE/faults/daemon"
mkdir -p "$D"
: >"$D/log"
web_configuration
settings
daemon_targets
daemon_starts
is "$(jumpbox curl -s -o /dev/null -w '%{http_code}' --cacert "$CA" "https://localhost:${WEB#*:}/metrics")" 401 \
  'without the password: 401'
is "$(jumpbox curl -s -o /dev/null -w '%{http_code}' -u prometheus:wrong --cacert "$CA" "https://localhost:${WEB#*:}/")" \
  401 'with a wrong password: 401'
holds 'nobody but loopback is listened to' jumpbox sh -c "ss -Hltn | grep ':${WEB#*:} ' | { grep -v '127\.0\.0\.1' && exit 1; exit 0; }"
web /metrics >"$OUT"
holds 'promtool check metrics has nothing to say' sh -c "promtool check metrics <'$OUT' 2>&1 | { ! grep .; }"
web /metrics -H 'Accept: application/openmetrics-text; version=1.0.0' >"$OUT"
is "$(grep -c '^# EOF$' "$OUT") $(tail -n 1 "$OUT")" '1 # EOF' 'OpenMetrics when asked for'
is "$(web /metrics | grep -c '^amlreach_probe_success{.* 1')" "$(wc -l <"$D/targets")" 'each target has its series, and passes'
web /api/v1/report >"$OUT"
valid 'the report that it serves is valid'

amlreach healthy --config "$D/amlreach.yaml"
exits 0 'amlreach healthy: with TLS and a password it lives'
amlreach healthy --listen 127.0.0.1:1
exits 1 'amlreach healthy: where nobody listens, nobody lives'
amlreach explain AmlreachTargetFailing
command=$(grep -oE 'curl .* report\.json$' "$OUT")
command=${command/curl/curl --cacert $CA -u prometheus:$PASSWORD}
holds 'the line of the runbook takes it' jumpbox sh -c "cd '$D' && ${command/http:\/\/127.0.0.1/https://localhost}"
amlreach rules --from "$D/report.json" --format ticket
exits 0 'and amlreach rules reads it'

cat >"$D/rules.yaml" <<'RULES'
groups:
  - name: e2e
    rules:
      - {alert: TargetFails, expr: amlreach_probe_success == 0}
RULES
prometheus_starts "$D/rules.yaml" "$HERE/../prometheus/amlreach.rules.yaml"
eventually 'Prometheus scrapes it' query_is 1 'up{job="amlreach"}'
eventually 'Prometheus knows the targets' query_is "$(wc -l <"$D/targets")" 'sum(amlreach_probe_success)'

section 'daemon: a target breaks and heals'
before=$(log_lines .)
drops 198.18.1.10 443
eventually 'the alert fires' alerts_are TargetFails broken.azure.test firing
eventually 'so does the one that is shipped' alerts_are AmlreachTargetFailing broken.azure.test firing
is "$(metric amlreach_probe_cause 'host="broken.azure.test"' 'cause="connect-timeout"')" 1.0 'with its cause'
opens 198.18.1.10 443
eventually 'the alert resolves' alerts_are TargetFails broken.azure.test none
eventually 'so does the one that is shipped' alerts_are AmlreachTargetFailing broken.azure.test none
is "$(query 'count(ALERTS{alertname="TargetFails",host!="broken.azure.test"})')" '' 'no other target was alerted'
is "$(($(log_lines .) - before))" 4 'the log has a line for each change and its root cause, and no more'
says "$D/log" 'finding: .*broken\.azure\.test.* team.*; id ' 'the log names the root cause, whose work it is and its id'
says "$D/log" 'finding gone after [0-9]+s: .*broken\.azure\.test' 'and that it is gone'
amlreach history --state-directory "$D/state" --format json
exits 0 'amlreach history: exits 0'
says "$OUT" 'broken\.azure\.test' 'amlreach history: tells of it'

section 'daemon: settings that are no good'
cp "$D/amlreach.yaml" "$D/good.yaml"
settings 'probee: {timeout: 1s}' 'log: {format: xml}'
kill -HUP "$daemon"
eventually 'SIGHUP with a bad file: the metric says so' metric_is 0.0 amlreach_config_last_reload_successful
eventually 'and the log, with every problem and its line' grep -q 'amlreach.yaml:[0-9]*.*log.format' "$D/log"
says "$D/log" 'amlreach.yaml:[0-9]+ .*probee.*did you mean' 'with the near miss'
says <(web /) 'probee' 'the page shows them'
is "$(web /-/reload -X POST -o "$OUT" -w '%{http_code}')" 500 'POST /-/reload with a bad file: 500'
says "$OUT" 'probee' 'with the problems'
is "$(metric amlreach_probe_success 'host="steady.azure.test"')" 1.0 'the old settings stay in force'
swept=$(metric amlreach_sweeps_total)
eventually 'and it sweeps on' metric_beyond "$swept" amlreach_sweeps_total
mv "$D/good.yaml" "$D/amlreach.yaml"
eventually 'a good file again, found by itself: the metric says so' metric_is 1.0 amlreach_config_last_reload_successful
cp "$D/web.yaml" "$D/good-web.yaml"
echo 'foo: 1' >>"$D/web.yaml"
eventually 'a web configuration that is no good: the same metric says so' metric_is 0.0 amlreach_config_last_reload_successful
says "$D/log" 'web.yaml:[0-9]+ .*foo' 'and the log which line'
mv "$D/good-web.yaml" "$D/web.yaml"
eventually 'and when it is good again' metric_is 1.0 amlreach_config_last_reload_successful
grep -v removed "$D/targets" >"$D/fewer" && mv "$D/fewer" "$D/targets"
eventually 'a target taken from the list: its series are gone' metric_is '' amlreach_probe_success 'host="removed.azure.test"'
is "$(web /metrics | grep -c removed.azure.test)" 0 'all of them'

section 'daemon: every resolver is gone'
before=$(log_lines .)
resolvers "$DNS_SILENT"
eventually 'it says that it cannot judge' metric_is 1.0 amlreach_vantage 'view="no-resolver"'
is "$(metric amlreach_probe_success 'host="steady.azure.test"')" 1.0 'the targets keep their state'
is "$(query 'count(ALERTS{alertname="TargetFails"})')" '' 'no target is alerted'
says <(web /) 'no DNS server|No DNS server' 'the page says why'
eventually 'and the log once it is sure' grep -q 'nothing can be judged' "$D/log"
resolvers "$DNS_SERVER"
eventually 'and that it can again' metric_is 1.0 amlreach_vantage 'view="clear"'
is "$(($(log_lines .) - before))" 2 'the log has a line for the beginning and one for the end'

section 'daemon: kill -9'
drops 198.18.1.10 443
eventually 'a target fails' metric_is 0.0 amlreach_probe_success 'host="broken.azure.test"'
since=$(metric amlreach_probe_state_since_timestamp_seconds 'host="broken.azure.test"')
daemon_stops KILL
daemon_starts
is "$(metric amlreach_probe_state_since_timestamp_seconds 'host="broken.azure.test"')" "$since" 'since when it fails is still known'
is "$(metric amlreach_probe_success 'host="broken.azure.test"')" 0.0 'and that it does'
is "$(metric amlreach_journal_healthy)" 1.0 'the journal is sound'
eventually 'the log names what still fails' grep -q 'https\{0,1\}://broken.azure.test:443 still fails, for ' "$D/log"
opens 198.18.1.10 443
eventually 'it heals' metric_is 1.0 amlreach_probe_success 'host="broken.azure.test"'

section 'daemon: 200 clients that dawdle'
cat >"$SCRATCH/dawdle.py" <<'PYTHON'
import socket, sys, time
host, port = "127.0.0.1", int(sys.argv[1])
open_ones = []
for _ in range(200):
    s = socket.socket()
    s.settimeout(5)
    s.connect((host, port))
    s.send(b"\x16\x03\x01")  # a ClientHello that never gets further
    open_ones.append(s)
print("all here", flush=True)
while True:
    for s in open_ones:
        try:
            s.send(b"\x01")
        except OSError:
            pass
    time.sleep(1)
PYTHON
ip netns exec "$VM" python3 "$SCRATCH/dawdle.py" "${WEB#*:}" >"$SCRATCH/dawdle" 2>&1 &
dawdlers=$!
eventually '200 clients are connected and send a byte a second' grep -q 'all here' "$SCRATCH/dawdle"
slowest=0
for _ in 1 2 3 4 5; do
  took=$(web /metrics -o "$OUT" -w '%{time_total}' || echo 9)
  slowest=$(printf '%s\n%s\n' "$took" "$slowest" | sort -g | tail -n 1)
  says "$OUT" '^amlreach_build_info' "scraped all the same, in $took s"
done
holds "never longer than a second ($slowest s)" less "$slowest" 1
kill "$dawdlers"
wait "$dawdlers" 2>/dev/null || true

section 'daemon: the state directory is full'
mkdir "$SCRATCH/disk-state"
mount -t tmpfs -o size=256k tmpfs "$SCRATCH/disk-state"
daemon_stops TERM
exits 0 'SIGTERM: exits 0'
head -c 1M /dev/zero >"$SCRATCH/disk-state/filler" 2>/dev/null || true
daemon_starts --state-directory "$SCRATCH/disk-state"
drops 198.18.1.10 443
eventually 'it goes on probing' metric_is 0.0 amlreach_probe_success 'host="broken.azure.test"'
is "$(metric amlreach_journal_healthy)" 0.0 'a metric says that nothing is kept'
says "$D/log" '[Nn]o space left' 'and the log why'
rm "$SCRATCH/disk-state/filler"
opens 198.18.1.10 443
eventually 'space again: the journal recovers by itself' metric_is 1.0 amlreach_journal_healthy

section 'daemon: how it ends'
started=$(date +%s)
drops 198.18.1.10 443
daemon_stops TERM
exits 0 'SIGTERM while a target is silent: exits 0'
holds 'within 5 s' [ $(($(date +%s) - started)) -le 5 ]
is "$(wc -c <"$D/out")" 0 'standard output stays empty'
says "$D/log" '' 'the log is there'
holds 'no stack trace in the log' sh -c "! grep -E '^[[:space:]]+at [a-z]|Exception' '$D/log'"
holds 'no password in the log' sh -c "! grep -F '$PASSWORD' '$D/log'"
opens 198.18.1.10 443
kill "$prometheus"
wait "$prometheus" 2>/dev/null || true

section 'daemon: where nothing can scrape'
ip netns exec "$VM" prometheus-pushgateway --web.listen-address=127.0.0.1:9091 \
  --persistence.file="$D/pushed" >"$D/pushgateway.log" 2>&1 &
gateway=$!
eventually 'a Pushgateway is ready' jumpbox curl -sf http://127.0.0.1:9091/-/ready
amlreach --check --config "$D/amlreach.yaml" --targets "$D/targets" --pushgateway http://127.0.0.1:9091
exits 0 '--check --pushgateway: exits 0'
jumpbox curl -s http://127.0.0.1:9091/metrics >"$OUT"
is "$(grep -c '^amlreach_probe_success{.*job="amlreach".* 1' "$OUT")" "$(wc -l <"$D/targets")" 'the Pushgateway has every target'
kill "$gateway"
wait "$gateway" 2>/dev/null || true
amlreach --check --config "$D/amlreach.yaml" --targets "$D/targets" --pushgateway http://127.0.0.1:9091
exits 0 'a Pushgateway that is not there: the exit code is the check'\''s'
says "$ERR" '127\.0\.0\.1:9091' 'and standard error says so'
amlreach --check --config "$D/amlreach.yaml" --targets "$D/targets" --format prometheus --output "$SCRATCH/amlreach.prom"
exits 0 '--format prometheus: exits 0'
holds 'promtool check metrics has nothing to say of the text file' sh -c "promtool check metrics <'$SCRATCH/amlreach.prom' 2>&1 | { ! grep .; }"
is "$(stat -c %a "$SCRATCH/amlreach.prom")" 644 'node_exporter can read it'
