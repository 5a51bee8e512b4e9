# SPDX-License-Identifier: Apache-2.0
# The packages: what is in them, and their life on a Debian without Java. Builds them unless they
# are there. That the service runs under a booted systemd is the business of another suite.
section 'packages: what is in them'
# shellcheck source=../debian.sh
. "$HERE/debian.sh"

built=$HERE/../target
packages() { find "$built" -maxdepth 1 -name "$1" | sort | tail -n 1; }
if [ -z "$(packages 'amlreach_*.deb')" ]; then
  (cd "$HERE/../.." && ./mvnw -B -q -Pdist -DskipTests -Dspotless.check.skip=true package) >&2
fi
deb=$(packages 'amlreach_*.deb')
rpm=$(packages 'amlreach-*.rpm')
tar=$(packages 'amlreach-*.tar.gz')
version=$(dpkg-deb -f "$deb" Version)

# the names of the files, and of no folders, below a folder
files() { (cd "$1" && find . -type f | sed 's/^[.]//' | LC_ALL=C sort); }
silent() { ! "$@" 2>&1 | grep .; }

dpkg-deb -x "$deb" "$SCRATCH/deb"
mkdir "$SCRATCH/rpm" "$SCRATCH/tar place"
(cd "$SCRATCH/rpm" && rpm2cpio "$rpm" | cpio -idm --quiet)
tar -xzf "$tar" -C "$SCRATCH/tar place"
tree="$SCRATCH/tar place/amlreach-$version"
# where the families of distributions differ
alike() { sed -e 's,^/usr/lib/systemd,/lib/systemd,' -e s,site-functions,vendor-completions, -e s,^/usr/,/, -e /lintian/d | LC_ALL=C sort; }
is "$(files "$SCRATCH/rpm" | alike)" "$(files "$SCRATCH/deb" | alike)" 'deb and rpm hold the same files'
is "$(files "$tree" | alike)" "$(files "$SCRATCH/deb" | alike)" 'deb and tar.gz hold the same files'
is "$(cd "$SCRATCH/deb" && find . -perm /022 ! -type l)" '' 'nobody but root may write to any'
is "$(find "$SCRATCH/deb" -type f -perm /111 ! -name '*.so' | sed "s,$SCRATCH/deb,," | sort | xargs)" \
  '/usr/bin/amlreach /usr/lib/amlreach/runtime/bin/java /usr/lib/amlreach/runtime/lib/jspawnhelper' 'what can be executed'
is "$(find "$SCRATCH/deb" -type f -name '*aarch*' | wc -l)$([ "$(uname -m)" != x86_64 ] && echo x)" 0 'native code for this architecture only'
doc=$SCRATCH/deb/usr/share/doc/amlreach
bom=$doc/amlreach-$version.cdx.json
is "$(jq -r '"\(.bomFormat) \(.specVersion) \(.serialNumber) \(.metadata.timestamp != null)"' "$bom")" 'CycloneDX 1.6 null false' 'SBOM'
is "$(jq -r '.components[] | .purl | capture("maven/[^/]+/(?<a>[^@]+)@(?<v>[^?]+)") | "\(.a)-\(.v).jar"' "$bom" | LC_ALL=C sort -u)" \
  "$(find "$SCRATCH/deb/usr/lib/amlreach/lib" "$HERE/../target/lib" -name '*.jar' -printf '%f\n' | sed 's/-linux-[a-z0-9_]*[.]jar/.jar/' | LC_ALL=C sort -u)" \
  'SBOM: every library and no other'
