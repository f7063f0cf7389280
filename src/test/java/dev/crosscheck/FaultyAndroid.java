package dev.crosscheck;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.device.AndroidCode;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.AndroidBuilder;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sound Mixpanel plugins for Android, and every faulty one. */
final class FaultyAndroid implements AndroidBuilder {
  static final String SOUND = "sound-";

  private static final Path SOURCES = Variants.MIXPANEL.resolve("android");
  private static final Path FAULTS = Variants.FAULTS.resolve("android");
  private static final String DEADLINE = "deadline: 8s\n";
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
  private final Map<String, AndroidPluginBuilder> builders = new LinkedHashMap<>();

  private final Map<Sdk, AndroidCode> built = new EnumMap<>(Sdk.class);

  private FaultyAndroid(Variants variants, AndroidKit kit) {
    this.variants = variants;
    this.kit = kit;
  }

  /**
   * @param base an empty folder
   */
  static FaultyAndroid in(Path base, AndroidKit kit) throws IOException {
    FaultyAndroid faulty = new FaultyAndroid(new Variants(base), kit);
    for (AndroidFault fault : AndroidFault.values()) {
      faulty.add(fault.id(), fault.sdk(), fault.factory(), Set.of(fault.scenario()));
    }
    faulty.addSound(Sdk.ANALYTICS_ANDROID, "com.example.mixpanel.MixpanelIntegration");
    faulty.addSound(Sdk.ANALYTICS_KOTLIN, "com.example.mixpanel.MixpanelDestination");
    return faulty;
  }

  Project project() {
    return variants.project("android");
  }

  /** In every scenario in which a fault of its SDK must show. */
  private void addSound(Sdk sdk, String factory) throws IOException {
    Set<String> scenarios = new TreeSet<>();
    for (AndroidFault fault : AndroidFault.values()) {
      if (fault.sdk() == sdk) {
        scenarios.add(fault.scenario());
      }
    }
    add(SOUND + sdk.word(), sdk, factory, scenarios);
  }

  private void add(String id, Sdk sdk, String factory, Set<String> scenarios) throws IOException {
    Path sources = variants.folder(id).resolve("android");
    copy(SOURCES, sources);
    copy(FAULTS, sources);
    open(sources.resolve("com/example/mixpanel/MixpanelDestination.java"));
    String plugin = Files.readString(Variants.MIXPANEL.resolve("plugin.yaml"));
    String both = plugin.substring(0, plugin.indexOf("\nweb:") + 1);
    Map<String, String> texts = Variants.scenarios(scenarios);
    texts.replaceAll((name, text) -> soon(text));
    variants.add(id, both + PART.formatted(sdk.word(), factory), texts);
    builders.put(id, new AndroidPluginBuilder(kit, variants.root(id)));
  }

  /** What a fault keeps from coming need not be waited for as long as usual. */
  private static String soon(String scenario) {
    return scenario.contains("\ndeadline:") ? scenario : scenario + DEADLINE;
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

  /** The faults for analytics-kotlin extend the sound plugin. */
  private static void open(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).replace("public final class", "public class"));
  }

  @Override
  public String version(Sdk sdk) throws Shortage {
    return builders.values().iterator().next().version(sdk);
  }

  /** All are built from the same sources, and so run one after the other in one JVM. */
  @Override
  public synchronized AndroidCode build(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    AndroidCode code = built.get(sdk);
    if (code == null) {
      code = builders.get(plugin.id()).build(plugin, sdk);
      built.put(sdk, code);
    }
    AndroidPlugin part = plugin.android().flatMap(android -> android.of(sdk)).orElseThrow();
    return new AndroidCode(code.files(), part.factory(), code.versions(), code.sha256());
  }
}
