package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.Network;
import dev.crosscheck.device.Phones;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.WebPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/format.md} shows works, and it shows one of every kind. */
class FormatPageTest {
  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void readThePage() throws IOException {
    FormatPage.read().layInto(folder);
    project = new ProjectReader(folder).read();
  }

  @Test
  void everyBlockIsReadWithoutAFinding() {
    assertThat(project.findings()).isEmpty();
    assertThat(project.plugins()).hasSize(1);
    assertThat(project.scenarios().get("acme")).hasSize(11);
    assertThat(project.devices()).hasSize(18);
  }

  @Test
  void showsEveryStep() {
    Stream<Object> steps = scenarios().flatMap(s -> s.steps().stream());

    assertThat(kinds(steps)).isEqualTo(leaves(Step.class));
  }

  @Test
  void showsEveryWayInWhichThePartnerAnswers() {
    Stream<Object> behaviours =
        scenarios()
            .flatMap(s -> s.steps().stream())
            .filter(Step.PartnerAnswers.class::isInstance)
            .map(step -> ((Step.PartnerAnswers) step).behaviour());

    assertThat(kinds(behaviours)).isEqualTo(leaves(PartnerBehaviour.class));
  }

  @Test
  void showsEveryNetwork() {
    Stream<Object> networks =
        scenarios()
            .flatMap(s -> s.steps().stream())
            .filter(Step.SetNetwork.class::isInstance)
            .map(step -> ((Step.SetNetwork) step).network());

    assertThat(kinds(networks)).isEqualTo(leaves(Network.class));
  }

  @Test
  void showsEveryExpectation() {
    assertThat(kinds(scenarios().flatMap(s -> s.expect().stream())))
        .isEqualTo(leaves(Expectation.class));
  }

  @Test
  void showsEveryMatcher() {
    Set<Object> patterns = new LinkedHashSet<>();
    scenarios()
        .flatMap(s -> s.expect().stream())
        .filter(Expectation.Messages.class::isInstance)
        .flatMap(e -> ((Expectation.Messages) e).match().stream())
        .forEach(pattern -> gather(pattern, patterns));

    assertThat(kinds(patterns.stream())).isEqualTo(leaves(Pattern.class));
  }

  @Test
  void showsEveryDecodeStepInAChainThatWorks() throws IOException {
    Findings findings = new Findings();
    Cursor chains = block("decode", findings);

    List<DecodeStep> steps =
        chains.items().stream().flatMap(chain -> DecodeReader.read(chain).stream()).toList();

    assertThat(findings.inOrder()).isEmpty();
    assertThat(kinds(steps.stream().map(Object.class::cast))).isEqualTo(leaves(DecodeStep.class));
  }

  @Test
  void showsEveryWayToLoadAPlugin() throws IOException {
    Findings findings = new Findings();

    Set<String> ways =
        block("web", findings).items().stream()
            .flatMap(way -> way.fields(Shape.WEB).orElseThrow().map().entries().stream())
            .map(Cursor.Entry::key)
            .collect(toSortedSet());

    assertThat(findings.inOrder()).isEmpty();
    assertThat(ways)
        .isEqualTo(
            Arrays.stream(WebPlugin.Way.values())
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .collect(toSortedSet()));
  }

  @Test
  void showsSettingsThatCanBeServed() throws IOException {
    Findings findings = new Findings();

    assertThat(JsonReader.object(block("settings", findings)).orElseThrow().path("subscriptions"))
        .isNotEmpty();
    assertThat(findings.inOrder()).isEmpty();
  }

  private static Cursor block(String name, Findings findings) throws IOException {
    byte[] text = FormatPage.read().block(name).getBytes(StandardCharsets.UTF_8);
    return DocumentReader.read(text, new Origin("format.md", findings)).orElseThrow();
  }

  @Test
  void showsEveryKey() throws IOException {
    String page = Files.readString(Path.of("docs/format.md"));

    TreeSet<String> missing = new TreeSet<>();
    for (Shape shape : Shape.values()) {
      shape.keys().stream()
          .filter(key -> !page.contains(key + ":") && !page.contains("`" + key + "`"))
          .filter(key -> !StepReader.BARE.contains(key))
          .forEach(missing::add);
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void namesEveryPhone() throws IOException {
    assertThat(Files.readString(Path.of("docs/format.md")))
        .contains("Phones: `" + String.join("`, `", Phones.names()) + "`.");
  }

  private Stream<Scenario> scenarios() {
    return project.scenarios().getOrDefault("acme", List.of()).stream();
  }

  private static Set<String> kinds(Stream<?> values) {
    return values.map(value -> value.getClass().getSimpleName()).collect(toSortedSet());
  }

  /** The records of a sealed type. */
  private static Set<String> leaves(Class<?> sealed) {
    return records(sealed).map(Class::getSimpleName).collect(toSortedSet());
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FormatPageTest::records)
        : Stream.of(type);
  }

  private static java.util.stream.Collector<String, ?, Set<String>> toSortedSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static void gather(Pattern pattern, Set<Object> all) {
    all.add(pattern);
    if (pattern instanceof Pattern.Fields object) {
      object.fields().values().forEach(inner -> gather(inner, all));
    } else if (pattern instanceof Pattern.Elements array) {
      array.elements().forEach(inner -> gather(inner, all));
    } else if (pattern instanceof Pattern.Containing array) {
      array.elements().forEach(inner -> gather(inner, all));
    }
  }
}
