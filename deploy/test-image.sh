#!/bin/sh
# Runs the folder that deploy/assemble.sh made as Kubernetes would run the image: as a user without
# rights, with a read-only root, nothing of the host but /proc and /dev, no shell.
#
#   deploy/test-image.sh ROOT        # as root, on Linux; prints the size and fails over 350 MB
set -eu

root=$(cd "${1:?name the folder that assemble.sh made}" && pwd)
limit_mb=350
work=$(mktemp -d)
port=$((20000 + $$ % 20000))

size=$(du -sm "$root" | cut -f 1)
echo "test-image: $size MB, at most $limit_mb"
[ "$size" -le "$limit_mb" ]
for shell in sh bash busybox dash; do
  found=$(find "$root" -name "$shell" -not -type d)
  [ -z "$found" ] || { echo "test-image: a shell in the image: $found" >&2; exit 1; }
done
# What it consists of is said in it: every library of the program, by name and version.
sbom=$root/opt/emotion-monitor/sbom.cdx.json
for jar in "$root"/opt/emotion-monitor/lib/dependencies/*.jar; do
  file=$(basename "$jar" .jar)
  # From pkg:maven/group/name@version?type=jar to name-version.
  sed -n 's|.*"purl" : "pkg:maven/[^/]*/\([^@]*\)@\([^?"]*\).*|\1-\2|p' "$sbom" | grep -qxF "$file" || {
    echo "test-image: $file is not in the SBOM" >&2
    exit 1
  }
done

# In its own mount namespace, which ends with it.
inside() {
  # shellcheck disable=SC2016 # Expanded by the inner shell.
  exec unshare --mount sh -c '
    set -eu
    root=$1; shift
    mount --bind "$root" "$root"
    mount -o remount,bind,ro "$root"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount -t tmpfs -o uid=65532,gid=65532,mode=0750 tmpfs "$root/var/lib/emotion-monitor"
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    exec env -i setpriv --no-new-privs "$(PATH=$PATH:/usr/sbin command -v chroot)" --userspec=65532:65532 "$root" \
      /opt/emotion-monitor/jre/bin/java @/opt/emotion-monitor/java.options "$@"
  ' sh "$root" "$@"
}

(inside --version) | tee "$work/version"
grep -q '[0-9]' "$work/version"

# All parts at once: embedded broker, RocksDB, ONNX Runtime, gateway.
(inside demo --port 0 --set "management.port=$port") >"$work/log" 2>&1 &
demo=$!
trap 'kill -9 $demo 2>/dev/null || true; rm -rf "$work"' EXIT
tries=0
until curl -fsS "http://127.0.0.1:$port/ready" >"$work/ready" 2>/dev/null &&
  curl -fsS "http://127.0.0.1:$port/metrics" | grep -q 'windows_total{result="scored",} [1-9]'; do
  tries=$((tries + 1))
  if [ $tries -gt 180 ] || ! kill -0 $demo; then
    echo "test-image: no window scored; the log:" >&2
    cat "$work/log" >&2
    exit 1
  fi
  sleep 1
done
cat "$work/ready"
# How to see where it hangs, as there is no shell and no jstack.
kill -QUIT $demo
tries=0
until grep -q "Full thread dump" "$work/log"; do
  tries=$((tries + 1))
  [ $tries -le 30 ] || { echo "test-image: no thread dump after SIGQUIT" >&2; exit 1; }
  sleep 1
done
kill -TERM $demo
code=0
wait $demo || code=$?
echo "test-image: windows scored; ended with $code after SIGTERM"
[ "$code" = 143 ]