is "$(jq -r '.components[] | select((.licenses // []) == []) | .name' "$bom")" '' 'SBOM: each has its licence'
holds 'the licence of BoringSSL' test -s "$(find "$doc/licences" -name 'LICENSE.boringssl.txt')"
holds 'the licence of the Java runtime' test -s "$SCRATCH/deb/usr/lib/amlreach/runtime/legal/java.base/LICENSE"
holds 'the man page is sound' mandoc -Tlint -Wwarning "$SCRATCH/deb/usr/share/man/man1/amlreach.1.gz"
holds 'completion for bash' bash -n "$SCRATCH/deb/usr/share/bash-completion/completions/amlreach"
holds 'completion for zsh' zsh -n "$SCRATCH/deb/usr/share/zsh/vendor-completions/_amlreach"
is "$(fish -c "source $SCRATCH/deb/usr/share/fish/vendor_completions.d/amlreach.fish; complete -C 'amlreach config check --key-v'" | cut -f1)" \
  --key-vault 'completion for fish, tried'
is "$(bash -c ". $SCRATCH/deb/usr/share/bash-completion/completions/amlreach; compopt() { :; }
  COMP_WORDS=(amlreach catalog li); COMP_CWORD=2; _complete_amlreach; echo \${COMPREPLY[*]}")" lint 'completion for bash, tried'
holds 'lintian' silent lintian --allow-root --tag-display-limit 0 --fail-on error,warning "$deb"
holds 'rpm: digests' rpm -K --nosignature "$rpm"
is "$(rpm -qpc "$rpm" 2>/dev/null)" /etc/amlreach/amlreach.yaml 'rpm: the settings are configuration'
is "$(rpm -qp --qf '%{ARCH} %{BUILDHOST}' "$rpm" 2>/dev/null)" "$(uname -m) localhost" 'rpm: architecture, and no word of who built it'
for script in PREIN POSTIN PREUN POSTUN; do
  rpm -qp --qf "%{$script}" "$rpm" 2>/dev/null | sed 's/^(none)$//' >"$SCRATCH/script"
  holds "rpm: $script" sh -n "$SCRATCH/script"
done

rpm -qpl "$rpm" 2>/dev/null | sort >"$SCRATCH/owned"
is "$(cd "$SCRATCH/rpm" && find usr/lib/amlreach usr/share/doc/amlreach etc/amlreach -type d | sed s,^,/, | sort | comm -23 - "$SCRATCH/owned")" '' 'rpm: removal leaves no folder'

section 'packages: units'
for unit in "$SCRATCH"/deb/lib/systemd/system/*; do
  # the program is not installed here, and its path is all that would be missed
  sed -e 's,^ExecStart=/usr/bin/amlreach,ExecStart=/bin/true,' -e '/^Documentation=/d' "$unit" >"$SCRATCH/${unit##*/}"
done
for unit in "$SCRATCH"/*.service "$SCRATCH"/*.timer; do
  holds "systemd-analyze verify ${unit##*/} is silent" silent systemd-analyze verify "$unit"
done
for unit in "$SCRATCH"/*.service; do
  holds "exposure of ${unit##*/} is 1.5 at most" systemd-analyze security --no-pager --offline=true --threshold=15 "$unit"
done

section 'packages: the tar.gz, where somebody unpacked it'
targets=$SCRATCH/refused
echo tcp://127.0.0.1:1 >"$targets"
code=0
env -i "$tree/bin/amlreach" --check --targets "$targets" >"$OUT" 2>"$ERR" || code=$?
exits 1 'amlreach --check'
is "$(cat "$ERR")" '' 'it says nothing else'
archive_in_use() { AMLREACH_JAVA_OPTS=-Xshare:on "$1" explain ok; }
holds 'its class-data archive is in use' archive_in_use "$tree/bin/amlreach"
# memory that is used up ends it at once and unmistakably, whichever thread it happens to
seq 1 30000 | awk '{ print "tls://127.0.0." $1 % 200 + 1 ":" 20000 + $1 }' >"$SCRATCH/many"
for command in check "serve --listen 127.0.0.1:29910 --state-directory $SCRATCH/forgotten"; do
  code=0
  # shellcheck disable=SC2086  # several words
  (cd "$SCRATCH" && AMLREACH_JAVA_OPTS=-Xmx24m timeout 60 "$tree/bin/amlreach" $command --targets many --timeout 1s) >"$OUT" 2>"$ERR" || code=$?
  is "$code" 134 "without memory, ${command%% *} is aborted"
  says "$OUT" 'OutOfMemoryError' 'and says why'
