package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.finding.SourceLocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a file, where it stands, and what is asked of it. A value that is not what is asked
 * for becomes a finding and an empty answer, so that reading goes on.
 */
final class Cursor {
  private final Node node;
  private final Origin origin;
  private final String label;

  /**
   * @param label what findings call the value: {@code 'times'}, {@code an entry of 'steps'}
   */
  Cursor(Node node, Origin origin, String label) {
    this.node = node;
    this.origin = origin;
    this.label = label;
  }

  SourceLocation at() {
    return origin.at(node.getStartMark());
  }

  Origin origin() {
    return origin;
  }

  String label() {
    return label;
  }

  Node node() {
    return node;
  }

  void error(Rule rule, String message, String hint) {
    origin.findings().error(rule, at(), message, hint);
  }

  boolean isNothing() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isText() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
  }

  /** The characters of a scalar, whatever its type: {@code 5} and {@code "5"} are both 5. */
  Optional<String> raw() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** A string with something in it. */
  Optional<String> text() {
    Optional<String> text = anyText();
    if (text.isPresent() && text.get().isBlank()) {
      error(Rule.WRONG_TYPE, label + " must not be blank", "");
      return Optional.empty();
    }
    return text;
  }

  /** A text alone, or a list of several. */
  List<String> texts() {
    List<Cursor> all = isList() ? items() : List.of(this);
    return all.stream().flatMap(one -> one.text().stream()).toList();
  }

  /** A string, which may be empty. Nothing is looked up in it. */
  Optional<String> anyText() {
    return isText() ? JsonReader.plainText(this) : wrong("a string");
  }

  /** One of some words. */
  Optional<String> word(Collection<String> allowed) {
    Optional<String> text = text();
    if (text.isPresent() && !allowed.contains(text.get())) {
      error(
          Rule.UNKNOWN_VALUE,
          label + " cannot be '" + Shown.of(text.get()) + "'",
          Nearest.hint(text.get(), allowed));
      return Optional.empty();
    }
    return text;
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> truth() {
    return node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)
        ? Optional.of(Boolean.parseBoolean(scalar.getValue()))
        : wrong("true or false");
  }

  boolean isNumber() {
    return node instanceof ScalarNode
        && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT));
  }

  /** A whole number from 0 to 999. */
  OptionalInt count() {
    if (raw().filter(text -> text.matches("\\d{1,3}")).isPresent() && isNumber()) {
      return OptionalInt.of(Integer.parseInt(raw().orElseThrow()));
    }
    wrong("a whole number from 0 to 999");
    return OptionalInt.empty();
  }

  /** A list's elements. */
  List<Cursor> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> new Cursor(item, origin, "an entry of " + label))
          .toList();
    }
    wrong("a list");
    return List.of();
  }

  /** How many elements a list has; 0 where it is none. */
  int size() {
    return node instanceof SequenceNode list ? list.getValue().size() : 0;
  }

  /** A list's elements, or the value itself where it is no list. */
  List<Cursor> itemsOrOne() {
    return isList() ? items() : List.of(this);
  }

  /**
   * A map with this word as its one key and nothing as its value: {@code flush} as {@code flush:}.
   */
  Cursor asKeyOfNothing() {
    Optional<Mark> at = node.getStartMark();
    Node nothing = new ScalarNode(Tag.NULL, true, "", ScalarStyle.PLAIN, at, node.getEndMark());
    List<NodeTuple> entry = List.of(new NodeTuple(node, nothing));
    return new Cursor(
        new MappingNode(Tag.MAP, true, entry, FlowStyle.FLOW, at, node.getEndMark()),
        origin,
        label);
  }

  /** A map whose keys are the user's own. */
  List<Entry> entries() {
    if (!(node instanceof MappingNode map)) {
      wrong("a map");
      return List.of();
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        String word = key.getValue();
        Cursor value = new Cursor(tuple.getValueNode(), origin, "'" + Shown.of(word) + "'");
        entries.putIfAbsent(word, new Entry(word, origin.at(key.getStartMark()), value));
      }
    }
    return new ArrayList<>(entries.values());
  }

  /** What stands at a key, before the map is held against its shape; empty where it is no map. */
  Optional<Cursor> value(String key) {
    return isMap()
        ? entries().stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst()
        : Optional.empty();
  }

  /** A map whose keys are the format's. */
  Optional<Fields> fields(Shape shape) {
    return isMap() ? Optional.of(Fields.of(this, shape)) : wrong("a map");
  }

  /** Tells that this is not what was asked for. */
  <T> Optional<T> wrong(String wanted) {
    boolean quotesHelp = wanted.equals("a string") && node instanceof ScalarNode && !isNothing();
    error(
        Rule.WRONG_TYPE,
        label + " must be " + wanted + ", not " + described(),
        quotesHelp ? "put it in quotes: \"" + Shown.of(raw().orElse("")) + "\"" : "");
    return Optional.empty();
  }

  private String described() {
    if (isMap()) {
      return "a map";
    } else if (isList()) {
      return "a list";
    } else if (isNothing()) {
      return "empty";
    }
    String text = Shown.of(raw().orElse(""));
    return isText() ? "the string '" + text + "'" : isNumber() ? "the number " + text : text;
  }

  /** A key with its value. */
  record Entry(String key, SourceLocation at, Cursor value) {}
}
