// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.systemd;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What a service manager is told, see sd_notify(3); nobody is told anything where none listens.
 * Texts are one line each; control characters in them are for the caller to escape.
 */
public interface Notifications extends AutoCloseable {
  /** For a process that no service manager watches. */
  Notifications NONE = lines -> {};

  /**
   * The service manager of this process.
   *
   * @param environment of the process, in which the manager says how it listens
   */
  static Notifications of(Map<String, String> environment) {
    String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    return socket.isEmpty() ? NONE : NotifySocket.open(socket, watchdog(environment));
  }

  /** Sends lines of assignments in one datagram, without waiting. */
  void send(String... lines);

  /** The service is up, or has adopted other settings. */
  default void ready() {
    send("READY=1");
  }

  /** The service reads its settings again; {@link #ready()} follows. */
  default void reloading() {
    // System.nanoTime is CLOCK_MONOTONIC on Linux, which is what systemd compares with
    send("RELOADING=1", "MONOTONIC_USEC=" + TimeUnit.NANOSECONDS.toMicros(System.nanoTime()));
  }

  /** One line for {@code systemctl status}. */
  default void status(String text) {
    send("STATUS=" + text);
  }

  /** The service ends. */
  default void stopping() {
    send("STOPPING=1");
  }

  /** Keeps the watchdog quiet from now on, if there is one, for as long as the service is alive. */
  default void watch(BooleanSupplier alive) {}

  /** Sends what is left and closes. */
  @Override
  default void close() {}

  /** Zero when nobody watches this process. */
  private static Duration watchdog(Map<String, String> environment) {
    String usec = environment.getOrDefault("WATCHDOG_USEC", "");
    String pid = environment.getOrDefault("WATCHDOG_PID", "");
    boolean ours = pid.isEmpty() || pid.equals(Long.toString(ProcessHandle.current().pid()));
    return ours && usec.matches("[0-9]{1,18}")
        ? Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(usec)))
        : Duration.ZERO;
  }
}
