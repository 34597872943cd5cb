#!/usr/bin/env bash
# The stream under load, in processes of its own on this machine. Builds first. Each command prints its verdict, which is
# also its exit status; --help tells more.
#
#   tools/bench/stream.sh latency --legs 100                 # end-to-end latency by stage, CPU by thread
#   tools/bench/stream.sh capacity --from 60 --step 20       # how many legs the machine holds; --apart: the stream on a core of its own
#   tools/bench/stream.sh alone                              # what features and scoring cost without Kafka
#   tools/bench/stream.sh kill --seconds 300 --every 15      # kill -9, and every window once; --brokers 3: a leader, too
#   tools/bench/stream.sh rebalance --seconds 90             # a third instance joins and leaves
#   tools/bench/stream.sh soak --hours 2 --speed 40          # a long leg
#   tools/bench/stream.sh churn --legs 10000                 # legs that come and go
#   tools/bench/stream.sh heap --legs 100                    # heap per live leg, memory of the state stores
#   tools/bench/stream.sh state --legs 60                    # the changelog of the audio against reading it again
#   tools/bench/stream.sh model FILE                         # writes an untrained model to measure with
#
# Settings of the emotion monitor: --set scoring.model=model.onnx, and so on.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
(cd "$root" && ./mvnw -q -B -ntp -pl bench -am package -DskipTests -Dmdep.includeScope=runtime \
  -Dmdep.outputFile=target/runtime-classpath.txt dependency:build-classpath) >&2
# The load must not compete with what it measures; what is measured is compiled well.
jit=-XX:TieredStopAtLevel=1
if [ "${1:-}" = alone ]; then
  jit=-XX:+TieredCompilation
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$jit" -XX:+UseSerialGC \
  -cp "$root/bench/target/classes:$(cat "$root/bench/target/runtime-classpath.txt")" \
  org.emotionmonitor.bench.stream.StreamBench "$@"
