# SPDX-License-Identifier: Apache-2.0
# What is shipped for Prometheus, Alertmanager and Grafana, read and run by their own tools. It needs no
# world.
section 'watching: rules, configurations'

PROMETHEUS=$HERE/../prometheus

# alerts_of FILE: every alert of a file of rules, once
alerts_of() { sed -n 's/^ *- alert: //p' "$1" | sort -u; }
# told_by_explain NAME: explain knows it as an alert, with all parts of a runbook
told_by_explain() {
  "$PRODUCT" explain "$1" >"$OUT" && head -n 1 "$OUT" | grep -qxF "$1  (an alert)" &&
    [ "$(grep -cE '^  (why  |look |do   |noise) ' "$OUT")" -eq 4 ]
}

holds 'promtool check rules' promtool check rules "$PROMETHEUS/amlreach.rules.yaml"
holds 'promtool test rules' promtool test rules "$PROMETHEUS/amlreach.rules.test.yaml"

# The tests must see it when alerts never fire, and when they fire while all is well.
mkdir -p "$SCRATCH/rules"
cp "$PROMETHEUS/amlreach.rules.test.yaml" "$SCRATCH/rules"
for instead in 'vector(1) > 2' 'vector(1)'; do
  awk -v instead="$instead" '
    /^      - / { alert = $2 == "alert:" }
    /^        [a-z]+:/ { folded = 0 }
    alert && /^        expr:/ { print "        expr: " instead; folded = 1; next }
    !folded' "$PROMETHEUS/amlreach.rules.yaml" >"$SCRATCH/rules/amlreach.rules.yaml"
  promtool test rules "$SCRATCH/rules/amlreach.rules.test.yaml" >"$OUT" 2>&1 || true
  unseen=$(for name in $(alerts_of "$PROMETHEUS/amlreach.rules.yaml"); do grep -q "$name" "$OUT" || echo "$name"; done)
  is "$unseen" '' "the tests see every alert that becomes $instead"
done

