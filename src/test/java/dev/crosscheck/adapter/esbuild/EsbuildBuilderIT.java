package dev.crosscheck.adapter.esbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.capture.Body;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.scenario.WebPlugin.Library;
import dev.crosscheck.scenario.WebPlugin.Way;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** With the real Node.js and esbuild. */
class EsbuildBuilderIT {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path base;
  private final SystemSupply supply =
      new SystemSupply(SystemSupply.cacheFolder(System.getenv()), System.getenv(), line -> {});

  @Test
  void readsAnalyticsAsTheCdnServesIt() throws Exception {
    WebAssets assets = builder().assets();

    assertThat(assets.version()).isEqualTo("1.84.3");
    assertThat(assets.analytics().text()).contains("analytics-next").contains("1.84.3");
    assertThat(assets.bundles().keySet())
        .hasSizeGreaterThan(5)
        .allMatch(name -> name.matches("[\\w-]+\\.bundle\\.[0-9a-f]+\\.js"));
    for (String name : assets.bundles().keySet()) {
      String chunk = name.replaceAll(".*\\.bundle\\.([0-9a-f]+)\\.js", "$1");
      assertThat(assets.analytics().text()).as("it asks for " + name).contains(chunk);
    }
  }

  @Test
  void leavesLoadAndPageToThePage() throws Exception {
    String snippet = builder().assets().snippet();

    assertThat(snippet)
        .contains("analytics._writeKey=\"crosscheckWriteKey\"")
        .contains("https://cdn.segment.com/analytics.js/v1/")
        .doesNotContain("analytics.load(")
        .doesNotContain("analytics.page(");
    assertThat(evaluate(snippet, "[typeof window.analytics.load, window.analytics.length]"))
        .isEqualTo("[\"function\",0]");
  }

  @Test
  void makesAScriptOfSegmentsConsentTools() throws Exception {
    String tools = builder().assets().consentTools().text();

    assertThat(
            evaluate(
                tools,
                "[typeof segmentConsentTools.createWrapper, typeof segmentConsentTools.resolveWhen]"))
        .isEqualTo("[\"function\",\"function\"]");
  }

  @Test
  void keepsAModuleWithoutImportsAtItsLanguageLevel() throws Exception {
    write(
        "web/plugin.js",
        "const a = window.nothing?.x ?? 'x';",
        "export default {name: a, env: () => process.env.NODE_ENV};");

    WebBuild build = builder().build(plugin("web/plugin.js"));

    assertThat(build.script().text())
        .contains("window.nothing?.x ?? \"x\"")
        .contains("process.env.NODE_ENV");
    assertThat(evaluate(build.script().text(), "window.crosscheckPlugin.name")).isEqualTo("\"x\"");
    assertThat(build.sha256()).matches("[0-9a-f]{64}");
    assertThat(build.versions()).isEmpty();
  }

  @Test
  void takesAScriptThatSetsThePluginItself() throws Exception {
    write("web/plugin.js", "window.crosscheckPlugin = {name: 'own'};");

    String script = builder().build(plugin("web/plugin.js")).script().text();

    assertThat(evaluate(script, "window.crosscheckPlugin.name")).isEqualTo("\"own\"");
  }

  @Test
  void takesACommonJsModule() throws Exception {
    write("web/plugin.js", "module.exports = {name: 'cjs'};");

    String script = builder().build(plugin("web/plugin.js")).script().text();

    assertThat(evaluate(script, "window.crosscheckPlugin.name")).isEqualTo("\"cjs\"");
  }

  @Test
  void bundlesWhatTheModuleImports() throws Exception {
    write("web/name.ts", "export const name: string = process.env.NODE_ENV ?? 'none';");
    write("web/plugin.js", "import {name} from './name';", "export default {name};");

    String script = builder().build(plugin("web/plugin.js")).script().text();

    assertThat(script).doesNotContain("??").doesNotContain("process.env");
    assertThat(evaluate(script, "window.crosscheckPlugin.name")).isEqualTo("\"production\"");
  }

