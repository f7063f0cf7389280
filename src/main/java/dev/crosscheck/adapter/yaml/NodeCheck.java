package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Looks at a tree of nodes before it is read: keys that stand twice, and aliases that lead in a
 * circle or multiply.
 */
final class NodeCheck {
  /** So many values a file may come to once its aliases are followed. */
  private static final long MOST_VALUES = 20_000;

  private static final long IN_PROGRESS = -1;

  private final Origin origin;
  private final Map<Node, Long> sizes = new IdentityHashMap<>();
  private boolean circular;

  NodeCheck(Origin origin) {
    this.origin = origin;
  }

  /** Whether the tree may be read; a key that stands twice does not keep it from that. */
  boolean passes(Node root) {
    long size = size(root);
    boolean multiplied = size > MOST_VALUES && size > 2L * sizes.size();
    if (multiplied) {
      origin
          .findings()
          .error(
              Rule.ALIAS_BOMB,
              origin.at(root.getStartMark()),
              "aliases make more than " + MOST_VALUES + " values of " + sizes.size(),
              "write out what is meant");
    }
    return !multiplied && !circular;
  }

  /** How many values a node comes to, its aliases followed; each node is visited once. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      if (known == IN_PROGRESS) {
        circular(node);
      }
      return Math.max(known, 1);
    }
    sizes.put(node, IN_PROGRESS);
    long size = 1;
    if (node instanceof CollectionNode<?> collection) {
      size += children(collection).mapToLong(this::size).reduce(0, NodeCheck::sum);
    }
    if (node instanceof MappingNode map) {
      duplicates(map);
    }
    sizes.put(node, size);
    return size;
  }

  private static long sum(long a, long b) {
    return Math.min(a + b, Integer.MAX_VALUE);
  }

  private static Stream<Node> children(CollectionNode<?> collection) {
    return collection.getValue().stream()
        .flatMap(
            child ->
                child instanceof NodeTuple tuple
                    ? Stream.of(tuple.getKeyNode(), tuple.getValueNode())
                    : Stream.of((Node) child));
  }

  private void circular(Node node) {
    circular = true;
    origin
        .findings()
        .error(
            Rule.ALIAS_LOOP,
            origin.at(node.getStartMark()),
            "an alias in here leads back here",
            "write out what is meant");
  }

  private void duplicates(MappingNode map) {
    Map<String, SourceLocation> seen = new HashMap<>();
    List<NodeTuple> entries = map.getValue();
    for (NodeTuple entry : entries) {
      SourceLocation at = origin.at(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        origin
            .findings()
            .error(Rule.WRONG_TYPE, at, "a key must be a string, not a list or a map", "");
        continue;
      }
      SourceLocation first = seen.putIfAbsent(key.getValue(), at);
      if (first != null) {
        origin
            .findings()
            .error(
                Rule.DUPLICATE_KEY,
                at,
                "'" + Shown.of(key.getValue()) + "' stands here twice",
                "it was first said in line " + first.line());
      }
    }
  }
}
