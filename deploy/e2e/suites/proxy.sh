# SPDX-License-Identifier: Apache-2.0
# Through squid: what it serves, denies and cannot reach, with and without a password.
section 'proxy: squid between the jump box and Azure'

table=$HERE/faults/proxy
list=$SCRATCH/targets
password=$SCRATCH/password
open=http://$PROXY_ADDRESS:3128
locked=http://agent@$PROXY_ADDRESS:3129
"$HERE/world" up "$table"
proxy_up agent hunter2-of-contoso
rows <"$table" | awk '{ split($5, t, /[:\/]/); print t[1] "://" $1 ":" t[2], t[3] }' >"$list"

amlreach --check --targets "$list" --ca-file "$CA" --timeout 2s --format json --proxy "$open"
exits 1 'something required failed'
valid 'the report is valid'
tells_of_all
is "$(jq -r .host.proxy "$OUT")" "$PROXY_ADDRESS:3128" 'the report names the proxy'
says <(detail_of denied.azure.test) 'ERR_ACCESS_DENIED' "squid's reason is told: denied"
says <(detail_of missing.azure.test) 'ERR_CANNOT_FORWARD' "squid's reason is told: no such name"
says <(detail_of closed.azure.test) 'ERR_CONNECT_FAIL' "squid's reason is told: no connection"
says <(asked_of_proxy) '^CONNECT healthy\.azure\.test:443$' 'squid is asked for the name, not for an address'
is "$(asked_of_proxy | grep -c -e files -e connect)" 0 'what squid does not carry is not asked of it'

# asks TARGET WANTED WHAT OPTION...: what is told of one https or http target
asks() {
  local target=$1 wanted=$2 what=$3 protocol=${1%%:*} host=${1#*://}
  shift 3
  amlreach --check --targets - --ca-file "$CA" --timeout 3s --format json "$@" <<<"$target"
  is "$(told "${host%:*}" "${host#*:}" "$protocol")" "$wanted" "$what"
}

healthy=https://healthy.azure.test:443
asks https://denied.azure.test:443 'pass http ok' 'noProxy: asked past the proxy' --proxy "$open" --no-proxy .azure.test
asks "$healthy" 'fail proxy proxy-authentication' 'no user: proxy-authentication' --proxy "http://$PROXY_ADDRESS:3129"
says <(detail_of healthy.azure.test) 'offers Basic; no user is given$' 'no user: the schemes are told'
asks http://http.azure.test:80 'fail proxy proxy-authentication' 'no user, over HTTP' --proxy "http://$PROXY_ADDRESS:3129"

echo hunter2-of-contoso >"$password"
asks "$healthy" 'pass http ok' 'a user and a password: pass' --proxy "$locked" --proxy-password-file "$password" --verbose
asks http://http.azure.test:80 'pass http ok' 'a user and a password, over HTTP' --proxy "$locked" --proxy-password-file "$password"
echo hunter3-of-contoso >"$password"
asks "$healthy" 'fail proxy proxy-authentication' 'a wrong password' --proxy "$locked" --proxy-password-file "$password" --verbose
says <(detail_of healthy.azure.test) 'user and password are refused$' 'a wrong password: it says so'
is "$(grep -cE "hunter|$(printf 'agent:hunter3-of-contoso' | base64)" "$OUT" "$ERR" | cut -d: -f2 | paste -sd' ')" '0 0' \
  'no output holds the password'

asks "$healthy" 'fail proxy proxy-unreachable' 'nobody listens: proxy-unreachable' --proxy "http://$PROXY_ADDRESS:3130"
asks "$healthy" 'fail proxy proxy-unreachable' 'nobody answers: proxy-unreachable' --proxy "http://$DNS_SILENT:3128"
asks "$healthy" 'fail proxy proxy-unreachable' 'its name does not exist: proxy-unreachable' --proxy http://none.azure.test:3128
asks "$healthy" 'fail proxy proxy-denied' 'a web server is no proxy: proxy-denied' --proxy http://http.azure.test:80
says <(detail_of healthy.azure.test) 'server nginx' 'a web server is no proxy: its name is told'

resolvers "$DNS_SILENT"
asks "$healthy" 'pass http ok' 'a jump box without a name server: pass through the proxy' --proxy "$open"
resolvers "$DNS_SERVER"

code=0
in_ns "$VM" env HTTPS_PROXY=http://u:hunter2@proxy:1 "$PRODUCT" --check --targets "$list" --timeout 2s >"$OUT" 2>"$ERR" || code=$?
says "$OUT" 'HTTPS_PROXY is set; amlreach probes directly unless --proxy is given' 'HTTPS_PROXY is not used, and told'
is "$(grep -c hunter2 "$OUT")" 0 'and its value is not'
