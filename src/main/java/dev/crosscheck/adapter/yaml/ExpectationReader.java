package dev.crosscheck.adapter.yaml;

import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one expectation: a map whose first key names it. */
final class ExpectationReader {
  /** What can be expected, by the key that names it. */
  static final Map<String, Shape> WORDS =
      Named.byFirstKey(
          Shape.EXPECTED_MESSAGES,
          Shape.EXPECTED_REQUESTS,
          Shape.EXPECTED_DELIVERY,
          Shape.EXPECTED_COOKIE,
          Shape.EXPECTED_STORAGE,
          Shape.EXPECTED_ELEMENT,
          Shape.EXPECTED_CONSOLE,
          Shape.EXPECTED_GLOBALS,
          Shape.EXPECTED_REPEATED,
          Shape.EXPECTED_NOTHING,
          Shape.EXPECTED_ARRIVAL,
          Shape.EXPECTED_SENDS,
          Shape.EXPECTED_ALWAYS,
          Shape.EXPECTED_ORDER);

  private final Vocabulary vocabulary;
  private final PatternReader patterns;
  private final PageExpectationReader page;

  ExpectationReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.patterns = new PatternReader(vocabulary.types());
    this.page = new PageExpectationReader(patterns);
  }

  /** The expectations of a list that could be read, where no calls can be spoken of. */
  List<Expectation> list(Cursor value) {
    return list(value, List.of());
  }

  /**
   * The expectations of a list that could be read.
   *
   * @param calls those whose arrival may be spoken of
   */
  List<Expectation> list(Cursor value, List<Step.Call> calls) {
    List<Expectation> expectations = new ArrayList<>();
    List<Cursor> items = value.items();
    items.forEach(item -> read(item, calls).ifPresent(expectations::add));
    if (value.isList() && items.isEmpty()) {
      value.error(Rule.NO_EXPECTATION, value.label() + " expects nothing", "");
    }
    NeverMet.check(expectations, value.origin().findings());
    return expectations;
  }

  private Optional<Expectation> read(Cursor item, List<Step.Call> calls) {
    return Named.read(item, "expectation", Rule.UNKNOWN_EXPECTATION, WORDS, List.of())
        .flatMap(named -> named(named, calls));
  }

  private Optional<Expectation> named(Named named, List<Step.Call> calls) {
    Fields fields = named.fields();
    return switch (named.word()) {
      case "partner" -> messages(fields, named.value());
      case "request" -> requests(fields, named.value());
      case "segment" -> delivery(fields, named.value());
      case "cookie" -> page.cookie(fields, named.value());
      case "storage" -> page.storage(fields, named.value());
      case "element" -> page.element(fields, named.value());
      case "console" -> page.console(fields, named.value());
      case "globals" ->
          named.value().word(List.of("kept")).map(w -> new Expectation.Globals(fields.at()));
      case "repeated" ->
          named
              .value()
              .word(List.of("nothing"))
              .map(w -> new Expectation.NothingRepeated(fields.at()));
      case "nothing" ->
          named.value().word(List.of("else")).map(w -> new Expectation.NothingElse(fields.at()));
      case "arrives" -> ArrivalReader.read(fields, named.value(), calls);
      case "sends" -> sends(fields, named.value());
      case "always" -> always(fields, named.value());
      default -> order(fields, named.value());
    };
  }

  private Optional<Expectation> messages(Fields fields, Cursor value) {
    Times times = times(fields);
    boolean only = fields.flag("only");
    if (only && times.equals(Times.NEVER)) {
      value.error(
          Rule.NEVER_MET,
          "'only' of what must not come at all",
          "leave 'only' out; times: 0 without 'match' says that none of the type came");
    }
    Optional<Pattern> match = match(fields);
    return vocabulary
        .type(value)
        .map(type -> new Expectation.Messages(fields.at(), type, times, only, match));
  }

  private Optional<Expectation> requests(Fields fields, Cursor value) {
    Map<String, Pattern> match = new LinkedHashMap<>();
    Optional<Fields> parts = fields.read("match", given -> given.fields(Shape.REQUEST_MATCH));
    for (String key : Shape.REQUEST_MATCH.keys()) {
      parts
          .flatMap(given -> given.get(key))
          .map(patterns::read)
          .ifPresent(part -> match.put(key, key.equals("headers") ? lowered(part) : part));
    }
    Times times = times(fields);
    return RequestNotation.read(value)
        .map(request -> new Expectation.Requests(fields.at(), request, times, match));
  }

  /** Header names compare without case, and are judged in lower case. */
  private static Pattern lowered(Pattern headers) {
    if (!(headers instanceof Pattern.Fields named)) {
      return headers;
    }
    Map<String, Pattern> lower = new LinkedHashMap<>();
    named.fields().forEach((name, part) -> lower.put(name.toLowerCase(Locale.ROOT), part));
    return new Pattern.Fields(lower);
  }

  private Optional<Expectation> delivery(Fields fields, Cursor value) {
    List<String> calls =
        Stream.concat(Arrays.stream(SpecCall.values()).map(SpecCall::word), Stream.of("any"))
            .toList();
    Times times = times(fields);
    Optional<Pattern> match = match(fields);
    return value
        .word(calls)
        .map(call -> new Expectation.SegmentDelivery(fields.at(), call, times, match));
  }

  private static Optional<Expectation> sends(Fields fields, Cursor value) {
    Times times = times(fields);
    return value.text().map(text -> new Expectation.Sends(fields.at(), text, times));
  }

  private static Optional<Expectation> always(Fields fields, Cursor value) {
    List<Expectation.Always.What> all = List.of(Expectation.Always.What.values());
    return value
        .word(all.stream().map(Expectation.Always.What::words).toList())
        .flatMap(word -> all.stream().filter(what -> what.words().equals(word)).findFirst())
        .map(what -> new Expectation.Always(fields.at(), what));
  }

  private Optional<Expectation> order(Fields fields, Cursor value) {
    List<Cursor> items = value.items();
    List<Expectation.Order.MessageRef> messages = new ArrayList<>();
    items.forEach(item -> message(item).ifPresent(messages::add));
    if (value.isList() && items.size() < 2) {
      value.error(Rule.WRONG_TYPE, "'order' needs at least two messages", "");
    }
    return Optional.of(new Expectation.Order(fields.at(), messages));
  }

  private Optional<Expectation.Order.MessageRef> message(Cursor item) {
    Optional<String> text = item.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("([A-Za-z][\\w-]*)\\[(\\d{1,3})]").matcher(text.get());
    if (!matcher.matches()) {
      item.error(
          Rule.BAD_REFERENCE,
          "'" + Shown.of(text.get()) + "' names no message",
          "write it like \"event[0]\", in quotes");
      return Optional.empty();
    }
    int index = Integer.parseInt(matcher.group(2));
    return Optional.of(matcher.group(1))
        .filter(type -> vocabulary.isType(item, type))
        .map(type -> new Expectation.Order.MessageRef(type, index));
  }

  private static Times times(Fields fields) {
    return fields.read("times", TimesReader::read).orElse(Times.AT_LEAST_ONCE);
  }

  private Optional<Pattern> match(Fields fields) {
    return fields.get("match").map(patterns::read);
  }
}
