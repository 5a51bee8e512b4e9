# SPDX-License-Identifier: Apache-2.0
# From rows to root causes: how many findings there are, of what kind, and what each asks for.
section 'diagnosis: findings'

check() {
  amlreach --check --ca-file "$CA" --timeout 3s --format json "$@"
}

# --- private names: a DNS server of Contoso's own, and Azure's at 168.63.129.16
"$HERE/world" up "$HERE/faults/private"
amlreach plan "${CONTOSO[@]}" --format json
jq -r '.needs[] | select(.disposition == "probe") | .host' "$OUT" | sort -u >"$SCRATCH/planned"
"$HERE/world" up "$HERE/faults/private" "$SCRATCH/planned"
contoso_dns_up 198.18.6.9 api.azureml.ms vault.azure.net

check "${CONTOSO[@]}"
valid 'all private endpoints in order: the report is valid'
tells_of_all
is "$(kinds)" 'inspection' 'and the test authority, which nobody but --ca-file knows, is the only finding'
is "$(jq -r '[.privateNames[] | .truth] | unique | join(" ")' "$OUT")" matches 'every private name matches'

cat >"$SCRATCH/endpoint.json" <<'JSON'
[{"IPAddress": "10.20.3.4", "FQDNs": ["0fab1234-5678-4abc-9def-0123456789ab.workspace.westeurope.api.azureml.ms",
  "0fab1234-5678-4abc-9def-0123456789ab.workspace.westeurope.cert.api.azureml.ms"]},
 {"IPAddress": "10.20.3.99", "FQDNs": ["ml-contoso-mlw-westeurope-0fab1234-5678-4abc-9def-0123456789ab.westeurope.notebooks.azure.net"]}]
JSON
check "${CONTOSO[@]}" --private-endpoint-file "$SCRATCH/endpoint.json"
is "$(kinds)" 'inspection wrong-private-address' 'an address that is not the endpoint'"'"'s: wrong-private-address'
says <(finding wrong-private-address '.evidence[], .title') '10\.20\.3\.99' 'and the expected one is told'

resolvers "$DNS_OF_CONTOSO"
check "${CONTOSO[@]}"
is "$(kinds)" 'forwarder-missing forwarder-missing inspection' 'an unbound without two forwarders: two findings'
is "$(finding forwarder-missing '.remedy.team' | sort -u)" dns 'and the DNS team has to act'
says <(finding forwarder-missing '.remedy.text') 'api\.azureml\.ms.*168\.63\.129\.16' 'forward api.azureml.ms to 168.63.129.16'
says <(finding forwarder-missing '.remedy.text') 'vault\.azure\.net.*168\.63\.129\.16' 'forward vault.azure.net to 168.63.129.16'

check "${CONTOSO[@]}" --dns-server "$DNS_OF_AZURE"
is "$(kinds)" 'inspection' 'asking 168.63.129.16 alone: in order'

resolvers "$DNS_SERVER" "$DNS_OF_CONTOSO"
check "${CONTOSO[@]}"
is "$(kinds)" 'inspection resolvers-disagree resolvers-disagree' 'two resolvers, of which the second leaks: they disagree'

resolvers "$DNS_SILENT"
check "${CONTOSO[@]}"
is "$(kinds)" 'resolver-dead' 'a resolver that keeps silent: one finding, however many rows'
resolvers "$DNS_SERVER"

# --- packets
"$HERE/world" up "$HERE/faults/lost"
awk '!/^#/ { split($5, t, ":"); print t[1] "://" $1 ":" t[2] }' "$HERE/faults/lost" >"$SCRATCH/lost"
check --targets "$SCRATCH/lost"
tells_of_all
is "$(kinds)" 'mtu-black-hole' 'large packets are lost: one finding'
is "$(finding mtu-black-hole .confidence)" high 'proved by a handshake in small packets'

in_ns "$VM" ip route del default
in_ns "$VM" ip route add 10.20.2.0/24 via "$FW_INSIDE"
in_ns "$VM" ip route add blackhole default
check --targets "$SCRATCH/lost"
is "$(kinds)" 'no-way-out' 'no way out: one finding'
