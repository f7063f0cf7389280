package dev.crosscheck.scenario;

import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

  /**
   * No errors on the console, or a line that matches.
   *
   * @param thrownOnly errors that nobody threw, such as of a request that failed, do not count
   */
  record Console(SourceLocation at, Optional<Pattern> line, boolean thrownOnly)
      implements Expectation {
    public Console(SourceLocation at, Optional<Pattern> line) {
      this(at, line, false);
    }

    @Override
    public boolean closes() {
      return line.isEmpty();
    }

    @Override
    public String describe() {
      if (line.isPresent()) {
        return "console";
      }
      return thrownOnly ? "console: nothing thrown" : "console: no errors";
    }
  }

  /**
   * What a browser gives every page (functions such as {@code fetch}, what its prototypes have) is
   * as the browser gave it: nothing replaced or gone, and nothing new on what every object
   * inherits.
   */
  record Globals(SourceLocation at) implements Expectation {
    @Override
    public boolean closes() {
      return true;
    }

    @Override
    public String describe() {
      return "globals: kept";
    }
  }

  /**
   * No request to the partner, for its code and configuration neither, is made twice as it is,
   * unless the first was not answered well.
   */
  record NothingRepeated(SourceLocation at) implements Expectation {
    @Override
    public boolean closes() {
      return true;
    }

    @Override
    public String describe() {
      return "repeated: nothing";
    }
  }

  /**
   * Calls that reach the partner, in whatever form the plugin sends them: each with its name and
   * values unharmed but for what plugin.yaml's {@code carries} declares. Known by the marked values
   * in them, which stand nowhere else.
   *
   * @param times how many messages of one type may tell of each call
   * @param calls the calls that are meant
   */
  record Arrival(SourceLocation at, Times times, List<Step.Call> calls, Terms terms)
      implements Expectation {
    /**
     * What more is asked of calls that arrive.
     *
     * @param with texts that are in what tells of them
     * @param without texts that are not
     * @param inOrder what tells of them comes in their order, where it is of one type
     * @param tries how many requests may carry each call at most; empty for any number
     * @param visitor the anonymous id that Segment's SDK gave each goes with it, where
     *     plugin.yaml's {@code carries} names that
     */
    public record Terms(
        List<String> with,
        List<String> without,
        boolean inOrder,
        OptionalInt tries,
        boolean visitor) {
      public static final Terms NONE =
          new Terms(List.of(), List.of(), false, OptionalInt.empty(), false);

      public Terms {
        with = List.copyOf(with);
        without = List.copyOf(without);
      }

      boolean close() {
        return !without.isEmpty() || inOrder || tries.isPresent();
      }
    }

    public Arrival {
      calls = List.copyOf(calls);
    }

    /** Nothing but how often. */
    public Arrival(SourceLocation at, Times times, List<Step.Call> calls) {
      this(at, times, calls, Terms.NONE);
    }

    /** The same of these calls alone. */
    public Arrival of(List<Step.Call> others) {
      return new Arrival(at, times, others, terms);
    }

    /** Whether calls with {@code integrations} of their own are among these. */
    public boolean isGatedByCall() {
      return calls.stream().anyMatch(call -> call.options().integrations().isPresent());
    }

    /** Whether nothing of the calls may reach the partner. */
    public boolean isNever() {
      return times.equals(Times.NEVER);
    }

    @Override
    public boolean closes() {
      return times.most().isPresent() || terms.close();
    }

    @Override
    public String describe() {
      return "arrives: " + times;
    }
  }

  /** A text that is in what the plugin sends to the partner, in any coding; or is not. */
  record Sends(SourceLocation at, String text, Times times) implements Expectation {
    @Override
    public boolean closes() {
      return times.most().isPresent();
    }

    @Override
    public String describe() {
      return "sends: " + text + " × " + times;
    }
  }

  /** What every cell claims without saying so, said here so that it is told here. */
  record Always(SourceLocation at, What what) implements Expectation {
    /** What is claimed. */
    public enum What {
      /** Data goes only to hosts that plugin.yaml declares. */
      DECLARED_HOSTS("declared hosts"),
      /** Everything travels over TLS. */
      TLS("TLS"),
      /** Other destinations get events as they were given. */
      UNCHANGED_EVENTS("unchanged events");

      private final String words;

      What(String words) {
        this.words = words;
      }

      /** As files write it. */
      public String words() {
        return words;
      }
    }

    @Override
    public boolean closes() {
      return true;
    }

    @Override
    public String describe() {
      return "always: " + what.words();
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
