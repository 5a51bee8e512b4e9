// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.metrics;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A Pushgateway. All series of a group are replaced, so that those of removed targets vanish; a
 * group is a job and an instance, which is the name of this host.
 */
final class Gateway implements Receiver {
  /** What can stand in a path as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final URI group;
  private final Supplier<byte[]> text;

  /** One that is sent what this gives, in the text format. */
  Gateway(URI base, String job, String instance, Supplier<byte[]> text) {
    String root = base.toString().replaceFirst("/+$", "");
    this.group = URI.create(root + "/metrics" + label("job", job) + label("instance", instance));
    this.text = text;
  }

  @Override
  public URI address() {
    return group;
  }

  @Override
  public String word() {
    return "pushgateway";
  }

  @Override
  public void push(Map<String, String> headers, Wire wire) throws IOException {
    wire.send("PUT", group, Exposition.TEXT.contentType(), text.get(), headers);
  }

  /** Odd values go through base64, as the Pushgateway documents it; an empty one is a sign. */
  private static String label(String name, String value) {
    if (PLAIN.matcher(value).matches()) {
      return "/" + name + "/" + value;
    }
    String coded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    return "/" + name + "@base64/" + (coded.isEmpty() ? "=" : coded);
  }
}
