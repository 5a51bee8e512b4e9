// SPDX-License-Identifier: Apache-2.0

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Makes an image of nothing but a tree of files: java Image.java TREE TAR VERSION TIME
 * ARCHITECTURE. The tar is an OCI image layout and, by one more file, what every "docker load"
 * knows.
 */
class Image {
  private static final String USER = "65532:65532";

  /** Of folders and files that the user of the image may write to; all else is root's. */
  private static final Map<String, String> WRITABLE =
      Map.of("/tmp", "777", "/var/lib/amlreach", "755");

  public static void main(String[] arguments) throws Exception {
    Path tree = Path.of(arguments[0]);
    Path tar = Path.of(arguments[1]);
    String version = arguments[2];
    Instant time = Instant.parse(arguments[3]);
    Path cache = Files.createTempDirectory("image");
    Path layout = cache.resolve("layout.tar");
    String name = "amlreach:" + version;
    try {
      Jib.fromScratch()
          .setFormat(ImageFormat.OCI)
          .setPlatforms(Set.of(new Platform(arguments[4], "linux")))
          .setCreationTime(time)
          // apart, because the system changes seldom and amlreach with each version
          .addFileEntriesLayer(
              layer("system", tree, time, path -> !path.startsWith("/usr/lib/amlreach")))
          .addFileEntriesLayer(
              layer("amlreach", tree, time, path -> path.startsWith("/usr/lib/amlreach")))
          .setEntrypoint("/usr/lib/amlreach/runtime/bin/java", "@/usr/lib/amlreach/image.args")
          .setProgramArguments("serve", "--config", "/etc/amlreach/amlreach.yaml")
          .setEnvironment(Map.of("LC_ALL", "C.UTF-8"))
          .setUser(USER)
          .addExposedPort(Port.tcp(10911))
          .setLabels(labels(version, time))
          .containerize(
              Containerizer.to(TarImage.at(layout).named(name))
                  .setOfflineMode(true)
                  .setBaseImageLayersCache(cache.resolve("base"))
                  .setApplicationLayersCache(cache.resolve("layers")));
      forDocker(layout, tar, name);
    } finally {
      try (Stream<Path> all = Files.walk(cache)) {
        for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Map<String, String> labels(String version, Instant time) {
    String prefix = "org.opencontainers.image.";
    // the order of Map.of is another one in each run
    return new TreeMap<>(
        Map.of(
            prefix + "title", "amlreach",
            prefix + "description", "Network verifier for Azure Machine Learning in a VNet",
            prefix + "version", version,
            prefix + "created", time.toString(),
            prefix + "licenses",
                "Apache-2.0 AND GPL-2.0-only WITH Classpath-exception-2.0 AND LGPL-2.1-or-later",
            prefix + "vendor", "the authors of amlreach"));
  }

  private static FileEntriesLayer layer(
      String name, Path tree, Instant time, Predicate<String> belongs) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    List<Path> files;
    try (Stream<Path> all = Files.walk(tree)) {
      files = all.filter(path -> !path.equals(tree)).sorted().toList();
    }
    for (Path file : files) {
      String path = "/" + tree.relativize(file);
      if (belongs.test(path)) {
        String mode = WRITABLE.get(path);
        FilePermissions permissions =
            mode == null
                ? FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(file))
                : FilePermissions.fromOctalString(mode);
        String owner = mode == null ? "0:0" : USER;
        layer.addEntry(new FileEntry(file, AbsoluteUnixPath.get(path), permissions, time, owner));
      }
    }
    return layer.build();
  }

  /** Adds what "docker load" before version 25 reads in place of the layout. */
  private static void forDocker(Path layout, Path tar, String name) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, byte[]> small = new HashMap<>();
    try (var in = new TarArchiveInputStream(Files.newInputStream(layout));
        var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putArchiveEntry(entry);
        if (entry.getSize() < 100_000) {
          byte[] bytes = in.readAllBytes();
          small.put(entry.getName(), bytes);
          out.write(bytes);
        } else {
          in.transferTo(out);
        }
        out.closeArchiveEntry();
      }
      JsonNode index = json.readTree(small.get("index.json"));
      JsonNode manifest = json.readTree(small.get(blob(index.at("/manifests/0"))));
      List<String> layers = new ArrayList<>();
      manifest.get("layers").forEach(layer -> layers.add(blob(layer)));
      byte[] docker =
          json.writeValueAsBytes(
              List.of(
                  new TreeMap<>(
                      Map.of(
                          "Config", blob(manifest.get("config")),
                          "RepoTags", List.of(name),
                          "Layers", layers))));
      TarArchiveEntry entry = new TarArchiveEntry("manifest.json");
      entry.setSize(docker.length);
      entry.setModTime(0);
      out.putArchiveEntry(entry);
      out.write(docker);
      out.closeArchiveEntry();
    }
  }

  private static String blob(JsonNode descriptor) {
    return "blobs/" + descriptor.get("digest").asText().replace(':', '/');
  }
}
