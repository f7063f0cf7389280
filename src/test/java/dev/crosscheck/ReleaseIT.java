package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Release;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The release zip in an npm project that holds nothing but a plugin and {@code crosscheck/}. */
@ExtendWith(TestSupply.class)
@Timeout(600)
class ReleaseIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BUILD = "mkdir -p dist && cp src/plugin.js dist/";

  @TempDir static Path machine;
  private static Release release;

  @TempDir Path partner;

  @BeforeAll
  static void unzip(Supply supply) throws Exception {
    Map<String, String> variables =
        Map.of(
            "CROSSCHECK_CACHE",
            machine.resolve("cache").toString(),
            Program.CHROMIUM.variable(),
            supply.program(Program.CHROMIUM).toString(),
            Program.CHROMEDRIVER.variable(),
            supply.program(Program.CHROMEDRIVER).toString());
    release = Release.unzip(Path.of(System.getProperty("crosscheck.release")), machine, variables);
  }

  @AfterAll
  static void unlink() throws IOException {
    release.close();
  }

  @BeforeEach
  void layThePartnersRepository() throws IOException {
    write(
        "package.json",
        "{\"name\": \"@acme/segment\", \"version\": \"4.5.6\","
            + " \"dependencies\": {\"dset\": \"3.1.4\"}}");
    write("package-lock.json", lock());
    write(
        "src/plugin.js",
        "import {dset} from 'dset';",
        "const message = (event, properties) => {",
        "  const told = {event};",
        "  dset(told, 'properties', {...properties});",
        "  return JSON.stringify(told);",
        "};",
        "export default {",
        "  name: 'Acme',",
        "  type: 'destination',",
        "  version: '4.5.6',",
        "  isLoaded: () => true,",
        "  load: () => Promise.resolve(),",
        "  track(context) {",
        "    const body = message(context.event.event, context.event.properties);",
        "    fetch('https://api.acme.test/track', {method: 'POST', body});",
        "    return context;",
        "  },",
        "};");
    write(
        "crosscheck/plugin.yaml",
        "plugin: Acme",
        "writeKeySetting: token",
        "settings: {token: t}",
        "partner:",
        "  hosts: [api.acme.test]",
        "  settle: 200ms",
        "  messages:",
        "    event: {request: POST /track, decode: [json], sentinel: track}",
        "web:",
        "  build: " + BUILD,
        "  register: ../dist/plugin.js");
    write("crosscheck/devices.yaml", "devices:", "  chromium: {browser: chrome}");
    write(
        "crosscheck/scenarios/order.yaml",
        "scenario: an order reaches Acme with its revenue",
        "steps:",
        "  - track: Order Completed",
        "    properties: {revenue: 25.00}",
        "expect:",
        "  - partner: event",
        "    times: 1",
        "    match: {event: Order Completed, properties: {revenue: 25}}",
        "deadline: 60s");
  }

  @Test
  void holdsWhatAPartnerNeeds() {
    assertThat(release.home().getFileName().toString()).startsWith("crosscheck-");
    for (String file : List.of("LICENSE", "README.md", "docs/in-your-repository.md")) {
      assertThat(release.home().resolve(file)).isNotEmptyFile();
    }
    assertThat(release.home().resolve("bin/crosscheck")).isExecutable();
    assertThat(release.home().resolve("bin/crosscheck.bat")).content().contains("\r\n");
    assertThat(release.path().resolve("mvn")).doesNotExist();
  }

  @Test
  void isGreenForAPluginThatWorks() throws Exception {
    Release.Told check = release.run(partner, "check");

    assertThat(check).extracting(Release.Told::code).as(check.toString()).isEqualTo(0);
    assertThat(check.out()).startsWith("1 plugin, 1 scenario, 1 device: no errors\n");
    String schemas = check.out().lines().toList().get(1).replace("schemas for an editor: ", "");
    assertThat(schemas).startsWith(machine.resolve("cache").toString());
    assertThat(Path.of(schemas, "scenario.schema.json")).isNotEmptyFile();
    assertThat(partner.resolve("dist")).doesNotExist();

    Release.Told run = release.run(partner, "run");

    assertThat(run).extracting(Release.Told::code).as(run.toString()).isEqualTo(0);
    assertThat(run.out())
        .contains("building acme: " + BUILD + " …\nbuilt acme\n")
        .contains("1 cell: 1 passed in ")
        .endsWith("report: reports/index.html\n");
    assertThat(partner.resolve("reports/index.html")).isNotEmptyFile();
    JsonNode matrix = JSON.readTree(Files.readString(partner.resolve("reports/matrix.json")));
    assertThat(matrix.at("/plugins/0/versions/dset").asString()).isEqualTo("3.1.4");
    assertThat(matrix.at("/plugins/0/versions/@acme~1segment").asString()).isEqualTo("4.5.6");
    assertThat(matrix.at("/scenarios/0/file").asString())
        .isEqualTo("crosscheck/scenarios/order.yaml");
  }

  @Test
  void failsForAPluginThatIsFaulty() throws Exception {
    Path source = partner.resolve("src/plugin.js");
    Files.writeString(
        source, Files.readString(source).replace("...properties", "...properties, revenue: '25'"));

    Release.Told run = release.run(partner, "run");

    assertThat(run).extracting(Release.Told::code).as(run.toString()).isEqualTo(1);
    assertThat(run.out()).contains("actual:   properties.revenue = \"25\"");
  }

  @Test
  void failsForAPluginThatDoesNotBuildAndSaysWhere() throws Exception {
    Files.delete(partner.resolve("src/plugin.js"));

    Release.Told run = release.run(partner, "run");

    assertThat(run).extracting(Release.Told::code).as(run.toString()).isEqualTo(1);
    assertThat(run.out())
        .contains("'" + BUILD + "' failed with exit code 1: ")
        .contains("src/plugin.js");
    JsonNode matrix = JSON.readTree(Files.readString(partner.resolve("reports/matrix.json")));
    JsonNode finding = matrix.at("/cells/0/findings/0");
    assertThat(finding.path("rule").asString()).isEqualTo("OwnBuildFailed");
    assertThat(finding.toString()).contains("crosscheck/plugin.yaml");
  }

  @Test
  void refusesAScenarioThatIsBrokenAndSaysWhere() throws Exception {
    Path scenario = partner.resolve("crosscheck/scenarios/order.yaml");
    Files.writeString(scenario, Files.readString(scenario).replace("track:", "trak:"));

    Release.Told run = release.run(partner, "run");

    assertThat(run).extracting(Release.Told::code).as(run.toString()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "crosscheck/scenarios/order.yaml:3:5: unknown step 'trak' [UnknownStep]\n"
                + "  hint: did you mean 'track'?\n");
    assertThat(partner.resolve("dist")).doesNotExist();
  }

  private void write(String name, String... lines) throws IOException {
    Path file = partner.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Pins dset as the harness's own lock does. */
  private static String lock() throws IOException {
    try (InputStream in = ReleaseIT.class.getResourceAsStream("/harness/web/package-lock.json")) {
      JsonNode entry = JSON.readTree(in).path("packages").path("node_modules/dset");
      ObjectNode lock = JSON.createObjectNode().put("lockfileVersion", 3);
      ObjectNode packages = lock.putObject("packages");
      packages.set("", JSON.readTree("{\"dependencies\": {\"dset\": \"3.1.4\"}}"));
      packages.set("node_modules/dset", entry);
      return lock.toString();
    }
  }
}
