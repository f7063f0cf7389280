package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real npm, and the real Selenium Manager where no network is. */
class SystemSupplyIT {
  @TempDir Path home;
  private final List<String> announced = new ArrayList<>();

  @Test
  void installsTheWebHarnessOnceAndThenNeedsNoNpm() throws Exception {
    Path modules = supply(System.getenv()).nodeModules("web");

    assertThat(modules.resolve("@segment/analytics-next/dist/umd/standalone.js")).isRegularFile();
    assertThat(modules.resolve("@segment/snippet/package.json")).isRegularFile();
    assertThat(modules.resolve("esbuild/bin/esbuild")).isRegularFile();
    assertThat(announced).hasSize(2).last().asString().contains("installed npm packages of");

    assertThat(supply(withoutNpm()).nodeModules("web")).isEqualTo(modules);
    assertThat(announced).hasSize(2);
  }

  @Test
  void fetchesALibraryOnceAndThenNeedsNoNpm() throws Exception {
    NpmFile library = new NpmFile("@ndhoule/map", "2.0.1", "index.js");
    Path file = supply(System.getenv()).npmFile(library);

    assertThat(file).content().contains("map");
    assertThat(supply(withoutNpm()).npmFile(library)).isEqualTo(file);
  }

  @Test
  void saysWhatNpmSaidOfAVersionThatDoesNotExist() {
    SystemSupply supply = supply(System.getenv());

    assertThat(
            FakeMachine.shortage(
                () -> supply.npmFile(new NpmFile("@ndhoule/map", "99.0.1", "index.js"))))
        .hasMessageStartingWith("npm pack failed for '@ndhoule/map@99.0.1': ")
        .hasMessageContaining("99.0.1");
  }

  @Test
  void asksSeleniumManagerAndTellsWhenItFindsNothing() throws Exception {
    Map<String, String> offline = offline();
    offline.put("PATH", "/nowhere");

    assertThat(download(offline).get(Kit.CHROMIUM, Optional.empty())).isEmpty();
    assertThat(announced).hasSize(2).first().isEqualTo("fetching Chromium with Selenium Manager …");
    assertThat(announced)
        .last()
        .asString()
        .startsWith("fetching Chromium with Selenium Manager: failed after ");
  }

  @Test
  void takesWhatSeleniumManagerFinds() throws Exception {
    FakeMachine fake = new FakeMachine(home);
    Path chrome = fake.program("google-chrome", "echo 'Google Chrome 156.0.1.2'");
    Path driver = fake.program("chromedriver", "echo 'ChromeDriver 156.0.1.2 (abc)'");
    Map<String, String> offline = offline();
    offline.put("PATH", fake.bin() + ":/usr/bin:/bin");

    Tool here = new Tool(Program.CHROMIUM, chrome, Version.parse("156.0.1.2"));
    Map<Program, Path> pair = Map.of(Program.CHROMIUM, chrome, Program.CHROMEDRIVER, driver);
    assertThat(download(offline).get(Kit.CHROMIUM, Optional.of(here))).contains(pair);
    offline.put("PATH", "/nowhere");
    assertThat(download(offline).get(Kit.CHROMIUM, Optional.of(here)))
        .as("remembered")
        .contains(pair);
    Tool newer = new Tool(Program.CHROMIUM, chrome, Version.parse("157.0.1.2"));
    assertThat(download(offline).get(Kit.CHROMIUM, Optional.of(newer)))
        .as("not for another version")
        .isEmpty();
  }

  private SystemSupply supply(Map<String, String> environment) {
    return new SystemSupply(home.resolve("cache"), environment, announced::add);
  }

  private BrowserDownload download(Map<String, String> environment) {
    return new BrowserDownload(
        home.resolve("cache"),
        new SeleniumManagerProgram(environment, Machine.here()),
        new Announcer(announced::add, InstantSource.system()));
  }

  private static Map<String, String> offline() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HTTPS_PROXY", "http://127.0.0.1:1");
    environment.put("SE_PROXY", "http://127.0.0.1:1");
    return environment;
  }

  private Map<String, String> withoutNpm() throws IOException {
    Path npm = Files.writeString(home.resolve("npm"), "#!/bin/sh\nexit 1\n");
    assertThat(npm.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put(Program.NPM.variable(), npm.toString());
    return environment;
  }
}
