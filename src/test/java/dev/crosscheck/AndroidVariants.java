package dev.crosscheck;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.MobileBuilder;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Variants of the Mixpanel plugins for Android: each is a class before the sound one. */
final class AndroidVariants implements MobileBuilder {
  static final Map<Sdk, String> SOUND =
      Map.of(
          Sdk.ANALYTICS_ANDROID, "com.example.mixpanel.MixpanelIntegration",
          Sdk.ANALYTICS_KOTLIN, "com.example.mixpanel.MixpanelDestination");

  private static final Path SOURCES = Variants.MIXPANEL.resolve("android");
  private static final String PART =
      """

      android:
        %s:
          factory: %s
          sources: android
          artifacts: ["com.mixpanel.android:mixpanel-android:7.3.1"]
      """;

  private final Variants variants;
  private final AndroidKit kit;
  private final List<Path> sources;
  private final Map<String, AndroidPluginBuilder> builders = new LinkedHashMap<>();
  private final Map<Sdk, AppCode> built = new EnumMap<>(Sdk.class);

  /**
   * @param base an empty folder
   * @param sources folders of sources beside the sound ones, the same for all variants
   */
  AndroidVariants(Path base, AndroidKit kit, List<Path> sources) {
    this.variants = new Variants(base);
    this.kit = kit;
    this.sources = sources;
  }

  Project project() {
    return variants.project("android");
  }

  /**
   * With scenarios that are for every plugin.
   *
   * @param names which of them, by variant
   */
  Project conforming(Map<String, Set<String>> names) {
    return variants.conforming("android", names);
  }

  /** Where a variant's project folder is: {@code devices.yaml}, and the plugin's own below it. */
  Path root(String id) {
    return variants.root(id);
  }

  /**
   * @param factory the name of a class in the sources
   * @param scenarios their texts, by name
   */
  void add(String id, Sdk sdk, String factory, Map<String, String> scenarios) throws IOException {
    Path folder = variants.folder(id).resolve("android");
    copy(SOURCES, folder);
    for (Path more : sources) {
      copy(more, folder);
    }
    open(folder.resolve("com/example/mixpanel/MixpanelDestination.java"));
    String plugin = Files.readString(Variants.MIXPANEL.resolve("plugin.yaml"));
    String both = plugin.substring(0, plugin.indexOf("\nweb:") + 1);
    variants.add(id, both + PART.formatted(sdk.word(), factory), scenarios);
    builders.put(id, new AndroidPluginBuilder(kit, variants.root(id)));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** The variants for analytics-kotlin extend the sound plugin. */
  private static void open(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).replace("public final class", "public class"));
  }

  @Override
  public String version(Sdk sdk) throws Shortage {
    return builders.values().iterator().next().version(sdk);
  }

  /** All are built from the same sources, and so run one after the other in one JVM. */
  @Override
  public synchronized AppCode build(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    AppCode code = built.get(sdk);
    if (code == null) {
      code = builders.get(plugin.id()).build(plugin, sdk);
      built.put(sdk, code);
    }
    AndroidPlugin part = plugin.android().flatMap(android -> android.of(sdk)).orElseThrow();
    return new AppCode(code.files(), part.factory(), code.versions(), code.sha256());
  }
}
