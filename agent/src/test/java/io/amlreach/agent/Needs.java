// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Cloud;
import io.amlreach.config.catalog.CatalogEntry;
import io.amlreach.config.catalog.Need;
import io.amlreach.probe.AddressScope;
import io.amlreach.probe.Protocol;
import io.amlreach.probe.Target;
import java.util.List;
import java.util.Set;

/** A need for tests, changed one thing at a time; starts as a required public HTTPS host. */
public record Needs(
    String id,
    String workspace,
    String pattern,
    String host,
    int port,
    Protocol protocol,
    AddressScope expected,
    boolean required,
    boolean publicAuthority,
    List<String> features,
    String section,
    List<CatalogEntry.Alternative> alternatives,
    String standIn,
    String serviceTag) {

  public static Needs need(String host) {
    return new Needs(
        host + "-443",
        "contoso-mlw",
        host,
        host,
        443,
        Protocol.HTTPS,
        AddressScope.ANY,
        true,
        true,
        List.of("studio"),
        "general-azure",
        List.of(),
        "as documented",
        "");
  }

  public Needs workspace(String value) {
    return new Needs(
        id,
        value,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs pattern(String value) {
    return new Needs(
        id,
        workspace,
        value,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs at(Protocol value, int number) {
    return new Needs(
        host + "-" + number,
        workspace,
        pattern,
        host,
        number,
        value,
        expected,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs expecting(AddressScope value) {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        value,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs recommended() {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        false,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs withPrivateAuthority() {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        false,
        features,
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs features(String... values) {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        List.of(values),
        section,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs section(String value) {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        features,
        value,
        alternatives,
        standIn,
        serviceTag);
  }

  public Needs alternativeSpelling() {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        false,
        publicAuthority,
        features,
        section,
        List.of(new CatalogEntry.Alternative(pattern, "another page", true)),
        standIn,
        serviceTag);
  }

  public Needs standIn(String value) {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        value,
        serviceTag);
  }

  public Needs serviceTag(String value) {
    return new Needs(
        id,
        workspace,
        pattern,
        host,
        port,
        protocol,
        expected,
        required,
        publicAuthority,
        features,
        section,
        alternatives,
        standIn,
        value);
  }

  public Need probed() {
    return need(Need.Disposition.PROBE, "");
  }

  public Need notTestable(String reason) {
    return need(Need.Disposition.NOT_TESTABLE, reason);
  }

  public Need listed(String reason) {
    return need(Need.Disposition.LISTED, reason);
  }

  private Need need(Need.Disposition disposition, String reason) {
    boolean probe = disposition == Need.Disposition.PROBE;
    return new Need(
        id,
        workspace,
        disposition,
        pattern,
        probe ? host : null,
        probe ? port : 0,
        probe ? new Target(host, port, protocol) : null,
        probe ? standIn : "",
        reason,
        expected,
        required,
        publicAuthority,
        features,
        "For tests.",
        sources(),
        entry());
  }

  private CatalogEntry entry() {
    return new CatalogEntry(
        "row-" + host.replace('.', '-'),
        "2026-03",
        section,
        CatalogEntry.Kind.HOST,
        CatalogEntry.Direction.OUTBOUND,
        Set.of(Cloud.PUBLIC),
        alternatives.isEmpty() ? pattern : "*.documented.example",
        List.of(new CatalogEntry.PortUse(port, protocol, true)),
        "For tests.",
        features,
        List.of(),
        required,
        serviceTag.isEmpty() ? null : serviceTag,
        alternatives,
        sources(),
        null);
  }

  private static List<CatalogEntry.Source> sources() {
    return List.of(new CatalogEntry.Source("T001", "page.md", "2026-03-19", "section"));
  }
}
