# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks of the daemon share: the farm, a daemon in it, and what the kernel says of it."""
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.realpath(__file__))
AMLREACH = os.environ.get("AMLREACH", os.path.join(HERE, "..", "..", "amlreach"))  # or another
HOME = "/run/amlreach-bench"
NETNS = ["ip", "netns", "exec", "amlreach-bench"]
WEB = "127.0.0.1:10911"
TICK = os.sysconf("SC_CLK_TCK")


def farm(*words):
    subprocess.run([f"{HERE}/farm", *map(str, words)], check=True)


def write_targets(numbers):
    with open(f"{HOME}/targets.new", "w", encoding="ascii") as file:
        file.writelines(f"t{i}.bench.test:443\n" for i in numbers)
    os.rename(f"{HOME}/targets.new", f"{HOME}/targets")


def serve(*settings):
    """Starts the daemon on the targets of the farm; its log is HOME/daemon.log."""
    with open(f"{HOME}/daemon.yaml", "w", encoding="ascii") as file:
        file.writelines(f"{line}\n" for line in settings)
        file.write(
            f"dns: {{compare: []}}\ntls: {{caFile: {HOME}/root.crt}}\n"
            f'web: {{listen: "{WEB}"}}\nstate: {{directory: {HOME}/state}}\n'
        )
    with open(f"{HOME}/daemon.log", "w", encoding="ascii") as log:
        command = [AMLREACH, "serve", "--config", f"{HOME}/daemon.yaml", "--targets", f"{HOME}/targets"]
        daemon = subprocess.Popen([*NETNS, *command], stdout=log, stderr=log)
    wait_for(f"http://{WEB}/-/ready")
    return daemon


def wait_for(url):
    for _ in range(600):
        if subprocess.run([*NETNS, "curl", "-sf", url], capture_output=True, check=False).returncode == 0:
            return
        time.sleep(0.1)
    sys.exit(f"{url} does not answer within a minute; see {HOME}/daemon.log")


def scrape(path, *options):
    command = [*NETNS, "curl", "-s", "--max-time", "5", *options, f"http://{WEB}{path}"]
    return subprocess.run(command, capture_output=True, check=False).stdout.decode()


def memory_mib(pid, what="VmRSS"):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        line = next(line for line in file if line.startswith(f"{what}:"))
    return int(line.split()[1]) / 1024


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK
