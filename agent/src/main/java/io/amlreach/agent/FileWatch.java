// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Notices that files have other content than when they were read. Looked at from time to time
 * rather than announced by the kernel, which says nothing of network file systems and of what is
 * behind a link. Not thread-safe.
 */
final class FileWatch {
  private Map<Path, FilePrint> read = new LinkedHashMap<>();
  private Map<Path, FilePrint> seen = new LinkedHashMap<>();

  /** The files as they are now, to be given to {@link #read} when they have been read. */
  Map<Path, FilePrint> look() {
    seen.replaceAll((file, print) -> print.again(file));
    return Map.copyOf(seen);
  }

  /**
   * From now on these files are watched.
   *
   * @param before how those that were known looked before they were read
   */
  void read(Set<Path> files, Map<Path, FilePrint> before) {
    read = new LinkedHashMap<>();
    for (Path file : files) {
      FilePrint known = before.get(file);
      read.put(file, known == null ? FilePrint.of(file) : known);
    }
    seen = new LinkedHashMap<>(read);
  }

  /**
   * Whether these are the files that were read, with the same content.
   *
   * @param found how they looked just now, see {@link #look}
   */
  boolean same(Set<Path> files, Map<Path, FilePrint> found) {
    return files.equals(read.keySet())
        && read.entrySet().stream()
            .allMatch(
                entry -> {
                  FilePrint now = found.get(entry.getKey());
                  return now != null && now.sameContent(entry.getValue());
                });
  }

  /**
   * Whether a file has other content than what was read, and had it at the last look: who is still
   * writing is waited for.
   */
  boolean changed() {
    Map<Path, FilePrint> last = Map.copyOf(seen);
    Map<Path, FilePrint> now = look();
    boolean other =
        read.entrySet().stream()
            .anyMatch(
                entry -> {
                  FilePrint found = now.get(entry.getKey());
                  return found != null && !found.sameContent(entry.getValue());
                });
    return other && now.equals(last);
  }
}
