package dev.crosscheck.adapter.esbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.capture.Body;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(30)
class OwnBuildTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void runsInTheFolderWithTheUsersEnvironmentBeforeTheBundle() throws Exception {
    String made = builder(10).build(plugin("echo \"$WHO\" > made.txt")).script().text();

    assertThat(made).isEqualTo("jane\n");
    assertThat(told).containsExactly("building acme: echo \"$WHO\" > made.txt …", "built acme");
  }

  @Test
  void runsOnceARun() throws Exception {
    OwnBuild builder = builder(10);
    builder.build(plugin("echo x >> made.txt"));

    assertThat(builder.build(plugin("echo x >> made.txt")).script().text()).isEqualTo("x\n");
  }

  @Test
  void leavesAPluginAloneThatNeedsNone() throws Exception {
    Files.writeString(folder.resolve("made.txt"), "as it is");
    Plugin plugin = plugin(Optional.empty());

    assertThat(builder(10).build(plugin).script().text()).isEqualTo("as it is");
    assertThat(told).isEmpty();
  }

  @Test
  void tellsTheLastLinesOfABuildThatFailsAndDoesNotTryAgain() {
    OwnBuild builder = builder(10);
    Plugin plugin = plugin("echo x >> tries; echo src/a.ts: no; echo npm says no >&2; exit 3");

    BuildFailed failed = catchThrowableOfType(BuildFailed.class, () -> builder.build(plugin));

    assertThat(failed.finding())
        .hasToString(
            "crosscheck/plugin.yaml:9:10: 'echo x >> tries; echo src/a.ts: no; echo npm says no"
                + " >&2; exit 3' failed with exit code 3: src/a.ts: no\n"
                + "    npm says no [OwnBuildFailed]\n"
                + "  hint: it is run at the top of the repository; make it work there");
    assertThatThrownBy(() -> builder.build(plugin)).isInstanceOf(BuildFailed.class);
    assertThat(folder.resolve("tries")).hasContent("x");
  }

  @Test
  void endsABuildThatTakesTooLong() {
    BuildFailed failed =
        catchThrowableOfType(BuildFailed.class, () -> builder(1).build(plugin("sleep 60")));

    assertThat(failed.finding().message())
        .isEqualTo("'sleep 60' failed with exit code 124: ended after 1 s");
  }

  @Test
  void endsABuildWithItsChildrenWhenItIsInterrupted() {
    OwnBuild builder = builder(20);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> builder.build(plugin("sleep 60; echo x > made.txt")))
        .isInstanceOf(Shortage.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("made.txt")).doesNotExist();
  }

  private OwnBuild builder(int seconds) {
    Map<String, String> environment = Map.of("WHO", "jane", "PATH", System.getenv("PATH"));
    return new OwnBuild(
        new Made(folder), folder, environment, told::add, Duration.ofSeconds(seconds));
  }

  private static Plugin plugin(String command) {
    SourceLocation at = new SourceLocation("crosscheck/plugin.yaml", 9, 10);
    return plugin(Optional.of(new Build(at, command)));
  }

  private static Plugin plugin(Optional<Build> build) {
    return new Plugin(
        "Acme",
        "acme",
        new SourceLocation("crosscheck/plugin.yaml", 1, 1),
        "crosscheck",
        "",
        List.of("token"),
        JsonNodeFactory.instance.objectNode(),
        Supports.EVERYTHING,
        JsonNodeFactory.instance.objectNode(),
        List.of(),
        new Partner(List.of(), List.of(), List.of(), List.of(), Partner.USUAL_SETTLE),
        Optional.<WebPlugin>empty(),
        Set.of(),
        build);
  }

  /** Takes what the build has made as the script. */
  private record Made(Path folder) implements WebBuilder {
    @Override
    public WebAssets assets() {
      throw new AssertionError("nobody asked");
    }

    @Override
    public WebBuild build(Plugin plugin) {
      try {
        Body made = Body.of(Files.readString(folder.resolve("made.txt")));
        return new WebBuild(made, Map.of(), Map.of(), "00");
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
