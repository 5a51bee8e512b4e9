# SPDX-License-Identifier: Apache-2.0
# What is shipped for Kubernetes, rendered by kubectl's kustomize and by helm, read by the models of the
# official client. There is no cluster here: nothing is admitted, scheduled or run.
section 'kubernetes: rendered and read strictly'

KUBERNETES=$HERE/../kubernetes
CHART=$KUBERNETES/chart/amlreach
if TOOLS=$("$HERE/kubernetes/tools" 2>"$ERR"); then
  ok 'kubectl, helm and the models are there'
else
  not_ok 'kubectl, helm and the models are there' "$(tail -c 300 "$ERR")"
fi
export HELM_CACHE_HOME=$SCRATCH/helm HELM_CONFIG_HOME=$SCRATCH/helm HELM_DATA_HOME=$SCRATCH/helm

kustomized() { "$TOOLS/bin/kubectl" kustomize "$1"; }
charted() { "$TOOLS/bin/helm" template amlreach "$CHART" --namespace amlreach "$@"; }
core() { "$HERE/kubernetes/manifests" json <"$1" | java -cp "$TOOLS/lib/*" "$HERE/kubernetes/Strict.java"; }
custom() { "$HERE/kubernetes/manifests" custom "$TOOLS/monitoring/schema/kube-schema.json" <"$1"; }
essence() { "$HERE/kubernetes/manifests" essence <"$1"; }
# pods FILE FILTER: what jq finds in each pod specification of the rendered objects
pods() { "$HERE/kubernetes/manifests" json <"$1" | jq -c "[.[] | (.spec.template // .spec.jobTemplate.spec.template // empty).spec | $2] | unique"; }
settings_of() { "$HERE/kubernetes/manifests" json <"$1" | jq -r '.[] | select(.kind == "ConfigMap").data["amlreach.yaml"]'; }

# renders NAME COMMAND...: into $SCRATCH/NAME.yaml
renders() {
  local name=$1
  shift
  if "$@" >"$SCRATCH/$name.yaml" 2>"$ERR"; then
    ok "$name: renders"
  else
    not_ok "$name: renders" "$(head -c 600 "$ERR")"
  fi
}

# read_strictly NAME: no unknown, missing or mistyped field
read_strictly() {
  core "$SCRATCH/$1.yaml" >"$OUT" 2>&1 || true
  if grep -q '^ok ' "$OUT" && ! grep -qv '^ok ' "$OUT"; then
    ok "$1: $(grep -c '^ok ' "$OUT") objects as the API has them"
  else
    not_ok "$1: objects as the API has them" "$(grep -v '^ok ' "$OUT" | head -c 600)"
  fi
}

