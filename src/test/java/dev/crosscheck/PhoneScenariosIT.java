package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.Phones;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.MobileBuilder;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenarios of Mixpanel on two phones at once, through the real Appium server, its driver and adb,
 * up to phones whose systems are pretended. The app and its traffic are real. No emulator is shown
 * by that, and nothing of it is counted.
 */
@ExtendWith(TestSupply.class)
final class PhoneScenariosIT {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final List<String> SCENARIOS =
      List.of(
          "order-completed",
          "nothing-else",
          "app-disabled",
          "integrations-all-false",
          "before-ready",
          "reset",
          "screen",
          "app-background",
          "app-lifecycle",
          "app-relaunch",
          "app-rotate");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void passOnTwoPhonesAtOnceEachWithItsOwnTraffic(Supply supply) throws Exception {
    Project project = Wiring.read(ROOT);
    Plugin mixpanel =
        project.plugins().stream().filter(p -> p.id().equals("mixpanel")).findFirst().orElseThrow();
    try (AndroidKit kit = Wiring.android(supply, System.getenv());
        Phones phones = Phones.of(supply);
        Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK)) {
      AndroidPluginBuilder code = new AndroidPluginBuilder(kit, ROOT);
      List<DeviceSpec> devices =
          List.of(
              phone("one", Sdk.ANALYTICS_ANDROID, mixpanel, code, kit, phones, recorder),
              phone("two", Sdk.ANALYTICS_KOTLIN, mixpanel, code, kit, phones, recorder));
      Project onPhones =
          new Project(
              List.of(mixpanel),
              Map.of(mixpanel.id(), project.scenarios().getOrDefault(mixpanel.id(), List.of())),
              devices,
              project.suite(),
              List.of());
      Plan plan =
          Planner.plan(
              onPhones,
              new Filter(List.of(), List.of(), SCENARIOS),
              FakeRun.facts(),
              List.of(phones.provider()));
      Matrix matrix =
          new Runner(
                  RealRun.bench(
                      recorder,
                      List.of(phones.provider()),
                      supply,
                      new MobileDeployer(new InPhones(phones)),
                      new Settler(),
                      folder.resolve("reports"),
                      4),
                  List.of())
              .run(plan);

      assertThat(matrix.cells()).hasSize(2 * SCENARIOS.size());
      assertThat(matrix.cells())
          .allSatisfy(
              cell ->
                  assertThat(cell.verdict())
                      .as(ProjectRun.told(cell))
                      .isInstanceOf(Verdict.Passed.class));
      assertThat(matrix.cells()).allSatisfy(PhoneScenariosIT::hasItsOwnTrafficAlone);
      phones.assertNothingUnknown();
    }
  }

  private static AppiumSpec phone(
      String id,
      Sdk sdk,
      Plugin plugin,
      AndroidPluginBuilder code,
      AndroidKit kit,
      Phones phones,
      Recorder recorder)
      throws Exception {
    EmbeddedPhone phone =
        EmbeddedPhone.boot(
            kit, code.build(plugin, sdk).files(), recorder.trust(), List.of(), List.of());
    return phones.attach(id, sdk, phone);
  }

  /** Segment hears of each from the SDK that is on it. */
  private static void hasItsOwnTrafficAlone(CellResult cell) {
    String sdk = cell.cell().device().equals("one") ? "analytics-android" : "analytics-kotlin";
    List<String> agents =
        cell.stored().orElseThrow().evidence().capture().exchanges().stream()
            .filter(exchange -> exchange.request().host().equals("api.segment.io"))
            .map(PhoneScenariosIT::userAgent)
            .toList();
    assertThat(agents).isNotEmpty().allMatch(agent -> agent.startsWith(sdk));
  }

  private static String userAgent(Exchange exchange) {
    return exchange.request().header("user-agent").orElse("");
  }

  /** The app that is on the phones, with the plugin that it was booted with. */
  private record InPhones(Phones phones) implements MobileBuilder {
    @Override
    public String version(Sdk sdk) {
      return "";
    }

    @Override
    public AppCode build(Plugin plugin, Sdk sdk) {
      return phones.app(plugin.android().flatMap(part -> part.of(sdk)).orElseThrow().factory());
    }
  }
}
