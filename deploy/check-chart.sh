#!/usr/bin/env bash
# The chart by the real Helm, and what it renders by Kubernetes' own JSON schemas, for each value set.
#
#   deploy/check-chart.sh FOLDER     # FOLDER: for the tools, kept from one run to the next
#
# Helm is built by Go, kubernetes-validate (which carries the schemas) comes by pip; without one of
# them its part is left out, and the script says so. The chart's tests need neither.
set -euo pipefail
tools=${1:?name a folder for the tools}
cd "$(dirname "$0")/.."
kubernetes=1.33

# Two minutes the first time, then from Go's cache.
helm=$(command -v helm || echo "$tools/bin/helm")
if [ ! -x "$helm" ] && command -v go >/dev/null 2>&1; then
  GOBIN=$tools/bin go install helm.sh/helm/v3/cmd/helm@v3.18.6 || true
fi
if [ ! -x "$helm" ]; then
  echo "check-chart: Helm is not to be had; the tests render the chart by its library" >&2
  exit 0
fi

validate=$tools/venv/bin/kubernetes-validate
if ! "$validate" --version 2>/dev/null | grep -qF 1.37.0; then
  { python3 -m venv "$tools/venv" && "$tools/venv/bin/pip" -q install kubernetes-validate==1.37.0; } || validate=
fi
[ -n "$validate" ] || echo "check-chart: kubernetes-validate is not to be had; the tests check fields by types" >&2

rendered=$(mktemp -d)
trap 'rm -rf "$rendered"' EXIT
for values in helm/emotion-monitor/values-{small,large,gpu}.yaml \
  deploy/src/test/resources/org/emotionmonitor/deploy/values-everything.yaml; do
  set=$(basename "$values" .yaml)
  "$helm" lint --quiet --strict --kube-version "$kubernetes.0" -f "$values" helm/emotion-monitor \
    >"$rendered/log" 2>&1 || { cat "$rendered/log" >&2; exit 1; }
  "$helm" template emotion-monitor -n voice --kube-version "$kubernetes.0" -f "$values" helm/emotion-monitor \
    >"$rendered/$set.yaml" 2>"$rendered/log" || { cat "$rendered/log" >&2; exit 1; }
  [ -n "$validate" ] || continue
  code=0
  "$validate" -k "$kubernetes" --strict "$rendered/$set.yaml" >"$rendered/result" 2>&1 || code=$?
  # Operators' own kinds have no schema there; the tests know their fields. Any other is a mistake.
  unknown=$(grep WARN "$rendered/result" |
    grep -vE 'api version (kafka\.strimzi\.io|keda\.sh|monitoring\.coreos\.com)/' || true)
  if [ "$code" != 0 ] || [ -n "$unknown" ]; then
    { grep -E 'ERROR|Traceback' "$rendered/result" || true; echo "$unknown"; } >&2
    exit 1
  fi
  echo "check-chart: $set: $(grep -c passed "$rendered/result") resources are as Kubernetes $kubernetes wants them"
done
