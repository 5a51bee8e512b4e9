# SPDX-License-Identifier: Apache-2.0
# jump box -- firewall -- Azure, and an island without anything.

net_up() {
  local ns
  for ns in "$VM" "$FIREWALL" "$AZURE" "$ISLAND"; do
    ip netns add "$ns"
    in_ns "$ns" ip link set lo up
  done
  cable "$VM" "$VM_ADDRESS" "$FIREWALL" "$FW_INSIDE"
  cable "$AZURE" "$AZURE_ADDRESS" "$FIREWALL" "$FW_OUTSIDE"
  in_ns "$VM" ip route add default via "$FW_INSIDE"
  in_ns "$AZURE" ip route add default via "$FW_OUTSIDE"
  in_ns "$FIREWALL" sysctl -qw net.ipv4.ip_forward=1 net.ipv4.icmp_ratelimit=0
  in_ns "$AZURE" sysctl -qw net.ipv4.icmp_ratelimit=0
  local net
  for net in "$INTERNET" "$ENDPOINTS"; do
    in_ns "$AZURE" ip route add local "$net" dev lo
    in_ns "$FIREWALL" ip route add "$net" via "$AZURE_ADDRESS"
  done
  in_ns "$FIREWALL" ip route add "$SILENT" via "$AZURE_ADDRESS"
  in_ns "$AZURE" ip address add "$DNS_SERVER/32" dev lo
  local server
  for server in "$DNS_NO_TCP" "$DNS_OF_AZURE" "$DNS_OF_CONTOSO"; do
    in_ns "$AZURE" ip address add "$server/32" dev lo
  done
  in_ns "$FIREWALL" ip route add "$DNS_OF_AZURE" via "$AZURE_ADDRESS"
  # a packet is what its length says, and not many that will be cut later
  in_ns "$AZURE" ip link set to-fw gso_max_segs 1
  mkdir -p "/etc/netns/$VM"
  printf '127.0.0.1 localhost\n%s listed.azure.test\n' "$ORDINARY" >"/etc/netns/$VM/hosts"
  resolvers "$DNS_SERVER"
}

# Links two namespaces: $1 gets address $2, $3 gets address $4.
cable() {
  ip link add "to-${3##*-}" netns "$1" type veth peer name "to-${1##*-}" netns "$3"
  in_ns "$1" ip address add "$2/24" dev "to-${3##*-}"
  in_ns "$3" ip address add "$4/24" dev "to-${1##*-}"
  in_ns "$1" ip link set "to-${3##*-}" up
  in_ns "$3" ip link set "to-${1##*-}" up
}

# What the jump box's resolv.conf names, in this order.
resolvers() {
  printf 'nameserver %s\n' "$@" >"/etc/netns/$VM/resolv.conf"
}

# Ends what runs in a namespace, which is ours alone, and removes it.
net_down() {
  [ -e "/run/netns/$1" ] || return 0
  local pids
  pids=$(ip netns pids "$1")
  # shellcheck disable=SC2086  # one word a process
  [ -z "$pids" ] || kill -KILL $pids 2>/dev/null || true
  ip netns delete "$1"
  rm -rf "/etc/netns/$1"
}
