// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import java.util.Locale;

/**
 * Every setting that a flag or an environment variable can give, and the key that it stands for.
 */
public enum SettingOption {
  WORKSPACE(
      "--workspace",
      "workspaces[].name",
      Shape.TEXT,
      "workspace to check; with a file that has several, the one to select"),
  WORKSPACE_ID("--workspace-id", "workspaces[].id", Shape.TEXT, "workspace id, a UUID"),
  CLOUD(
      "--cloud", "workspaces[].cloud", Shape.TEXT, "public, government or china (default: public)"),
  REGION(
      "--region", "workspaces[].region", Shape.TEXT, "region of the workspace, such as westeurope"),
  STORAGE_ACCOUNT(
      "--storage-account",
      "workspaces[].storageAccount",
      Shape.TEXT,
      "name of its default storage account"),
  KEY_VAULT("--key-vault", "workspaces[].keyVault", Shape.TEXT, "name of its key vault"),
  CONTAINER_REGISTRY(
      "--container-registry",
      "workspaces[].containerRegistry",
      Shape.TEXT,
      "name of its container registry"),
  NOTEBOOK_HOST(
      "--notebook-host",
      "workspaces[].notebookHost",
      Shape.TEXT,
      "notebook host as the ARM property notebookInfo.fqdn has it"),
  COMPUTE_INSTANCE(
      "--compute-instance",
      "workspaces[].computeInstances",
      Shape.LIST,
      "name of a compute instance; repeatable"),
  PRIVATE_ENDPOINT(
      "--private-endpoint",
      "workspaces[].privateEndpoint",
      Shape.SWITCH,
      "the workspace is reached through a private endpoint"),
  PRIVATE_ENDPOINT_FILE(
      "--private-endpoint-file",
      "workspaces[].privateEndpointFiles",
      Shape.LIST,
      "addresses of a private endpoint, as az network nic show prints them; repeatable"),
  HIGH_BUSINESS_IMPACT(
      "--hbi",
      "workspaces[].highBusinessImpact",
      Shape.SWITCH,
      "the workspace was made with hbi_workspace"),
  CUSTOM_IMAGES(
      "--custom-images",
      "workspaces[].customImages",
      Shape.SWITCH,
      "images are built by the workspace"),
  PUBLIC_IP(
      "--public-ip", "workspaces[].publicIp", Shape.SWITCH, "compute has public IP addresses"),
  FEATURE(
      "--feature",
      "workspaces[].features",
      Shape.LIST,
      "check only what this feature needs; repeatable"),
  EDITION("--edition", "catalog.edition", Shape.TEXT, "edition of the documented matrix"),
  OVERLAY(
      "--overlay",
      "catalog.overlays",
      Shape.LIST,
      "file with rows and waivers of your own; repeatable"),
  SIGNATURES(
      "--signatures",
      "catalog.signatures",
      Shape.LIST,
      "file with further ways in which a blocker shows itself; repeatable"),
  DNS_SERVER(
      "--dns-server",
      "dns.servers",
      Shape.LIST,
      "DNS server to ask instead of the system's, IP[:PORT]; repeatable"),
  DNS_COMPARE(
      "--dns-compare",
      "dns.compare",
      Shape.LIST,
      "DNS server to compare with, about private names only (default: 168.63.129.16); repeatable"),
  DNS_TIMEOUT(
      "--dns-timeout",
      "dns.timeout",
      Shape.TEXT,
      "time for one DNS query with all its tries (default: 5s)"),
  TIMEOUT("--timeout", "probe.timeout", Shape.TEXT, "time for one target (default: 5s)"),
  DEADLINE("--deadline", "probe.deadline", Shape.TEXT, "time for the whole check (default: 30s)"),
  CONCURRENCY(
      "--concurrency",
      "probe.concurrency",
      Shape.TEXT,
      "handshakes and requests worked on at once (default: 256)"),
  ATTEMPTS("--attempts", "probe.attempts", Shape.TEXT, "tries of one DNS server (default: 2)"),
  CONTROL_ADDRESS(
      "--control-address",
      "probe.controlAddress",
      Shape.TEXT,
      "address that no service is at, to see whether the path accepts for everybody; or off"
          + " (default: 192.0.2.1)"),
  CA_FILE(
      "--ca-file",
      "tls.caFile",
      Shape.TEXT,
      "PEM file with further trusted authorities, for probes and pushes"),
  PROXY(
      "--proxy",
      "proxy.url",
      Shape.TEXT,
      "HTTP proxy for https, tls and http targets, http://[user@]host:port"),
  NO_PROXY(
      "--no-proxy",
      "proxy.noProxy",
      Shape.LIST,
      "name, .suffix, address or network that is reached without the proxy; repeatable"),
  PROXY_PASSWORD_FILE(
      "--proxy-password-file",
      "proxy.passwordFile",
      Shape.TEXT,
      "file that holds the password of the proxy's user"),
  INTERVAL(
      "--interval",
      "schedule.interval",
      Shape.TEXT,
      "time from one sweep to the next, 500ms or more (default: 60s)"),
  JITTER(
      "--jitter", "schedule.jitter", Shape.TEXT, "how much the interval may vary (default: 10%%)"),
  FAIL_AFTER(
      "--fail-after",
      "schedule.failAfter",
      Shape.TEXT,
      "failures in a row before a target that is known counts as failed; its first answer counts"
          + " at once (default: 2)"),
  PASS_AFTER(
      "--pass-after",
      "schedule.passAfter",
      Shape.TEXT,
      "passes in a row before a failed target counts as passed (default: 1)"),
  LISTEN(
      "--listen",
      "web.listen",
      Shape.TEXT,
      "where metrics and the page are served, IP:PORT (default: 127.0.0.1:10911)"),
  WEB_CONFIG_FILE(
      "--web-config-file",
      "web.configFile",
      Shape.TEXT,
      "TLS and basic auth, in the format of Prometheus exporters"),
  STATE_DIRECTORY(
      "--state-directory",
      "state.directory",
      Shape.TEXT,
      "where state survives a restart (default: /var/lib/amlreach)"),
  PUSHGATEWAY(
      "--pushgateway",
      "push.pushgateway",
      Shape.TEXT,
      "Pushgateway that gets the metrics, such as http://pushgateway:9091"),
  PUSH_JOB("--push-job", "push.job", Shape.TEXT, "job that they are under (default: amlreach)"),
  OTLP(
      "--otlp",
      "push.otlp",
      Shape.TEXT,
      "collector that gets the metrics, such as http://collector:4318/v1/metrics"),
  PUSH_HEADERS_FILE(
      "--push-headers-file",
      "push.headersFile",
      Shape.TEXT,
      "file with lines of NAME: VALUE to send along, such as an Authorization"),
  LOG_FORMAT(
      "--log-format",
      "log.format",
      Shape.TEXT,
      "what the daemon's log looks like: auto, text, journald or json (default: auto)");

  private static final String WORKSPACE_KEYS = "workspaces[].";

  private final String flag;
  private final String key;
  private final Shape shape;
  private final String description;

  SettingOption(String flag, String key, Shape shape, String description) {
    this.flag = flag;
    this.key = key;
    this.shape = shape;
    this.description = description;
  }

  /** What a value looks like. */
  public enum Shape {
    TEXT,
    /** A flag is given once an item; an environment variable has commas between its items. */
    LIST,
    /** A flag needs no value; an environment variable is {@code true} or {@code false}. */
    SWITCH
  }

  /** With its leading hyphens. */
  public String flag() {
    return flag;
  }

  /** The environment variable: {@code AMLREACH_STORAGE_ACCOUNT} for {@code --storage-account}. */
  public String variable() {
    return "AMLREACH_" + flag.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  public Shape shape() {
    return shape;
  }

  /** One line for a help text. */
  public String description() {
    return description;
  }

  /** Whether it describes a workspace; all others are about the whole run. */
  public boolean ofWorkspace() {
    return key.startsWith(WORKSPACE_KEYS);
  }

  /** The key within the workspace or, dotted, within the whole settings file. */
  String key() {
    return ofWorkspace() ? key.substring(WORKSPACE_KEYS.length()) : key;
  }
}