# restricted NAME: the controls of the Pod Security Standard "restricted", version 1.32
restricted() {
  is "$(pods "$SCRATCH/$1.yaml" '[
      .securityContext.runAsNonRoot, .securityContext.runAsUser > 0, .securityContext.seccompProfile.type,
      .hostNetwork // false, .hostPID // false, .hostIPC // false,
      ([.volumes[] | keys[] | select(. != "name")] - ["configMap", "emptyDir", "secret"]),
      (.initContainers // []),
      [.containers[] | .securityContext | [.allowPrivilegeEscalation, .privileged // false, .readOnlyRootFilesystem,
        .capabilities.drop, .capabilities.add // [], .runAsUser // 1 > 0]],
      [.containers[].ports // [] | .[].hostPort // empty]]')" \
    '[[true,true,"RuntimeDefault",false,false,false,[],[],[[false,false,true,["ALL"],[],true]],[]]]' \
    "$1: pods keep the restricted Pod Security Standard, with a read-only root"
}

for each in base overlays/aks overlays/arc; do
  name=${each##*/}
  renders "$name" kustomized "$KUBERNETES/$each"
  read_strictly "$name"
  restricted "$name"
  is "$(pods "$SCRATCH/$name.yaml" '[.automountServiceAccountToken, .enableServiceLinks, .containers[].image]')" \
    '[[false,false,"registry.example.invalid/amlreach:0.1.0"]]' "$name: no token, no service links, one image"
  settings_of "$SCRATCH/$name.yaml" >"$SCRATCH/settings.yaml"
  holds "$name: amlreach accepts the settings" "$PRODUCT" config check "$SCRATCH/settings.yaml"
done
for each in aks arc; do
  holds "$each: ServiceMonitor and PrometheusRule as the operator has them" custom "$SCRATCH/$each.yaml"
done
"$PRODUCT" plan --config "$KUBERNETES/overlays/aks/amlreach.yaml" >"$SCRATCH/plan-aks" 2>&1 || true
says "$SCRATCH/plan-aks" 'packages\.microsoft\.com  https/443  \[aks\]' 'aks: the plan has what nodes of AKS need'
"$PRODUCT" plan --config "$KUBERNETES/overlays/arc/amlreach.yaml" >"$SCRATCH/plan-arc" 2>&1 || true
says "$SCRATCH/plan-arc" 'gbl\.his\.arc\.azure\.com' 'arc: the plan has the identity service of Arc'

mkdir -p "$SCRATCH/node"
cat >"$SCRATCH/node/kustomization.yaml" <<YAML
resources: [$(realpath --relative-to="$SCRATCH/node" "$KUBERNETES/base")]
components: [$(realpath --relative-to="$SCRATCH/node" "$KUBERNETES/components/node-network")]
YAML
renders node kustomized "$SCRATCH/node"
read_strictly node
is "$(pods "$SCRATCH/node.yaml" '[.hostNetwork, .dnsPolicy]')" '[[true,"Default"]]' "node: the node's network and DNS"

section 'kubernetes: the chart'
holds 'helm lint --strict' "$TOOLS/bin/helm" lint --strict --quiet "$CHART"
renders chart charted --set serviceMonitor.enabled=true,prometheusRule.enabled=true
read_strictly chart
restricted chart
holds 'chart: ServiceMonitor and PrometheusRule as the operator has them' custom "$SCRATCH/chart.yaml"

cat >"$SCRATCH/node/kustomization.yaml" <<YAML
resources: [$(realpath --relative-to="$SCRATCH/node" "$KUBERNETES/base")]
components: [$(realpath --relative-to="$SCRATCH/node" "$KUBERNETES/components/prometheus-operator")]
namespace: amlreach
YAML
renders all kustomized "$SCRATCH/node"
holds 'kustomize and chart say the same' diff -u <(essence "$SCRATCH/all.yaml") <(essence "$SCRATCH/chart.yaml")
renders other charted --set serviceMonitor.enabled=true,prometheusRule.enabled=true,resources.limits.memory=1Gi
is "$(diff <(essence "$SCRATCH/all.yaml") <(essence "$SCRATCH/other.yaml") | grep -c '"memory": "1Gi"')" 2 \
  'and the comparison sees another memory limit'

cat >"$SCRATCH/given" <<'YAML'
image: {repository: registry.example.invalid/mirror/amlreach, tag: 0.1.0-1}
imagePullSecrets: [{name: mirror}]
webConfig: {existingSecret: amlreach-web, tls: true, basicAuth: true}
extraEnv: [{name: AMLREACH_PROXY_PASSWORD, valueFrom: {secretKeyRef: {name: proxy, key: password}}}]
daemonset: {hostNetwork: true}
cronjob: {extraArgs: [--strict]}
priorityClass: {create: false, name: ours}
affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: type, operator: NotIn, values: [virtual-kubelet]}]}]}}}
serviceMonitor:
  enabled: true
  labels: {release: kube-prometheus-stack}
  tlsConfig: {ca: {secret: {name: amlreach-web, key: ca.crt}}, serverName: amlreach.contoso.com}
  basicAuth: {username: {name: scrape, key: user}, password: {name: scrape, key: password}}
