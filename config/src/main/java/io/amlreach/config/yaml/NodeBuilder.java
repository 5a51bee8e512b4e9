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

  /** How many nodes all aliases together may stand for: enough for shared lists, not for a bomb. */
  private static final int MAX_REPEATED = 10_000;

  private final String file;
  private final Problems problems;
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final Map<String, Sized> anchors = new HashMap<>();
  private int line = 1;
  private int documents;
  private int repeated;
  private @Nullable YamlNode root;

  /** A finished node and how many nodes it consists of. */
  record Sized(YamlNode node, int size) {}

  NodeBuilder(String file, Problems problems) {
    this.file = file;
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
    line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
    return switch (event.getEventId()) {
      case DocumentStart -> startDocument(event);
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

  private boolean startDocument(Event event) {
    documents++;
    return documents == 1 || refuse(event, "expected one document, found a second one");
  }

  private boolean start(CollectionStartEvent event) {
    if (open.size() == MAX_DEPTH) {
      return refuse(event, "expected at most " + MAX_DEPTH + " levels, found more");
    }
    refuseTag(event, event.getTag());
    String anchor = anchorOf(event);
    open.push(
        event.getEventId() == Event.ID.SequenceStart
            ? new OpenList(origin(event), anchor)
            : new OpenMap(origin(event), anchor, problems));
    return true;
  }

  private boolean scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    YamlScalar scalar = new YamlScalar(origin(event), event.getValue(), !event.isPlain());
    return add(new Sized(scalar, 1), anchorOf(event));
  }

  private boolean alias(AliasEvent event) {
    String name = event.getAlias().getValue();
    Sized target = anchors.get(name);
    if (target == null) {
      return refuse(event, "alias *" + name + " stands for nothing that is complete before it");
    }
    repeated += target.size();
    if (repeated > MAX_REPEATED) {
      return refuse(event, "aliases repeat more than " + MAX_REPEATED + " values");
    }
    return add(target, null);
  }

  private boolean add(Sized finished, @Nullable String anchor) {
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

  private void refuseTag(Event event, Optional<String> tag) {
    tag.ifPresent(
        found ->
            problems.add(
                origin(event), "", "tags are not supported, found " + Quotation.of(found)));
  }

  private boolean refuse(Event event, String text) {
    problems.add(origin(event), "", text);
    return false;
  }

  private static @Nullable String anchorOf(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse(null);
  }

  private String origin(Event event) {
    return YamlReader.at(file, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }
}
