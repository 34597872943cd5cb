#!/usr/bin/env bash
# The gateway under load, on this machine, all on one core where taskset is there: watchers, watchers with stalled ones beside
# them, senders of live audio, and the wall in a browser. Builds first. Takes about six minutes.
#
#   tools/bench/gateway.sh                 # all four
#   tools/bench/gateway.sh --senders 200   # one run with options of one's own, see --help
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
(cd "$root" && ./mvnw -q -B -ntp -pl bench -am package -DskipTests -Dmdep.includeScope=test \
  -Dmdep.outputFile=target/test-classpath.txt dependency:build-classpath) >&2
classes="$root/bench/target/classes:$root/stream-app/target/test-classes:$(cat "$root/bench/target/test-classpath.txt")"
java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -XX:+UseSerialGC -cp "$classes")
one=(); command -v taskset >/dev/null && one=(taskset -c 0)
load() { "${one[@]}" "${java[@]}" org.emotionmonitor.bench.gateway.GatewayLoad "$@"; }
if [ $# -gt 0 ]; then load "$@"; exit; fi
load --watchers 1000 --legs 10
load --watchers 1000 --legs 10 --stalled 50
# The broker and the senders are in the same process, which is more than one core's work.
"${java[@]}" org.emotionmonitor.bench.gateway.GatewayLoad --watchers 0 --senders 200
"${java[@]}" -cp "$root/stream-app/target/test-classes:$root/stream-app/target/classes:$(cat "$root/stream-app/target/test-classpath.txt")" \
  org.emotionmonitor.app.gateway.page.WallProgram 300 30 1920 1080
