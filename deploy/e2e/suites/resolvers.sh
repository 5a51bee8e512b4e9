# SPDX-License-Identifier: Apache-2.0
# Name servers that are dead, silent, refuse TCP, or are found through the search list.
section 'resolvers: what resolv.conf and --dns-server lead to'

"$HERE/world" up "$HERE/faults/targets"

# asks TARGET WANTED WHAT OPTION...: what is told of one https or tcp target
asks() {
  local target=$1 wanted=$2 what=$3 protocol=${1%%:*} host=${1#*://}
  shift 3
  amlreach --check --targets - --ca-file "$CA" --timeout 3s --format json "$@" <<<"$target"
  is "$(told "${host%:*}" "${host#*:}" "$protocol")" "$wanted" "$what"
}

resolvers "$DNS_SILENT" "$DNS_SERVER"
asks https://healthy.azure.test:443 'pass http ok' 'a dead first resolver and a live second: pass'
is "$(jq '.durationMs < 3000' "$OUT")" true 'and within the timeout'
is "$(jq -r '.verdicts[0].resolution.server' "$OUT")" "$DNS_SERVER:53" 'and the second one is named'

resolvers "$DNS_SILENT"
asks https://healthy.azure.test:443 'fail dns dns-timeout' 'a silent resolver alone: dns-timeout'
is "$(jq '.durationMs < 4000' "$OUT")" true 'and it costs one timeout, not several'

resolvers "$AZURE_ADDRESS"
asks https://healthy.azure.test:443 'fail dns dns-unreachable' 'nobody listens on port 53: dns-unreachable'

resolvers "$DNS_NO_TCP"
asks https://big-answer.azure.test:443 'fail dns dns-truncated' 'UDP truncated and TCP 53 dropped: dns-truncated'
asks https://big-answer.azure.test:443 'pass http ok' '--dns-server wins over resolv.conf: pass' --dns-server "$DNS_SERVER"
asks https://healthy.azure.test:443 'pass http ok' '--dns-server with a port: pass' --dns-server "$DNS_SERVER:53"

printf 'search elsewhere.test azure.test\nnameserver %s\n' "$DNS_SERVER" >"/etc/netns/$VM/resolv.conf"
asks tcp://ready:443 'pass tcp ok' 'a short name is found through the search list: pass'

resolvers "$DNS_SERVER"
