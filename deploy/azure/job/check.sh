#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# check.sh FOLDER [OPTION...]: unpacks amlreach from the archive beside it and checks. The report goes to
# the log and into FOLDER; the exit code is amlreach's, so that a failure fails the job. Options are
# amlreach's, such as --pushgateway or --otlp to send metrics from where nobody can scrape.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift

archives=("$here"/amlreach[-_]*.tar.gz)
if [ "${#archives[@]}" -ne 1 ] || [ ! -e "${archives[0]}" ]; then
  echo "check.sh: expected one archive of amlreach in $here" >&2
  exit 2
fi
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
tar -xzf "${archives[0]}" -C "$unpacked"
programs=("$unpacked"/*/bin/amlreach)

mkdir -p "$folder"
code=0
"${programs[0]}" --check --config "$here/amlreach.yaml" "$@" >"$folder/report.txt" || code=$?
cat "$folder/report.txt"
exit "$code"
