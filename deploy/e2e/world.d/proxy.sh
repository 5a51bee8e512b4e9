# SPDX-License-Identifier: Apache-2.0
# Squid in a network of its own behind the firewall. The only world with a proxy is that of its suite.

# proxy_up USER PASSWORD: on port 3128 for everybody, on 3129 for that user only
proxy_up() {
  ip netns add "$PROXY"
  in_ns "$PROXY" ip link set lo up
  cable "$PROXY" "$PROXY_ADDRESS" "$FIREWALL" "$FW_PROXY"
  in_ns "$PROXY" ip route add default via "$FW_PROXY"
  mkdir -p "$WORLD/squid"
  printf '%s:%s\n' "$1" "$(openssl passwd -apr1 "$2")" >"$WORLD/squid/users"
  squid_conf >"$WORLD/squid/squid.conf"
  chown -R proxy: "$WORLD/squid" # whom Debian's squid runs as
  local squid=(squid)
  # Debian's AppArmor profile, where it is in force, lets squid write nothing but its own directories
  ! aa-enabled --quiet 2>/dev/null || squid=(aa-exec -p unconfined -- squid)
  (exec ip netns exec "$PROXY" "${squid[@]}" -N -f "$WORLD/squid/squid.conf") >"$WORLD/squid/out" 2>&1 &
  disown # the world's end kills it, of which nobody needs to be told
  for _ in $(seq 100); do
    jumpbox curl -s -o "$WORLD/waiting" "http://$PROXY_ADDRESS:3128/" && return 0
    sleep 0.1
  done
  echo "world: squid does not answer; see $WORLD/squid" >&2
  return 1
}

squid_conf() {
  cat <<CONF
http_port 3128 name=open
http_port 3129 name=locked
pid_filename none
access_log stdio:$WORLD/squid/access.log
cache_log $WORLD/squid/cache.log
coredump_dir $WORLD/squid
cache deny all
dns_nameservers $DNS_SERVER
visible_hostname proxy.azure.test
auth_param basic program /usr/lib/squid/basic_ncsa_auth $WORLD/squid/users
auth_param basic realm contoso, staff only
acl locked myportname locked
acl users proxy_auth REQUIRED
acl denied dstdomain denied.azure.test
http_access deny denied
http_access deny locked !users
http_access allow all
CONF
}

# What squid was asked for, such as "CONNECT healthy.azure.test:443".
asked_of_proxy() {
  awk '{ print $6, $7 }' "$WORLD/squid/access.log" | sort -u
}
