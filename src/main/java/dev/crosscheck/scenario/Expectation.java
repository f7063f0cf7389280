package dev.crosscheck.scenario;

import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that must come of a scenario. */
public sealed interface Expectation {
  SourceLocation at();

  /** Whether it makes a claim that more traffic could refute. */
  boolean closes();

  /** The expectation in a few words, as reports name it. */
  String describe();

  /** Messages of a type; {@code only} claims that nothing else of the type came. */
  record Messages(
      SourceLocation at, String type, Times times, boolean only, Optional<Pattern> match)
      implements Expectation {
    @Override
    public boolean closes() {
      return only || times.most().isPresent();
    }

    @Override
    public String describe() {
      return "partner: " + type + " × " + times;
    }
  }

  /** Raw exchanges; {@code match} has the keys url, query, headers and body. */
  record Requests(
      SourceLocation at, RequestPattern request, Times times, Map<String, Pattern> match)
      implements Expectation {
    public Requests {
      match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
    }

    @Override
    public boolean closes() {
      return times.most().isPresent();
    }

    @Override
    public String describe() {
      return "request: " + request + " × " + times;
    }
  }

  /** What the SDK delivered to Segment: {@code call} is a Spec call's word, or {@code any}. */
  record SegmentDelivery(SourceLocation at, String call, Times times, Optional<Pattern> match)
      implements Expectation {
    @Override
    public boolean closes() {
      return times.most().isPresent();
    }

    @Override
    public String describe() {
      return "segment: " + call + " × " + times;
    }
  }

  /** A cookie by name ({@code *} as wildcard) and domain; {@code absent} claims there is none. */
  record Cookie(
      SourceLocation at,
      String name,
      Optional<String> domain,
      boolean absent,
      Optional<Pattern> value)
      implements Expectation {
    @Override
    public boolean closes() {
      return absent;
    }

    @Override
    public String describe() {
      return "cookie: " + name + domain.map(d -> " of " + d).orElse("");
    }
  }

  /** An entry of the page's localStorage or sessionStorage by key ({@code *} as wildcard). */
  record Storage(SourceLocation at, Area area, String key, boolean absent, Optional<Pattern> value)
      implements Expectation {
    /** Which storage of the page. */
    public enum Area {
      LOCAL,
      SESSION
    }

    @Override
    public boolean closes() {
      return absent;
    }

    @Override
    public String describe() {
      return "storage: " + key;
    }
  }

  record Element(
      SourceLocation at, Locator element, boolean visible, boolean absent, Optional<Pattern> text)
      implements Expectation {
    @Override
    public boolean closes() {
      return absent;
    }

    @Override
    public String describe() {
      return "element: " + element;
    }
  }

  /** No errors on the console, or a line that matches. */
  record Console(SourceLocation at, Optional<Pattern> line) implements Expectation {
    @Override
    public boolean closes() {
      return line.isEmpty();
    }

    @Override
    public String describe() {
      return line.isEmpty() ? "console: no errors" : "console";
    }
  }

  /** Nothing that no other expectation of the same list speaks of, on any lane of the partner. */
  record NothingElse(SourceLocation at) implements Expectation {
    @Override
    public boolean closes() {
      return true;
    }

    @Override
    public String describe() {
      return "nothing: else";
    }
  }

  /** Messages in this order, where order can be known (truth 5). */
  record Order(SourceLocation at, List<MessageRef> messages) implements Expectation {
    /** {@code event[0]}. */
    public record MessageRef(String type, int index) {
      @Override
      public String toString() {
        return type + "[" + index + "]";
      }
    }

    public Order {
      messages = List.copyOf(messages);
    }

    @Override
    public boolean closes() {
      return true;
    }

    @Override
    public String describe() {
      return "order: " + messages;
    }
  }
}