YAML
renders values charted --values "$SCRATCH/given"
read_strictly values
holds 'values: ServiceMonitor as the operator has it' custom "$SCRATCH/values.yaml"
is "$(pods "$SCRATCH/values.yaml" '[.hostNetwork, .dnsPolicy, .priorityClassName, .containers[].image]')" \
  '[[true,"Default","ours","registry.example.invalid/mirror/amlreach:0.1.0-1"]]' 'values: arrive in both pods'
is "$(pods "$SCRATCH/values.yaml" '.containers[] | .livenessProbe // empty | keys')" \
  '[["periodSeconds","tcpSocket","timeoutSeconds"]]' 'values: probes only connect where a password is wanted'
settings_of "$SCRATCH/values.yaml" >"$SCRATCH/settings.yaml"
says "$SCRATCH/settings.yaml" 'configFile: /etc/amlreach-web/web.yaml' 'values: the web configuration is in the settings'
renders own charted --set existingConfigMap=ours,daemonset.enabled=false
is "$("$HERE/kubernetes/manifests" json <"$SCRATCH/own.yaml" | jq -c '[.[].kind] | sort')" \
  '["CronJob","NetworkPolicy","PriorityClass","ServiceAccount"]' 'own: no settings and no daemon of the chart'
renders alone charted --set cronjob.enabled=false,networkPolicy.enabled=false
is "$("$HERE/kubernetes/manifests" json <"$SCRATCH/alone.yaml" | jq -c '[.[].kind] | sort')" \
  '["ConfigMap","DaemonSet","PriorityClass","Service","ServiceAccount"]' 'alone: no check and no policy'

# rejects WHAT PATTERN OPTION...: helm says why
rejects() {
  local what=$1 pattern=$2
  shift 2
  if charted "$@" >"$OUT" 2>"$ERR"; then
    not_ok "$what is refused" 'it was rendered'
  else
    says "$ERR" "$pattern" "$what is refused"
  fi
}
rejects 'a misspelt value' 'daemonSet' --set daemonSet.enabled=true
rejects 'a value of the wrong type' 'cronjob.enabled|cronjob/enabled' --set-string cronjob.enabled=yes
rejects 'another port than that of the settings' 'settings.web.listen must end in :9999' --set port=9999
# helm shows notes only to a cluster; as the text of an object it renders them like any template
cp -r "$CHART" "$SCRATCH/noted"
{
  printf 'kind: Notes\napiVersion: v1\ntext: |\n'
  sed 's/^/  /' "$CHART/templates/NOTES.txt"
} >"$SCRATCH/noted/templates/notes.yaml"
"$TOOLS/bin/helm" template amlreach "$SCRATCH/noted" --namespace amlreach --show-only templates/notes.yaml >"$OUT" 2>"$ERR" || true
says "$OUT" 'WARNING: .*contoso-mlw' 'the notes warn of the example workspace'
says "$OUT" 'enforce=restricted' 'the notes name the Pod Security label'
holds 'helm package' "$TOOLS/bin/helm" package "$CHART" --destination "$SCRATCH"
is "$(tar -tzf "$SCRATCH/amlreach-0.1.0.tgz" | grep -c 'files/rules.yaml')" 1 'the packaged chart has the rules'

section 'kubernetes: the rules have one source'
holds 'PrometheusRule and chart are what embed writes' "$KUBERNETES/embed" --check
holds 'promtool accepts them' promtool check rules "$CHART/files/rules.yaml"
is "$("$HERE/kubernetes/manifests" essence <"$SCRATCH/chart.yaml" | jq '[."PrometheusRule amlreach".spec.groups[].rules[]] | length')" \
  "$(cat "$KUBERNETES/rules.yaml" "$HERE"/../prometheus/*.y*ml 2>/dev/null | grep -cE '^ *- (alert|record):')" 'and no rule is lost'
