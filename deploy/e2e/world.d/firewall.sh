# SPDX-License-Identifier: Apache-2.0
# The router between the jump box and Azure: nftables for packets, haproxy for what is inside them.
# The fourth column of the table says what happens on the way to a host:
#   open                             nothing
#   drop reject-reset reject-prohibited      what it says, by address, port and protocol
#   hello-reset                      a reset in answer to the ClientHello, by address and port
#   sni-close sni-silent             haproxy takes the connection, reads the ClientHello and cuts it
#   sni-pass                         haproxy lets it through
#   deny-470                         haproxy answers HTTP itself
#   black-hole                       packets of more than 1200 bytes on the way back are lost
# haproxy accepts whatever it stands before, as Azure Firewall's application rules do.

firewall_up() {
  haproxy_conf >"$WORLD/haproxy.cfg"
  in_ns "$FIREWALL" haproxy -D -f "$WORLD/haproxy.cfg" -p "$WORLD/haproxy.pid"
  nft_rules >"$WORLD/rules.nft"
  in_ns "$FIREWALL" nft -f "$WORLD/rules.nft"
}

nft_rules() {
  echo 'table inet world {'
  local path
  for path in drop reject-reset reject-prohibited hello-reset sni-close sni-silent sni-pass deny-470 \
    black-hole; do
    nft_set "$path"
  done
  cat <<RULES
  counter from-jump-box { }
  counter dropped { }
  chain forward {
    type filter hook forward priority 0
    iifname to-vm counter name from-jump-box
    ip daddr { $SILENT, $UNANSWERED } drop
    ip daddr $DNS_NO_TCP tcp dport 53 drop
    meta nfproto ipv4 ip daddr . meta l4proto . th dport @path-drop counter name dropped drop
    meta nfproto ipv4 ip daddr . meta l4proto . th dport @path-reject-reset reject with tcp reset
    meta nfproto ipv4 ip daddr . meta l4proto . th dport @path-reject-prohibited reject with icmp type admin-prohibited
    ip saddr . meta l4proto . th sport @path-black-hole meta length > 1200 drop
    meta l4proto tcp ip daddr . meta l4proto . th dport @path-hello-reset @ih,0,8 0x16 reject with tcp reset
  }
  chain before-routing {
    type nat hook prerouting priority dstnat
    iifname to-vm meta l4proto tcp ip daddr . meta l4proto . th dport @path-sni-close redirect to :10001
    iifname to-vm meta l4proto tcp ip daddr . meta l4proto . th dport @path-sni-pass redirect to :10001
    iifname to-vm meta l4proto tcp ip daddr . meta l4proto . th dport @path-sni-silent redirect to :10002
    iifname to-vm meta l4proto tcp ip daddr . meta l4proto . th dport @path-deny-470 redirect to :10003
  }
}
RULES
}

nft_set() {
  local elements
  elements=$(where 4 "$1" | awk '{ print $1 " . " ($3 == "udp" ? "udp" : "tcp") " . " $2 }' | sort -u | paste -sd,)
  printf '  set path-%s {\n    type ipv4_addr . inet_proto . inet_service\n' "$1"
  [ -z "$elements" ] || printf '    elements = { %s }\n' "$elements"
  printf '  }\n'
}

# How many packets the jump box has sent, and how many of them were dropped by the table's word.
packets_sent() { packets from-jump-box; }
packets_dropped() { packets dropped; }
packets() {
  in_ns "$FIREWALL" nft list counter inet world "$1" | sed -n 's/.*packets \([0-9]*\).*/\1/p'
}

haproxy_conf() {
  cat <<CONF
defaults
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend close
  mode tcp
  bind :10001
  tcp-request inspect-delay 5s
  tcp-request content reject if { req.ssl_sni -f $(denied sni-close) }
  tcp-request content accept if { req.ssl_hello_type 1 }
  default_backend where-it-was-going
frontend silent
  mode tcp
  bind :10002
  tcp-request inspect-delay 5s
  tcp-request content silent-drop if { req.ssl_sni -f $(denied sni-silent) }
  tcp-request content accept if { req.ssl_hello_type 1 }
  default_backend where-it-was-going
frontend deny
  mode http
  bind :10003
  http-request return status 470 content-type "text/plain; charset=utf-8" string "Action: Deny. Reason: No rule matched."
backend where-it-was-going
  mode tcp
  option transparent
CONF
}

# The file that lists the names of a path.
denied() {
  awk -v path="$1" '$4 == path { print $1 }' "$WORLD/table" | sort -u >"$WORLD/$1"
  echo "$WORLD/$1"
}
