#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Copies the licences and notices out of the libraries, beside those that libraries do not carry.
# Usage: licences.sh JAR LIBRARIES OUT
set -eu
jar=$1
libraries=$2
out=$3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
cp "$here"/licences/* "$out/"
cp "$here/../../LICENSE" "$out/Apache-2.0.txt"
for library in "$libraries"/*.jar "$here"/../target/lib/*tcnative*-linux-x86_64.jar; do
  texts=$("$jar" tf "$library" | grep -E '^META-INF/([^/]*(LICENSE|NOTICE)[^/]*|license/.*[^/])$' || true)
  [ -n "$texts" ] || continue
  into=$out/$(basename "$library" .jar)
  mkdir -p "$into"
  # shellcheck disable=SC2086  # names without blanks
  (cd "$into" && "$jar" xf "$library" $texts && find META-INF -type f -exec mv {} . \; &&
    rm -r META-INF)
done
