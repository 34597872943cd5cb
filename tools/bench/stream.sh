#!/usr/bin/env bash
# The stream under load, in processes of its own on this machine: latency, capacity, kills. Builds first.
#
#   tools/bench/stream.sh latency --legs 100
#   tools/bench/stream.sh latency --legs 50,100,150,200 --set scoring.precision=int8
#   tools/bench/stream.sh kill --seconds 300 --every 15
#   tools/bench/stream.sh kill --seconds 120 --every 0 --rebalance
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
(cd "$root" && ./mvnw -q -B -ntp -pl bench -am package -DskipTests -Dmdep.includeScope=runtime \
  -Dmdep.outputFile=target/runtime-classpath.txt dependency:build-classpath) >&2
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/runtime-classpath.txt")" \
  org.emotionmonitor.bench.stream.StreamBench "$@"
