#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Creation script of a compute instance: installs amlreach, checks once and keeps watching.
# setup.sh PACKAGE SETTINGS, both beside this script in the notebooks' file share, where scripts run (as
# root): amlreach_0.1.0_amd64.deb amlreach.yaml
# What the check finds is told in the log of the setup script and does not fail it: an instance that can
# be looked at is worth more than none.
# "Customize the compute instance with a script", Microsoft, 2024-03-13.
set -euo pipefail
package=${1:?the .deb, beside this script}
settings=${2:?the settings, beside this script}

install -D -m 644 "$settings" /etc/amlreach/amlreach.yaml
dpkg --install --force-confold "$package"
systemctl enable amlreach.service
systemctl restart amlreach.service

code=0
amlreach --check --config /etc/amlreach/amlreach.yaml || code=$?
echo "setup.sh: amlreach --check ended with exit code $code"