done
for command in 'demo --no-color' 'plan --workspace contoso-mlw --region westeurope' 'catalog lint' 'explain ok' 'rules --workspace contoso-mlw --region westeurope --format bicep'; do
  code=0
  # shellcheck disable=SC2086  # several words
  env -i "$tree/bin/amlreach" $command >"$OUT" 2>"$ERR" || code=$?
  exits 0 "amlreach $command"
done

section 'packages: the life of the .deb on a Debian without Java'
vm=$SCRATCH/debian
debian "$vm" || not_ok 'a Debian to install in' 'debootstrap failed'
cp "$deb" "$vm/root/amlreach.deb"
cp "$targets" "$vm/root/refused"
there() {
  code=0
  in_debian "$vm" "$@" >"$OUT" 2>"$ERR" || code=$?
}
holds 'no Java is there' test ! -e "$vm/usr/bin/java"
there dpkg -i /root/amlreach.deb
exits 0 'install'
says "$OUT" 'describe your workspaces' 'install says what comes next'
is "$(find "$vm"/etc/systemd/system -name 'amlreach*')" '' 'nothing is enabled by being installed'
there amlreach --version
is "$(cat "$OUT")" "amlreach $version" 'amlreach --version'
there sh -c 'AMLREACH_JAVA_OPTS="-Xshare:on -Xmx256m" amlreach plan --workspace contoso-mlw --region westeurope'
exits 0 'its class-data archive is in use'
# shellcheck disable=SC2016  # expands there
there sh -c 'best=99999; for i in 1 2 3; do
  start=$(date +%s%N); amlreach --check --targets /root/refused >/root/report; told=$?; took=$((($(date +%s%N) - start) / 1000000))
  [ $took -ge $best ] || best=$took; done; echo $best $told; [ $best -lt 1500 ] && [ $told -eq 1 ]'
exits 0 "a check takes less than 1.5 s: $(cut -d' ' -f1 "$OUT") ms"
there amlreach --check
exits 2 'settings that describe no workspace are told so'
holds 'the man page' test -s "$vm/usr/share/man/man1/amlreach.1.gz"

printf 'workspaces:\n  - name: contoso-mlw\n    region: westeurope\n' >"$vm/etc/amlreach/amlreach.yaml"
there amlreach config check /etc/amlreach/amlreach.yaml
exits 0 'settings of the user'
mkdir -p "$vm/var/lib/private/amlreach" && touch "$vm/var/lib/private/amlreach/kept"
dpkg-deb -R "$deb" "$SCRATCH/next"
sed -i 's/^Version: .*/&+next/' "$SCRATCH/next/DEBIAN/control"
echo '# new words of the next version' >>"$SCRATCH/next/etc/amlreach/amlreach.yaml"
dpkg-deb -Znone -b "$SCRATCH/next" "$vm/root/next.deb" >/dev/null
there dpkg --force-confold -i /root/next.deb
exits 0 'upgrade'
says "$vm/etc/amlreach/amlreach.yaml" '^  - name: contoso-mlw' 'the settings of the user survive'
says "$vm/etc/amlreach/amlreach.yaml.dpkg-dist" 'new words' 'those of the package lie beside them'
there dpkg -r amlreach
exits 0 'remove'
is "$(find "$vm/usr/lib/amlreach" "$vm/usr/bin/amlreach" 2>/dev/null)" '' 'remove: the program is gone'
holds 'remove: settings and state are kept' test -e "$vm/etc/amlreach/amlreach.yaml" -a -e "$vm/var/lib/private/amlreach/kept"
there dpkg -P amlreach
exits 0 'purge'
is "$(find "$vm/etc" "$vm/var/lib/private" "$vm/usr" "$vm/lib/" -name '*amlreach*' 2>/dev/null)" '' 'purge: nothing is left'
rm -rf "$vm" "$SCRATCH/next" "$SCRATCH/deb" "$SCRATCH/rpm" "$SCRATCH/tar place"
