package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosscheck.device.Phones;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.DocPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas that editors complete by say what the reader reads. */
class SchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path RESOURCES = Path.of("src/test/resources/dev/crosscheck/adapter/yaml");
  private static final List<String> NAMES = List.of("plugin", "scenario", "devices");

  /** Shapes that are a schema's root. */
  private static final Map<Shape, String> ROOTS =
      Map.of(Shape.PLUGIN, "plugin", Shape.SCENARIO, "scenario", Shape.DEVICES, "devices");

  static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new LinkedHashMap<>();
    for (DocPage page : DocPage.all()) {
      new FormatPage(page).files().forEach((name, text) -> examples.put(page + ": " + name, text));
    }
    for (Path root :
        List.of(RESOURCES.resolve("sound"), Path.of("devices.yaml"), Path.of("scenarios"))) {
      if (Files.exists(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
            examples.put(file.toString(), Files.readString(file));
          }
        }
      }
    }
    return examples;
  }

  static Stream<String> exampleNames() throws IOException {
    return examples().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exampleNames")
  void takesWhatTheReaderTakes(String example) throws IOException {
    assertThat(schemaFor(example).validate(json(examples().getOrDefault(example, "")))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "scenario/unknown-step.yaml",
        "scenario/unknown-key.yaml",
        "scenario/unknown-expectation.yaml",
        "scenario/unknown-value.yaml",
        "scenario/wrong-type.yaml",
        "scenario/missing-key.yaml",
        "scenario/empty-steps.yaml",
        "scenario/bad-times.yaml",
        "scenario/bad-request-pattern.yaml",
        "scenario/given.yaml",
        "scenario/differs.yaml",
        "scenario/consent.yaml",
        "scenario/consent-without-a-model.yaml",
        "scenario/middleware.yaml",
        "scenario/filters.yaml",
        "scenario/app-steps.yaml",
        "scenario/faults.yaml",
        "plugin/unknown-key.yaml",
        "plugin/missing-key.yaml",
        "plugin/message-types.yaml",
        "plugin/hosts.yaml",
        "plugin/libraries.yaml",
        "plugin/ways.yaml",
        "plugin/no-way.yaml",
        "plugin/bad-package.yaml",
        "plugin/answers.yaml",
        "plugin/waivers.yaml",
        "plugin/build.yaml",
        "plugin/android.yaml",
        "plugin/android-artifacts.yaml",
        "plugin/android-no-code.yaml",
        "plugin/android-no-sdk.yaml",
        "plugin/android-build.yaml",
        "plugin/ios.yaml",
        "plugin/ios-no-code.yaml",
        "plugin/ios-no-sdk.yaml",
        "plugin/unknown-decode-step.yaml",
        "devices/mistakes.yaml",
        "devices/not-yet.yaml",
        "devices/android.yaml",
        "devices/phones.yaml",
        "devices/ios.yaml",
        "devices/unknown-phone.yaml",
        "devices/cannot-emulate.yaml",
        "devices/no-devices.yaml"
      })
  void refusesMistakesThatTheReaderRefuses(String mistake) throws IOException {
    JsonNode json = json(Files.readString(RESOURCES.resolve("cases").resolve(mistake)));

    assertThat(schema(mistake.substring(0, mistake.indexOf('/'))).validate(json)).isNotEmpty();
  }

  @Test
  void refusesEveryMistakenStepAndDeviceByItself() throws IOException {
    JsonNode steps = json(Files.readString(RESOURCES.resolve("cases/scenario/app-steps.yaml")));
    JsonNode faults = json(Files.readString(RESOURCES.resolve("cases/scenario/faults.yaml")));
    JsonNode devices = json(Files.readString(RESOURCES.resolve("cases/devices/android.yaml")));
    JsonNode phones = json(Files.readString(RESOURCES.resolve("cases/devices/phones.yaml")));
    JsonNode iphones = json(Files.readString(RESOURCES.resolve("cases/devices/ios.yaml")));

    assertThat(steps.path("steps")).hasSizeGreaterThan(10);
    assertThat(faults.path("steps")).hasSizeGreaterThan(15);
    for (JsonNode step :
        Stream.concat(steps.path("steps").valueStream(), faults.path("steps").valueStream().skip(1))
            .toList()) {
      ObjectNode scenario = JSON.createObjectNode().put("scenario", "one step");
      scenario.putArray("steps").add(step);
      assertThat(schema("scenario").validate(scenario)).as("%s", step).isNotEmpty();
    }
    assertThat(devices.path("devices")).hasSizeGreaterThan(10);
    assertThat(phones.path("devices")).hasSizeGreaterThan(5);
    assertThat(iphones.path("devices")).hasSizeGreaterThan(10);
    for (JsonNode device :
        Stream.of(devices, phones, iphones)
            .flatMap(file -> file.path("devices").valueStream())
            .toList()) {
      ObjectNode file = JSON.createObjectNode();
      file.putObject("devices").set("one", device);
      assertThat(schema("devices").validate(file)).as("%s", device).isNotEmpty();
    }
  }

  @Test
  void hasTheReadersKeysInEveryMap() {
    Map<String, JsonNode> definitions = definitions();
    for (Shape shape : Shape.values()) {
      JsonNode definition =
          ROOTS.containsKey(shape)
              ? document(ROOTS.get(shape))
              : definitions.getOrDefault(camel(shape), JSON.createObjectNode());
      assertThat(definition.path("properties").propertyNames())
          .as("keys of %s", shape)
          .containsExactlyInAnyOrderElementsOf(shape.keys());
      assertThat(definition.path("required").valueStream().map(JsonNode::asString))
          .as("required keys of %s", shape)
          .containsExactlyInAnyOrderElementsOf(shape.required());
      assertThat(definition.path("additionalProperties").asBoolean(true)).as("%s", shape).isFalse();
    }
  }

  @Test
  void hasNoMapThatTheReaderDoesNotKnow() {
    TreeSet<String> closed = new TreeSet<>();
    definitions()
        .forEach(
            (name, definition) -> {
              if (definition.has("properties")) {
                closed.add(name);
              }
            });
    for (Shape shape : Shape.values()) {
      closed.remove(camel(shape));
    }

    assertThat(closed).isEmpty();
  }

  @Test
  void namesThePhonesThatTheReaderKnows() {
    assertThat(document("devices").at("/$defs/phone/enum").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(Phones.names());
  }

  @Test
  void namesThePermissionsOfIosThatTheReaderKnows() {
    assertThat(
            document("scenario")
                .at("/$defs/permissionOfIos/enum")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactlyElementsOf(Step.Permission.OF_IOS);
  }

  @Test
  void describesEveryKeyForCompletion() {
    TreeSet<String> silent = new TreeSet<>();
    Map<String, JsonNode> definitions = definitions();
    ROOTS.forEach((shape, name) -> definitions.put(name, document(name)));
    definitions.forEach(
        (name, definition) ->
            definition.path("properties").properties().stream()
                .filter(key -> !key.getValue().has("description") && !key.getValue().has("$ref"))
                .forEach(key -> silent.add(name + "." + key.getKey())));

    assertThat(silent).isEmpty();
  }

  private static String camel(Shape shape) {
    StringBuilder name = new StringBuilder();
    for (String word : shape.name().toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static Map<String, JsonNode> definitions() {
    Map<String, JsonNode> definitions = new HashMap<>();
    for (String name : NAMES) {
      document(name)
          .path("$defs")
          .properties()
          .forEach(e -> definitions.put(e.getKey(), e.getValue()));
    }
    return definitions;
  }

  private static JsonNode document(String name) {
    try (InputStream in =
        SchemaTest.class.getResourceAsStream("/harness/schema/" + name + ".schema.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(document(name));
  }

  private static Schema schemaFor(String file) {
    if (file.endsWith("devices.yaml")) {
      return schema("devices");
    }
    return schema(file.endsWith("plugin.yaml") ? "plugin" : "scenario");
  }

  private static JsonNode json(String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true).build();
    return JSON.valueToTree(new Load(settings).loadFromString(yaml));
  }
}