mkdir -p "$SCRATCH/prometheus"
cp "$PROMETHEUS"/*.yaml "$SCRATCH/prometheus"
touch "$SCRATCH/prometheus/amlreach.password" "$SCRATCH/prometheus/amlreach-ca.crt"
holds 'promtool check config: the example of a scrape' promtool check config "$SCRATCH/prometheus/scrape.yaml"
sed 's/^# *$//; s/^# //; /^or the central/d; /^Fleets:/d; /^one is sent/d; /^Keep job/d' <(sed -n '/^# Fleets:/,$p' "$PROMETHEUS/scrape.yaml") \
  >"$SCRATCH/prometheus/fleet.yaml"
holds 'promtool check config: what it says for fleets' promtool check config "$SCRATCH/prometheus/fleet.yaml"
says "$SCRATCH/prometheus/fleet.yaml" '^remote_write:' 'and that was read'

holds 'amtool check-config' amtool check-config "$PROMETHEUS/alertmanager.yaml"
# goes RECEIVER LABEL...: where Alertmanager sends it
goes() {
  local to=$1
  shift
  is "$(amtool config routes test --config.file "$PROMETHEUS/alertmanager.yaml" "$@" 2>"$ERR")" "$to" "$* goes to $to"
}
goes dns alertname=AmlreachTargetFailing team=dns severity=warning
goes firewall alertname=AmlreachTargetFailing team=proxy severity=warning
goes nobody alertname=AmlreachFindingOpen severity=info
goes platform alertname=AmlreachFeatureBroken severity=critical
for name in $(grep -oE 'Amlreach\(?[A-Za-z|.*]+' "$PROMETHEUS/alertmanager.yaml" | sed 's/Amlreach//' | tr -d '(.*' | tr '|' '\n' | sed 's/^Amlreach//' | sort -u); do
  holds "alertmanager.yaml: there is an alert $name" grep -qE "alert: Amlreach$name" "$PROMETHEUS/amlreach.rules.yaml"
done

section 'watching: a real Alertmanager inhibits'
ALERTMANAGER=http://127.0.0.1:19093
timeout 60 prometheus-alertmanager --config.file "$PROMETHEUS/alertmanager.yaml" --storage.path "$SCRATCH/alertmanager" \
  --web.listen-address 127.0.0.1:19093 --cluster.listen-address= >"$SCRATCH/alertmanager.log" 2>&1 &
alertmanager=$!
for _ in $(seq 100); do
  curl -fsS "$ALERTMANAGER/-/ready" >"$OUT" 2>&1 && break
  sleep 0.1
done
raised() { amtool --alertmanager.url "$ALERTMANAGER" alert add "$@"; }
# heard: what is not inhibited, as "name instance"
heard() {
  curl -fsS "$ALERTMANAGER/api/v2/alerts?inhibited=false" |
    jq -r '[.[].labels | "\(.alertname) \(.instance) \(.host // "-")"] | sort | join("; ")'
}
on=(job=amlreach workspace=mlw port=443 protocol=https)
raised AmlreachTargetFailing instance=vm-a host=st "${on[@]}"
raised AmlreachTargetFailing instance=vm-b host=st "${on[@]}"
raised AmlreachTargetFailing instance=vm-b host=kv "${on[@]}"
is "$(heard)" 'AmlreachTargetFailing vm-a st; AmlreachTargetFailing vm-b kv; AmlreachTargetFailing vm-b st' 'all are heard at first'
raised AmlreachAgentBlind job=amlreach instance=vm-a view=no-resolver
raised AmlreachPrivateNamePublic instance=vm-b host=kv "${on[@]}"
is "$(heard)" 'AmlreachAgentBlind vm-a -; AmlreachPrivateNamePublic vm-b kv; AmlreachTargetFailing vm-b st' \
  'none about targets of a blind agent, one about a public name, and those of others'
kill "$alertmanager"
wait "$alertmanager" 2>/dev/null || true

section 'watching: runbooks'
for name in $(alerts_of "$PROMETHEUS/amlreach.rules.yaml"); do
  holds "explain $name" told_by_explain "$name"
done

section 'watching: dashboards'
# There is no Grafana here: what is read is their JSON, and by promtool every query in it.
GRAFANA=$HERE/../grafana
holds 'dashboards are what build writes' "$GRAFANA/build" --check
is "$("$GRAFANA/lint" "$GRAFANA"/*.json 2>&1)" '' 'lint finds nothing wrong'
# lint_sees WHAT PATTERN SED: lint says so of dashboards that sed has changed
lint_sees() {
  mkdir -p "$SCRATCH/grafana"
  cp "$GRAFANA"/*.json "$SCRATCH/grafana"
  sed -i "$3" "$SCRATCH/grafana/fleet.json" "$SCRATCH/grafana/target.json"
  "$GRAFANA/lint" "$SCRATCH/grafana"/*.json >"$OUT" 2>&1 || true
  says "$OUT" "$2" "lint sees $1"
}
lint_sees 'a metric that is not in METRICS.md' 'no such metric: amlreach_feature_usible' 's/amlreach_feature_usable/amlreach_feature_usible/'
lint_sees 'a label that the metric has not' 'no such label: amlreach_build_info instanze' 's/instance=~/instanze=~/'
lint_sees 'a query that does not parse' 'could not parse expression' 's/sum without (level)/sum withou (level)/'
lint_sees 'a variable that is not there' 'target.json: no variable is called hosd' "s/[$]host/\$hosd/"
lint_sees 'a data source of one Grafana' 'fleet.json: a data source of one Grafana' "s/[$]{datasource}/prom-1/"
lint_sees 'a panel without description' 'Agents: no description' 's/"How many tell anything."/""/'
lint_sees 'panels upon each other' 'target.json: panels [0-9]+ and [0-9]+ overlap' 's/"y": 1$/"y": 2/'
