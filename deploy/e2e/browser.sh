# SPDX-License-Identifier: Apache-2.0
# Drives Debian's Chromium over WebDriver, which is HTTP and JSON: curl and jq are enough.
SHOTS=$HERE/../target/screenshots
DRIVER_LOG=$SCRATCH/chromedriver.log
SESSION=
# what runs a command where the browser is; nothing: here
browser_place=()

# webdriver METHOD PATH [JSON]: the answer's value, as JSON
webdriver() {
  "${browser_place[@]}" curl -sS --max-time 60 --noproxy '*' -X "$1" -H 'Content-Type: application/json' \
    ${3:+--data-binary "$3"} "http://127.0.0.1:$driver_port$2" | jq '.value'
}

# browser COMMAND... [JSON]: the same, of the open window
browser() { webdriver "$1" "/session/$SESSION$2" "${3:-}"; }

# devtools COMMAND PARAMETERS
devtools() {
  browser POST /goog/cdp/execute "$(jq -cn --arg cmd "$1" --argjson params "$2" '{$cmd, $params}')"
}

# Nothing leads anywhere but this machine: what the page would fetch from elsewhere must fail, and be told.
open_browser() {
  "${browser_place[@]}" chromedriver --port=0 >"$DRIVER_LOG" 2>&1 9>&- &
  driver_pid=$!
  for _ in $(seq 200); do
    driver_port=$(sed -n 's/.*started successfully on port \([0-9]*\).*/\1/p' "$DRIVER_LOG")
    [ -n "$driver_port" ] && break
    sleep 0.05
  done
  SESSION=$(webdriver POST /session '{"capabilities": {"alwaysMatch": {
    "acceptInsecureCerts": true, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
    "goog:chromeOptions": {"args": ["headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
      "disable-background-networking", "disable-component-update", "disable-sync", "disable-dev-shm-usage",
      "hide-scrollbars", "window-size=1280,900", "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]}}}}' | jq -r .sessionId)
  mkdir -p "$SHOTS"
}

close_browser() {
  webdriver DELETE "/session/$SESSION" >/dev/null
  kill "$driver_pid"
  wait "$driver_pid" || true
}

# visit FILE|URL [FRAGMENT]: anew, even where only the fragment differs
visit() {
  local url=$1
  [[ $url == /* ]] && url=file://$url
  browser POST /url '{"url": "about:blank"}' >/dev/null
  browser POST /url "$(jq -cn --arg url "$url${2:-}" '{$url}')" >/dev/null
}

# js EXPRESSION: its value, strings without quotes
js() {
  browser POST /execute/sync "$(jq -cn --arg script "return $1" '{$script, args: []}')" | jq -r .
}

# element SELECTOR: its id; the first that is shown
element() {
  browser POST /element "$(jq -cn --arg value "$1" '{using: "css selector", $value}')" | jq -r '.[]'
}

click() { browser POST "/element/$(element "$1")/click" '{}' >/dev/null; }

# types SELECTOR TEXT: key by key, in place of what is there
types() {
  local field
  field=$(element "$1")
  browser POST "/element/$field/clear" '{}' >/dev/null
  browser POST "/element/$field/value" "$(jq -cn --arg text "$2" '{$text}')" >/dev/null
}

# keys KEY...: pressed one after the other, wherever the focus is
TAB=\\uE004
ENTER=\\uE007
keys() {
  local key presses=
  for key; do
    presses+="${presses:+, }{\"type\": \"keyDown\", \"value\": \"$key\"}, {\"type\": \"keyUp\", \"value\": \"$key\"}"
  done
  browser POST /actions "{\"actions\": [{\"type\": \"key\", \"id\": \"k\", \"actions\": [$presses]}]}" >/dev/null
}

# shot NAME: what the window shows, and a page of its whole length
shot() {
  devtools Page.captureScreenshot '{"captureBeyondViewport": true}' | jq -r .data | base64 -d >"$SHOTS/$1.png"
  file_has "$SHOTS/$1.png" 10000
}

# as_paper NAME: as a browser prints it
as_paper() {
  browser POST /print '{"background": true}' | jq -r . | base64 -d >"$SHOTS/$1.pdf"
  file_has "$SHOTS/$1.pdf" 10000
}

file_has() { [ "$(stat -c %s "$1")" -gt "$2" ]; }

# scheme dark|light
scheme() {
  devtools Emulation.setEmulatedMedia \
    "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"$1\"}]}" >/dev/null
}

# width PIXELS: of a phone, or 0 for the window's own
width() {
  devtools Emulation.setDeviceMetricsOverride \
    "{\"width\": $1, \"height\": 0, \"deviceScaleFactor\": 0, \"mobile\": $([ "$1" -gt 0 ] && echo true || echo false)}" >/dev/null
}

# What the console says and what was asked for over the network since the last call of each.
console() { browser POST /se/log '{"type": "browser"}' | jq -r '.[].message'; }
requests() {
  browser POST /se/log '{"type": "performance"}' |
    jq -r '.[].message | fromjson | .message | select(.method == "Network.requestWillBeSent") | .params.request.url'
}
