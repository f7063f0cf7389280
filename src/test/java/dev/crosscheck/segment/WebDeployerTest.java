package dev.crosscheck.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.GivenAnswer;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the hosts answer, without a network. */
class WebDeployerTest {
  private static final String SHOP = "https://shop.crosscheck.test";
  private static final String CDN = "https://cdn.segment.com";
  private static final String SETTINGS = CDN + "/v1/projects/crosscheckWriteKey/settings";

  private final List<DeclaredAnswer> declared = new ArrayList<>();
  private Given given = Given.NOTHING;
  private boolean withPlugin = true;
  private WebPlugin web = Samples.plugin().web().orElseThrow();
  private String name = Samples.plugin().name();

  @Test
  void servesThePageAtEveryPathOfItsOrigin() throws Exception {
    assertThat(page().origin()).isEqualTo(SHOP);
    for (String path : List.of("/", "/pricing?plan=pro", "/a/b.html")) {
      Answer.Respond answer = get(SHOP + path);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(header(answer, "content-type")).contains("text/html; charset=utf-8");
      assertThat(answer.body().text())
          .containsSubsequence(
              "<script src=\"/crosscheck/agent.js\">",
              "<script src=\"/crosscheck/plugin.js\">",
              "SNIPPET",
              "crosscheck.start('open', {\"way\":\"register\",\"name\":\"Partner\","
                  + "\"global\":\"crosscheckPlugin\"});",
              "analytics.load(\"crosscheckWriteKey\");");
    }
  }

  @Test
  void addsTheCustomersMiddlewareBeforeAnythingElseIsDone() throws Exception {
    given =
        Samples.given(
            Samples.drop("</script>", true),
            Samples.change("Order", Samples.object().put("event", "Purchase"), false));

    assertThat(get(SHOP + "/").body().text())
        .containsSubsequence(
            "SNIPPET",
            "crosscheck.middleware([{\"match\":{\"event\":\"\\u003c/script>\"},\"for\":\"Partner\","
                + "\"except\":\"crosscheck_sentinel\"},"
                + "{\"match\":{\"event\":\"Order\"},\"to\":{\"event\":\"Purchase\"},"
                + "\"except\":\"crosscheck_sentinel\"}]);",
            "crosscheck.start(",
            "analytics.load(");
  }

  @Test
  void tellsTheSdkOfFiltersByItsSettings() throws Exception {
    ObjectNode taken = Samples.object();
    taken.putObject("properties").putNull("coupon").putNull("currency");
    given = Samples.filtering(Samples.drop("Cart", true), Samples.change("Order", taken, true));

    String settings = get(SETTINGS).body().text();

    JsonNode rules = JsonMapper.shared().readTree(settings).at("/middlewareSettings/routingRules");
    assertThat(rules).hasSize(2);
    assertThat(rules.get(0).path("destinationName").asString()).isEqualTo("Partner");
    assertThat(rules.get(0).at("/matchers/0/ir").asString())
        .isEqualTo(
            "[\"and\",[\"=\",\"event\",{\"value\":\"Cart\"}],"
                + "[\"!\",[\"contains\",\"properties.crosscheck_sentinel\",{\"value\":\"\"}]],"
                + "[\"!\",[\"contains\",\"traits.crosscheck_sentinel\",{\"value\":\"\"}]]]");
    assertThat(rules.get(0).path("transformers")).hasToString("[[{\"type\":\"drop\"}]]");
    assertThat(rules.get(1).at("/matchers/0/ir").asString())
        .isEqualTo("[\"and\",[\"=\",\"event\",{\"value\":\"Order\"}]]");
    assertThat(rules.get(1).path("transformers"))
        .hasToString(
            "[[{\"type\":\"drop_properties\","
                + "\"config\":{\"drop\":{\"properties\":[\"coupon\",\"currency\"]}}}]]");
    assertThat(get(SHOP + "/").body().text()).doesNotContain("crosscheck.middleware(");
  }

  @Test
  void saysWhichEventsAFilterIsForByAllThatIsSaidOfThem() throws Exception {
    ObjectNode taken = Samples.object();
    taken.putObject("properties").putNull("title");
    EventMatch pricing =
        new EventMatch(Optional.of(SpecCall.PAGE), Optional.empty(), Optional.of("Pricing"));
    given =
        Samples.filtering(
            new Middleware.Change(Samples.AT, pricing, taken, Optional.of("Partner")));

    JsonNode settings = JsonMapper.shared().readTree(get(SETTINGS).body().text());
    assertThat(settings.at("/middlewareSettings/routingRules/0/matchers/0/ir").asString())
        .isEqualTo(
            "[\"and\",[\"=\",\"type\",{\"value\":\"page\"}],"
                + "[\"=\",\"name\",{\"value\":\"Pricing\"}]]");
  }

