// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.web;

import io.amlreach.agent.report.Printable;
import io.amlreach.config.WebConfig;
import io.amlreach.config.WebConfigReader;
import io.amlreach.config.yaml.Problem;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web configuration file and the certificates that it names, read again when one of them has
 * changed. What cannot be used leaves the last good ones in force. Except for {@link #fault}, used
 * by one thread at a time.
 */
final class ProtectionFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final @Nullable Path file;
  private final long recheckNanos;
  private Protection present = Protection.NONE;
  private Map<Path, String> stamps = Map.of();
  private long looked;
  private volatile String fault = "";

  private ProtectionFile(@Nullable Path file, Duration recheck) {
    this.file = file;
    this.recheckNanos = recheck.toNanos();
  }

  /**
   * Reads the file for the first time.
   *
   * @param file null for no protection
   * @throws ProblemsException with all that is wrong
   */
  static ProtectionFile open(@Nullable Path file, Duration recheck) throws ProblemsException {
    ProtectionFile opened = new ProtectionFile(file, recheck);
    if (file != null) {
      opened.read(file);
    }
    return opened;
  }

  /** What is in force now. */
  Protection present() {
    if (file != null && System.nanoTime() - looked >= recheckNanos) {
      looked = System.nanoTime();
      if (!fault.isEmpty() || !stamps(stamps.keySet()).equals(stamps)) {
        reread(file);
      }
    }
    return present;
  }

  /** Why the last change is not in force; empty when it is. From any thread. */
  String fault() {
    return fault;
  }

  private void reread(Path changed) {
    Map<Path, String> before = stamps;
    try {
      read(changed);
      List<String> others =
          stamps.entrySet().stream()
              .filter(stamp -> !stamp.getValue().equals(before.get(stamp.getKey())))
              .map(stamp -> Printable.of(stamp.getKey().toString()))
              .toList();
      if (!others.isEmpty()) {
        LOG.info(
            "the web configuration was read again; changed and in force: {}",
            String.join(", ", others));
      } else if (!fault.isEmpty()) {
        LOG.info("the web configuration is in order again");
      }
      fault = "";
    } catch (ProblemsException e) {
      String problems =
          e.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
      if (!problems.equals(fault)) {
        LOG.error(
            "the web configuration is refused, the old one stays: {}", Printable.of(problems));
      }
      fault = problems;
    }
  }

  private void read(Path config) throws ProblemsException {
    looked = System.nanoTime();
    String before = stamp(config); // a change that comes while reading is seen next time
    WebConfig read = WebConfigReader.read(config);
    Map<Path, String> seen = stamps(files(config, read));
    seen.put(config, before);
    Protection next = protection(read);
    if (present.wouldFallOpen(next)) {
      ReferenceCountUtil.release(next.tls());
      Problems problems = new Problems();
      problems.add(
          config.toString(),
          "",
          "TLS, passwords and client certificates are only given up after a restart");
      problems.throwIfAny();
    }
    ReferenceCountUtil.release(present.tls()); // connections hold it as long as they need it
    present = next;
    stamps = seen;
  }

  private static Protection protection(WebConfig read) throws ProblemsException {
    WebConfig.Tls tls = read.tls();
    return new Protection(read, tls == null ? null : ServerTls.context(tls));
  }

  private static List<Path> files(Path config, WebConfig read) {
    WebConfig.Tls tls = read.tls();
    if (tls == null) {
      return List.of(config);
    }
    Path authorities = tls.clientAuthorities();
    return authorities == null
        ? List.of(config, tls.certificate(), tls.key())
        : List.of(config, tls.certificate(), tls.key(), authorities);
  }

  private static Map<Path, String> stamps(Iterable<Path> files) {
    Map<Path, String> stamps = new LinkedHashMap<>();
    files.forEach(path -> stamps.put(path, stamp(path)));
    return stamps;
  }

  /** Changes with the file, also when a link to it leads elsewhere. */
  private static String stamp(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    } catch (IOException e) {
      return "absent";
    }
  }

  @Override
  public void close() {
    ReferenceCountUtil.release(present.tls());
    present = Protection.NONE;
  }
}
