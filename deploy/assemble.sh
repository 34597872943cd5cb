#!/bin/sh
# Makes the folder that is the whole image: C library, Java runtime, program; no shell, no package manager.
#
#   deploy/assemble.sh ROOT [JAVA_HOME]
#
# The Containerfiles run it in their build stage. Needs a JDK 25 (JAVA_HOME), a Debian or Ubuntu to
# take the C library from, and stream-app/target/dist/lib: ./mvnw -pl stream-app -am package,
# with -Pcuda for GPUs.
set -eu

if [ $# -lt 1 ]; then
  sed -n '2,8p' "$0" | cut -c 3- >&2
  exit 2
fi
root=$1
java_home=${2:-${JAVA_HOME:?set it to a JDK 25, or name one as second argument}}
source=$(cd "$(dirname "$0")/.." && pwd)
dist=$source/stream-app/target/dist/lib
sbom=$source/stream-app/target/bom.json
app=$root/opt/emotion-monitor
user=65532

fail() {
  echo "assemble: $1" >&2
  exit 1
}

[ -d "$dist" ] || fail "$dist is missing: build with ./mvnw -pl stream-app -am package"
[ -f "$sbom" ] || fail "$sbom is missing: build without -Dlauncher, or with -Dcyclonedx.skip=false"
[ ! -e "$root" ] || fail "$root exists already: name a folder that does not"
[ -x "$java_home/bin/jlink" ] || fail "$java_home has no jlink: name a JDK 25"

# --- The system: what ldd finds for the JVM and for the native parts of RocksDB and ONNX Runtime ---
mkdir -p "$root/dev" "$root/etc" "$root/proc" "$root/tmp" "$root/var/lib/emotion-monitor" "$root/var/lib/dpkg/status.d"
for package in libc6 libgcc-s1 libstdc++6; do
  dpkg -L "$package" | grep -E '\.so([.][0-9]+)*$' | while read -r file; do
    # Whether /lib is a link or not, the image has the libraries where the loader looks for them.
    target=$root/usr/${file#/usr/}
    case $file in
      /usr/*) ;;
      *) target=$root/usr$file ;;
    esac
    mkdir -p "$(dirname "$target")"
    [ -d "$file" ] || cp -P "$file" "$target"
  done
  # Scanners look here for what is installed.
  dpkg -s "$package" >"$root/var/lib/dpkg/status.d/$package"
done
ln -s usr/lib "$root/lib"
if [ -d "$root/usr/lib64" ]; then
  ln -s usr/lib64 "$root/lib64"
fi
echo "nonroot:x:$user:$user:nonroot:/var/lib/emotion-monitor:/sbin/nologin" >"$root/etc/passwd"
echo "nonroot:x:$user:" >"$root/etc/group"
echo "hosts: files dns" >"$root/etc/nsswitch.conf"

# --- Java: only the modules that the program and its libraries load -------------------------------
mkdir -p "$app/lib/dependencies" "$app/lib/models" "$app/lib/program"
# java.desktop is for java.beans, which Log4j in Kafka's broker asks for; no window is ever opened.
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming
modules=$modules,java.net.http,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql
modules=$modules,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.management,jdk.naming.dns
modules=$modules,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
"$java_home/bin/jlink" --add-modules "$modules" --strip-debug --no-man-pages --no-header-files \
  --compress zip-6 --output "$app/jre"

# --- The program: what changes with every release lies apart from what seldom does ----------------
cp "$dist"/*.jar "$app/lib/dependencies/"
mv "$app"/lib/dependencies/emotion-onnx-*.jar "$app/lib/models/"
mv "$app"/lib/dependencies/emotion-*.jar "$app/lib/program/"
gpu=$(find "$app/lib/dependencies" -name 'onnxruntime_gpu-*.jar')
if [ -n "$gpu" ]; then
  # ONNX Runtime would unpack 600 MB at every start; they become files of the image, and leave the jar.
  work=$(mktemp -d)
  (cd "$work" && "$java_home/bin/jar" xf "$gpu")
  mkdir "$app/native"
  mv "$work"/ai/onnxruntime/native/linux-x64/*.so "$app/native/"
  rm -rf "$work/ai/onnxruntime/native"
  "$java_home/bin/jar" --create --file "$gpu" --manifest "$work/META-INF/MANIFEST.MF" -C "$work" ai
  rm -rf "$work"
fi
cp "$source/deploy/image/java.options" "$app/java.options"
if [ -n "$gpu" ]; then
  sed -i '1i -Donnxruntime.native.path=/opt/emotion-monitor/native' "$app/java.options"
fi
cp "$source/LICENSE" "$source/THIRD-PARTY.md" "$app/"
# What the image consists of, for scanners and for whoever asks: CycloneDX, and the packages of the system.
cp "$sbom" "$app/sbom.cdx.json"

# --- Nothing is writable but two folders, which become volumes ------------------------------------
find "$root" -exec touch -h -d "@${SOURCE_DATE_EPOCH:-1795305600}" {} +
chmod -R u=rwX,go=rX "$root"
chmod 1777 "$root/tmp"
if [ "$(id -u)" = 0 ]; then
  chown "$user:$user" "$root/var/lib/emotion-monitor"
fi

for folder in "$root" "$app/jre" "$app/lib/dependencies" "$app/lib/models" "$app/lib/program"; do
  du -sm "$folder" | awk -v name="ROOT${folder#"$root"}" '{ printf "assemble: %4d MB  %s\n", $1, name }'
done
