#!/usr/bin/env bash
# Trains, evaluates and exports models. Builds the trainer on first use; needs a JDK 17 or newer.
# JAVA_OPTS adds options for the JVM.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lib="$root/trainer/target/dist/lib"

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
command -v "$java" >/dev/null || {
  echo "trainer.sh: no java found; install a JDK 17 or newer, or set JAVA_HOME" >&2
  exit 1
}

built=$(compgen -G "$lib/emotion-trainer-*.jar" | head -n 1 || true)
sources=("$root/pom.xml" "$root"/{src,onnx,trainer}/pom.xml "$root"/src/main "$root"/{onnx,trainer}/src/main)
if [ -z "$built" ] || [ -n "$(find "${sources[@]}" -newer "$built" -print -quit)" ]; then
  echo "trainer.sh: building the trainer (first use, or its sources have changed)" >&2
  log="$root/trainer/target/build.log"
  mkdir -p "$(dirname "$log")"
  if ! (cd "$root" && ./mvnw -q -B -pl trainer -am package -DskipTests) >"$log" 2>&1; then
    echo "trainer.sh: the build failed; its output is in $log" >&2
    exit 1
  fi
  touch "$lib"/emotion-trainer-*.jar # Maven leaves an unchanged archive as old as it was
fi

# A log file needs fewer steps of a progress bar than a terminal.
interval=30000
if [ -t 2 ]; then interval=500; fi

# The layers run their own threads; OpenMP's would only get in their way.
export OMP_NUM_THREADS=1
# shellcheck disable=SC2086 # JAVA_OPTS is a list of words
exec "$java" -Xmx3g -Dtrainer.progress.ms=$interval ${JAVA_OPTS:-} -cp "$lib/*" org.emotionmonitor.trainer.cli.Main "$@"