  @Test
  void holdsTheSdkBackOnAPageOfItsOwn() throws Exception {
    assertThat(get(SHOP + "/held").body().text())
        .contains("crosscheck.hold(() => { analytics.load(\"crosscheckWriteKey\"); });");
  }

  @Test
  void servesTheScriptsThatGoWithThePage() throws Exception {
    assertThat(get(SHOP + "/crosscheck/agent.js").body().text()).contains("window.crosscheck =");
    assertThat(get(SHOP + "/crosscheck/plugin.js").body().text()).isEqualTo("PLUGIN");
    assertThat(get(SHOP + "/crosscheck/spectator").status()).isEqualTo(204);
    assertThat(get(SHOP + "/missing.js", "Sec-Fetch-Dest", "script").status()).isEqualTo(404);
  }

  @Test
  void leavesOutOnlyThePluginWhereItIsNotWanted() throws Exception {
    withPlugin = false;

    assertThat(get(SHOP + "/").body().text())
        .doesNotContain("plugin.js")
        .contains("crosscheck.start('none', ", "SNIPPET");
    assertThat(settings().has("Partner")).isFalse();
  }

  @Test
  void servesSegmentsFilesAtTheirPlaces() throws Exception {
    assertThat(get(CDN + "/analytics.js/v1/crosscheckWriteKey/analytics.min.js").body().text())
        .isEqualTo("ANALYTICS");
    assertThat(get(CDN + "/analytics-next/bundles/x.bundle.1.js").body().text())
        .isEqualTo("BUNDLE");
    assertThat(request("POST", "https://api.segment.io/v1/t").body().text())
        .isEqualTo("{\"success\":true}");
    for (String unknown :
        List.of(
            CDN + "/analytics-next/bundles/y.js",
            CDN + "/analytics.js/v1/other/analytics.min.js",
            CDN + "/next-integrations/integrations/partner/latest/partner.dynamic.js.gz",
            "https://api.segment.io/v2/t",
            "https://app.segment.com/")) {
      assertThat(get(unknown).status()).as(unknown).isEqualTo(404);
    }
  }

  @Test
  void servesThePluginsSettingsUnderItsName() throws Exception {
    assertThat(settings().path("Partner").toString()).isEqualTo("{\"token\":\"t\"}");
    assertThat(settings().path("Segment.io").path("apiKey").asString())
        .isEqualTo("crosscheckWriteKey");

    given =
        new Given(
            true, Optional.of(Samples.object().put("people", true)), Optional.empty(), List.of());
    assertThat(settings().path("Partner").path("people").booleanValue()).isTrue();

    given = new Given(false, Optional.empty(), Optional.empty(), List.of());
    assertThat(settings().has("Partner")).isFalse();
    assertThat(get(SHOP + "/").body().text()).contains("crosscheck.start('shut', ");
  }

  @Test
  void aClassicDestinationIsInDeviceModeAndLiesWhereAnalyticsAsksForIt() throws Exception {
    web = new WebPlugin(WebPlugin.Way.CLASSIC, "npm:@acme/integration@1.2.3", List.of());
    name = "Acme.io Web Mode";
    String bundle = CDN + "/next-integrations/integrations/acmeio-web-mode/1.2.3/";

    assertThat(settings().path(name).toString())
        .isEqualTo(
            "{\"type\":\"browser\",\"bundlingStatus\":\"bundled\",\"versionSettings\":"
                + "{\"version\":\"1.2.3\",\"componentTypes\":[\"browser\"]},\"token\":\"t\"}");
    assertThat(source().path("remotePlugins")).isEmpty();
    assertThat(get(bundle + "acmeio-web-mode.dynamic.js.gz").body().text()).isEqualTo("PLUGIN");
    assertThat(get(bundle + "other.dynamic.js.gz").status()).isEqualTo(404);
    assertThat(get(SHOP + "/").body().text())
        .doesNotContain("plugin.js")
        .contains(
            "crosscheck.start('open', {\"way\":\"classic\",\"name\":\"Acme.io Web Mode\","
                + "\"global\":\"acmeio-web-mode\"});");
  }

  @Test
  void aClassicDestinationOfAFileIsTheLatest() throws Exception {
    web = new WebPlugin(WebPlugin.Way.CLASSIC, "web/integration.js", List.of());

    assertThat(settings().path("Partner").path("versionSettings").has("version")).isFalse();
    assertThat(
            get(CDN + "/next-integrations/integrations/partner/latest/partner.dynamic.js.gz")
                .body()
                .text())
        .isEqualTo("PLUGIN");
  }

