# SPDX-License-Identifier: Apache-2.0
# What cannot be right is refused before a single packet is sent.
section 'bad input: refused, named, nothing probed'

"$HERE/world" up "$HERE/faults/targets"
cd "$SCRATCH" || exit

# refuses WHAT PATTERN OPTION...: exit 2 or 4, a line on standard error that matches, silence
refuses() {
  local what=$1 pattern=$2 sent
  shift 2
  sent=$(packets_sent)
  amlreach --check "$@"
  case $code in
    2) exits 2 "$what: exits 2" ;;
    *) exits 4 "$what: exits 4" ;;
  esac
  says "$ERR" "$pattern" "$what: it says what and where"
  quiet "$sent" "$what: nothing was probed"
}

# settings NAME: a settings file from standard input
settings() { cat >"$1.yaml"; }

settings misspelt <<'YAML'
workspaces:
  - name: contoso-mlw
    region: westeurope
    storageAcount: contosomlstore
probe: {timeout: soon}
YAML
refuses 'a misspelt key' 'misspelt\.yaml:4 .*did you mean .*storageAccount' --config misspelt.yaml
says "$ERR" 'misspelt\.yaml:5 .*timeout' 'all problems are told at once'

settings broken <<<'workspaces: [{name: contoso-mlw'
refuses 'broken YAML' 'broken\.yaml:' --config broken.yaml

printf '%s\n' x a b c d e f g h i |
  awk 'NR > 1 { printf "%s: &%s [", $1, $1; for (i = 0; i < 8; i++) printf "%s, ", (last == "x" ? "x" : "*" last); print "x]" } { last = $1 }' |
  settings bomb
refuses 'an alias bomb' 'bomb\.yaml' --config bomb.yaml

{ echo workspaces: && head -c 50M < <(yes '  - {name: contoso-mlw, region: westeurope}'); } | settings huge
refuses '50 MB of YAML' 'huge\.yaml' --config huge.yaml

refuses 'a missing settings file' 'absent\.yaml' --config absent.yaml
refuses 'a directory as settings' "$SCRATCH" --config "$SCRATCH"

settings overlay <<'YAML'
sections:
  - section: contoso
    features: [python]
    rows:
      - {id: mirror, pattern: mirror.contoso.com, purpose: A mirror}
      - {id: mirror, pattern: "<moonBase>.contoso.com", purpose: Another}
YAML
refuses 'an overlay with a duplicate id' 'overlay\.yaml:6 .*mirror' "${CONTOSO[@]}" --overlay overlay.yaml
says "$ERR" 'overlay\.yaml:6 .*moonBase' 'an overlay with an unknown placeholder: told as well'
refuses 'an account name that cannot be one' 'storage-account.*Not_A_Name' "${CONTOSO[@]}" --storage-account Not_A_Name

echo https://healthy.azure.test:443 >good-list
head -c 2000 /dev/urandom >garbage.pem
refuses 'a CA file of garbage' 'garbage\.pem' --targets good-list --ca-file garbage.pem
printf -- '-----%s CERTIFICATE-----\n' BEGIN END | sed '1a bm90IGEgY2VydGlmaWNhdGU=' >not-one.pem
refuses 'a CA file that holds no certificate' 'not-one\.pem' --targets good-list --ca-file not-one.pem
refuses 'a missing CA file' 'absent\.pem' --targets good-list --ca-file absent.pem

refuses 'a name as DNS server' 'dns-server.*dns\.contoso\.test' --targets good-list --dns-server dns.contoso.test
refuses 'a DNS server on port 0' 'dns-server' --targets good-list --dns-server 10.20.2.53:0

while IFS='|' read -r line what; do
  printf 'https://healthy.azure.test:443\n%s\n' "$line" >bad-list
  refuses "a target list with $what" 'bad-list:2' --targets bad-list
done <<'LINES'
https://healthy.azure.test:0|port 0
https://healthy.azure.test:65536|a port that is too large
https://healthy azure.test:443|a host that is not a name
https://-healthy-.azure..test:443|a host with empty labels
gopher://healthy.azure.test:70|an unknown protocol
https://healthy.azure.test:443 everywhere|an unknown expectation
LINES
refuses 'a missing target list' 'absent-list' --targets absent-list
: >empty-list
refuses 'an empty target list' 'empty-list' --targets empty-list

refuses 'an unknown format' 'format.*jsn' --targets good-list --format jsn
refuses 'an unknown option' 'no-such-option' --targets good-list --no-such-option
refuses 'a report in a directory that does not exist' 'absent/report\.json' \
  --targets good-list --output absent/report.json
refuses 'an unknown cloud' 'cloud.*moon' "${CONTOSO[@]}" --cloud moon
refuses 'a timeout without a unit' 'timeout.*fast' --targets good-list --timeout fast

# what serve would refuse is told before it is started, from all files at once
settings daemon <<'YAML'
schedule: {interval: 10ms, jitter: 200%}
tls: {caFile: not-one.pem}
web: {listen: "127.0.0.1:10911", configFile: web.yaml}
YAML
settings web <<<'tls_server_config: {cert_file: absent.crt, key_file: absent.key}'
config_check() {
  code=0
  "$PRODUCT" config check "$@" >"$OUT" 2>"$ERR" || code=$?
}
config_check daemon.yaml --targets good-list --fail-after 0
exits 4 'config check of bad settings: exits 4'
says "$ERR" 'daemon\.yaml:1 .*interval: .* from 500ms .* such as 60s' 'a short interval: range and example'
says "$ERR" 'daemon\.yaml:1 .*jitter: .* from 0% to 100%, such as 10%' 'too much jitter: range and example'
says "$ERR" 'flag --fail-after .* from 1 to 100' 'a flag of the daemon: told'
says "$ERR" 'daemon\.yaml:2 .*tls\.caFile.*not-one\.pem' 'its CA file: told'
says "$ERR" 'web\.yaml:1 .*absent\.crt.*beside the web configuration file' 'its web configuration: told'
config_check --targets good-list --interval 30s --listen 127.0.0.1:10911
exits 0 'config check of good settings: exits 0'
is "$(tail -n 1 "$OUT")" 'no problems: 1 target' 'its last line says that all is well'

cd "$HERE" || exit
