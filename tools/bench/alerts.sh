#!/usr/bin/env bash
# How well the alerts work, offline, with the stream's own classes and the configured model. Builds first.
#
#   tools/bench/alerts.sh recall --corpus corpus/manifest.csv --split dev --csv docs/alerts-dev.csv --png docs/images/alerts-dev.png
#   tools/bench/alerts.sh false-alarms --noise noise/manifest.csv --hours 2
#   ... --set "scoring.model=runs/mine/model.onnx"
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
case "${1:-}" in
  recall) main=AlertRecall ;;
  false-alarms) main=FalseAlarms ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
shift
(cd "$root" && ./mvnw -q -B -ntp -pl bench -am package -DskipTests -Dmdep.includeScope=runtime \
  -Dmdep.outputFile=target/runtime-classpath.txt dependency:build-classpath) >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/runtime-classpath.txt")" \
  "org.emotionmonitor.bench.alerts.$main" "$@"