  @Test
  void whatTheSettingsSayOfAClassicDestinationWins() throws Exception {
    web = new WebPlugin(WebPlugin.Way.CLASSIC, "web/integration.js", List.of());
    given =
        new Given(
            true,
            Optional.of(Samples.object().put("bundlingStatus", "unbundled")),
            Optional.empty(),
            List.of());

    assertThat(settings().path("Partner").path("bundlingStatus").asString()).isEqualTo("unbundled");
  }

  @Test
  void anActionDestinationIsARemotePluginWithItsOwnSettings() throws Exception {
    web = new WebPlugin(WebPlugin.Way.ACTION, "web/action.js", List.of());

    JsonNode remote = source().path("remotePlugins").path(0);
    assertThat(remote.toString())
        .isEqualTo(
            "{\"name\":\"Partner\",\"creationName\":\"Partner\","
                + "\"libraryName\":\"partnerDestination\","
                + "\"url\":\"https://cdn.segment.com/next-integrations/actions/partner/abc.js\","
                + "\"settings\":{\"token\":\"t\"}}");
    assertThat(settings().path("Partner").toString())
        .isEqualTo("{\"versionSettings\":{\"componentTypes\":[]}}");
    assertThat(get(remote.path("url").asString()).body().text()).isEqualTo("PLUGIN");
    assertThat(get(SHOP + "/").body().text()).doesNotContain("plugin.js");
  }

  @Test
  void aFetchedPluginIsInNoSettingsWhereItIsNotWantedOrSwitchedOff() throws Exception {
    for (WebPlugin.Way way : List.of(WebPlugin.Way.CLASSIC, WebPlugin.Way.ACTION)) {
      web = new WebPlugin(way, "web/plugin.js", List.of());
      withPlugin = false;
      assertThat(settings().has("Partner")).isFalse();
      assertThat(source().path("remotePlugins")).isEmpty();

      withPlugin = true;
      given = new Given(false, Optional.empty(), Optional.empty(), List.of());
      assertThat(settings().has("Partner")).isFalse();
      assertThat(source().path("remotePlugins")).isEmpty();
      given = Given.NOTHING;
    }
  }

  @Test
  void loadsWithTheIntegrationsThatAreGiven() throws Exception {
    given =
        new Given(
            true,
            Optional.empty(),
            Optional.of(Samples.object().put("All", false).put("</script>", true)),
            List.of());

    assertThat(get(SHOP + "/").body().text())
        .contains(
            "analytics.load(\"crosscheckWriteKey\","
                + " {integrations: {\"All\":false,\"\\u003c/script>\":true}});");
  }

  @Test
  void hasNoConsentToolsWhereNobodyAsks() throws Exception {
    assertThat(get(SHOP + "/").body().text()).doesNotContain("consent");
    assertThat(source().has("consentSettings")).isFalse();
  }

  @Test
  void putsConsentToolsBeforeTheSnippetAndCategoriesIntoTheSettings() throws Exception {
    asks(
        new Consent(
            Consent.Model.OPT_OUT,
            Optional.of(Map.of("</script>", true)),
            List.of("Advertising"),
            List.of("</script>")));

    assertThat(get(SHOP + "/").body().text())
        .containsSubsequence(
            "<script src=\"/crosscheck/consent-tools.js\"></script>",
            "SNIPPET",
            "\"global\":\"crosscheckPlugin\"}, {\"model\":\"opt-out\","
                + "\"said\":{\"\\u003c/script>\":true},\"needs\":[\"Advertising\"],"
                + "\"categories\":[\"Advertising\",\"\\u003c/script>\"]});",
            "analytics.load(");
    assertThat(get(SHOP + "/crosscheck/consent-tools.js").body().text()).isEqualTo("TOOLS");
    assertThat(source().path("consentSettings").toString())
        .isEqualTo(
            "{\"allCategories\":[\"Advertising\",\"</script>\"],"
                + "\"hasUnmappedDestinations\":false}");
    assertThat(settings().path("Partner").toString())
        .isEqualTo("{\"token\":\"t\",\"consentSettings\":{\"categories\":[\"Advertising\"]}}");
  }

  @Test
  void categoriesStandWhereSegmentsToolsLookInEachWay() throws Exception {
    asks(new Consent(Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of()));
    for (WebPlugin.Way way : WebPlugin.Way.values()) {
      web = new WebPlugin(way, "web/plugin.js", List.of());
      assertThat(settings().path("Partner").path("consentSettings").path("categories").toString())
          .as("%s", way)
          .isEqualTo("[\"Advertising\"]");
    }
    withPlugin = false;
    assertThat(settings().has("Partner")).isFalse();
  }

