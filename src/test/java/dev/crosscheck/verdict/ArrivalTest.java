package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.ENGAGE;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.object;
import static dev.crosscheck.verdict.Case.track;
import static dev.crosscheck.verdict.Expect.arrives;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.match.Digests;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

/**
 * That calls reach the partner, whatever the plugin makes of them; or that nothing of them does.
 */
class ArrivalTest {
  private static final Times ONCE = Times.exactly(1);
  private static final String OTHER = "https://api.acme.test/other";
  private static final Given OFF = new Given(false, Optional.empty(), Optional.empty(), List.of());

  @Test
  void aCallThatCameOnceWithAllItCarries() {
    Step.Track call = track("Order Completed", "{'order_id': 'nd-1', 'revenue': 4711.25}");
    Case cell = sent(call, "{'event': 'Order Completed', 'orderId': 'nd-1', 'value': 4711.25}");

    assertThat(passed(cell.expect(arrives(ONCE, call))).words())
        .startsWith("1 expected came, 3 properties compared");
    assertThat(passed(cell.expect(arrives(Times.AT_LEAST_ONCE, call))).kind())
        .isEqualTo(Proof.Kind.SEEN);
  }

  @Test
  void aCallThatDidNotCome() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");

    assertThat(mismatch(sent(call).expect(arrives(ONCE, call))))
        .isEqualTo(
            "'track Order' did not arrive | at least once, with properties.order_id = \"nd-1\""
                + " | the partner got no message at all");
    assertThat(
            mismatch(
                sent(call, "{'event': 'Order'}", "{'order_id': 'nd-2'}")
                    .expect(arrives(ONCE, call))))
        .isEqualTo(
            "'track Order' did not arrive | at least once, with properties.order_id = \"nd-1\""
                + " | none of 2 messages to the partner has properties.order_id = \"nd-1\"");
  }

  @Test
  void ofACallThatCameWithoutWhatItIsKnownByTheRestIsShown() {
    Step.Identify user = identify("nd-user", "{'plan': 'nd-plan', 'email': 'nd-a@example.com'}");
    Case cell = sent(user, "{'id': 'other'}", "{'id': 'nd-user'}").expect(arrives(ONCE, user));

    Mismatch mismatch = ((Verdict.Failed) cell.verdict()).mismatches().get(0);
    assertThat(mismatch.what()).isEqualTo("'identify nd-user' did not arrive");
    assertThat(mismatch.expected()).isEqualTo("at least once, with traits.plan, traits.email");
    assertThat(mismatch.actual())
        .isEqualTo(
            "userId came, without traits.plan, traits.email; if that is meant, plugin.yaml says so:"
                + " carries: {identify: {plan: dropped, email: dropped}}");
    assertThat(mismatch.nearest()).hasValue("exchange 2 of 2, POST api.acme.test/track");
    assertThat(passed(cell.carries("{'identify': {'plan': 'dropped', 'email': 'dropped'}}")))
        .isNotNull();
  }

  @Test
  void everyValueThatIsHarmedIsTold() {
    Step.Track call =
        track(
            "Products Searched",
            "{'order_id': 'nd-1', 'revenue': 4711.25, 'email': 'nd-a@example.com', 'tax': 7,"
                + " 'hat': 'Red'}");
    String email = Digests.hex("SHA-256", "nd-a@example.com");
    Case cell =
        sent(
                call,
                "{'event': 'Search', 'id': 'nd-1', 'v': 471125, 'em': '" + email + "', 'h': 'red'}")
            .expect(arrives(ONCE, call));

    assertThat(mismatch(cell))
        .isEqualTo(
            "'track Products Searched' arrived without its event, and properties.revenue,"
                + " properties.email, properties.tax and 1 more"
                + " | event = \"Products Searched\" | event = \"Search\"; if that is meant,"
                + " plugin.yaml says so: carries: {track: {event: dropped, revenue: cents,"
                + " email: sha256, tax: dropped, hat: lowercase}}");
  }

  @Test
  void aNameThatIsAnotherIsTheEventsOwn() {
    Step.Track call = track("Products Searched", "{'order_id': 'nd-1'}");
    Case cell = sent(call, "{'event': 'Search', 'id': 'nd-1'}").expect(arrives(ONCE, call));

    assertThat(mismatch(cell)).endsWith("carries: {Products Searched: {event: dropped}}");
    assertThat(passed(cell.carries("{'Products Searched': {'event': 'dropped'}}"))).isNotNull();
    assertThat(failed(cell.carries("{'Order Completed': {'event': 'dropped'}}"))).hasSize(1);
  }

  @Test
  void whatIsSaidOfTheEventGoesBeforeWhatIsSaidOfTheCallAndOfAll() {
    Step.Track call = track("Order Completed", "{'order_id': 'nd-1', 'revenue': 4711.25}");
    Case cell =
        sent(call, "{'event': 'Order Completed', 'id': 'nd-1', 'v': 471125}")
            .expect(arrives(ONCE, call));

    assertThat(passed(cell.carries("{'revenue': 'text', 'track': {'revenue': 'cents'}}")))
        .isNotNull();
    assertThat(
            passed(
                cell.carries(
                    "{'track': {'revenue': 'text'}, 'Order Completed': {'revenue': 'cents'}}")))
        .isNotNull();
    assertThat(failed(cell.carries("{'revenue': 'cents', 'track': {'*': 'text'}}"))).hasSize(1);
    assertThat(failed(cell.carries("{'identify': {'revenue': 'cents'}}"))).hasSize(1);
  }

  @Test
  void anEventOfTheSpecIsKnownByItsNameWhereNothingElseOfItIsSent() {
    Step.Track call = track("Promotion Viewed", "{'name': 'nd-1'}");
    Step.Track own = track("Hat Viewed", "{'name': 'nd-1'}");
    Step.Track app = track("Application Opened", "{'url': 'nd-1'}");
    String dropped = "{'track': {'*': 'dropped', 'event': 'kept'}}";

    assertThat(
            passed(
                sent(call, "{'e': 'Promotion Viewed'}", "{'e': 'Promotion Viewed too'}")
                    .carries(dropped)
                    .expect(arrives(Times.AT_LEAST_ONCE, call))))
        .isNotNull();
    assertThat(
            mismatch(
                sent(call, "{'e': 'Promotion Viewed'}", "{'e': 'Promotion Viewed', 'n': 2}")
                    .carries(dropped)
                    .expect(arrives(ONCE, call))))
        .contains("arrived 2 times as event");
    assertThat(
            mismatch(
                sent(call, "{'e': 'Promotion Viewed too'}")
                    .carries(dropped)
                    .expect(arrives(ONCE, call))))
        .contains("did not arrive");
    assertThat(
            mismatch(sent(own, "{'e': 'Hat Viewed'}").carries(dropped).expect(arrives(ONCE, own))))
        .as("a name of one's own may be anything's")
        .contains("did not arrive");
    assertThat(
            mismatch(
                sent(app, "{'e': 'Application Opened'}")
                    .carries(dropped)
                    .expect(arrives(ONCE, app))))
        .as("an app's SDK makes it too")
        .contains("did not arrive");
  }

  @Test
  void aCallIsKnownByItsNameOrItsIdWhereNothingElseIsMarked() {
    Step.Track named = track("nd-Order", "{}");
    assertThat(passed(sent(named, "{'e': 'nd-Order'}").expect(arrives(ONCE, named)))).isNotNull();

    Step.Identify user = identify("nd-user", "{}");
    assertThat(passed(sent(user, "{'uid': 'nd-user'}").expect(arrives(ONCE, user)))).isNotNull();
    assertThat(mismatch(sent(user, "{'uid': 'user'}").expect(arrives(ONCE, user))))
        .contains("did not arrive");
  }

  @Test
  void aSecondMessageOfOneTypeIsOneTooMany() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    String body = "{'event': 'Order', 'order_id': 'nd-1', 'n': %d}";
    Case twice = sent(call, body.formatted(1), body.formatted(2));

    assertThat(mismatch(twice.expect(arrives(ONCE, call))))
        .isEqualTo("'track Order' arrived 2 times as event | at most 1 | 2: exchanges 1, 2");
    assertThat(passed(twice.expect(arrives(Times.AT_LEAST_ONCE, call)))).isNotNull();
  }

  @Test
  void onePerTypeIsOnce() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case both =
        new Case()
            .step(call)
            .traffic(
                json(TRACK, "{'event': 'Order', 'order_id': 'nd-1'}", ENGAGE, "{'last': 'nd-1'}"));

    assertThat(passed(both.expect(arrives(ONCE, call)))).isNotNull();
  }

  @Test
  void traitsThatRideOnALaterEventAreThatEvents() {
    Step.Identify user = identify("nd-user", "{'plan': 'nd-plan'}");
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case cell =
        new Case()
            .step(user)
            .step(call)
            .traffic(
                json(
                    TRACK, "{'event': '$identify', 'user': 'nd-user', 'plan': 'nd-plan'}",
                    TRACK,
                        "{'event': 'Order', 'user': 'nd-user', 'plan': 'nd-plan', 'order_id': 'nd-1'}"))
            .expect(arrives(ONCE, user), arrives(ONCE, call));

    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void traitsThatOnlyRideOnALaterEventHaveArrivedToo() {
    Step.Identify user = identify("nd-user", "{'plan': 'nd-plan'}");
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case cell =
        new Case()
            .step(user)
            .step(call)
            .traffic(
                json(
                    TRACK,
                    "{'event': 'Order', 'u': 'nd-user', 'plan': 'nd-plan', 'order_id': 'nd-1'}"))
            .expect(arrives(ONCE, user), arrives(ONCE, call));

    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void whatALaterEventSaysAgainIsNoSecondFirst() {
    Step.Track first = track("Cart", "{'cart_id': 'nd-1'}");
    Step.Track second = track("Order", "{'order_id': 'nd-2'}");
    Case cell =
        new Case()
            .step(first)
            .step(second)
            .traffic(
                json(
                    TRACK, "{'event': 'Cart', 'cart_id': 'nd-1'}",
                    TRACK, "{'event': 'Order', 'order_id': 'nd-2', 'last_cart': 'nd-1'}"))
            .expect(arrives(ONCE, first), arrives(ONCE, second));

    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void traitsThatRideOnEventsOfTheSdksOwnAreNoSecondIdentify() {
    Step.Identify user = identify("nd-user", "{'plan': 'nd-plan'}");
    Case cell =
        new Case()
            .step(user)
            .traffic(
                json(
                    TRACK, "{'event': 'Application Opened', 'user': 'nd-user', 'plan': 'nd-plan'}",
                    TRACK, "{'event': 'Deep Link Opened', 'user': 'nd-user', 'plan': 'nd-plan'}"))
            .expect(arrives(ONCE, user));

    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void aCallThatOnlyLeavingForcedOutIsLate() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case late =
        sent(call, "{'event': 'Order', 'order_id': 'nd-1'}").leftAt(50).expect(arrives(ONCE, call));

    assertThat(mismatch(late))
        .isEqualTo(
            "'track Order' did not arrive in time | before the page was left | came only when the page was left");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4711.25 | 4711.25",
        "4711.25 | 4711.250",
        "0 | 0",
        "true | true",
        "null | null",
        "null | ABSENT",
        "'nd-Größe 🛒' | 'nd-Größe 🛒'",
        "'a  b' | 'x a  b y'",
        "{'a': {'b': [{'c': 'nd-deep'}, 77315]}} | {'b': ['nd-deep', 77315]}",
        "'2026-11-21T03:00:15.250Z' | '2026-11-21T04:00:15.250+01:00'",
        "'2026-11-21T03:00:15.250Z' | 1795230015250",
        "'2026-11-21T03:00:15Z' | 1795230015",
        "'2026-11-21T03:00:15.250Z' | 1795230015.250",
        "'2026-11-21' | '2026-11-21'"
      })
  void aValueArrivesUnharmed(String value, String sent) {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'value': " + value + "}");

    assertThat(passed(sent(call, order(sent)).expect(arrives(ONCE, call)))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "4711.25 | '4711.25' | value = 4711.25 | value = \"4711.25\"",
        "4711.25 | 4711 | value = 4711.25 | value = 4711",
        "0 | null | value = 0 | value = null",
        "0 | ABSENT | value = 0 | not there",
        "true | 'true' | value = true | value = \"true\"",
        "false | ABSENT | value = false | not there",
        "null | 'null' | value = null | value = \"null\"",
        "'nd-Größe 🛒' | 'nd-Größe ??' | value = \"nd-Größe 🛒\" | value = \"nd-Größe ??\"",
        "'a  b' | 'a b' | value = \"a  b\" | value = \"a b\"",
        "{'a': {'b': [{'c': 'nd-deep'}, 77315]}} | {'b': ['nd-deep', 77]} | value.a.b = 77315 | b = \"nd-deep\"",
        "'2026-11-21T03:00:15.250Z' | '2026-11-21' | value = \"2026-11-21T03:00:15.250Z\" | value = \"2026-11-21\""
      })
  void aValueIsHarmed(String value, String sent, String expected, String actual) {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'value': " + value + "}");
    String path = "properties." + expected.substring(0, expected.indexOf(" = "));

    assertThat(mismatch(sent(call, order(sent)).expect(arrives(ONCE, call))))
        .startsWith(
            "'track Order' arrived without its "
                + path
                + " | properties."
                + expected
                + " | "
                + actual
                + "; if that is meant, plugin.yaml says so: carries: {track: {"
                + path.substring(path.lastIndexOf('.') + 1)
                + ": ");
  }

  private static String order(String value) {
    String field = value.equals("ABSENT") ? "" : ", 'value': " + value;
    return "{'event': 'Order', 'order_id': 'nd-1'" + field + "}";
  }

  @Test
  void aShortNumberCountsUnderItsOwnNameAlone() {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'item_count': 3}");
    String body = "{'event': 'Order', 'order_id': 'nd-1', '%s': 3}";

    assertThat(passed(sent(call, body.formatted("itemCount")).expect(arrives(ONCE, call))))
        .isNotNull();
    assertThat(mismatch(sent(call, body.formatted("version")).expect(arrives(ONCE, call))))
        .contains("properties.item_count = 3 | not there; if that is meant, ");
  }

  /** Google's {@code epn.}, Facebook's {@code cd[]}, and what is nested in a form's names. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "epn.quantity=3",
        "cd%5Bquantity%5D=3",
        "cd[quantity]=3",
        "items[0][quantity]=3",
        "Quantity=3"
      })
  void aNameMayStandWithinAnother(String field) {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'quantity': 3}");

    assertThat(passed(untyped(call, new Traffic().get(OTHER + "?en=Order&id=nd-1&" + field))))
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, field + "&en=Order&id=nd-1"))))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'revenue': 'cents'}     | 'revenue': 4711.25           | 'revenue': 471125",
        "{'revenue': 'text'}      | 'revenue': 4711.25           | 'revenue': '4711.25'",
        "{'revenue': 'dropped'}   | 'revenue': 4711.25           | 'x': 1",
        "{'order_id': 'kept', '*': 'dropped'} | 'a': 'b', 'c': 7734          | 'x': 1",
        "{'name': 'lowercase'}    | 'name': 'Red HAT'            | 'name': 'red hat'",
        "{'name': 'uppercase'}    | 'name': 'Red hat'            | 'name': 'RED HAT'",
        "{'email': 'md5'}         | 'email': ' Jane@example.com' | 'em': '9e26471d35a78862c17e467d87cddedf'",
        "{'email': 'sha1'}        | 'email': 'jane@example.com'  | 'em': '0850a4cffb73cbc53fd33e8990c2184c915ff041'",
        "{'email': 'sha256'}      | 'email': 'Jane@example.com'  | 'em': '8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d'",
        "{'products.sku': 'dropped'} | 'products': [{'sku': 'x', 'name': 'hat'}], 'sku': 'own' | 'items': ['hat'], 'sku': 'own'",
      })
  void whatPluginYamlSaysBecomesOfAFieldIsWhatIsLookedFor(
      String carries, String given, String sent) {
    Step.Track call = track("Order", "{'order_id': 'nd-1', " + given + "}");
    Case cell =
        sent(call, "{'event': 'Order', 'order_id': 'nd-1', " + sent + "}")
            .expect(arrives(ONCE, call));

    assertThat(failed(cell)).as("undeclared, it is a harm").hasSize(1);
    assertThat(passed(cell.carries(carries))).isNotNull();
  }

  @Test
  void aFieldThatIsDeclaredHashedMayNotGoAsItIs() {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'email': 'jane@example.com'}");
    Case cell = sent(call, "{'event': 'Order', 'order_id': 'nd-1', 'email': 'jane@example.com'}");

    assertThat(mismatch(cell.carries("{'email': 'sha256'}").expect(arrives(ONCE, call))))
        .endsWith(
            "properties.email = \"jane@example.com\" as sha256 | email = \"jane@example.com\"");
  }

  @Test
  void aMarkedTextThatCameChangedIsShown() {
    Step.Track call = track("Order", "{'order_id': 'nd-1', 'list': 'nd-a long list of things'}");

    assertThat(
            mismatch(
                sent(call, "{'event': 'Order', 'id': 'nd-1', 'l': 'nd-a long list'}")
                    .expect(arrives(ONCE, call))))
        .contains("properties.list = \"nd-a long list of things\" | \"nd-a long list\"; if ");
  }

  @Test
  void anotherValueOfTheCallIsNotWhatCameInstead() {
    Step.Track call =
        track("Order", "{'id': 'nd-order-completed-id', 'coupon': 'nd-order-completed-coupon'}");

    assertThat(
            mismatch(
                sent(call, "{'event': 'Order', 'i': 'nd-order-completed-id'}")
                    .expect(arrives(ONCE, call))))
        .contains(" | properties.coupon = \"nd-order-completed-coupon\" | not there; ");
  }

  @Test
  void whateverTheCodingACallIsSeen() {
    Step.Track call = track("Order", "{'order_id': 'nd-ö 1', 'revenue': 4711.25}");
    String json = "{\"event\":\"Order\",\"order_id\":\"nd-ö 1\",\"revenue\":4711.25}";
    String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    String encoded = "e=Order&id=nd-%C3%B6+1&v=4711.25";
    byte[] gzip = gzip(json);

    assertThat(passed(untyped(call, new Traffic().post(OTHER, json)))).as("JSON").isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, "{\"n\":1}\n" + json))))
        .as("lines")
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, encoded)))).as("a form").isNotNull();
    assertThat(passed(untyped(call, new Traffic().get(OTHER + "?" + encoded))))
        .as("a query")
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, base64)))).as("base64").isNotNull();
    assertThat(
            passed(untyped(call, new Traffic().post(OTHER, "data=" + base64.replace("=", "%3D")))))
        .as("base64 in a form")
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, gzip)))).as("gzip").isNotNull();
    assertThat(
            passed(
                untyped(call, new Traffic().post(OTHER, Base64.getEncoder().encodeToString(gzip)))))
        .as("gzip in base64")
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().post(OTHER, "{\"batch\":" + quoted(json) + "}"))))
        .as("JSON in JSON")
        .isNotNull();
    assertThat(
            passed(
                untyped(
                    call, new Traffic().get("https://api.acme.test/ws").frame(120, true, json))))
        .as("a frame")
        .isNotNull();
    assertThat(passed(untyped(call, new Traffic().get(OTHER).header("X-Data", json))))
        .as("a header")
        .isNotNull();
    assertThat(
            mismatch(
                untyped(
                    call, new Traffic().get("https://api.acme.test/ws").frame(120, false, json))))
        .as("what the partner sends is nothing that it was told")
        .contains("did not arrive");
  }

  @Test
  void whatSegmentAndThePageAreToldIsNotThePartners() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    String body = "{\"event\":\"Order\",\"order_id\":\"nd-1\"}";
    Traffic traffic =
        new Traffic().post(Case.SEGMENT, body).get("https://shop.crosscheck.test/?id=nd-1");

    assertThat(mismatch(untyped(call, traffic))).contains("did not arrive");
    assertThat(passed(new Case().step(call).traffic(traffic).expect(arrives(Times.NEVER, call))))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"nd-Jane@x.test\"}",
        "{\"id\":\"ND-JANE@x.test\"}",
        "id=nd-Jane%40x.test",
        "{\"em\":\"MD5\"}",
        "{\"em\":\"SHA-1\"}",
        "{\"em\":\"SHA-256\"}",
      })
  void nothingOfACallMayComeInAnyForm(String template) {
    Step.Track call = track("Order", "{'email': 'nd-Jane@x.test'}");
    String body = template;
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      body =
          body.replace(
              "\"" + algorithm + "\"", "\"" + Digests.hex(algorithm, "nd-jane@x.test") + "\"");
    }
    Case cell =
        new Case()
            .step(call)
            .traffic(new Traffic().post(OTHER, body))
            .expect(arrives(Times.NEVER, call));

    assertThat(mismatch(cell))
        .isEqualTo("'track Order' arrived where nothing of it may | none | 1 request");
    assertThat(
            passed(
                new Case()
                    .step(call)
                    .traffic(new Traffic().post(OTHER, "{\"event\":\"Order\"}"))
                    .expect(arrives(Times.NEVER, call))))
        .isNotNull();
  }

  @Test
  void anUndeclaredHostIsNoPlaceForItEither() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case cell =
        new Case()
            .step(call)
            .traffic(new Traffic().get("https://evil.test/?nd-1"))
            .expect(arrives(Times.NEVER, call));

    assertThat(failed(cell))
        .anyMatch(text -> text.startsWith("'track Order' arrived where nothing of it may"));
  }

  @Test
  void aCallThatWasKeptFromThePluginNeedsATwinThatSendsIt() {
    Step.Track kept = kept("{'order_id': 'nd-1'}");
    Case silent =
        new Case()
            .step(kept)
            .traffic(new Traffic().get("https://shop.crosscheck.test/"))
            .expect(arrives(Times.NEVER, kept));

    assertThat(broken(silent))
        .isEqualTo("the gate is shut and there is no twin to show that the plugin would speak");
    assertThat(
            passed(silent.twin(twin(kept, "{\"event\":\"Order\",\"order_id\":\"nd-1\"}"))).kind())
        .isEqualTo(Proof.Kind.TWIN);
    assertThat(broken(silent.twin(twin(kept, "{\"event\":\"Order\"}"))))
        .isEqualTo(
            "the twin is silent too: with the gate open, nothing of 'track Order' can be seen in the"
                + " plugin's traffic either: describe it under 'messages'");
    assertThat(
            broken(
                silent.twin(
                    new Case()
                        .step(kept.ungated())
                        .trouble(Trouble.harness("the browser died"))
                        .evidence())))
        .isEqualTo("the twin is broken: the browser died");
  }

  @Test
  void aCallThatWasKeptAndCameFailsWhateverItsTwin() {
    Step.Track kept = kept("{'order_id': 'nd-1'}");
    Case loud =
        sent(kept, "{'event': 'Order', 'order_id': 'nd-1'}").expect(arrives(Times.NEVER, kept));

    assertThat(mismatch(loud)).startsWith("'track Order' arrived where nothing of it may");
  }

  @Test
  void behindAShutGateTheTwinMustSeeTheCall() {
    Step.Track call = track("Order", "{'order_id': 'nd-1'}");
    Case silent =
        new Case()
            .given(OFF)
            .step(call)
            .traffic(new Traffic().get("https://shop.crosscheck.test/"))
            .expect(arrives(Times.NEVER, call));

    assertThat(broken(silent.twin(twin(call, "{\"event\":\"Order\"}"))))
        .endsWith("describe it under 'messages'");
    assertThat(passed(silent.twin(twin(call, "{\"event\":\"Order\",\"id\":\"nd-1\"}"))))
        .isNotNull();
  }

  @Test
  void ofTwoCallsEachIsLookedForByItself() {
    Step.Track first = track("Order", "{'order_id': 'nd-1'}");
    Step.Track second = track("Order", "{'order_id': 'nd-2'}");
    Case cell =
        new Case()
            .step(first)
            .step(second)
            .traffic(json(TRACK, "{'event': 'Order', 'order_id': 'nd-1'}"))
            .expect(arrives(ONCE, first, second));

    assertThat(failed(cell)).hasSize(1);
    assertThat(passed(cell.expect(arrives(ONCE, first), arrives(Times.NEVER, second)))).isNotNull();
  }

  /** A call, and what the partner was told at {@code /track}, message by message; single quotes. */
  private static Case sent(Step.Call call, String... bodies) {
    Traffic traffic = new Traffic().get("https://shop.crosscheck.test/").times(1, 2);
    if (bodies.length > 0) {
      traffic = new Traffic();
    }
    for (String body : bodies) {
      traffic.post(TRACK, object(body).toString());
    }
    return new Case().step(call).traffic(traffic);
  }

  /** For a plugin of which no message is described. */
  private static Case untyped(Step.Call call, Traffic traffic) {
    return new Case()
        .types(new MessageType[0])
        .step(call)
        .traffic(traffic)
        .expect(arrives(ONCE, call));
  }

  private static Traffic json(String... urlsAndBodies) {
    Traffic traffic = new Traffic();
    for (int i = 0; i < urlsAndBodies.length; i += 2) {
      traffic.post(urlsAndBodies[i], object(urlsAndBodies[i + 1]).toString());
    }
    return traffic;
  }

  private static Step.Identify identify(String user, String traits) {
    return new Step.Identify(Case.line(3), Optional.of(user), object(traits), CallOptions.NONE);
  }

  /** Kept from Acme by its own {@code integrations}. */
  private static Step.Track kept(String properties) {
    CallOptions options =
        new CallOptions(Optional.empty(), Optional.of(object("{'Acme': false}")), Optional.empty());
    return new Step.Track(Case.line(3), "Order", object(properties), options);
  }

  private static Evidence twin(Step.Call call, String body) {
    Step.Call open = call.ungated();
    return new Case().step(open).traffic(new Traffic().post(TRACK, body)).evidence();
  }

  private static String quoted(String json) {
    return StringNode.valueOf(json).toString();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
