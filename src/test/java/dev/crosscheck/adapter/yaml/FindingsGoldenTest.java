package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake beside the exact words that it must get. A case of {@code plugin/}, {@code
 * scenario/} or {@code devices/} is one file laid over the sound project; a case of {@code
 * project/} is a whole project. {@code -Dgolden=write} writes the words down, and fails.
 */
class FindingsGoldenTest {
  private static final Path RESOURCES = Path.of("src/test/resources/dev/crosscheck/adapter/yaml");
  private static final Path CASES = RESOURCES.resolve("cases");

  /** Shown by {@link ProjectFilesTest}: git keeps no such files. */
  private static final List<Rule> ELSEWHERE = List.of(Rule.FILE_TOO_LARGE, Rule.UNREADABLE_FILE);

  @TempDir Path project;

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES, 2)) {
      return files
          .filter(path -> path.getNameCount() == CASES.getNameCount() + 2)
          .filter(path -> !path.toString().endsWith(".findings"))
          .map(CASES::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void tellsExactlyWhatIsWrong(Path given) throws IOException {
    lay(given);

    String told = TestProject.told(project);

    Path golden = CASES.resolve(given.toString().replaceFirst("\\.yaml$", "") + ".findings");
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, told);
      fail("written: " + golden);
    }
    assertThat(told).isEqualTo(Files.readString(golden)).isNotEmpty();
  }

  @Test
  void findsNothingInTheSoundProject() throws IOException {
    TestProject.copy(RESOURCES.resolve("sound"), project);

    assertThat(TestProject.told(project)).isEmpty();
  }

  @Test
  void everyRuleHasACase() throws IOException {
    TreeSet<String> missing = new TreeSet<>(Arrays.stream(Rule.values()).map(Rule::id).toList());
    ELSEWHERE.forEach(rule -> missing.remove(rule.id()));
    for (Path given : cases()) {
      Path golden = CASES.resolve(given.toString().replaceFirst("\\.yaml$", "") + ".findings");
      Matcher rule =
          Pattern.compile("\\[([A-Z]\\w+)]$", Pattern.MULTILINE).matcher(Files.readString(golden));
      while (rule.find()) {
        missing.remove(rule.group(1));
      }
    }

    assertThat(missing).isEmpty();
    assertThat(cases()).hasSizeGreaterThan(25);
  }

  private void lay(Path given) throws IOException {
    String kind = given.getName(0).toString();
    if (kind.equals("project")) {
      TestProject.copy(CASES.resolve(given), project);
      return;
    }
    TestProject.copy(RESOURCES.resolve("sound"), project);
    String target =
        switch (kind) {
          case "plugin" -> "scenarios/acme/plugin.yaml";
          case "scenario" -> "scenarios/acme/" + given.getFileName();
          default -> "devices.yaml";
        };
    Files.write(project.resolve(target), Files.readAllBytes(CASES.resolve(given)));
  }
}