  @Test
  void aPluginOfNoCategoryIsUnmapped() throws Exception {
    asks(new Consent(Consent.Model.OPT_IN, Optional.empty(), List.of(), List.of("Analytics")));

    assertThat(get(SHOP + "/").body().text()).contains("\"said\":null");
    assertThat(source().path("consentSettings").path("hasUnmappedDestinations").booleanValue())
        .isTrue();
    assertThat(settings().path("Partner").has("consentSettings")).isFalse();
  }

  private void asks(Consent consent) {
    given = new Given(true, Optional.empty(), Optional.empty(), List.of(), Optional.of(consent));
  }

  @Test
  void servesDeclaredLibrariesWhateverTheirQuery() throws Exception {
    String url = "https://cdn.partner.test/lib.js";

    assertThat(get(url).body().text()).isEqualTo("LIBRARY");
    assertThat(get(url + "?v=2").body().text()).isEqualTo("LIBRARY");
    assertThat(header(get(url), "content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
    assertThat(header(get(url), "x-crosscheck")).isEmpty();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "https://cdn.partner.test/other.js, script",
    "https://cdn.partner.test/other, script",
    "https://api.partner.test/jsonp, script",
    "https://cdn.partner.test/config.mjs, empty",
    "https://nobody.test/tracker.js, script",
  })
  void refusesLibrariesThatNobodyDeclared(String url, String destination) throws Exception {
    Answer.Respond answer = get(url, "Sec-Fetch-Dest", destination);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(header(answer, "x-crosscheck")).contains("undeclared-library");
  }

  @Test
  void answersPartnersSoThatTheyAreContent() throws Exception {
    String api = "https://api.partner.test/x";

    assertThat(get(api).body().text()).isEqualTo("{}");
    assertThat(request("POST", api).status()).isEqualTo(200);
    assertThat(header(get(api + ".gif", "Sec-Fetch-Dest", "image"), "content-type"))
        .contains("image/gif");
    assertThat(get(api, "Accept", "image/avif,image/webp,*/*").body().bytes()).startsWith('G');
    assertThat(
            request("POST", api, "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "empty").status())
        .isEqualTo(204);
    assertThat(header(get(api, "Sec-Fetch-Dest", "iframe"), "content-type"))
        .contains("text/html; charset=utf-8");
    assertThat(page().answers().to(read("GET", api, "Upgrade", "websocket")))
        .isEqualTo(new Answer.Upgrade(List.of()));
    assertThat(get("https://nobody.test/collect").body().text()).isEqualTo("{}");
  }

  @Test
  void keepsTheBrowsersOwnNoiseQuiet() throws Exception {
    assertThat(get("https://update.googleapis.com/service").status()).isEqualTo(204);
  }

  @Test
  void permitsWhatAPreflightAsksFor() throws Exception {
    for (String host : List.of("api.partner.test", "api.segment.io", "nobody.test")) {
      Answer.Respond answer =
          request(
              "OPTIONS",
              "https://" + host + "/v1/t",
              "Origin",
              SHOP,
              "Access-Control-Request-Method",
              "PUT",
              "Access-Control-Request-Headers",
              "authorization,x-y");

      assertThat(answer.status()).as(host).isEqualTo(204);
      assertThat(header(answer, "access-control-allow-methods")).contains("PUT");
      assertThat(header(answer, "access-control-allow-headers")).contains("authorization,x-y");
      assertThat(header(answer, "access-control-allow-origin")).contains(SHOP);
    }
  }

  @Test
  void letsOtherOriginsReadEveryAnswer() throws Exception {
    for (String url :
        List.of(SETTINGS, "https://api.partner.test/x", "https://cdn.partner.test/none.js")) {
      Answer.Respond answer = get(url, "Origin", SHOP);

      assertThat(header(answer, "access-control-allow-origin")).as(url).contains(SHOP);
      assertThat(header(answer, "access-control-allow-credentials")).as(url).contains("true");
    }
    assertThat(header(get("https://api.partner.test/x"), "access-control-allow-origin")).isEmpty();
  }

  @Test
  void declaredAnswersComeFirstAndTheFirstOfThemWins() throws Exception {
    declare("POST", "/track*", 503, new Header("Access-Control-Allow-Origin", "*"));
    declare("*", "/track", 200);
    String track = "https://api.partner.test/track";

    Answer.Respond answer = request("POST", track, "Origin", SHOP);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.delay()).isEqualTo(Duration.ofMillis(7));
    assertThat(header(answer, "access-control-allow-origin")).contains("*");
    assertThat(header(answer, "access-control-allow-credentials")).isEmpty();
    assertThat(get(track).body().text()).isEqualTo("declared");
    assertThat(
            request("OPTIONS", track, "Origin", SHOP, "Access-Control-Request-Method", "POST")
                .status())
        .as("a preflight is nobody's business")
        .isEqualTo(204);
  }

  @Test
  void whatAScenarioHasThePartnerAnswerComesBeforeThat() throws Exception {
    declare("GET", "/boot", 200);
    GivenAnswer off = new GivenAnswer(declared.remove(0), true);
    declare("GET", "/boot", 503);
    given = new Given(true, Optional.empty(), Optional.empty(), List.of(off));

    assertThat(get("https://api.partner.test/boot").status()).isEqualTo(200);
    assertThat(get(SHOP + "/").body().text()).contains("crosscheck.start('shut',");
  }

  @Test
  void aDeclaredWebSocketSaysItsBodyFirst() throws Exception {
    declare("WS", "/live", DeclaredAnswer.ACCEPTED);
    declare("WS", "/closed", 403);

    assertThat(
            page()
                .answers()
                .to(read("GET", "https://api.partner.test/live", "Upgrade", "websocket")))
        .isEqualTo(new Answer.Upgrade(List.of("declared")));
    assertThat(get("https://api.partner.test/closed", "Upgrade", "websocket").status())
        .isEqualTo(403);
  }

  @Test
  void aPreflightCanBeDeclaredToo() throws Exception {
    declare("OPTIONS", "/track", 403);

    assertThat(
            request(
                    "OPTIONS",
                    "https://api.partner.test/track",
                    "Access-Control-Request-Method",
                    "POST")
                .status())
        .isEqualTo(403);
  }

  @Test
  void knowsWhatIsUnderTest() throws Exception {
    assertThat(new WebDeployer(new Fixed()).facts(Samples.plugin(), Samples.CHROMIUM))
        .isEqualTo(
            new Deployer.Facts("abc", Map.of("partner", "1.0.0"), "analytics-next", "9.9.9"));
  }

  private void declare(String method, String path, int status, Header... headers) {
    declared.add(
        new DeclaredAnswer(
            new RequestPattern(method, "*", path),
            status,
            List.of(headers),
            Body.of("declared"),
            Duration.ofMillis(7)));
  }

  private JsonNode settings() throws Exception {
    return source().path("integrations");
  }

  private JsonNode source() throws Exception {
    return JsonMapper.shared().readTree(get(SETTINGS).body().text());
  }

  private Deployment.WebPage page() throws Exception {
    Plugin sample = Samples.plugin();
    Partner partner = sample.partner();
    Plugin plugin =
        new Plugin(
            name,
            sample.id(),
            sample.at(),
            sample.folder(),
            sample.sha256(),
            sample.writeKeySetting(),
            sample.settings(),
            sample.supports(),
            sample.carries(),
            sample.waivers(),
            new Partner(
                partner.hosts(), partner.assets(), declared, partner.messages(), partner.settle()),
            Optional.of(web),
            sample.otherPlatforms());
    return (Deployment.WebPage)
        new WebDeployer(new Fixed()).deploy(plugin, Samples.CHROMIUM, given, withPlugin);
  }

  private Answer.Respond get(String url, String... headers) throws Exception {
    return request("GET", url, headers);
  }

  private Answer.Respond request(String method, String url, String... headers) throws Exception {
    Answers answers = page().answers();
    return (Answer.Respond) answers.to(read(method, url, headers));
  }

  private static HttpRequest read(String method, String url, String... headers) {
    java.net.URI uri = java.net.URI.create(url);
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      lines.add(new Header(headers[i], headers[i + 1]));
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new HttpRequest(
        method,
        uri.getScheme(),
        uri.getHost(),
        443,
        uri.getRawPath() + query,
        "HTTP/1.1",
        lines,
        Body.EMPTY);
  }

  private static Optional<String> header(Answer.Respond answer, String name) {
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  private static final class Fixed implements WebBuilder {
    @Override
    public WebAssets assets() {
      return new WebAssets(
          "9.9.9",
          Body.of("ANALYTICS"),
          Map.of("x.bundle.1.js", Body.of("BUNDLE")),
          "SNIPPET",
          Body.of("TOOLS"));
    }

    @Override
    public WebBuild build(Plugin plugin) {
      return new WebBuild(
          Body.of("PLUGIN"),
          Map.of("https://cdn.partner.test/lib.js", Body.of("LIBRARY")),
          Map.of("partner", "1.0.0"),
          "abc");
    }
  }
}
