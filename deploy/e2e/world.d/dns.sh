# SPDX-License-Identifier: Apache-2.0
# One BIND that is every name server of this world. The second column of the table says what it
# knows of a host:
#   ADDRESS,...          these addresses
#   alias:NAME:ADDRESS   an alias into the private-link zone of NAME; ADDRESS "none": it has no such record
#   many:N               N addresses, too many for one datagram
#   none | nodata        the name does not exist | it exists without an address
#   servfail | refused   the zone cannot be loaded | may not be asked for
#   loop                 an alias that leads back
#   hosts                nothing: the jump box's hosts file knows it
# Names without a row lead to the ordinary address, except below azure.test.

dns_up() (
  mkdir -p "$WORLD/dns"
  cd "$WORLD/dns" || exit
  dns_records >records
  awk '
    { file = ($1 == "." ? "root." : $1) "zone"; sub(/^[^ ]+ /, "") }
    !started[file]++ {
      print "$TTL 60" >file
      print "@ SOA ns.azure.test. host.azure.test. 1 3600 600 86400 60" >file
      print "@ NS ns.azure.test." >file
    }
    { print >file }' records
  named_conf >named.conf
  local named=(named)
  # Debian's AppArmor profile, where it is in force, lets BIND read nothing but its own directories
  ! aa-enabled --quiet 2>/dev/null || named=(aa-exec -p unconfined -- named)
  (exec ip netns exec "$AZURE" "${named[@]}" -4 -n 1 -c "$WORLD/dns/named.conf" -f) &
)

# Lines of "ZONE RECORD"; a zone's file has its name.
dns_records() {
  printf '. ; every name that has no other answer\n'
  printf '. *. A %s\n' "$ORDINARY"
  printf 'azure.test. %s.azure.test. A %s\n' ready "$ORDINARY" ns "$DNS_SERVER"
  awk -v ordinary="$ORDINARY" '
    function zone_of(name) { return name ~ /(^|\.)azure\.test$/ ? "azure.test." : "." }
    function put(zone, name, addresses, list, count, i) {
      count = split(addresses, list, ",")
      for (i = 1; i <= count; i++)
        print zone, name ".", (list[i] ~ /:/ ? "AAAA" : "A"), list[i]
      if (zone == ".") wild(name)
    }
    # a name hides the wildcard above it from its neighbours and from what is below it
    function wild(name) {
      do if (!wilds[name]++) print ". *." name ". A", ordinary
      while (sub(/^[^.]+\./, "", name))
    }
    $1 in seen { next }
    {
      seen[$1] = 1
      if ($2 ~ /^alias:/) {
        split($2, alias, ":")
        zone = substr(alias[2], index(alias[2], "privatelink.")) "."
        print zone_of($1), $1 ". CNAME", alias[2] "."
        if (zone_of($1) == ".") wild($1)
        if (alias[3] == "none") print zone " ; holds nothing"
        else put(zone, alias[2], alias[3])
      } else if ($2 ~ /^many:/) {
        for (i = 1; i <= substr($2, 6) + 0; i++) print zone_of($1), $1 ". A 198.18.9." i
      } else if ($2 == "loop") {
        print zone_of($1), $1 ". CNAME loop." $1 "."
        print zone_of($1), "loop." $1 ". CNAME", $1 "."
      } else if ($2 == "none" && zone_of($1) == ".") {
        print substr($1, index($1, ".") + 1) ". ; holds nothing"
      } else if ($2 == "nodata" || $2 == "refused") {
        print $1 ". ; holds nothing"
      } else if ($2 ~ /^[0-9a-f]*[.:]/) {
        put(zone_of($1), $1, $2)
      }
    }' "$WORLD/table"
}

named_conf() {
  cat <<CONF
options {
  directory "$WORLD/dns";
  listen-on { $DNS_SERVER; $DNS_NO_TCP; $DNS_OF_AZURE; };
  pid-file none;
  session-keyfile none;
  lock-file none;
  recursion yes;
  allow-recursion { any; };
  dnssec-validation no;
  empty-zones-enable no;
  minimal-responses yes;
  notify no;
};
controls { };
logging {
  channel rest { file "$WORLD/dns/log"; };
  category default { rest; };
  channel queries { file "$WORLD/dns/queries"; };
  category queries { queries; };
};
CONF
  {
    cut -d' ' -f1 records | sort -u
    awk '$2 == "servfail" { print $1 "." }' "$WORLD/table"
  } | while read -r zone; do
    echo "zone \"$zone\" { type master; file \"${zone/#./root.}zone\"; check-names ignore;$(who_may_ask "${zone%.}") };"
  done
}

# Contoso's own unbound: forwards to BIND all but the zones $2..., whose names lead to address $1.
contoso_dns_up() {
  local elsewhere=$1 zone
  shift
  mkdir -p "$WORLD/unbound"
  {
    cat <<CONF
server:
  interface: $DNS_OF_CONTOSO
  access-control: 0.0.0.0/0 allow
  username: ""
  chroot: ""
  directory: "$WORLD/unbound"
  pidfile: "$WORLD/unbound/pid"
  logfile: "$WORLD/unbound/log"
  use-syslog: no
  module-config: "iterator"
  cache-max-ttl: 0
CONF
    for zone; do
      printf '  local-zone: "%s." redirect\n  local-data: "%s. A %s"\n' "$zone" "$zone" "$elsewhere"
    done
    printf 'forward-zone:\n  name: "."\n  forward-addr: %s\n' "$DNS_SERVER"
  } >"$WORLD/unbound/conf"
  in_ns "$AZURE" unbound -c "$WORLD/unbound/conf"
}

who_may_ask() {
  ! grep -q "^$1 refused " "$WORLD/table" || echo ' allow-query { none; };'
}

# Every name that was asked for but that of ../world itself, lower case, without duplicates.
asked_names() {
  sed -n 's/.* query: \([^ ]*\) IN .*/\L\1/p' "$WORLD/dns/queries" | grep -vx ready.azure.test | sort -u
}
