# SPDX-License-Identifier: Apache-2.0
# Runs the daemon on the jump box, asks it as Prometheus does, and watches what it says.

WEB=127.0.0.1:10911
PASSWORD=correct-horse
D=$SCRATCH/daemon

# eventually WHAT COMMAND...: the command succeeds within 30 s
eventually() {
  local what=$1
  shift
  for _ in $(seq 300); do
    if "$@" >/dev/null 2>&1; then
      ok "$what"
      return
    fi
    sleep 0.1
  done
  not_ok "$what" "not within 30 s: $*" "$("$@" 2>&1 | head -c 300)" "$(tail -n 3 "$D/log")"
}

# A web configuration file with TLS and one user, as Prometheus exporters have it.
web_configuration() {
  (cd "$WORLD/ca" && request daemon /CN=localhost && leaf daemon intermediate DNS:localhost,IP:127.0.0.1)
  cat "$WORLD/ca/daemon.crt" "$WORLD/ca/intermediate.crt" >"$D/web.crt"
  cp "$WORLD/ca/daemon.key" "$D/web.key"
  printf '%s\n' 'tls_server_config: {cert_file: web.crt, key_file: web.key}' 'basic_auth_users:' \
    "  prometheus: $(htpasswd -nbBC 10 '' "$PASSWORD" | tr -d ':\n')" >"$D/web.yaml"
  printf %s "$PASSWORD" >"$D/password"
}

# settings [LINE...]: the settings file, with these lines beside the usual
settings() {
  printf '%s\n' 'probe: {timeout: 1s, deadline: 4s}' "tls: {caFile: $CA}" 'dns: {compare: [], timeout: 1s}' \
    'schedule: {interval: 2s, jitter: 0%, failAfter: 2, passAfter: 1}' \
    "web: {listen: \"$WEB\", configFile: web.yaml}" "state: {directory: $D/state}" "$@" >"$D/new.yaml"
  mv "$D/new.yaml" "$D/amlreach.yaml"
}

# Every row of the world's table as a line of a plain list.
daemon_targets() {
  awk '{ split($5, t, /[:\/]/); print t[1] "://" $1 ":" t[2] }' "$WORLD/table" >"$D/new-targets"
  mv "$D/new-targets" "$D/targets"
}

# daemon_starts [ARGUMENT...]: in the background; $daemon is its process
daemon_starts() {
  # ip becomes the launcher, and the launcher the daemon
  ip netns exec "$VM" "$PRODUCT" serve --config "$D/amlreach.yaml" --targets "$D/targets" "$@" >>"$D/out" 2>>"$D/log" &
  daemon=$!
  eventually 'the daemon is ready' web_is 200 /-/ready
}

# daemon_stops SIGNAL: and how it ended is in $code
daemon_stops() {
  code=0
  kill "-$1" "$daemon" 2>/dev/null || true
  wait "$daemon" || code=$?
}

# web PATH [ARGUMENT OF CURL...]: as Prometheus would ask
web() {
  local path=$1
  shift
  jumpbox curl -sS --max-time 5 --cacert "$CA" -u "prometheus:$PASSWORD" "https://localhost:${WEB#*:}$path" "$@"
}

web_is() { [ "$(web "$2" -o /dev/null -w '%{http_code}' "${@:3}")" = "$1" ]; }

# metric NAME [LABEL...]: its value; labels as they stand in the exposition
metric() {
  local name=$1 line=$1
  shift
  web /metrics | awk -v name="$name" -v labels="$*" '
    $0 !~ /^#/ && ($1 == name || index($0, name "{") == 1) {
      count = split(labels, wanted, " ")
      for (i = 1; i <= count; i++) if (index($0, wanted[i]) == 0) next
      print $NF
    }' | head -n 1
}

metric_is() { [ "$(metric "${@:2}")" = "$1" ]; }

# metric_beyond NUMBER NAME: it is larger
metric_beyond() { less "$1" "$(metric "${@:2}")"; }

# less A B: numbers
less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }

# log_lines PATTERN: how many lines of the log match
log_lines() { grep -cE -- "$1" "$D/log" || true; }

# drops ADDRESS PORT, opens ADDRESS PORT: what the firewall does from now on
drops() { in_ns "$FIREWALL" nft add element inet world path-drop "{ $1 . tcp . $2 }"; }
opens() { in_ns "$FIREWALL" nft delete element inet world path-drop "{ $1 . tcp . $2 }"; }

# A Prometheus in the jump box that asks the daemon each second and has these rule files.
prometheus_starts() {
  {
    printf '%s\n' 'global: {scrape_interval: 1s, evaluation_interval: 1s}' 'rule_files:'
    printf '  - %s\n' "$@"
    printf '%s\n' 'scrape_configs:' '  - job_name: amlreach' '    scheme: https' "    tls_config: {ca_file: $CA}" \
      "    basic_auth: {username: prometheus, password_file: $D/password}" \
      "    static_configs: [{targets: [\"localhost:${WEB#*:}\"]}]"
  } >"$D/prometheus.yml"
  ip netns exec "$VM" prometheus --config.file="$D/prometheus.yml" --storage.tsdb.path="$D/tsdb" \
    --web.listen-address=127.0.0.1:9090 >"$D/prometheus.log" 2>&1 &
  prometheus=$!
  eventually 'Prometheus is ready' jumpbox curl -sf http://127.0.0.1:9090/-/ready
}

# query EXPRESSION: the values that Prometheus has, one a line
query() {
  jumpbox curl -sS --get --data-urlencode "query=$1" http://127.0.0.1:9090/api/v1/query |
    jq -r '.data.result[].value[1]'
}

query_is() { [ "$(query "$2" | paste -sd' ')" = "$1" ]; }

# alerts_are ALERT HOST STATE: firing, pending, or none
alerts_are() {
  local state
  state=$(jumpbox curl -sS http://127.0.0.1:9090/api/v1/alerts | jq -r --arg alert "$1" --arg host "$2" \
    '[.data.alerts[] | select(.labels.alertname == $alert and .labels.host == $host) | .state] | first // "none"')
  [ "$state" = "$3" ]
}
