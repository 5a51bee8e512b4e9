# SPDX-License-Identifier: Apache-2.0
# The HTML report in a real browser: filters, evidence, paper, phones, and hostile names.
section 'html: the report in Chromium'

tidy_is_content() { ! tidy -quiet -errors "$1" 2>&1 | grep .; }

page=$SCRATCH/demo.html
code=0
"$PRODUCT" demo --format html --output "$page" >"$OUT" 2>"$ERR" || code=$?
exits 0 'demo --format html'
is "$(stat -c %s "$OUT")" 0 'standard output stays empty'
holds 'tidy finds nothing wrong with the page' tidy_is_content "$page"

# how many rows are shown, and how many there are with a level
shown() { js 'document.querySelectorAll(".matrix tbody tr:not([hidden])").length'; }
of_level() { js "document.querySelectorAll('.matrix tbody tr[data-level=$1]').length"; }
visible() { js "document.querySelector('$1').checkVisibility({contentVisibilityAuto: true})"; }

open_browser
visit "$page"
all=$(shown)
is "$(js 'document.querySelectorAll(".matrix tbody tr").length')" "$all" 'without a filter every row is shown'
is "$(js 'document.getElementById("shown").textContent')" "Showing $all of $all rows" 'the page counts them'

for level in warn unknown pass skipped; do
  click "#filter input[value=$level]"
done
is "$(shown)" "$(of_level fail)" 'level: the failures remain'
is "$(js location.hash)" '#level=fail' 'level: the address holds the filter'
shot failures && ok 'a screenshot of the failures'
click '#filter button[type=reset]'
sleep 0.2
is "$(shown)" "$all" 'reset: every row is back'

click '#filter select[name=feature] option[value=notebooks]'
is "$(shown)" "$(js '[...document.querySelectorAll(".matrix tbody tr")].filter((row) => row.dataset.features.split(" ").includes("notebooks")).length')" \
  'feature: the rows of notebooks remain'
is "$(js "$(shown) > 0 && $(shown) < $all")" true 'feature: some rows, not all'
click '#filter button[type=reset]'
types '#filter input[type=search]' 'BLOB.core https'
is "$(js '[...document.querySelectorAll(".matrix tbody tr:not([hidden])")].every((row) => row.textContent.includes("blob.core"))')" \
  true 'text: every row that remains has it'
is "$(js "$(shown) > 0 && $(shown) < $all")" true 'text: some rows, not all'
types '#filter input[type=search]' 'nothing-has-this'
is "$(js 'document.getElementById("shown").textContent')" "Showing 0 of $all rows" 'text: none, when none has it'

visit "$page" '#level=fail,warn&text=azure'
is "$(js 'document.querySelector("#filter input[value=pass]").checked')" false 'a link with a filter sets the form'
is "$(js 'document.querySelectorAll(".matrix tbody tr[data-level=pass]:not([hidden])").length')" 0 'a link with a filter hides rows'
click '.tile.pass'
is "$(shown)" "$(of_level pass)" 'a tile shows its level'

visit "$page"
is "$(visible '.matrix details dl')" false 'evidence is folded at first'
click '.matrix details summary'
is "$(visible '.matrix details dl')" true 'evidence opens on click'
js 'document.querySelectorAll(".matrix details summary")[1].focus()' >/dev/null
browser POST /actions '{"actions": [{"type": "key", "id": "k", "actions": [{"type": "keyDown", "value": "\uE007"}, {"type": "keyUp", "value": "\uE007"}]}]}' >/dev/null
is "$(js 'document.querySelectorAll(".matrix details")[1].open')" true 'evidence opens with the keyboard'

for scheme in light dark; do
  scheme "$scheme"
  shot "page-$scheme" && ok "a screenshot in $scheme colours"
done
is "$(js 'getComputedStyle(document.body).backgroundColor')" 'rgb(18, 22, 27)' 'dark is dark'
width 390
is "$(js 'document.documentElement.scrollWidth <= 390')" true 'nothing is wider than a phone'
shot phone-dark && ok 'a screenshot of a phone'
width 0

visit "$page" '#level=fail'
as_paper failures && ok 'printed in dark colours'
pdftotext -layout "$SHOTS/failures.pdf" "$SCRATCH/paper"
says "$SCRATCH/paper" 'Resolved by: ' 'paper: the evidence is there without a click'
is "$(grep -c 'Copy$' "$SCRATCH/paper")" 0 'paper: no buttons'
is "$(pdftoppm -r 20 -f 1 -l 1 "$SHOTS/failures.pdf" | tail -c 3 | od -An -tu1 | xargs)" '255 255 255' 'paper: stays white'

is "$(console)" '' 'the console is silent'
is "$(requests | grep -v '^data:' | sed 's/#.*//' | sort -u)" "file://$page" 'nothing but the page itself was asked for'

devtools Emulation.setScriptExecutionDisabled '{"value": true}' >/dev/null
visit "$page" '#level=fail'
devtools Emulation.setScriptExecutionDisabled '{"value": false}' >/dev/null
is "$(shown)" "$all" 'without script every row is shown'
is "$(visible '#filter')" false 'without script there is no filter that does nothing'

section 'html: names that attack the page'
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 \
  -subj '/O=<script>document.title="owned"<\/script>/CN=<img src=x onerror=alert(1)>' \
  -keyout "$SCRATCH/hostile.key" -out "$SCRATCH/hostile.crt" 2>/dev/null
openssl s_server -accept 127.0.0.1:0 -cert "$SCRATCH/hostile.crt" -key "$SCRATCH/hostile.key" -www >"$SCRATCH/hostile.log" 2>&1 9>&- &
server=$!
for _ in $(seq 200); do
  port=$(sed -n 's/^ACCEPT 127\.0\.0\.1:\([0-9]*\).*/\1/p' "$SCRATCH/hostile.log")
  [ -n "$port" ] && break
  sleep 0.05
done
page=$SCRATCH/hostile.html
code=0
echo "tls://127.0.0.1:$port" | "$PRODUCT" --check --targets - --format html --output "$page" >"$OUT" 2>"$ERR" || code=$?
kill "$server"
exits 1 'a certificate with markup in its name'
visit "$page"
is "$(js 'document.body.textContent.includes("document.title")')" true 'the name is told as it is'
is "$(js 'document.scripts.length')" 1 'it became no script'
is "$(js 'document.images.length')" 0 'it became no image'
is "$(js 'document.title')" 'amlreach: Something required fails' 'nothing of it was obeyed'
js 'document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\"document.title=1\"><style>body{color:red}</style>")' >/dev/null
says <(console) 'Content Security Policy' 'even markup put into the page by force is not obeyed'
close_browser
