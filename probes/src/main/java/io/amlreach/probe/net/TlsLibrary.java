// SPDX-License-Identifier: Apache-2.0
package io.amlreach.probe.net;

import io.netty.internal.tcnative.Library;
import io.netty.util.internal.NativeLibraryLoader;
import java.util.Locale;

/** Loads BoringSSL, once. */
final class TlsLibrary {
  private TlsLibrary() {}

  /**
   * Loads the library of this platform, from {@code java.library.path} or from the jar.
   *
   * @throws IllegalStateException when there is none for this platform
   */
  static void load() {
    Holder.LOADED.orThrow();
  }

  private record Loaded(String problem) {
    void orThrow() {
      if (!problem.isEmpty()) {
        throw new IllegalStateException(problem);
      }
    }
  }

  private static final class Holder {
    static final Loaded LOADED = tryToLoad();

    private static Loaded tryToLoad() {
      String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
      String name =
          switch (arch) {
            case "amd64", "x86_64" -> "netty_tcnative_linux_x86_64";
            case "aarch64", "arm64" -> "netty_tcnative_linux_aarch_64";
            default -> "netty_tcnative_" + arch;
          };
      try {
        NativeLibraryLoader.load(name, TlsLibrary.class.getClassLoader());
        Library.initialize("provided", null);
        return new Loaded("");
      } catch (UnsatisfiedLinkError e) {
        String platform = System.getProperty("os.name") + " " + arch;
        return new Loaded(
            "the TLS library cannot be loaded on this platform ("
                + platform
                + "); Linux with glibc on x86-64 or ARM64 is supported: "
                + e.getMessage());
      } catch (Exception e) { // declared so by the library
        return new Loaded("the TLS library cannot be initialised: " + e.getMessage());
      }
    }
  }
}
