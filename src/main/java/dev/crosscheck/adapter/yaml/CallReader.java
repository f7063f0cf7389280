package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Step;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the six calls of the Segment Spec. */
final class CallReader {
  private final Fields fields;
  private final Cursor value;
  private final CallOptions options;

  private CallReader(Named named) {
    this.fields = named.fields();
    this.value = named.value();
    this.options =
        new CallOptions(
            fields.read("context", JsonReader::object),
            fields.read("integrations", JsonReader::object),
            fields.read("timestamp", DateNotation::instant));
  }

  static Optional<Step> read(Named named) {
    CallReader reader = new CallReader(named);
    Optional<Step.Call> call = reader.call(named.word());
    call.ifPresent(made -> SpecCheck.call(made, named));
    return call.map(made -> made);
  }

  private Optional<Step.Call> call(String word) {
    return switch (word) {
      case "identify" -> identify();
      case "track" -> track();
      case "page" -> page();
      case "screen" -> screen();
      case "group" -> group();
      default -> alias();
    };
  }

  private Optional<Step.Call> identify() {
    if (value.isNothing() && !fields.has("traits")) {
      value.error(
          Rule.MISSING_KEY,
          "an identify without a user id has no 'traits'",
          "name a user, or give the traits of an anonymous one");
    }
    ObjectNode traits = payload("traits");
    return optionalName().map(id -> new Step.Identify(fields.at(), id, traits, options));
  }

  private Optional<Step.Call> track() {
    ObjectNode properties = payload("properties");
    return value.text().map(event -> new Step.Track(fields.at(), event, properties, options));
  }

  private Optional<Step.Call> page() {
    ObjectNode properties = payload("properties");
    Optional<String> category = category();
    return optionalName()
        .map(name -> new Step.Page(fields.at(), category, name, properties, options));
  }

  private Optional<Step.Call> screen() {
    ObjectNode properties = payload("properties");
    Optional<String> category = category();
    return optionalName()
        .map(name -> new Step.Screen(fields.at(), category, name, properties, options));
  }

  private Optional<Step.Call> group() {
    ObjectNode traits = payload("traits");
    return value.text().map(id -> new Step.Group(fields.at(), id, traits, options));
  }

  private Optional<Step.Call> alias() {
    Optional<String> previous = fields.text("previousId");
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return value.text().map(id -> new Step.Alias(fields.at(), id, previous, nothing, options));
  }

  /** Empty where the value is wrong; holds nothing where no name is given. */
  private Optional<Optional<String>> optionalName() {
    return value.isNothing() ? Optional.of(Optional.empty()) : value.text().map(Optional::of);
  }

  /** The SDKs take a lone text for the name, so a category never stands alone. */
  private Optional<String> category() {
    if (value.isNothing() && fields.has("category")) {
      value.error(Rule.MISSING_KEY, "a 'category' without a name", "name the page or screen too");
    }
    return fields.text("category");
  }

  private ObjectNode payload(String key) {
    return fields.read(key, JsonReader::object).orElseGet(JsonNodeFactory.instance::objectNode);
  }
}
