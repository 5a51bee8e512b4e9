# SPDX-License-Identifier: Apache-2.0
# The container image: what is in the tar, and the program in it run by runc as a cluster would run it
# under the restricted Pod Security Standard, on the jump box's network. No registry and no Docker here.
section 'container: the image'
# shellcheck source=../daemon.sh
. "$HERE/daemon.sh"

built=$HERE/../target
images() { find "$built" -maxdepth 1 -name 'amlreach-*-image-*.tar' | sort | tail -n 1; }
if [ -z "$(images)" ]; then
  (cd "$HERE/../.." && ./mvnw -B -q -Pdist -DskipTests -Dspotless.check.skip=true package) >&2
fi
image=$(images)
layout=$SCRATCH/layout
bundle=$SCRATCH/bundle
root=$bundle/rootfs
# member NAME: a file of the tar; blob DIGEST: the one of that digest
member() { tar -xOf "$image" "$1"; }
blob() { member "blobs/sha256/${1#sha256:}"; }
manifest=$(member index.json | jq -r '.manifests[0].digest')
config=$(blob "$manifest" | jq -r .config.digest)

is "$(member oci-layout | jq -r .imageLayoutVersion)" 1.0.0 'an OCI image layout'
is "$(member index.json | jq -r '"\(.schemaVersion) \(.manifests | length) \(.manifests[0].mediaType)"')" \
  '2 1 application/vnd.oci.image.manifest.v1+json' 'its index'
is "$(blob "$manifest" | jq -r '[.config, .layers[]] | map(.mediaType) | unique | join(" ")')" \
  'application/vnd.oci.image.config.v1+json application/vnd.oci.image.layer.v1.tar+gzip' 'its media types'
{ member index.json | jq -r '.manifests[] | "\(.digest) \(.size)"'; blob "$manifest" | jq -r '.config, .layers[] | "\(.digest) \(.size)"'; } |
  while read -r digest size; do
    [ "$(blob "$digest" | sha256sum | cut -d' ' -f1) $(blob "$digest" | wc -c)" = "${digest#sha256:} $size" ] || echo "$digest"
  done >"$OUT"
is "$(cat "$OUT")" '' 'every digest and size'
is "$(blob "$manifest" | jq -r '.layers[].digest' | while read -r layer; do blob "$layer" | gzip -dc | sha256sum | cut -d' ' -f1; done)" \
  "$(blob "$config" | jq -r '.rootfs.diff_ids[]' | sed s/sha256://)" 'every layer unpacked'
is "$(blob "$config" | jq -c '[.os, .config.User, .config.Entrypoint, .config.Cmd, (.config.ExposedPorts | keys), .config.Env]')" \
  '["linux","65532:65532",["/usr/lib/amlreach/runtime/bin/java","@/usr/lib/amlreach/image.args"],["serve","--config","/etc/amlreach/amlreach.yaml"],["10911/tcp"],["LC_ALL=C.UTF-8"]]' \
  'what it runs, and as whom'
is "$(blob "$config" | jq -r .architecture)" "$(dpkg --print-architecture)" 'its architecture'
for label in version licenses created title description; do
  is "$(blob "$config" | jq ".config.Labels[\"org.opencontainers.image.$label\"] | length > 0")" true "label $label"
done
is "$(blob "$config" | jq -c '.config.Healthcheck | [.Test[-1], .Interval, .Timeout, .Retries]')" \
  '["healthy",30000000000,5000000000,3]' 'its health check'
holds 'skopeo reads it as OCI' skopeo inspect "oci-archive:$image"
holds 'and as what docker load reads' skopeo copy -q "docker-archive:$image" "dir:$SCRATCH/docker"
mebibytes=$(($(stat -c %s "$image") >> 20))
holds "it has no more than 80 MiB: $mebibytes" test "$mebibytes" -le 80

skopeo copy -q "oci-archive:$image" "oci:$layout:amlreach"
umoci unpack --image "$layout:amlreach" "$bundle" >"$OUT" 2>"$ERR" || not_ok 'umoci unpacks it' "$(tail -n 3 "$ERR")"
is "$(find "$root" -type f -perm /111 ! -name '*.so*' -printf '/%P\n' | LC_ALL=C sort | xargs)" \
  '/usr/lib/amlreach/runtime/bin/java /usr/lib/amlreach/runtime/lib/jspawnhelper' 'what can be executed: no shell'
is "$(find "$root" \( -perm /6000 -o -user 65532 -o -perm /022 ! -type l \) -printf '/%P\n' | LC_ALL=C sort | xargs)" \
  '/tmp /var/lib/amlreach' 'what its user may write to'
