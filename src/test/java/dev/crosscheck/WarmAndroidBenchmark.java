package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Settler;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long a cell takes on embedded Android, with a partner's SDK that sends at once: the first
 * one, which boots, and those after it. Run by name: {@code mvn test -Dtest=WarmAndroidBenchmark}.
 */
@ExtendWith(TestSupply.class)
class WarmAndroidBenchmark {
  private static final int CELLS = 21;
  private static final Path SOURCES =
      Path.of("src/test/resources/android/partner/src/test/partner");
  private static final String PLUGIN =
      """
      plugin: Partner
      writeKeySetting: token
      settings: {token: t}
      supports: {calls: [track], events: all}
      partner:
        hosts: [api.partner.test]
        messages:
          event: {request: POST /track, decode: [json], sentinel: track}
      android:
        %s:
          factory: test.partner.%s
          sources: src
      """;
  private static final String SCENARIO =
      """
      scenario: an event arrives (%d)
      steps:
        - track: Order Completed
          properties: {revenue: 25.00}
      expect:
        - partner: event
          match: {event: Order Completed, properties: {revenue: 25.0}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"analytics-android, PartnerIntegration", "analytics-kotlin, PartnerPlugin"})
  void measure(String sdk, String factory, Supply supply) throws IOException {
    report(sdk + ", unsealed", run(sdk, factory, SCENARIO, supply));
    report(sdk + ", sealed", run(sdk, factory, SCENARIO + "    times: 1\n", supply));
  }

  private Matrix run(String sdk, String factory, String scenario, Supply supply)
      throws IOException {
    Path root = Files.createTempDirectory(folder, "project");
    Files.writeString(
        root.resolve("devices.yaml"),
        "devices:\n  android-jvm: {android: jvm, sdk: %s}\n".formatted(sdk));
    Path own = root.resolve("scenarios/partner");
    Path sources = Files.createDirectories(own.resolve("src/test/partner"));
    for (String name : List.of("Partner", factory)) {
      Files.copy(SOURCES.resolve(name + ".java"), sources.resolve(name + ".java"));
    }
    Files.writeString(own.resolve("plugin.yaml"), PLUGIN.formatted(sdk, factory));
    for (int i = 0; i < CELLS; i++) {
      Files.writeString(own.resolve("arrives-%02d.yaml".formatted(i)), scenario.formatted(i));
    }
    AndroidKit kit = Wiring.android(supply, System.getenv());
    return ProjectRun.of(
        new ProjectReader(root).read(),
        supply,
        kit,
        new MobileDeployer(new AndroidPluginBuilder(kit, root)),
        new Settler(),
        root.resolve("reports"),
        List.of());
  }

  private static void report(String what, Matrix matrix) {
    assertThat(matrix.cells())
        .hasSize(CELLS)
        .allSatisfy(cell -> assertThat(cell.verdict()).isInstanceOf(Verdict.Passed.class));
    List<Long> times =
        matrix.cells().stream().map(CellResult::duration).map(time -> time.toMillis()).toList();
    long[] later = times.stream().skip(1).mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%s, ms: first %d; later median %d, least %d, most %d (%d cells, %.0f a minute)%n",
        what,
        times.get(0),
        later[later.length / 2],
        later[0],
        later[later.length - 1],
        later.length,
        later.length * 60_000.0 / Arrays.stream(later).sum());
  }
}
