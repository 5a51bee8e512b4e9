# SPDX-License-Identifier: Apache-2.0
# A Debian without Java to install packages in. DEBIAN_ROOT: one that is there already.

# debian DIR: makes such a Debian, with systemd; the first is kept in deploy/target and copied
debian() {
  local kept=${DEBIAN_ROOT:-$HERE/../target/debian} mirror
  if [ ! -d "$kept/usr" ]; then
    # shellcheck disable=SC2016  # of apt, not of the shell
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
    rm -rf "$kept.new"
    debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus \
      "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$kept.new" "$mirror" >"$SCRATCH/debootstrap" 2>&1 ||
      { tail -n 20 "$SCRATCH/debootstrap" >&2 && return 1; }
    rm -rf "$kept.new"/var/cache/apt/archives/*.deb
    mv "$kept.new" "$kept"
  fi
  cp -a "$kept" "$1"
}

# in_debian DIR COMMAND...: there, without a network
in_debian() {
  local dir=$1
  shift
  systemd-nspawn -q -D "$dir" --register=no --keep-unit --private-network --pipe "$@" </dev/null 9>&-
}