is "$(for file in "$root"/var/lib/dpkg/status.d/*; do [ -s "$root/usr/share/doc/${file##*/}/copyright" ] || echo "$file"; done)" '' \
  'every library of the system has its licence'
says "$root/usr/share/doc/amlreach/SYSTEM" '^libc6.* source: glibc' 'the C library is told of, with its source'

section 'container: several architectures'
# no machine of the other kind is here: the same files under its name stand in for it
other=arm64
[ "$(dpkg --print-architecture)" != arm64 ] || other=amd64
skopeo copy -q "oci-archive:$image" "oci:$SCRATCH/other:amlreach:0"
umoci config --image "$SCRATCH/other:amlreach:0" --architecture "$other" >"$OUT" 2>&1
(cd "$SCRATCH/other" && tar -cf "$SCRATCH/other.tar" .)
holds 'deploy/container/index' "$HERE/../container/index" "$SCRATCH/all.tar" "$image" "$SCRATCH/other.tar"
for architecture in amd64 arm64; do
  is "$(skopeo --override-arch "$architecture" inspect "oci-archive:$SCRATCH/all.tar" | jq -r .Architecture)" \
    "$architecture" "finds the one for $architecture"
done
holds 'all of it can be copied' skopeo copy -q --all "oci-archive:$SCRATCH/all.tar" "oci:$SCRATCH/copied:all"
code=0
"$HERE/../container/index" "$SCRATCH/twice.tar" "$image" "$image" >"$OUT" 2>"$ERR" || code=$?
exits 2 'twice the same architecture is refused'
rm -rf "$SCRATCH/other" "$SCRATCH/copied" "$SCRATCH"/*.tar "$SCRATCH/docker"

section 'container: run with a read-only root, no capability and the usual seccomp profile'
"$HERE/world" up "$HERE/faults/daemon"
rm -rf "$D/state"
mkdir -p "$D/settings" "$D/state"
chown 65532:65532 "$D/state"
: >"$D/log"
chmod 755 "$SCRATCH" "$D"
daemon_targets
cp "$CA" "$D/settings/root.crt"
cp "$D/targets" "$D/settings/targets"
# what containers/common has for Docker and Podman, as the runtime wants it, without any capability
jq --arg machine "$(dpkg --print-architecture)" '{
  defaultAction, defaultErrnoRet,
  architectures: [.archMap[] | select(.architecture == "SCMP_ARCH_X86_64" or .architecture == "SCMP_ARCH_AARCH64") | .architecture],
  syscalls: [.syscalls[]
    | select((.includes.caps // []) == [] and ((.includes.arches // [$machine]) | index($machine)) and ((.excludes.arches // []) | index($machine) | not))
    | {names, action} + (if .errnoRet then {errnoRet} else {} end) + (if (.args // []) == [] then {} else {args} end)]}' \
  /usr/share/containers/seccomp.json >"$SCRATCH/seccomp"
cp "$bundle/config.json" "$SCRATCH/config"

# contained NAME ARGUMENT...: the image with these arguments, until it ends
contained() {
  local name=$1
  shift
  printf '%s\n' "$@" | jq -Rn '[inputs]' >"$SCRATCH/arguments"
  jq --slurpfile arguments "$SCRATCH/arguments" --slurpfile seccomp "$SCRATCH/seccomp" --slurpfile image <(blob "$config") \
    --arg d "$D" --arg ns "$VM" '
    def bind($from; $to; $mode): {destination: $to, type: "bind", source: $from, options: ["bind", $mode, "nosuid", "nodev", "noexec"]};
    .process.args = $image[0].config.Entrypoint + $arguments[0] | .process.terminal = false
    | .process.capabilities = ({bounding: [], effective: [], permitted: [], inheritable: [], ambient: []})
    | .process.noNewPrivileges = true | .root.readonly = true
    | .linux.seccomp = $seccomp[0] | del(.linux.resources, .linux.cgroupsPath)
    | .linux.namespaces |= (map(select(.type != "network" and .type != "cgroup")) + [{type: "network", path: "/run/netns/\($ns)"}])
    | .mounts |= (map(select(.type != "cgroup" and .destination != "/etc/resolv.conf")) + [
        {destination: "/tmp", type: "tmpfs", source: "tmpfs", options: ["nosuid", "nodev", "noexec", "size=64m", "mode=1777"]},
        bind("\($d)/settings"; "/etc/amlreach"; "ro"), bind("\($d)/state"; "/var/lib/amlreach"; "rw"),
        bind("/etc/netns/\($ns)/resolv.conf"; "/etc/resolv.conf"; "ro"), bind("/etc/netns/\($ns)/hosts"; "/etc/hosts"; "ro")])' \
    "$SCRATCH/config" >"$bundle/config.json"
  runc run --bundle "$bundle" "amlreach-e2e-$name"
}
# run in the foreground: $code, $OUT and $ERR as of the product
in_image() {
  code=0
  contained once "$@" >"$OUT" 2>"$ERR" </dev/null || code=$?
}

in_image --version
touch "$SCRATCH/before" # the first run made the places to mount at
exits 0 'amlreach --version'
says "$OUT" '^amlreach [0-9]' 'it says its version'
is "$(cat "$ERR")" '' 'and nothing else'
in_image check --targets /etc/amlreach/targets --ca-file /etc/amlreach/root.crt --format json
exits 0 'a check of the targets on the jump box'"'"'s network'
valid 'its report is valid'
is "$(jq -r '[.verdicts[].level] | unique | join(" ")' "$OUT")" pass 'all pass'
in_image --check
exits 2 'what is missing is told so'

cat >"$D/settings/amlreach.yaml" <<'YAML'
probe: {timeout: 1s, deadline: 4s}
tls: {caFile: root.crt}
dns: {compare: [], timeout: 1s}
schedule: {interval: 2s, jitter: 0%, failAfter: 2, passAfter: 1}
YAML
# web PATH [ARGUMENT OF CURL...]: here without TLS and password
web() {
  local path=$1
  shift
  jumpbox curl -sS --max-time 5 "http://$WEB$path" "$@"
}
contained daemon serve --config /etc/amlreach/amlreach.yaml --targets /etc/amlreach/targets >>"$D/out" 2>>"$D/log" </dev/null &
daemon=$!
eventually 'the daemon is ready' web_is 200 /-/ready
is "$(web /-/healthy -o /dev/null -w '%{http_code}')" 200 'and healthy'
mapfile -t health < <(blob "$config" | jq -r '.config.Healthcheck.Test[1:][]')
asked_inside() { runc exec amlreach-e2e-daemon "${health[@]}"; }
holds 'the health check of the image: healthy' asked_inside
began=$(date +%s%N)
asked_inside >/dev/null
took=$((($(date +%s%N) - began) / 1000000))
holds "it takes no more than 2 s: $took ms" test "$took" -le 2000
kill -STOP "$(runc state amlreach-e2e-daemon | jq .pid)"
code=0
jumpbox "$PRODUCT" healthy --url "http://$WEB" >"$OUT" 2>"$ERR" || code=$?
exits 1 'a daemon that is stopped in its tracks: not healthy'
says "$ERR" 'no answer within 2 s' 'and why'
kill -CONT "$(runc state amlreach-e2e-daemon | jq .pid)"
# what the Containerfile runs is what is installed
says "$HERE/../container/Containerfile" 'CMD \["/usr/bin/amlreach", "healthy"\]' 'the Containerfile asks the same'
holds 'as its health check does: healthy' jumpbox "$PRODUCT" healthy --config "$D/settings/amlreach.yaml"
is "$(web /metrics | grep -c '^amlreach_probe_success{.* 1')" "$(wc -l <"$D/targets")" 'each target has its series, and passes'
pid=$(runc state amlreach-e2e-daemon | jq .pid)
is "$(awk '/^(Uid|Gid|CapEff|CapBnd|NoNewPrivs|Seccomp):/ { print $2 }' "/proc/$pid/status" | xargs)" \
  '65532 65532 0000000000000000 0000000000000000 1 2' 'user, group, capabilities, no new privileges, seccomp'
release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$root/usr/lib/amlreach/runtime/release")
if [ "$release" -ge 19 ]; then
  holds 'its class-data archive is in use' grep -q '/usr/lib/amlreach/amlreach.jsa' "/proc/$pid/maps"
fi
# as a ConfigMap changes: another file takes the name
sed 's/interval: 2s/interval: 3s/' "$D/settings/amlreach.yaml" >"$D/settings/next"
mv "$D/settings/next" "$D/settings/amlreach.yaml"
eventually 'changed settings are read by themselves' grep -qiE 'settings|reload' "$D/log"
eventually 'and told as read' metric_is 1.0 amlreach_config_last_reload_successful
drops 198.18.1.10 443
eventually 'a target that breaks' metric_is 0.0 amlreach_probe_success 'host="broken.azure.test"'
opens 198.18.1.10 443
eventually 'and heals' metric_is 1.0 amlreach_probe_success 'host="broken.azure.test"'
kill -TERM "$pid"
code=0
wait "$daemon" || code=$?
cp "$D/log" "$ERR"
: >"$OUT"
exits 0 'SIGTERM: exits 0'
code=0
jumpbox "$PRODUCT" healthy --config "$D/settings/amlreach.yaml" >"$OUT" 2>"$ERR" || code=$?
exits 1 'the health check of the Containerfile: not any more'
is "$(find "$root" -newer "$SCRATCH/before" -printf '/%P\n')" '' 'nothing of the root was written to'
holds 'the journal is in the state directory' sh -c "find '$D/state' -name '*journal*' -size +0 | grep ."
is "$(find "$D/state" ! -user 65532)" '' 'and belongs to the user'
in_image history --state-directory /var/lib/amlreach --format json
says "$OUT" 'broken\.azure\.test' 'amlreach history: tells of it'
# shellcheck source=../daemon.sh
. "$HERE/daemon.sh"
