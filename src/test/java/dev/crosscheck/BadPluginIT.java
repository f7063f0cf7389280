package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.run.Project;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that do not work, beside one that does, in one run. */
@Timeout(300)
class BadPluginIT {
  @TempDir static Path folder;
  private static RealRun run;

  @BeforeAll
  static void runAll() throws Exception {
    TinyProject project =
        TinyProject.in(folder)
            .plugin("throwing", "throw new RangeError('no room for me here');")
            .plugin("never-ready", "plugin.load = () => new Promise(() => {});")
            .plugin("hanging", "plugin.track = () => { for (;;) {} };")
            .plugin("vanished", "")
            .plugin("unbuilt", "import nothing from './not-here.js';")
            .fetched(
                "sluggish",
                "classic",
                "window.sluggishDeps = [];",
                "window.sluggishLoader = () => {",
                "  window.sluggishIntegration = class {",
                "    on() { return this; }",
                "    once() { return this; }",
                "    initialize() {}",
                "  };",
                "};")
            .fetched(
                "refusing",
                "action",
                "window.refusingDestination = () => ({",
                "  name: 'refusing track', type: 'destination', version: '1',",
                "  isLoaded: () => false,",
                "  load: () => Promise.reject(new RangeError('no such account')),",
                "});")
            .neighbour();
    for (String plugin :
        new String[] {
          "throwing", "never-ready", "hanging", "vanished", "unbuilt", "sluggish", "refusing"
        }) {
      project.scenario(plugin, "order", TinyProject.ONE_ORDER);
    }
    Project read = Wiring.read(folder);
    Files.delete(project.bundle("vanished"));
    run =
        RealRun.of(
            project,
            read,
            6,
            (real, cell, answers, family) -> real.open(cell, answers, Reach.LOOPBACK));
  }

  @Test
  void aBundleThatThrowsFails() {
    assertThat(run.verdict("throwing/order"))
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo(
            "'load the plugin' was not taken: the plugin's bundle threw RangeError: no room"
                + " for me here; without the plugin the same steps are acknowledged");
  }

  @Test
  void aPluginThatIsNeverReadyFails() {
    assertThat(run.verdict("never-ready/order"))
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo(
            "'load the plugin' was not acknowledged in time: plugin 'never-ready' has not finished"
                + " loading; without the plugin it is");
  }

  @Test
  void aClassicPluginThatIsNeverReadyFails() {
    assertThat(run.verdict("sluggish/order"))
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .asString()
        .startsWith("'load the plugin' was not acknowledged in time: plugin 'sluggish' ")
        .endsWith("; without the plugin it is");
  }

  @Test
  void anActionPluginThatRefusesToLoadFails() {
    assertThat(run.verdict("refusing/order"))
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo(
            "'load the plugin' was not taken: plugin 'refusing' did not load: load() rejected with"
                + " RangeError: no such account; without the plugin the same steps are"
                + " acknowledged");
  }

  @Test
  void aPluginThatHangsItsPageFails() {
    assertThat(run.verdict("hanging/order"))
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo(
            "'track Order Completed' was not acknowledged in time: the page does not answer: a"
                + " script on it does not end; without the plugin it is");
  }

  @Test
  void aBundleThatHasVanishedSinceItWasReadFails() {
    Verdict verdict = run.verdict("vanished/order");
    assertThat(verdict)
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo("no file 'web/plugin.js' in the plugin's folder");
    assertThat(verdict.findings())
        .singleElement()
        .hasToString(
            "scenarios/vanished/plugin.yaml:1:1: no file 'web/plugin.js' in the plugin's folder"
                + " [MissingFile]\n  hint: build the plugin first, or correct the name");
  }

  @Test
  void aBundleThatCannotBeBuiltFails() {
    Verdict verdict = run.verdict("unbuilt/order");
    assertThat(verdict)
        .isInstanceOf(Verdict.Failed.class)
        .extracting(Verdict::reason)
        .isEqualTo("the plugin does not build: Could not resolve \"./not-here.js\"");
    assertThat(verdict.findings())
        .singleElement()
        .asString()
        .startsWith("scenarios/unbuilt/web/plugin.js:16:");
  }

  @Test
  void theNeighbourIsGreen() {
    assertThat(run.verdict("neighbour/order")).isInstanceOf(Verdict.Passed.class);
    assertThat(run.cell("neighbour/order").attempts()).isEqualTo(1);
  }

  @Test
  void nothingIsLeft() {
    assertThat(run.family().sawBrowsers()).isTrue();
    assertThat(run.family().left()).isEmpty();
  }
}
