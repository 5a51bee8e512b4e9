// SPDX-License-Identifier: Apache-2.0
package io.amlreach.agent.report.html;

import io.amlreach.agent.report.Printable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A page under construction. All text is escaped here and nowhere else, so that text from the
 * network cannot become markup; what was opened must be closed in order.
 */
public final class Markup {
  private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes name and value in turn
   */
  public Markup open(String element, String... attributes) {
    empty(element, attributes);
    open.push(element);
    return this;
  }

  /** Ends the element that was opened last. */
  public Markup close(String element) {
    if (open.isEmpty() || !open.pop().equals(element)) {
      throw new IllegalStateException(element + " is closed out of order");
    }
    page.append("</").append(element).append('>');
    return this;
  }

  /** An element without content, such as an input. */
  public Markup empty(String element, String... attributes) {
    page.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      page.append(' ').append(attributes[i]).append("=\"");
      escaped(attributes[i + 1]);
      page.append('"');
    }
    page.append('>');
    return this;
  }

  /** A whole element with nothing but text in it. */
  public Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  /** Text, escaped. */
  public Markup text(String text) {
    escaped(text);
    return this;
  }

  /** A host or a pattern, which is long: it may be broken where its labels end. */
  public Markup name(String name) {
    open("code");
    int from = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', from)) {
      escaped(name.substring(from, dot + 1));
      page.append("<wbr>");
      from = dot + 1;
    }
    escaped(name.substring(from));
    return close("code");
  }

  /** Starts a new line of the source, for those who read it. */
  public Markup line() {
    page.append('\n');
    return this;
  }

  /** A moment, to the second in UTC. */
  public Markup time(Instant at) {
    return element("time", Moment.shown(at), "datetime", Moment.exact(at));
  }

  /** Style or script of our own, which is not escaped. */
  public Markup asset(String element, Asset asset) {
    open(element);
    page.append(asset.text());
    return close(element).line();
  }

  /** All of it. */
  public String html() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(open.peek() + " is not closed");
    }
    return page.toString();
  }

  private void escaped(String raw) {
    String text = Printable.of(raw);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
  }
}
