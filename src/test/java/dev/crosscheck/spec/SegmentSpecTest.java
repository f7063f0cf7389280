package dev.crosscheck.spec;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crosscheck.match.Patterns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class SegmentSpecTest {
  private static final String PAGES = "https://segment.com/docs/connections/spec/";
  private static final SegmentSpec SPEC = SegmentSpec.published();

  static List<SemanticEvent> events() {
    return List.copyOf(SPEC.events());
  }

  @Test
  void hasEverySemanticEvent() {
    assertThat(events()).hasSize(79);
    assertThat(events().stream().collect(groupingBy(SemanticEvent::page, counting())))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PAGES + "ecommerce/v2/", 28L,
                PAGES + "video/", 17L,
                PAGES + "mobile/", 13L,
                PAGES + "b2b-saas/", 10L,
                PAGES + "email/", 6L,
                PAGES + "live-chat/", 4L,
                PAGES + "ab-testing/", 1L));
  }

  @Test
  void hasTheFieldsOfEveryCall() {
    assertThat(SpecCall.values()).hasSize(6);
    assertThat(payload(SpecCall.IDENTIFY)).hasSize(17).containsKeys("email", "birthday");
    assertThat(payload(SpecCall.GROUP)).hasSize(12).containsKeys("employees", "plan");
    assertThat(payload(SpecCall.TRACK)).containsOnlyKeys("revenue", "currency", "value");
    assertThat(payload(SpecCall.PAGE)).hasSize(7).containsKeys("path", "referrer", "keywords");
    assertThat(payload(SpecCall.SCREEN)).containsOnlyKeys("name");
    assertThat(payload(SpecCall.ALIAS)).isEmpty();
    assertThat(SPEC.fields(SpecCall.ALIAS)).containsKeys("previousId", "userId");
  }

  @ParameterizedTest
  @EnumSource
  void everyCallHasTheCommonFields(SpecCall call) {
    assertThat(SPEC.fields(call))
        .containsKeys("messageId", "anonymousId", "userId", "timestamp", "type", "integrations");
    assertThat(fieldsOf(SPEC.fields(call), "context"))
        .hasSize(18)
        .containsKeys("ip", "userAgent", "campaign", "traits");
  }

  @Test
  void looksUpAnEventAndAProperty() {
    SemanticEvent order = SPEC.event("Order Completed").orElseThrow();
    assertThat(order.properties().values()).hasSize(12);
    assertThat(order.properties().get("revenue"))
        .hasToString("SpecField[type=a number, fields={}]");
    assertThat(fieldsOf(order.properties(), "products"))
        .hasSize(12)
        .containsKeys("product_id", "price", "quantity");
    assertThat(SPEC.event("order completed")).isEmpty();
    assertThat(SPEC.meant("order completed")).contains("Order Completed");
    assertThat(SPEC.meant("Song Played")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventAsTheSpecHasItIsAsTheSpecHasIt(SemanticEvent event) {
    ObjectNode sound = track(event.name());
    sound.set("properties", example(event.properties(), false));
    sound.set("context", example(event.context(), false));

    assertThat(SPEC.check(sound)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyPropertyOfAnotherTypeIsTold(SemanticEvent event) {
    ObjectNode wrong = track(event.name());
    wrong.set("properties", example(event.properties(), true));

    assertThat(SPEC.check(wrong))
        .extracting(Departure::kind, departure -> departure.path().get(1))
        .containsExactlyElementsOf(
            event.properties().keySet().stream()
                .map(name -> tuple(Departure.Kind.FORBIDDEN_TYPE, name))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyPropertyThatIsMisspeltIsTold(SemanticEvent event) {
    for (String name : event.properties().keySet()) {
      ObjectNode misspelt = track(event.name());
      misspelt.putObject("properties").putNull(name.toUpperCase(Locale.ROOT));

      assertThat(SPEC.check(misspelt))
          .extracting(Departure::kind, Departure::hint)
          .containsExactly(tuple(Departure.Kind.MISSPELT_FIELD, "did you mean '" + name + "'?"));
    }
  }

  @Test
  void tellsTheElementOfAnArray() {
    assertThat(
            told(
                """
                {'type': 'track', 'event': 'Cart Viewed', 'properties': {'products': [
                  {'price': 1, 'sku': 'a'}, {'price': '1', 'qantity': 1}, 'b']}}"""))
        .containsExactly(
            "FORBIDDEN_TYPE: by the Spec 'properties.products[1].price' is a number, not \"1\""
                + " (see "
                + PAGES
                + "ecommerce/v2/)",
            "MISSPELT_FIELD: the Spec has no 'properties.products[1].qantity' in 'Cart Viewed'"
                + " (did you mean 'quantity'?)",
            "FORBIDDEN_TYPE: by the Spec 'properties.products[2]' is an object, not \"b\""
                + " (see "
                + PAGES
                + "ecommerce/v2/)");
  }

  @Test
  void holdsAnEventOfOnesOwnOnlyAgainstWhatEveryTrackHas() {
    assertThat(
            told(
                """
                {'type': 'track', 'event': 'Song Played',
                 'properties': {'revenue': '25', 'quantity': '2', 'products': 'none'}}"""))
        .containsExactly(
            "FORBIDDEN_TYPE: by the Spec 'properties.revenue' is a number, not \"25\" (see "
                + PAGES
                + "track/)");
  }

  @Test
  void aFieldBesideTheOneThatItResemblesIsAnother() {
    assertThat(told("{'type': 'identify', 'traits': {'first_name': 'J', 'firstName': 'Jane'}}"))
        .isEmpty();
    assertThat(told("{'type': 'identify', 'traits': {'first_name': 'J'}}"))
        .containsExactly(
            "MISSPELT_FIELD: the Spec has no 'traits.first_name' in identify"
                + " (did you mean 'firstName'?)");
  }

  @Test
  void theContextIsSegmentsOwn() {
    assertThat(
            told(
                "{'type': 'page', 'context': {'campaign': 'spring', 'user_agent': 'x', 'own': 1}}"))
        .containsExactly(
            "RESERVED_FIELD: by the Spec 'context.campaign' is an object, not \"spring\" (see "
                + PAGES
                + "common/)",
            "MISSPELT_FIELD: the Spec has no 'context.user_agent' (did you mean 'userAgent'?)");
  }

  @Test
  void whatTheSpecSaysOfTheContextOfOneEventHoldsThereToo() {
    assertThat(
            told(
                """
                {'type': 'track', 'event': 'Email Link Clicked',
                 'context': {'user_agent': 'x', 'ip': '203.0.113.9', 'traits': {'email': 5}}}"""))
        .containsExactly(
            "RESERVED_FIELD: by the Spec 'context.traits.email' is a string, not 5 (see "
                + PAGES
                + "common/)");
  }

  @Test
  void aSwitchIsOnOrOff() {
    assertThat(
            told(
                """
                {'type': 'track', 'event': 'x',
                 'integrations': {'All': {}, 'Acme': 'false', 'Other': {'a': 1}, 'Off': false}}"""))
        .containsExactly(
            "RESERVED_FIELD: by the Spec 'integrations.All' is true or false, not {} (see "
                + PAGES
                + "common/)",
            "RESERVED_FIELD: by the Spec 'integrations.Acme' is true or false or an object, not"
                + " \"false\" (see "
                + PAGES
                + "common/)");
  }

  @Test
  void aPageHasOneName() {
    assertThat(
            told(
                """
                {'type': 'page', 'name': 'Pricing', 'category': 'Shop',
                 'properties': {'name': 'Prices', 'category': 'Shop'}}"""))
        .containsExactly(
            "RESERVED_FIELD: 'properties.name' is reserved: the call itself says \"Pricing\""
                + " (take it away)");
    assertThat(told("{'type': 'page', 'properties': {'name': 'Prices'}}")).isEmpty();
  }

  @Test
  void aDeliveryHasWhatEveryEventHas() {
    assertThat(delivered("{'type': 'trak', 'messageId': ' ', 'timestamp': 'now', 'version': '1'}"))
        .containsExactly(
            "RESERVED_FIELD: by the Spec 'type' is 'identify' or 'track' or 'page' or 'screen' or"
                + " 'group' or 'alias', not \"trak\" (see "
                + PAGES
                + "common/)",
            "RESERVED_FIELD: by the Spec 'timestamp' is a date (ISO 8601), not \"now\" (see "
                + PAGES
                + "common/)",
            "RESERVED_FIELD: by the Spec 'version' is a number, not \"1\" (see "
                + PAGES
                + "common/)",
            "RESERVED_FIELD: there is no 'messageId' (see " + PAGES + "common/)",
            "RESERVED_FIELD: there is no 'userId' or 'anonymousId' (see " + PAGES + "common/)");
    assertThat(delivered("[]")).hasSize(3);
  }

  @Test
  void aDeliveryMayHaveNamesOfItsOwn() {
    assertThat(
            delivered(
                """
                {'type': 'track', 'event': 'Order Complete', 'messageId': 'm', 'userId': 'u',
                 'anonymousId': null, 'properties': {'revenu': 25}}"""))
        .isEmpty();
  }

  private static Map<String, SpecField> payload(SpecCall call) {
    return fieldsOf(SPEC.fields(call), call.payload());
  }

  private static Map<String, SpecField> fieldsOf(Map<String, SpecField> fields, String name) {
    return Optional.ofNullable(fields.get(name)).orElseThrow().fields();
  }

  private static ObjectNode track(String event) {
    return JsonNodeFactory.instance.objectNode().put("type", "track").put("event", event);
  }

  /** An object with all fields, each of a type that is right, or each of one that is wrong. */
  private static ObjectNode example(Map<String, SpecField> fields, boolean wrong) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, field) -> object.set(name, wrong ? other(field) : example(field)));
    return object;
  }

  private static JsonNode example(SpecField field) {
    SpecType type = field.type();
    if (!type.values().isEmpty()) {
      return JsonNodeFactory.instance.stringNode(type.values().get(0));
    }
    return switch (type.kinds().get(0)) {
      case STRING -> JsonNodeFactory.instance.stringNode("x");
      case NUMBER -> JsonNodeFactory.instance.numberNode(1.5);
      case INTEGER -> JsonNodeFactory.instance.numberNode(1);
      case BOOLEAN -> JsonNodeFactory.instance.booleanNode(true);
      case DATE, ISO_8601_DATE -> JsonNodeFactory.instance.stringNode("2026-11-21T09:30:00Z");
      case OBJECT -> example(field.fields(), false);
      case ARRAY -> array(example(field.fields(), false));
      case ARRAY_OF_STRINGS -> array(JsonNodeFactory.instance.stringNode("x"));
    };
  }

  private static ArrayNode array(JsonNode element) {
    return JsonNodeFactory.instance.arrayNode().add(element);
  }

  /** A number is no string, and all else is no truth. */
  private static JsonNode other(SpecField field) {
    return field.type().kinds().equals(List.of(SpecType.Kind.BOOLEAN))
        ? JsonNodeFactory.instance.numberNode(1)
        : JsonNodeFactory.instance.booleanNode(true);
  }

  private static List<String> told(String event) {
    return words(SPEC.check(Patterns.json(event)));
  }

  private static List<String> delivered(String event) {
    return words(SPEC.checkDelivered(Patterns.json(event)));
  }

  private static List<String> words(List<Departure> departures) {
    return departures.stream()
        .map(found -> found.kind() + ": " + found.message() + " (" + found.hint() + ")")
        .toList();
  }
}
