# SPDX-License-Identifier: Apache-2.0
# A machine without any network, and one that does not even know a name server.
section 'island: no network at all'

# Everything that needs the internet fails honestly at DNS, and at once; $2 is the cause.
alone() {
  amlreach --check "${CONTOSO[@]}" --format json
  exits 1 "$1: exits 1"
  valid "$1: the report is valid"
  is "$(jq -r '[.verdicts[] | select(.level != "skipped") | "\(.stage) \(.cause)"] | unique | join(", ")' "$OUT")" \
    "dns $2" "$1: everything fails at DNS"
  is "$(jq '.durationMs < 5000' "$OUT")" true "$1: within one timeout"
}

# amlreach where /etc has no resolv.conf: a mount namespace with a copy of /etc
without_resolv_conf() {
  # shellcheck disable=SC2016  # expanded by the inner shell
  unshare --mount sh -c 'mount --bind "$1" /etc && rm -f /etc/resolv.conf && shift && exec ip netns exec "$@"' \
    sh "$SCRATCH/etc" "$@"
}

place=$ISLAND
"$HERE/world" up "$HERE/faults/targets"
mkdir -p "/etc/netns/$ISLAND"
echo 'nameserver 10.20.2.53' >"/etc/netns/$ISLAND/resolv.conf"
alone 'a resolver that cannot be reached' dns-no-route

rm -r "/etc/netns/$ISLAND"
cp -a /etc "$SCRATCH/etc"
inside=without_resolv_conf
alone 'no resolv.conf' dns-unreachable
says <(jq -r '.verdicts[].detail' "$OUT") 'no DNS server is configured' 'no resolv.conf: it says so'

inside=in_ns
place=$VM
