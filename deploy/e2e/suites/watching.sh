# SPDX-License-Identifier: Apache-2.0
# What is shipped for Prometheus and Alertmanager, read and run by their own tools. It needs no world.
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

section 'watching: runbooks'
for name in $(alerts_of "$PROMETHEUS/amlreach.rules.yaml"); do
  holds "explain $name" told_by_explain "$name"
done