  @Test
  void takesPackagesFromTheLockAndNotFromWhatLiesBeside() throws Exception {
    write(
        "partner/plugin/package.json",
        "{\"name\": \"@acme/segment-plugin\", \"version\": \"4.5.6\",",
        "\"dependencies\": {\"dset\": \"3.1.4\"}}");
    write("partner/plugin/package-lock.json", lockWith("dset"));
    write(
        "partner/plugin/node_modules/dset/package.json",
        "{\"name\": \"dset\", \"version\": \"0.0.1\"}");
    write("partner/plugin/node_modules/dset/index.js", "export const dset = () => { throw 1; };");
    write(
        "partner/plugin/src/plugin.js",
        "import {dset} from 'dset';",
        "const plugin = {};",
        "dset(plugin, 'name', 'deep');",
        "export default plugin;");

    WebBuild build = builder().build(plugin("src/plugin.js"));

    assertThat(evaluate(build.script().text(), "window.crosscheckPlugin.name"))
        .isEqualTo("\"deep\"");
    assertThat(build.versions())
        .isEqualTo(Map.of("dset", "3.1.4", "@acme/segment-plugin", "4.5.6"));
    assertThat(build.script().text()).doesNotContain(base.toString()).doesNotContain("cache");
  }

  @Test
  void refusesAPackageThatNoLockPins() throws Exception {
    write("partner/plugin/node_modules/dset/index.js", "export const dset = 1;");
    write("web/plugin.js", "import {dset} from 'dset';", "export default {dset};");

    assertThat(failure("web/plugin.js").toString())
        .isEqualTo(
            "partner/plugin/web/plugin.js:1:20: the plugin does not build: Could not resolve"
                + " \"dset\" from package-lock.json [PluginDoesNotBuild]\n"
                + "  hint: name it in package.json beside the plugin, and keep its"
                + " package-lock.json there");
  }

  @Test
  void saysWhereTheModuleIsWrong() throws Exception {
    write("web/plugin.js", "export default {", "  name: 'x',", "  oops(", "};");

    assertThat(failure("web/plugin.js").toString())
        .isEqualTo(
            "partner/plugin/web/plugin.js:4:1: the plugin does not build: Expected identifier but"
                + " found \"}\" [PluginDoesNotBuild]");
  }

  @Test
  void saysThatTheModuleIsMissing() throws Exception {
    assertThat(failure("web/nothing.js").toString())
        .startsWith(
            "plugin.yaml:1:1: no file 'web/nothing.js' in the plugin's folder [MissingFile]");
  }

  @Test
  void servesLibrariesOfNpmAndOfFiles() throws Exception {
    write("web/plugin.js", "export default {name: 'x'};");
    write("web/lib.js", "lib()");

    WebBuild build =
        builder()
            .build(
                plugin(
                    "web/plugin.js",
                    new Library("https://a.test/map.js", "npm:@ndhoule/map@2.0.1/index.js"),
                    new Library("https://a.test/lib.js", "file:web/lib.js")));

    assertThat(build.libraries().get("https://a.test/lib.js")).isEqualTo(Body.of("lib()\n"));
    assertThat(build.libraries()).containsKey("https://a.test/map.js");
    assertThat(build.versions()).isEqualTo(Map.of("@ndhoule/map", "2.0.1"));
  }

  @Test
  void makesAClassicBundleThatRunsTheModuleWhenItsLoaderIsCalled() throws Exception {
    write("web/plugin.js", "window.ran = true;", "module.exports = function Acme() {};");

    String script = builder().build(plugin(Way.CLASSIC, "web/plugin.js")).script().text();

    assertThat(evaluate(script, "[window.acmeDeps, !!window.ran, typeof window.acmeIntegration]"))
        .isEqualTo("[[],false,\"undefined\"]");
    assertThat(evaluate(script + ";window.acmeLoader();", "[ran, window.acmeIntegration.name]"))
        .isEqualTo("[true,\"Acme\"]");
  }

  @Test
  void takesTheDefaultExportOfAClassicModule() throws Exception {
    write("web/plugin.js", "export default class Acme {}");

    String script = builder().build(plugin(Way.CLASSIC, "web/plugin.js")).script().text();

    assertThat(evaluate(script + ";window.acmeLoader();", "window.acmeIntegration.name"))
        .isEqualTo("\"Acme\"");
  }

