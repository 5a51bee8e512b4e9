# SPDX-License-Identifier: Apache-2.0
# The live page of the real daemon in a real browser, while the network breaks and heals below it.
section 'page: the daemon in Chromium'
# shellcheck source=../world.d/pki.sh
. "$HERE/world.d/pki.sh"
# shellcheck source=../daemon.sh
. "$HERE/daemon.sh"

# Two workspaces, of which the second has no private endpoint. What is in order warns of an inspecting
# firewall, for nobody knows this world's authority but who is given it.
two_workspaces() {
  printf '%s\n' 'workspaces:' \
    '  - {name: contoso-mlw, id: 0fab1234-5678-4abc-9def-0123456789ab, cloud: public, region: westeurope,' \
    '     storageAccount: contosomlstore, keyVault: contosomlkv, containerRegistry: contosomlacr, privateEndpoint: true}' \
    '  - {name: contoso-dev, id: 1fab1234-5678-4abc-9def-0123456789ab, cloud: public, region: westeurope,' \
    '     storageAccount: contosodevstore, keyVault: contosodevkv, containerRegistry: contosodevacr}'
}

# As daemon_starts, but the settings say what is watched.
page_starts() {
  ip netns exec "$VM" "$PRODUCT" serve --config "$D/amlreach.yaml" >>"$D/out" 2>>"$D/log" &
  daemon=$!
}

tidy_is_content() { ! tidy -quiet -errors "$1" 2>&1 | grep .; }
js_is() { [ "$(js "$2")" = "$1" ]; }
says_page() { js "document.querySelector('$1').textContent" | grep -qE -- "$2"; }
row() { echo ".matrix tr[data-key$=\"/$1:443\"]"; }
level_of() { js "document.querySelector('$(row "$1")').dataset.level"; }
level_is() { [ "$(level_of "$2")" = "$1" ]; }
# looks NAME [SELECTOR]: what a reader sees, at the top or from there on, in both colours
looks() {
  local scheme
  js "scrollTo(0, $([ $# -lt 2 ] && echo 0 || echo "document.querySelector('$2').getBoundingClientRect().top + scrollY - 8"))" >/dev/null
  for scheme in light dark; do
    scheme "$scheme"
    devtools Page.captureScreenshot '{}' | jq -r .data | base64 -d >"$SHOTS/live-$1-$scheme.png"
    holds "a screenshot: $1, $scheme" file_has "$SHOTS/live-$1-$scheme.png" 10000
  done
  scheme light
}
viewport() { # WIDTH HEIGHT: of a phone
  devtools Emulation.setDeviceMetricsOverride \
    "{\"width\": $1, \"height\": $2, \"deviceScaleFactor\": 2, \"mobile\": true}" >/dev/null
}

"$HERE/world" up "$HERE/faults/page"
mkdir -p "$D"
rm -rf "$D/state"
: >"$D/log"
web_configuration
settings "$(two_workspaces)"
amlreach plan --config "$D/amlreach.yaml" --format json
exits 0 'plan'
jq -r '.needs[] | select(.disposition == "probe") | .host' "$OUT" | sort -u >"$SCRATCH/planned"
"$HERE/world" up "$HERE/faults/page" "$SCRATCH/planned"
web_configuration

browser_place=(ip netns exec "$VM")
open_browser
resolvers "$DNS_SILENT"
page_starts
url=https://prometheus:$PASSWORD@$WEB/
eventually 'the daemon answers' web_is 200 /-/healthy
visit "$url"
is "$(js 'document.title')" 'The first sweep is under way - amlreach' 'before the first sweep the page says so'
looks first
eventually 'blind from the start: the page says so without a reload' js_is 'Nothing can be judged from here' 'document.getElementById("headline").textContent'
looks blind-first
resolvers "$DNS_SERVER"
eventually 'the first rows appear without a reload' says_page '#headline' '[0-9]+ of [0-9]+ pass'
eventually 'what fails is settled' level_is fail mcr.microsoft.com

section 'page: what it tells'
web / >"$SCRATCH/live.html"
holds 'tidy finds nothing wrong with the page' tidy_is_content "$SCRATCH/live.html"
says "$SCRATCH/live.html" 'rel="icon" href="data:image/svg' 'its icon is in it'
is "$(js 'document.querySelectorAll(".states tbody tr").length')" 2 'two workspaces are a matrix'
is "$(js 'document.title')" "$(js 'document.getElementById("headline").textContent') - amlreach" 'the title tells the state'
looks desktop
looks desktop-rows '#rows'
viewport 390 844
is "$(js 'document.documentElement.scrollWidth')" 390 'nothing is wider than a phone'
looks phone
looks phone-findings '#findings'
looks phone-changes '#changes'
looks phone-rows '.matrix'
viewport 320 640
is "$(js 'document.documentElement.scrollWidth')" 320 'nor than the narrowest of them'
looks narrow
looks narrow-rows '#rows'
devtools Emulation.clearDeviceMetricsOverride '{}' >/dev/null
echo "# an update of $(js 'document.querySelectorAll(".matrix tbody tr").length') rows takes $(js 'document.documentElement.dataset.took') ms in the browser"

section 'page: by mouse and keyboard'
dead=$(row mcr.microsoft.com)
busy=$(row management.azure.com)
click "$dead details summary"
is "$(js "document.querySelector('$dead details').open")" true 'evidence opens on click'
js "document.querySelector('$busy details summary').focus()" >/dev/null
keys "$ENTER"
is "$(js "document.querySelector('$busy details').open")" true 'and with the keyboard'
visit "$url"
keys "$TAB"
is "$(js 'document.activeElement.textContent')" 'Skip to all rows' 'the first tab leads to a way past everything'
order=
for _ in 1 2 3 4; do
  keys "$TAB"
  order+="$(js 'document.activeElement.textContent'),"
  is "$(js 'getComputedStyle(document.activeElement).outlineStyle')" solid "the focus is seen on $(js 'document.activeElement.textContent')"
