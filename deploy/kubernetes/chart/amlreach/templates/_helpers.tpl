{{- /* SPDX-License-Identifier: Apache-2.0 */ -}}
{{- define "amlreach.name" -}}
{{- $name := ternary .Release.Name (printf "%s-amlreach" .Release.Name) (contains "amlreach" .Release.Name) -}}
{{- default $name .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "amlreach.selector" -}}
app.kubernetes.io/name: amlreach
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "amlreach.labels" -}}
{{ include "amlreach.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "amlreach.image" -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}

{{- define "amlreach.configMap" -}}
{{- default (include "amlreach.name" .) .Values.existingConfigMap -}}
{{- end -}}

{{- define "amlreach.priorityClass" -}}
{{- if .Values.priorityClass.create -}}{{ include "amlreach.name" . }}{{- else -}}{{ .Values.priorityClass.name }}{{- end -}}
{{- end -}}

{{- /* What daemon and check have in common, of a pod */ -}}
{{- define "amlreach.pod" -}}
serviceAccountName: {{ include "amlreach.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "amlreach.priorityClass" . }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if .Values.daemonset.hostNetwork }}
hostNetwork: true
dnsPolicy: Default
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  {{- toYaml .Values.podSecurityContext | nindent 2 }}
{{- end -}}

{{- /* and of a container */ -}}
{{- define "amlreach.container" -}}
name: amlreach
image: {{ include "amlreach.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .Values.resources | nindent 2 }}
{{- with .Values.extraEnv }}
env:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "amlreach.mounts" -}}
- name: settings
  mountPath: /etc/amlreach
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- if .Values.webConfig.existingSecret }}
- name: web
  mountPath: /etc/amlreach-web
  readOnly: true
{{- end }}
{{- end -}}

{{- define "amlreach.volumes" -}}
- name: settings
  configMap:
    name: {{ include "amlreach.configMap" . }}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with .Values.webConfig.existingSecret }}
- name: web
  secret:
    secretName: {{ . }}
    defaultMode: 0440
{{- end }}
{{- end -}}

{{- /* A probe of a path, given as dict "root" and "path" */ -}}
{{- define "amlreach.probe" -}}
{{- if .root.Values.webConfig.basicAuth -}}
tcpSocket:
  port: metrics
{{- else -}}
httpGet:
  path: {{ .path }}
  port: metrics
  {{- if .root.Values.webConfig.tls }}
  scheme: HTTPS
  {{- end }}
{{- end -}}
{{- end -}}
