// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import io.amlreach.config.Settings;
import io.amlreach.config.SettingsListing;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is odd about good settings as seen from here. The daemon may run elsewhere or as somebody
 * else, so that none of this is a problem.
 */
final class SettingsNotes {
  private static final String STATE = "state.directory";

  private SettingsNotes() {}

  /** A line each, not escaped. */
  static List<String> of(Settings settings) {
    List<String> notes = new ArrayList<>();
    Settings.Schedule schedule = settings.schedule();
    if (schedule.interval().compareTo(settings.probe().timeout()) < 0) {
      notes.add(
          "schedule.interval of "
              + SettingsListing.spelled(schedule.interval())
              + " is shorter than probe.timeout of "
              + SettingsListing.spelled(settings.probe().timeout())
              + ": a sweep that waits for a silent host will be late");
    }
    if (!ofThisMachine(settings.web().listen().getAddress())) {
      notes.add(
          "web.listen is "
              + SettingsListing.spelled(settings.web().listen())
              + ", which is no address of this machine: serve would not start here");
    }
    boolean said = !settings.origins().getOrDefault(STATE, "default").equals("default");
    if (said && !writable(settings.state().directory())) {
      notes.add(
          "this user cannot write to "
              + settings.state().directory()
              + " (state.directory): started by this user, serve would remember nothing");
    }
    return notes;
  }

  private static boolean ofThisMachine(InetAddress address) {
    try {
      return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException ignored) { // who cannot be asked contradicts nobody
      return true;
    }
  }

  /** Or could be made. */
  private static boolean writable(Path directory) {
    Path there = directory.toAbsolutePath();
    while (there.getParent() != null && Files.notExists(there)) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }
}
