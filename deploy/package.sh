#!/bin/sh
# Puts together what a release consists of: the program, the chart, the list of its parts, checksums.
#
#   deploy/package.sh VERSION FOLDER     # after ./mvnw -pl stream-app -am package
set -eu

version=${1:?name the version}
out=${2:?name the folder}
source=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$out"
out=$(cd "$out" && pwd)
name=emotion-monitor-$version

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/$name"
cp -r "$source/stream-app/target/dist/lib" "$source/LICENSE" "$source/THIRD-PARTY.md" "$source/README.md" "$work/$name/"
tar -C "$work" --sort=name --owner=0 --group=0 --mtime="@${SOURCE_DATE_EPOCH:-1795305600}" \
  -czf "$out/$name.tar.gz" "$name"

# With the rules and dashboards in place of the links to them.
cp -rL "$source/helm/emotion-monitor" "$work/emotion-monitor"
sed -i "s/^version: .*/version: $version/; s/^appVersion: .*/appVersion: $version/" \
  "$work/emotion-monitor/Chart.yaml"
tar -C "$work" --sort=name --owner=0 --group=0 --mtime="@${SOURCE_DATE_EPOCH:-1795305600}" \
  -czf "$out/emotion-monitor-chart-$version.tgz" emotion-monitor

[ ! -f "$source/stream-app/target/bom.json" ] || cp "$source/stream-app/target/bom.json" "$out/$name.sbom.json"
(cd "$out" && sha256sum ./* >SHA256SUMS)
ls -l "$out"
