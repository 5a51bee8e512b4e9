// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config;

import io.amlreach.config.yaml.MapReader;
import io.amlreach.config.yaml.Problems;
import io.amlreach.config.yaml.ProblemsException;
import io.amlreach.config.yaml.Value;
import io.amlreach.config.yaml.YamlNode;
import io.amlreach.config.yaml.YamlReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web configuration file in the format of the Prometheus exporter toolkit. What that format
 * has and amlreach has not is refused by name, since a protection that is written down and not
 * there is worse than none.
 */
public final class WebConfigReader {
  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "Strict-Transport-Security",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "X-XSS-Protection");

  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");

  /** Each step doubles the time of a first login: at 15 it is already some seconds. */
  private static final int HIGHEST_COST = 15;

  private static final int LOWEST_COST = 4;

  private WebConfigReader() {}

  /**
   * Reads the file. The certificates that it names must be readable; what is in them is not looked
   * at.
   *
   * @throws ProblemsException with all that is wrong
   */
  public static WebConfig read(Path file) throws ProblemsException {
    Problems problems = new Problems();
    YamlNode root = YamlReader.read(file, problems);
    problems.throwIfAny();
    WebConfig config = root == null ? WebConfig.OPEN : bind(root, file, problems);
    problems.throwIfAny();
    return config;
  }

  private static WebConfig bind(YamlNode root, Path file, Problems problems) {
    MapReader map = MapReader.of(root, problems);
    Value tls = map.value("tls_server_config");
    WebConfig.@Nullable Tls bound =
        tls.isPresent() ? new WebTlsBinder(SettingsFiles.ofWeb(file)).bind(tls.map()) : null;
    Map<String, String> headers = http(map.value("http_server_config").map());
    Map<String, String> users = users(map.value("basic_auth_users").ownKeys());
    Value limit = map.value("rate_limit");
    if (limit.isPresent()) {
      limit.refuse("nothing, because amlreach has bounds of its own and no such setting");
    }
    map.finish();
    return new WebConfig(bound, headers, users);
  }

  private static Map<String, String> http(MapReader map) {
    Value http2 = map.value("http2");
    if (http2.bool().orElse(false)) {
      http2.refuse("false, because only HTTP/1.1 is spoken");
    }
    MapReader given = map.value("headers").map();
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : HEADERS) {
      header(name, given.value(name)).ifPresent(value -> headers.put(name, value));
    }
    given.finish();
    map.finish();
    return headers;
  }

  private static Optional<String> header(String name, Value value) {
    return switch (name) {
      case "X-Frame-Options" -> value.word(List.of("deny", "sameorigin"));
      case "X-Content-Type-Options" -> value.word(List.of("nosniff"));
      default ->
          value.parse(
              "printable ASCII",
              text -> HEADER_VALUE.matcher(text).matches() ? Optional.of(text) : Optional.empty());
    };
  }

  private static Map<String, String> users(MapReader map) {
    Map<String, String> users = new LinkedHashMap<>();
    for (String user : map.keys()) {
      Value hash = map.value(user).hidden().required();
      if (user.isEmpty() || user.indexOf(':') >= 0) {
        hash.refuse("a user name without a colon");
      }
      hash.parse("a bcrypt hash, as htpasswd -B makes it, of cost 4 to 15", WebConfigReader::hash)
          .ifPresent(text -> users.put(user, text));
    }
    return users;
  }

  private static Optional<String> hash(String text) {
    Matcher matcher = BCRYPT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int cost = Integer.parseInt(matcher.group(1));
    return cost >= LOWEST_COST && cost <= HIGHEST_COST ? Optional.of(text) : Optional.empty();
  }
}
