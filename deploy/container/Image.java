// SPDX-License-Identifier: Apache-2.0

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
  private static final List<String> ENTRYPOINT =
      List.of("/usr/lib/amlreach/runtime/bin/java", "@/usr/lib/amlreach/image.args");

  private static final ObjectMapper JSON = new ObjectMapper();

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
          .setEntrypoint(ENTRYPOINT)
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
      rewritten(layout, tar, name);
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

  /**
   * Copies the layout with what Jib has no words for: a health check, which is Docker's and no part
   * of OCI, and what "docker load" before version 25 reads in place of the layout. Who knows neither
   * leaves both alone.
   */
  private static void rewritten(Path layout, Path tar, String name) throws Exception {
    Map<String, byte[]> small = small(layout);
    ObjectNode index = object(small, "index.json");
    ObjectNode manifestAt = (ObjectNode) index.at("/manifests/0");
    ObjectNode manifest = object(small, blob(manifestAt));
    ObjectNode configAt = (ObjectNode) manifest.get("config");
    ObjectNode config = object(small, blob(configAt));
    ((ObjectNode) config.get("config")).set("Healthcheck", JSON.valueToTree(healthCheck()));
    Map<String, byte[]> changed = new LinkedHashMap<>();
    Set<String> replaced = Set.of(blob(configAt), blob(manifestAt), "index.json");
    place(config, configAt, changed);
    place(manifest, manifestAt, changed);
    changed.put("index.json", JSON.writeValueAsBytes(index));
    List<String> layers = new ArrayList<>();
    manifest.get("layers").forEach(layer -> layers.add(blob(layer)));
    changed.put(
        "manifest.json",
        JSON.writeValueAsBytes(
            List.of(
                new TreeMap<>(
                    Map.of(
                        "Config", blob(configAt), "RepoTags", List.of(name), "Layers", layers)))));
    try (var in = new TarArchiveInputStream(Files.newInputStream(layout));
        var out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!replaced.contains(entry.getName())) {
          out.putArchiveEntry(entry);
          in.transferTo(out);
          out.closeArchiveEntry();
        }
      }
      for (Map.Entry<String, byte[]> each : changed.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
        entry.setSize(each.getValue().length);
        entry.setModTime(0);
        out.putArchiveEntry(entry);
        out.write(each.getValue());
        out.closeArchiveEntry();
      }
    }
  }

  /** Times in nanoseconds, as Docker has them. */
  private static Map<String, Object> healthCheck() {
    List<String> test = new ArrayList<>(List.of("CMD"));
    test.addAll(ENTRYPOINT);
    test.add("healthy");
    return new TreeMap<>(
        Map.of(
            "Test", test,
            "Interval", Duration.ofSeconds(30).toNanos(),
            "Timeout", Duration.ofSeconds(5).toNanos(),
            "StartPeriod", Duration.ofSeconds(60).toNanos(),
            "Retries", 3));
  }

  /** Under its new digest, which its descriptor gets. */
  private static void place(ObjectNode document, ObjectNode descriptor, Map<String, byte[]> blobs)
      throws Exception {
    byte[] bytes = JSON.writeValueAsBytes(document);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    descriptor.put("digest", "sha256:" + HexFormat.of().formatHex(digest));
    descriptor.put("size", bytes.length);
    blobs.put(blob(descriptor), bytes);
  }

  /** Everything but layers. */
  private static Map<String, byte[]> small(Path layout) throws IOException {
    Map<String, byte[]> small = new HashMap<>();
    try (var in = new TarArchiveInputStream(Files.newInputStream(layout))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getSize() < 100_000) {
          small.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return small;
  }

  private static ObjectNode object(Map<String, byte[]> files, String name) throws IOException {
    return (ObjectNode) JSON.readTree(files.get(name));
  }

  private static String blob(JsonNode descriptor) {
    return "blobs/" + descriptor.get("digest").asText().replace(':', '/');
  }
}
