package dev.crosscheck.adapter.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Looks at a file's events before any tree is built: what a tree could not be built from safely, or
 * would no longer show.
 */
final class EventCheck {
  static final int MOST_ALIASES = 50;

  /** Composing and reading are recursive: this keeps a hostile file from the stack's end. */
  private static final int DEEPEST = 100;

  private final Origin origin;
  private boolean passes = true;
  private int documents;
  private int depth;
  private int aliases;

  EventCheck(Origin origin) {
    this.origin = origin;
  }

  /**
   * Whether a tree may be built.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where the text is not YAML
   */
  boolean passes(String text, LoadSettings settings) {
    for (Event event : new Parse(settings).parseString(text)) {
      check(event);
      if (depth > DEEPEST) {
        break;
      }
    }
    if (documents == 0) {
      refuse(Rule.EMPTY_FILE, Optional.empty(), "this file is empty", "");
    }
    return passes;
  }

  private void check(Event event) {
    if (event instanceof DocumentStartEvent && ++documents == 2) {
      refuse(
          Rule.MULTI_DOCUMENT,
          Optional.of(event),
          "a second document begins here",
          "one document a file: take the '---' away, or make a file of each");
    } else if (event instanceof CollectionStartEvent start) {
      nest(start);
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof AliasEvent && ++aliases == MOST_ALIASES + 1) {
      refuse(
          Rule.TOO_MANY_ALIASES,
          Optional.of(event),
          "more than " + MOST_ALIASES + " aliases",
          "write the values out");
    } else if (event instanceof ScalarEvent scalar) {
      scalar(scalar);
    }
  }

  private void nest(CollectionStartEvent start) {
    start.getTag().ifPresent(tag -> tag(start, tag));
    if (++depth > DEEPEST) {
      refuse(
          Rule.TOO_DEEP,
          Optional.of(start),
          "more than " + DEEPEST + " levels of lists and maps",
          "");
    }
  }

  private void scalar(ScalarEvent scalar) {
    scalar.getTag().ifPresent(tag -> tag(scalar, tag));
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      refuse(
          Rule.MERGE_KEY,
          Optional.of(scalar),
          "'<<' is not read: YAML 1.2 has no merge keys",
          "write the keys out");
    }
  }

  private void tag(Event event, String tag) {
    String written = tag.replace("tag:yaml.org,2002:", "!!");
    refuse(
        Rule.TAG,
        Optional.of(event),
        "the tag '" + written + "' is not read",
        "take it away; put text that looks like a number in quotes");
  }

  private void refuse(Rule rule, Optional<Event> event, String message, String hint) {
    passes = false;
    origin.findings().error(rule, origin.at(event.flatMap(Event::getStartMark)), message, hint);
  }
}
