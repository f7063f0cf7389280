package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.appium.pretended.apple.Mac;
import dev.crosscheck.supply.Program;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scenarios in Safari, by the command line, up to a pretended Mac whose Safari is a WebKitGTK. It
 * shows our side only: nothing of it is counted, and nothing is claimed of a plugin.
 */
class SafariScenariosIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCENARIOS = "pixel/purchase,pixel/disabled,conformance/reload";

  private final Strangers strangers = new Strangers();

  @TempDir Path folder;

  private Mac mac;
  private String before;

  @BeforeEach
  void haveAMac() throws Exception {
    mac = Mac.in(folder.resolve("mac"), TestSupply.create().program(Program.NODE), strangers);
    mac.network().haveCompanyProxy(false);
    before = mac.network().settings();
    Files.createSymbolicLink(folder.resolve("scenarios"), Path.of("scenarios").toAbsolutePath());
    Files.writeString(
        folder.resolve("devices.yaml"),
        """
        devices:
          safari: {browser: safari}
        suite:
          require: [{browser: safari}]
        """);
  }

  @AfterEach
  void theMacIsAsBefore() {
    assertThat(mac.network().settings()).isEqualTo(before);
    assertThat(mac.safari().paired()).isZero();
    mac.close();
    strangers.assertNothingUnknown();
  }

  @Test
  void passWithTheMacsProxyWhichIsPutBack() throws Exception {
    try (Cli run = run("--allow-system-proxy")) {
      assertThat(run.out()).contains("3 cells: 3 passed");
      assertThat(run.code()).as(run.errors()).isZero();
    }

    JsonNode device = matrix().path("devices").path(0);
    assertThat(device.path("name").asString()).isEqualTo("Safari 18.2");
    assertThat(device.path("engine").asString()).isEqualTo("WebKit");
    assertThat(device.path("notClosed").asString())
        .isEqualTo("its proxy is its Mac's: what goes round the Mac's settings is not seen");
  }

  @Test
  void putsTheMacBackThoughTheRunIsStopped() throws Exception {
    try (Cli run = run("--allow-system-proxy")) {
      run.awaitLine("passed");
      run.send("INT", true);

      assertThat(run.code()).isEqualTo(130);
    }
    assertThat(matrix().path("summary").path("broken").intValue()).isPositive();
  }

  @Test
  void areSkippedWhereNobodyAllowsThat() throws Exception {
    try (Cli run = run()) {
      assertThat(run.out())
          .contains(
              "safari is not available: Safari takes no proxy but the whole Mac's, which is changed only"
                  + " where that is allowed (allow it for a run with --allow-system-proxy;");
      assertThat(run.code()).isEqualTo(3);
    }
    assertThat(mac.asked()).noneMatch(words -> words.get(0).equals("networksetup"));
  }

  private Cli run(String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--plugin", "pixel", "--scenario", SCENARIOS, "--device", "safari"));
    arguments.addAll(List.of(more));
    return Cli.start(folder, List.of(), environment(), arguments.toArray(String[]::new));
  }

  private Map<String, String> environment() {
    Map<String, String> all = mac.environment();
    return Map.of(
        "PATH",
        all.getOrDefault("PATH", ""),
        "CROSSCHECK_PRETENDED_MAC",
        all.getOrDefault("CROSSCHECK_PRETENDED_MAC", ""));
  }

  private JsonNode matrix() throws Exception {
    return JSON.readTree(Files.readString(folder.resolve("reports").resolve("matrix.json")));
  }
}