done
is "${order%%tile*}" "$(js '[...document.querySelectorAll("#buttons button, header a")].slice(0, 4).map((one) => one.textContent).join() + ","')" \
  'then the buttons and what stands below them, in this order'
js 'document.querySelector("#filter input[type=search]").focus()' >/dev/null
keys m a n a g e m e n t . a
is "$(js '[...document.querySelectorAll(".matrix tbody tr:not([hidden])")].every((one) => one.textContent.includes("management.a"))')" \
  true 'a filter that is typed'
is "$(js 'document.querySelectorAll(".matrix tbody tr:not([hidden])").length > 0')" true 'leaves its rows'

section 'page: a target breaks and heals while somebody looks'
js "document.querySelector('$busy details').open = true" >/dev/null
js '(window.stayed = true, window.told = [], new MutationObserver(() => told.push(document.getElementById("announced").textContent))
  .observe(document.getElementById("announced"), {childList: true, characterData: true, subtree: true}))' >/dev/null
# so far from the end of the page that rows may get shorter
js 'scrollTo(0, document.getElementById("filter").getBoundingClientRect().top + scrollY - 600)' >/dev/null
place=$(js 'Math.round(document.querySelector("#filter").getBoundingClientRect().top)')
drops 198.18.6.2 443
eventually 'it fails without a reload' level_is fail management.azure.com
is "$(js 'window.stayed')" true 'the page is the same'
is "$(js "document.querySelector('$busy details').open")" true 'its evidence is open as it was'
is "$(js 'document.activeElement.name')" text 'the focus stays in the filter'
is "$(js 'document.querySelector("#filter input[type=search]").value')" management.a 'and the filter as it was typed'
is "$(js 'Math.round(document.querySelector("#filter").getBoundingClientRect().top)')" "$place" 'nothing moved'
is "$(js 'told.filter((line) => line.includes("management.azure.com")).length')" 1 'it is announced once'
says <(js 'told.join("\n")') 'management\.azure\.com.*connect timeout' 'with its cause'
says <(js "document.querySelector('$busy').textContent") 'for [0-9]+' 'the row says for how long'
looks failing '#rows'
opens 198.18.6.2 443
eventually 'it heals without a reload' level_is warn management.azure.com
is "$(js 'told.filter((line) => line.includes("management.azure.com")).length')" 2 'which is announced once, too'
is "$(js 'window.stayed')" true 'the page is still the same'
is "$(console)" '' 'the console is silent'

section 'page: buttons'
visit "$url"
answer() { js 'document.getElementById("answer").textContent'; }
answers() { answer | grep -qE -- "$1"; }
click '#buttons [data-post="-/check"]'
eventually 'check now: it is told what came of it' answers '^Check now: .*(sweep|asked)'
click '#buttons [data-post="-/check"]'
eventually 'check now, at once again: told as too soon' answers '^Check now: .*moment ago'
click '#buttons [data-post="-/reload"]'
eventually 'reload settings: in force' answers '^Reload settings: The settings are in force'
cp "$D/amlreach.yaml" "$D/good.yaml"
settings 'probee: {timeout: 1s}' "$(two_workspaces)"
sleep 1 # else it is told as too soon
click '#buttons [data-post="-/reload"]'
eventually 'a bad file: refused' answers '^Reload settings: refused'
eventually 'the problem is told in a banner' says_page '.banner.fail .problems' 'probee'
looks refused
mv "$D/good.yaml" "$D/amlreach.yaml"
eventually 'a good file: the banner goes' js_is 0 'document.querySelectorAll(".banner.fail .problems").length'
is "$(console | grep -vE 'status of (429|500)')" '' 'the console says nothing but that'

section 'page: when nothing can be known'
resolvers "$DNS_SILENT"
eventually 'every resolver is gone: the page says so' says_page '.banner.unknown' 'no DNS server answers'
is "$(js 'document.title')" 'Nothing can be judged from here - amlreach' 'and so does its title'
is "$(level_of management.azure.com)" warn 'rows keep their level'
is "$(js 'document.querySelectorAll("#features").length')" 0 'features are not judged by a sweep that saw nothing'
looks blind
resolvers "$DNS_SERVER"
eventually 'and back' says_page '#headline' 'pass'
is "$(requests | grep -v '^data:' | grep -vE "^(about:blank|https://$WEB/(-/check|-/reload)?|https://prometheus:[^@]*@$WEB/)\$" | sort -u)" '' \
  'nobody but the agent was asked for anything'
devtools Emulation.setScriptExecutionDisabled '{"value": true}' >/dev/null
visit "$url"
is "$(js 'document.querySelectorAll(".matrix tbody tr").length > 50')" true 'without script: every row is there'
is "$(js 'document.getElementById("buttons").checkVisibility() || document.getElementById("filter").checkVisibility()')" false \
  'and nothing that would do nothing'
says <(js 'document.getElementById("sweeps").textContent') 'at [0-9-]+ [0-9:]+ UTC' 'times are told as such'
devtools Emulation.setScriptExecutionDisabled '{"value": false}' >/dev/null
visit "$url"
daemon_stops TERM
exits 0 'SIGTERM while a browser looks: exits 0'
eventually 'the page says that it has no contact' says_page '#contact' 'No contact with the agent'
is "$(js 'document.getElementById("live").textContent')" 'Not live.' 'and that it is not live'
looks gone
is "$(console | grep -v 'net::ERR_CONNECTION_REFUSED')" '' 'the console says no more than that nobody answers'
close_browser
browser_place=()
