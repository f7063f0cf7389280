package dev.crosscheck.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.supply.Shortage;
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
  void runsInTheFolderWithTheUsersEnvironment() throws Exception {
    builder(10).make(plugin("echo \"$WHO\" > made.txt"), Sdk.ANALYTICS_NEXT);

    assertThat(folder.resolve("made.txt")).hasContent("jane");
    assertThat(told).containsExactly("building acme: echo \"$WHO\" > made.txt …", "built acme");
  }

  @Test
  void runsOnceARun() throws Exception {
    OwnBuild builder = builder(10);
    builder.make(plugin("echo x >> made.txt"), Sdk.ANALYTICS_NEXT);
    builder.make(plugin("echo x >> made.txt"), Sdk.ANALYTICS_NEXT);

    assertThat(folder.resolve("made.txt")).hasContent("x");
  }

  @Test
  void runsTheBuildOfTheSdksOwnPlatform() throws Exception {
    Build build =
        new Build(new SourceLocation("crosscheck/plugin.yaml", 9, 10), "echo x > made.txt");
    Plugin android =
        plugin(
            Optional.empty(),
            Optional.of(new AndroidPart(Optional.of(build), List.of(), Optional.empty())));

    builder(10).make(android, Sdk.ANALYTICS_NEXT);
    assertThat(folder.resolve("made.txt")).doesNotExist();
    builder(10).make(android, Sdk.ANALYTICS_KOTLIN);
    assertThat(folder.resolve("made.txt")).hasContent("x");
  }

  @Test
  void leavesAPluginAloneThatNeedsNone() throws Exception {
    builder(10).make(plugin(Optional.empty(), Optional.empty()), Sdk.ANALYTICS_NEXT);

    assertThat(told).isEmpty();
  }

  @Test
  void tellsTheLastLinesOfABuildThatFailsAndDoesNotTryAgain() {
    OwnBuild builder = builder(10);
    Plugin plugin = plugin("echo x >> tries; echo src/a.ts: no; echo npm says no >&2; exit 3");

    BuildFailed failed =
        catchThrowableOfType(BuildFailed.class, () -> builder.make(plugin, Sdk.ANALYTICS_NEXT));

    assertThat(failed.finding())
        .hasToString(
            "crosscheck/plugin.yaml:9:10: 'echo x >> tries; echo src/a.ts: no; echo npm says no"
                + " >&2; exit 3' failed with exit code 3: src/a.ts: no\n"
                + "    npm says no [OwnBuildFailed]\n"
                + "  hint: it is run at the top of the repository; make it work there");
    assertThatThrownBy(() -> builder.make(plugin, Sdk.ANALYTICS_NEXT))
        .isInstanceOf(BuildFailed.class);
    assertThat(folder.resolve("tries")).hasContent("x");
  }

  @Test
  void endsABuildThatTakesTooLong() {
    BuildFailed failed =
        catchThrowableOfType(
            BuildFailed.class, () -> builder(1).make(plugin("sleep 60"), Sdk.ANALYTICS_NEXT));

    assertThat(failed.finding().message())
        .isEqualTo("'sleep 60' failed with exit code 124: ended after 1 s");
  }

  @Test
  void endsABuildWithItsChildrenWhenItIsInterrupted() {
    OwnBuild builder = builder(20);
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> builder.make(plugin("sleep 60; echo x > made.txt"), Sdk.ANALYTICS_NEXT))
        .isInstanceOf(Shortage.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("made.txt")).doesNotExist();
  }

  private OwnBuild builder(int seconds) {
    Map<String, String> environment = Map.of("WHO", "jane", "PATH", System.getenv("PATH"));
    return new OwnBuild(folder, environment, told::add, Duration.ofSeconds(seconds));
  }

  private static Plugin plugin(String command) {
    SourceLocation at = new SourceLocation("crosscheck/plugin.yaml", 9, 10);
    return plugin(Optional.of(new Build(at, command)), Optional.empty());
  }

  private static Plugin plugin(Optional<Build> build, Optional<AndroidPart> android) {
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
        build,
        android,
        Optional.empty(),
        true);
  }
}