  @Test
  void leavesAnActionsDefaultExportUnderTheNameOfItsFolder() throws Exception {
    write("web/plugin.js", "export default settings => settings?.key;");

    String script = builder().build(plugin(Way.ACTION, "web/plugin.js")).script().text();

    assertThat(evaluate(script, "window.pluginDestination({key: 'k'})")).isEqualTo("\"k\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void servesABundleThatIsNoModuleAsItIs(Way way) throws Exception {
    String bundle = "var pluginDestination  =  () => [] // as it is";
    write("web/plugin.js", bundle);

    assertThat(builder().build(plugin(way, "web/plugin.js")).script().text())
        .isEqualTo(bundle + "\n");
  }

  @Test
  void takesAPublishedPackageFromTheLockBesidePluginYaml() throws Exception {
    write("partner/plugin/package.json", "{\"dependencies\": {\"dset\": \"3.1.4\"}}");
    write("partner/plugin/package-lock.json", lockWith("dset"));

    WebBuild build = builder().build(plugin(Way.REGISTER, "npm:dset@3.1.4"));

    assertThat(build.versions()).isEqualTo(Map.of("dset", "3.1.4"));
    assertThat(build.script().text()).doesNotContain(base.toString()).doesNotContain("cache");
  }

  @Test
  void buildsOnceARun() throws Exception {
    write("web/plugin.js", "export default {name: 'x'};");
    EsbuildBuilder builder = builder();
    WebBuild first = builder.build(plugin("web/plugin.js"));
    write("web/plugin.js", "export default {name: 'y'};");

    assertThat(builder.build(plugin("web/plugin.js"))).isSameAs(first);
    assertThat(builder().build(plugin("web/plugin.js")).sha256()).isNotEqualTo(first.sha256());
  }

  private Finding failure(String register) throws IOException {
    EsbuildBuilder builder = builder();
    return catchThrowableOfType(BuildFailed.class, () -> builder.build(plugin(register))).finding();
  }

  private EsbuildBuilder builder() {
    return new EsbuildBuilder(supply, base);
  }

  private Path write(String name, String... lines) throws IOException {
    Path folder = name.startsWith("partner/") ? base : base.resolve("partner/plugin");
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static String lockWith(String name) throws IOException {
    try (InputStream in =
        EsbuildBuilderIT.class.getResourceAsStream("/harness/web/package-lock.json")) {
      JsonNode entry = JSON.readTree(in).path("packages").path("node_modules/" + name);
      ObjectNode lock = JSON.createObjectNode().put("lockfileVersion", 3);
      lock.putObject("packages")
          .set("", JSON.readTree("{\"dependencies\": {\"dset\": \"3.1.4\"}}"));
      ((ObjectNode) lock.path("packages")).set("node_modules/" + name, entry);
      return lock.toString();
    }
  }

  /** The JSON of an expression in a page of which there is nothing but a window. */
  private String evaluate(String script, String expression) throws Exception {
    String program =
        "globalThis.window = globalThis; globalThis.document = {};\n"
            + script
            + "\nprocess.stdout.write(JSON.stringify("
            + expression
            + "))";
    String node = supply.program(Program.NODE).toString();
    Command.Result result =
        Command.of(Map.of(), Duration.ofSeconds(20), node, "-").reading(program).run();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private static Plugin plugin(String register, Library... libraries) {
    return plugin(Way.REGISTER, register, libraries);
  }

  private static Plugin plugin(Way way, String source, Library... libraries) {
    return new Plugin(
        "Acme",
        "plugin",
        new SourceLocation("plugin.yaml", 1, 1),
        "partner/plugin",
        "",
        List.of("token"),
        JSON.createObjectNode(),
        Supports.EVERYTHING,
        JSON.createObjectNode(),
        List.of(),
        new Partner(List.of(), List.of(), List.of(), List.of(), Partner.USUAL_SETTLE),
        Optional.of(new WebPlugin(way, source, List.of(libraries))),
        Set.of());
  }
}
