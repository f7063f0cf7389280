package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.IosComposer;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What tree-sitter's grammar of Swift says of our Swift. It knows the language and no library: that
 * a source is read here does not say that it compiles.
 */
@ExtendWith(TestSupply.class)
class SwiftSourcesIT {
  private static final Path LOCK = Path.of("src/test/resources/dev/crosscheck/swift");
  private static final Path HOST = Path.of("harness/ios");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Path node;
  private static Path modules;

  @TempDir private Path folder;

  @BeforeAll
  static void supplied(Supply supply) throws Exception {
    node = supply.program(Program.NODE);
    modules = supply.nodeModules(LOCK).toAbsolutePath();
  }

  @Test
  void allOfTheHostAppIsSwift() throws Exception {
    List<Path> sources = swift(HOST);

    assertThat(sources).hasSizeGreaterThan(30);
    assertThat(troubles(sources)).isEmpty();
  }

  @Test
  void allOfThePluginsIsSwift() throws Exception {
    List<Path> sources =
        swift(Path.of("scenarios")).stream()
            .filter(file -> file.toString().contains("/ios/"))
            .toList();

    assertThat(sources).isNotEmpty();
    assertThat(troubles(sources)).isEmpty();
  }

  @Test
  void allThatIsWrittenForXcodeIsSwift() throws Exception {
    Path here = Path.of("");
    Plugin mixpanel =
        Wiring.read(here).plugins().stream()
            .filter(plugin -> plugin.id().equals("mixpanel"))
            .findFirst()
            .orElseThrow();
    List<Sdk> both = List.of(Sdk.ANALYTICS_SWIFT, Sdk.ANALYTICS_IOS);
    new GeneratedFolder(folder)
        .write(
            new IosComposer(HOST, here)
                .of(new IosComposer.Order(mixpanel, both, Set.of(), Sdk::word, "")));
    List<Path> sources = swift(folder);

    assertThat(sources)
        .contains(
            folder.resolve("Plugin/analytics-swift/Plugins.swift"),
            folder.resolve("Plugin/analytics-ios/Plugins.swift"));
    assertThat(troubles(sources)).isEmpty();
  }

  /** Each change is one that a source of ours could suffer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  }\n}\n -> \n}\n", // a bracket is missing
        "self.state = state -> self.state = = state",
        "import UIKit -> import",
        "final class StateScreen: UIViewController -> final klass StateScreen: UIViewController"
      })
  void whatIsNoSwiftIsFound(String change) throws Exception {
    String[] parts = change.split(" -> ", 2);
    String good = Files.readString(HOST.resolve("App/StateScreen.swift"));
    assertThat(good).contains(parts[0]);
    Path bad = Files.writeString(folder.resolve("Bad.swift"), good.replace(parts[0], parts[1]));

    assertThat(troubles(List.of(bad)))
        .isNotEmpty()
        .allMatch(trouble -> trouble.matches(".*Bad[.]swift:\\d+:\\d+: (ERROR|MISSING .+)"));
  }

  private static List<Path> swift(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(file -> file.toString().endsWith(".swift")).sorted().toList();
    }
  }

  private static List<String> troubles(List<Path> sources) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(node.toString());
    words.add(LOCK.resolve("parse.js").toString());
    words.add(modules.toString());
    sources.forEach(source -> words.add(source.toString()));
    Command.Result said = new Command(words, System.getenv(), Optional.empty(), "", PATIENCE).run();
    List<String> lines = said.out().lines().toList();

    assertThat(said.ok()).as(said.err()).isTrue();
    assertThat(lines).last().isEqualTo("read " + sources.size() + " files");
    return lines.subList(0, lines.size() - 1);
  }
}
