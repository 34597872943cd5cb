{{- define "em.name" -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}{{ if ne .Release.Name .Chart.Name }}-{{ .Chart.Name }}{{ end }}
{{- end }}

{{- define "em.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Of pods: without the chart's version, or a new chart would restart pods that it does not change. */}}
{{- define "em.podLabels" -}}
{{ include "em.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
{{- end }}

{{- define "em.labels" -}}
{{ include "em.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "em.image" -}}
{{- $tag := .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- if and .gpu .root.Values.gpu.enabled }}{{ $tag = required "gpu.enabled needs image.cudaTag" .root.Values.image.cudaTag }}{{ end -}}
{{ .root.Values.image.repository }}:{{ $tag }}
{{- end }}

{{- define "em.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (ternary (include "em.name" .) "default" .Values.serviceAccount.create) }}
{{- end }}

{{- define "em.topicPrefix" -}}
{{ dig "topics" "prefix" "calls." .Values.config }}
{{- end }}

{{- define "em.applicationId" -}}
{{ dig "stream" "applicationId" "emotion-monitor" .Values.config }}
{{- end }}

{{/* The settings as a file: the chart's own, then what values.config says. */}}
{{- define "em.config" -}}
{{- $v := .Values }}
{{- $kafka := dict "bootstrap.servers" $v.kafka.bootstrapServers }}
{{- if $v.kafka.tls.enabled }}
  {{- $_ := set $kafka "security.protocol" (ternary "SASL_SSL" "SSL" $v.kafka.sasl.enabled) }}
  {{- if $v.kafka.tls.caSecret }}
    {{- $_ := set $kafka "ssl.truststore.type" "PEM" }}
    {{- $_ := set $kafka "ssl.truststore.location" (printf "/etc/kafka-ca/%s" $v.kafka.tls.caKey) }}
  {{- end }}
  {{- if $v.kafka.tls.clientSecret }}
    {{- $_ := set $kafka "ssl.keystore.type" "PKCS12" }}
    {{- $_ := set $kafka "ssl.keystore.location" "/etc/kafka-client/user.p12" }}
  {{- end }}
{{- else if $v.kafka.sasl.enabled }}
  {{- $_ := set $kafka "security.protocol" "SASL_PLAINTEXT" }}
{{- end }}
{{- if $v.kafka.sasl.enabled }}
  {{- $_ := set $kafka "sasl.mechanism" $v.kafka.sasl.mechanism }}
{{- end }}
{{- $stream := dict "threads" $v.stream.threads "standbyReplicas" $v.stream.standbyReplicas "replicationFactor" $v.stream.changelogReplicas "rocksDbMb" $v.stream.rocksDbMb "stateDir" "/var/lib/emotion-monitor/state" }}
{{- $topics := dict "replicationFactor" $v.stream.changelogReplicas }}
{{- if $v.strimzi.enabled }}{{ $_ := set $topics "create" false }}{{ end }}
{{- $gateway := dict "host" "0.0.0.0" "allowedOrigins" (join " " $v.gateway.allowedOrigins) }}
{{- $auth := dict }}
{{- range $key := list "jwksUrl" "issuer" "audience" }}
  {{- if index $v.gateway.auth $key }}{{ $_ := set $auth $key (index $v.gateway.auth $key) }}{{ end }}
{{- end }}
{{- if $auth }}{{ $_ := set $gateway "auth" $auth }}{{ end }}
{{- $own := dict "kafka" $kafka "topics" $topics "stream" $stream "gateway" $gateway "management" (dict "host" "0.0.0.0") }}
{{- if $v.sinks.enabled }}
  {{- $_ := set $own "sinks" (dict "webhook" (dict "url" $v.sinks.webhook.url) "alertmanager" (dict "urls" (join " " $v.sinks.alertmanager.urls))) }}
{{- end }}
{{- if $v.gpu.enabled }}
  {{- $_ := set $own "scoring" (dict "provider" "cuda" "requireGpu" $v.gpu.require "maxBatch" $v.gpu.maxBatch) }}
{{- end }}
{{- toYaml (mergeOverwrite $own (deepCopy $v.config)) }}
{{- end }}

{{/* Secrets reach the program as environment, never as files or arguments. */}}
{{- define "em.env" -}}
{{- $k := .Values.kafka }}
{{- if $k.sasl.enabled }}
{{- $secret := required "kafka.sasl.enabled needs kafka.sasl.existingSecret" $k.sasl.existingSecret }}
{{- if $k.sasl.jaasConfigKey }}
- name: EMOTION_MONITOR_KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef: {name: {{ $secret }}, key: {{ $k.sasl.jaasConfigKey }}}
{{- else }}
- name: KAFKA_USERNAME
  valueFrom:
    secretKeyRef: {name: {{ $secret }}, key: {{ $k.sasl.usernameKey }}}
- name: KAFKA_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ $secret }}, key: {{ $k.sasl.passwordKey }}}
- name: EMOTION_MONITOR_KAFKA_SASL_JAAS_CONFIG
  value: org.apache.kafka.common.security.{{ ternary "plain.Plain" "scram.Scram" (eq $k.sasl.mechanism "PLAIN") }}LoginModule required username="$(KAFKA_USERNAME)" password="$(KAFKA_PASSWORD)";
{{- end }}
{{- end }}
{{- if and $k.tls.enabled $k.tls.clientSecret }}
- name: EMOTION_MONITOR_KAFKA_SSL_KEYSTORE_PASSWORD
  valueFrom:
    secretKeyRef: {name: {{ $k.tls.clientSecret }}, key: user.password}
{{- end }}
{{- if .Values.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ .Values.javaOptions | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "em.sinkSecrets" -}}
{{- with .Values.sinks.webhook }}
{{- if and .url .existingSecret }}
- name: EMOTION_MONITOR_SINKS_WEBHOOK_SECRET
  valueFrom:
    secretKeyRef: {name: {{ .existingSecret }}, key: {{ .secretKey }}}
{{- end }}
{{- end }}
{{- with .Values.sinks.alertmanager }}
{{- if and .urls .existingSecret }}
- name: EMOTION_MONITOR_SINKS_ALERTMANAGER_TOKEN
  valueFrom:
    secretKeyRef: {name: {{ .existingSecret }}, key: {{ .tokenKey }}}
{{- end }}
{{- end }}
{{- end }}

{{/* The processes of an installation, as a list in JSON. */}}
{{- define "em.components" -}}
{{- $list := list "stream" }}
{{- if .Values.gateway.enabled }}{{ $list = append $list "gateway" }}{{ end }}
{{- if .Values.sinks.enabled }}{{ $list = append $list "sinks" }}{{ end }}
{{- toJson $list }}
{{- end }}

{{/* Ports that the receivers of alerts listen on, as a list in JSON: those of their addresses, if none are named. */}}
{{- define "em.sinkPorts" -}}
{{- $ports := .Values.networkPolicy.sinkPorts }}
{{- if not $ports }}
{{- range $url := append .Values.sinks.alertmanager.urls .Values.sinks.webhook.url | compact }}
  {{- $address := urlParse $url }}
  {{- $port := regexFind ":[0-9]+$" $address.host | trimPrefix ":" | default (ternary "443" "80" (eq $address.scheme "https")) }}
  {{- $ports = append $ports (int $port) }}
{{- end }}
{{- end }}
{{- $ports | uniq | toJson }}
{{- end }}

{{- define "em.mounts" -}}
- {name: config, mountPath: /etc/emotion-monitor, readOnly: true}
- {name: tmp, mountPath: /tmp}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.caSecret }}
- {name: kafka-ca, mountPath: /etc/kafka-ca, readOnly: true}
{{- end }}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.clientSecret }}
- {name: kafka-client, mountPath: /etc/kafka-client, readOnly: true}
{{- end }}
{{- end }}

{{- define "em.volumes" -}}
- name: config
  configMap: {name: {{ include "em.name" . }}}
# Native libraries are unpacked here.
- name: tmp
  emptyDir: {sizeLimit: 512Mi}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.caSecret }}
- name: kafka-ca
  secret: {secretName: {{ .Values.kafka.tls.caSecret }}}
{{- end }}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.clientSecret }}
- name: kafka-client
  secret: {secretName: {{ .Values.kafka.tls.clientSecret }}}
{{- end }}
{{- end }}

{{/* Pod Security "restricted". */}}
{{- define "em.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "em.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "em.spread" -}}
{{- if .root.Values.topologySpread.enabled }}
topologySpreadConstraints:
{{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: {{ hasSuffix "zone" $key | ternary $.root.Values.topologySpread.whenUnsatisfiable "ScheduleAnyway" }}
    # Nodes that the pods may not run on anyway do not count.
    nodeTaintsPolicy: Honor
    labelSelector:
      matchLabels: {{- include "em.selector" $ | nindent 8 }}
{{- end }}
{{- end }}
{{- end }}

{{- define "em.pod" -}}
serviceAccountName: {{ include "em.serviceAccount" .root }}
automountServiceAccountToken: false
# Else a service of this namespace could set EMOTION_MONITOR_* variables.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext: {{- include "em.podSecurity" . | nindent 2 }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .values.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- if ne .component "test" }}{{ include "em.spread" . }}{{ end }}
{{- end }}
