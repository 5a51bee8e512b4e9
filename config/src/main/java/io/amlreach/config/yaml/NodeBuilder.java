// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds nodes from parser events, one after the other and without recursion, so that it can stop
 * at the first event that goes out of bounds.
 */
final class NodeBuilder {
  private static final int MAX_DEPTH = 64;

  /** Ten times the largest catalog. */
  private static final int MAX_NODES = 100_000;

  /** How many nodes all aliases together may stand for: enough for shared lists, not for a bomb. */
  private static final int MAX_REPEATED = 10_000;

  private final String file;
  private final Problems problems;
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<String, Sized> anchors = new HashMap<>();
  private int line = 1;
  private String lineOrigin;
  private int nodes;
  private int documents;
  private int repeated;
  private @Nullable YamlNode root;

  /** A finished node and how many nodes it consists of. */
  record Sized(YamlNode node, int size) {}

  NodeBuilder(String file, Problems problems) {
    this.file = file;
    this.lineOrigin = YamlReader.at(file, line);
    this.problems = problems;
  }

  /** The document, or null when there was none. */
  @Nullable YamlNode root() {
    return root;
  }

  /** The line of the last event, from 1. */
  int line() {
    return line;
  }

  /** Takes the next event; false ends the reading, with a problem told. */
  boolean accept(Event event) {
    moveTo(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line));
    return switch (event.getEventId()) {
      case DocumentStart -> startDocument();
      case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
      case SequenceEnd, MappingEnd -> {
        OpenCollection closed = open.pop();
        yield add(closed.close(), closed.anchor());
      }
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
    };
  }

  private boolean startDocument() {
    documents++;
    return documents == 1 || refuse("expected one document, found a second one");
  }

  private boolean start(CollectionStartEvent event) {
    if (open.size() == MAX_DEPTH) {
      return refuse("expected at most " + MAX_DEPTH + " levels, found more");
    }
    refuseTag(event.getTag());
    String anchor = anchorOf(event);
    open.push(
        event.getEventId() == Event.ID.SequenceStart
            ? new OpenList(lineOrigin, anchor)
            : new OpenMap(lineOrigin, anchor, problems));
    return true;
  }

  private boolean scalar(ScalarEvent event) {
    refuseTag(event.getTag());
    YamlScalar scalar = new YamlScalar(lineOrigin, event.getValue(), !event.isPlain());
    return add(new Sized(scalar, 1), anchorOf(event));
  }

  private boolean alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Sized target = anchors.get(name);
    if (target == null) {
      return refuse(
          "alias " + Quotation.of("*" + name) + " stands for nothing that is complete before it");
    }
    repeated += target.size();
    if (repeated > MAX_REPEATED) {
      return refuse("aliases repeat more than " + MAX_REPEATED + " values");
    }
    return add(target, null);
  }

  private boolean add(Sized finished, @Nullable String anchor) {
    if (++nodes > MAX_NODES) {
      return refuse("expected at most " + MAX_NODES + " values, found more");
    }
    if (anchor != null) {
      anchors.put(anchor, finished);
    }
    OpenCollection parent = open.peek();
    if (parent == null) {
      root = finished.node();
    } else {
      parent.add(finished);
    }
    return true;
  }

  private void refuseTag(Optional<String> tag) {
    tag.ifPresent(
        found ->
            problems.add(lineOrigin, "", "tags are not supported, found " + Quotation.of(found)));
  }

  private boolean refuse(String text) {
    problems.add(lineOrigin, "", text);
    return false;
  }

  private static @Nullable String anchorOf(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  /** Nodes of one line share one text of where they are. */
  private void moveTo(int newLine) {
    if (newLine != line) {
      line = newLine;
      lineOrigin = YamlReader.at(file, line);
    }
  }
}
