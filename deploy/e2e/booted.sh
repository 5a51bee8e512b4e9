# SPDX-License-Identifier: Apache-2.0
# A Debian that is booted, with a systemd of its own, as the jump box of the world: it has the network
# and the resolv.conf and hosts file of the namespace $VM. Whoever ends that namespace ends it as well.

# boot DIR: returns when everything in it is started, with the process that is its systemd in $init
boot() {
  local dir=$1 told
  cp "/etc/netns/$VM/resolv.conf" "/etc/netns/$VM/hosts" "$dir/etc/"
  systemd-nspawn -q -D "$dir" -M amlreach-vm --register=no --keep-unit --resolv-conf=off --timezone=off \
    --console=read-only --network-namespace-path="/run/netns/$VM" -b >"$SCRATCH/console" 2>&1 </dev/null 9>&- &
  nspawn=$!
  for _ in $(seq 600); do
    init=$(init_of "$nspawn")
    # running, or degraded by a unit that a container cannot have
    told=$([ -z "$init" ] || booted systemctl is-system-running 2>&1 || true)
    case $told in running | degraded) return 0 ;; esac
    kill -0 "$nspawn" 2>/dev/null || break
    sleep 0.1
  done
  echo "boot: systemd-nspawn did not get there (it says: ${told:-nothing}):" >&2
  sed 's/\x1b\[[0-9;]*m//g' "$SCRATCH/console" | tail -n 20 >&2
  return 1
}

# The process below systemd-nspawn that is the first of its container.
init_of() {
  local process
  for process in $(pgrep -P "$1"); do
    [ "$(sed -n 's/^NSpid:.*\t//p' "/proc/$process/status")" = 1 ] && echo "$process" && return 0
  done
  return 0
}

# booted COMMAND...: there, as root
booted() { nsenter -t "$init" --all -- env -i PATH="$PATH" TERM=dumb LC_ALL=C.UTF-8 "$@" </dev/null 9>&-; }

# Powers it off; succeeds when it went by itself. Not for subshells.
unboot() {
  local code=0
  kill -s RTMIN+4 "$init"
  timeout 30 tail --pid="$nspawn" -f /dev/null || code=1
  [ "$code" -eq 0 ] || kill -KILL "$init"
  wait "$nspawn" || code=1
  nspawn=
  return "$code"
}

# there COMMAND...: as booted, with its standard output, error and exit code in $OUT, $ERR, $code
there() {
  code=0
  booted "$@" >"$OUT" 2>"$ERR" || code=$?
}

# comes WHAT COMMAND...: the command succeeds within 30 s
comes() {
  local what=$1
  shift
  for _ in $(seq 150); do
    if "$@" >"$SCRATCH/waiting" 2>&1; then
      ok "$what"
      return
    fi
    sleep 0.2
  done
  not_ok "$what" "not within 30 s: $*" "$(booted journalctl -q -n 8 -o cat)"
}

# Of the unit there: a property, its lines in the journal, whether one of them matches.
shown() { booted systemctl show --value -p "$1" "${2:-amlreach.service}"; }
shown_is() { [ "$(shown "$1")" = "$2" ]; }
lines() { booted journalctl -q -u amlreach.service -o cat; }
logged() { lines | grep -E -- "$1"; }

# What the daemon there answers on its loopback address, and a metric of it.
asked() { jumpbox curl -fsS --max-time 5 "http://127.0.0.1:10911$1" 9>&-; }
metric_there() { asked /metrics | sed -n "s/^$1 //p"; }
metric_there_is() { [ "$(metric_there "$1")" = "$2" ]; }
sweeps_done() { [ "$(metric_there amlreach_sweeps_total | cut -d. -f1)" -ge "$1" ]; }

# Whether the unit runs, as another process than this one, and has swept.
runs_anew() { shown_is ActiveState active && ! shown_is MainPID "$1" && asked /-/ready; }
