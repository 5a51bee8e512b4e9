// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 (and so JSON) within bounds: 1 MiB, one document, 64 levels, 100000 values, no
 * tags, aliases only while they repeat little. What is wrong becomes a problem, never an exception.
 */
public final class YamlReader {
  /**
   * The largest file that is looked into: some times the largest catalog, and little enough that
   * the scanner, which walks back over a long line again and again, ends within a second.
   */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_BYTES).build();

  private YamlReader() {}

  /**
   * Reads a file; no more than the bound is loaded, whatever its size.
   *
   * @return null when nothing usable was found; then there is a problem
   */
  public static @Nullable YamlNode read(Path file, Problems problems) {
    String origin = file.toString();
    if (Files.isDirectory(file)) {
      problems.add(origin, "", "expected a file, found a directory");
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(origin, in.readNBytes(MAX_BYTES + 1), problems);
    } catch (NoSuchFileException e) {
      problems.add(origin, "", "no such file");
    } catch (AccessDeniedException e) {
      problems.add(origin, "", "not readable: permission denied");
    } catch (IOException e) {
      problems.add(origin, "", "not readable: " + e.getMessage());
    }
    return null;
  }

  /**
   * Reads what was loaded already.
   *
   * @param origin the name that problems and nodes carry before the line
   * @return null when nothing usable was found; then there is a problem
   */
  public static @Nullable YamlNode read(String origin, byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.add(origin, "", "expected at most 1 MiB, found more");
      return null;
    }
    String text = decode(origin, bytes, problems);
    return text == null ? null : parse(origin, text, problems);
  }

  private static @Nullable String decode(String origin, byte[] bytes, Problems problems) {
    if (startsUtf16(bytes)) {
      problems.add(origin, "", "expected UTF-8 text, found UTF-16");
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(
          at(origin, lineAt(text, text.length())),
          "",
          "expected UTF-8 text, found bytes that are not");
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The byte order mark that a redirection in Windows PowerShell puts before its UTF-16. */
  private static boolean startsUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static @Nullable YamlNode parse(String origin, String text, Problems problems) {
    NodeBuilder builder = new NodeBuilder(origin, problems);
    try {
      for (Event event : new Parse(SETTINGS).parseString(text)) {
        if (!builder.accept(event)) {
          return null;
        }
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(1);
      // the library quotes what it stumbled over, which may be a line end
      String problem = e.getProblem().replaceAll("\\p{Cntrl}", "");
      problems.add(at(origin, line), "", "not valid YAML: " + problem);
      return null;
    } catch (ReaderException e) {
      problems.add(
          at(origin, lineAt(text, text.offsetByCodePoints(0, e.getPosition()))),
          "",
          String.format("expected printable text, found the character U+%04X", e.getCodePoint()));
      return null;
    } catch (IllegalArgumentException e) {
      // how the library fails on Unicode escapes that end early or are out of range
      problems.add(at(origin, builder.line()), "", "not valid YAML: a broken escape from here on");
      return null;
    } catch (YamlEngineException e) {
      problems.add(origin, "", "not valid YAML: " + e.getMessage());
      return null;
    }
    YamlNode root = builder.root();
    if (root == null) {
      problems.add(origin, "", "expected a YAML document, found an empty file");
    }
    return root;
  }

  private static int lineAt(String text, int index) {
    return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
  }

  static String at(String origin, int line) {
    return origin + ":" + line;
  }
}
