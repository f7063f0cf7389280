package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.DocPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What README.md and docs/ show is read as a user's files are, or is a file of this repository's
 * plugins, which run on every device; and what they explain is printed.
 */
class DocumentationTest {
  private static final Path SOUND = Path.of("src/test/resources/dev/crosscheck/adapter/yaml/sound");
  private static final String FORMAT = "docs/format.md";
  private static final String TROUBLE = "docs/troubleshooting.md";

  /** Parts of a file; {@link FormatPageTest} reads them. */
  private static final Set<String> PARTS_OF_FORMAT = Set.of("decode", "web", "settings");

  private static final Pattern EXPLAINED = Pattern.compile("\\*\\*`(.+?)`\\*\\*");

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  /** In a message that is explained: what is different each time. */
  private static final String VARIES = "…";

  @TempDir Path folder;

  static Stream<DocPage> pages() throws IOException {
    return DocPage.all().stream();
  }

  @Test
  void findsThePages() throws IOException {
    assertThat(pages().map(DocPage::toString)).contains("README.md", FORMAT, TROUBLE);
    assertThat(pages().flatMap(DocumentationTest::yaml)).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyYamlBlockIsAFileOfItsOwn(DocPage page) {
    Set<String> parts = page.toString().equals(FORMAT) ? PARTS_OF_FORMAT : Set.of();

    assertThat(yaml(page)).extracting(DocPage.Block::name).doesNotHaveDuplicates();
    assertThat(yaml(page))
        .filteredOn(block -> !parts.contains(block.name()))
        .allSatisfy(block -> assertThat(block.name()).as(block.text()).endsWith(".yaml"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileIsReadWithoutAFinding(DocPage page) throws IOException {
    if (page.blocks().stream().noneMatch(block -> block.name().startsWith("crosscheck/"))) {
      TestProject.copy(SOUND, folder);
    }
    FormatPage.layCompanions(folder);
    for (DocPage.Block block : page.blocks()) {
      if (block.isFile() && !isOwn(block)) {
        block.lay(folder);
      }
    }

    assertThat(TestProject.told(folder)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatIsAFileHereSaysTheSameThere(DocPage page) throws IOException {
    for (DocPage.Block block : yaml(page).filter(DocumentationTest::isOwn).toList()) {
      assertThat(load(block.text()))
          .as(block.name())
          .isEqualTo(load(Files.readString(Path.of(block.name()))));
    }
  }

  @Test
  void theFilesHereAreReadWithoutAFinding() {
    assertThat(TestProject.told(Path.of(""))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAPageOrAPicture(DocPage page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page.file()));

    while (link.find()) {
      Path target = page.file().resolveSibling(link.group(1));
      assertThat(target).as(link.group()).exists();
      assertThat(target.normalize().toString()).matches("(docs/.*)?[\\w-]+(\\.(md|png))?");
    }
  }

  @Test
  void everyMessageThatIsExplainedIsPrinted() throws IOException {
    String program = program();

    List<String> explained =
        EXPLAINED
            .matcher(Files.readString(Path.of(TROUBLE)))
            .results()
            .map(message -> message.group(1))
            .toList();

    assertThat(explained).hasSizeGreaterThan(15);
    assertThat(explained)
        .allSatisfy(
            message -> {
              assertThat(message.split(VARIES, -1)).anyMatch(words -> words.length() > 7);
              assertThat(message.split(VARIES, -1)).allMatch(program::contains);
            });
  }

  /** What stands between quotes in the program's sources, lines that were broken put together. */
  private static String program() throws IOException {
    List<Path> sources = new ArrayList<>(List.of(Path.of("harness/web/agent.js")));
    try (Stream<Path> java = Files.walk(Path.of("src/main/java"))) {
      java.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    StringBuilder words = new StringBuilder();
    for (Path source : sources) {
      words.append(Files.readString(source).replaceAll("\"\\s*\\+\\s*\"", ""));
    }
    return words.toString();
  }

  /** Whether it is a file of one of this repository's plugins. */
  private static boolean isOwn(DocPage.Block block) {
    Path path = Path.of(block.name());
    return path.startsWith("scenarios") && Files.isDirectory(path.resolveSibling(""));
  }

  private static Stream<DocPage.Block> yaml(DocPage page) {
    return page.blocks().stream().filter(DocPage.Block::isYaml);
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
