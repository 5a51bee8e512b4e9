# SPDX-License-Identifier: Apache-2.0
# Two Sambas: one as Azure Files speaks, one that knows nothing newer than SMB 1.

files_up() {
  smbd_up samba SMB2_10 SMB3
  smbd_up samba-1 NT1 NT1
}

smbd_up() {
  local kind=$1 oldest=$2 newest=$3 home=$WORLD/$1 address
  address=$(addresses_of "$kind")
  [ -n "$address" ] || return 0
  in_ns "$AZURE" ip address add "$address/32" dev lo
  mkdir -p "$home/private" "$home/log"
  cat >"$home/smb.conf" <<CONF
[global]
  interfaces = $address/32
  bind interfaces only = yes
  smb ports = 445
  server min protocol = $oldest
  server max protocol = $newest
  disable netbios = yes
  load printers = no
  private dir = $home/private
  lock directory = $home
  state directory = $home
  cache directory = $home
  pid directory = $home
  ncalrpc dir = $home/ncalrpc
  log file = $home/log/smbd
[share]
  path = $home
CONF
  in_ns "$AZURE" smbd -D -s "$home/smb.conf" -l "$home/log"
}

# Whether the server of a kind takes connections.
listening() {
  in_ns "$AZURE" ss -Hltn "src $(addresses_of "$1"):445" | grep -q .
}
