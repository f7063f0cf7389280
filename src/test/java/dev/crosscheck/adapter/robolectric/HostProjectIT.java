package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of the host app's Gradle project can be held against something real without Android's own
 * build: its Java, its dependencies, and whether its scripts are Kotlin.
 */
class HostProjectIT {
  private static final Path HERE = Path.of("");
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?m)^  implementation\\(\"([^:\"]+:[^:\"]+:[^:\"]+)!!\"\\)$");

  /** Parts of Segment's SDKs that they need at run time alone: Gradle compiles without these. */
  private static final Set<String> AT_RUN_TIME =
      Set.of("kotlinx-coroutines-android", "kotlinx-coroutines-core-jvm");

  @TempDir private static Path temporary;
  private static Supply supply;
  private static AndroidKit kit;
  private static Path project;
  private static List<MavenArtifact> dependencies;

  @BeforeAll
  static void writeIt() throws Exception {
    supply = TestSupply.create();
    kit = new AndroidKit(supply, () -> Path.of("harness/android"));
    project = temporary.resolve("host");
    Plugin mixpanel =
        Wiring.read(HERE).plugins().stream()
            .filter(plugin -> plugin.id().equals("mixpanel"))
            .findFirst()
            .orElseThrow();
    HostComposer.Order order =
        new HostComposer.Order(
            mixpanel,
            List.of(Sdk.ANALYTICS_ANDROID, Sdk.ANALYTICS_KOTLIN),
            Set.of(),
            Set.of(),
            "a certificate",
            "AB",
            "app.apk",
            "again");
    new GeneratedFolder(project)
        .write(new HostComposer(Path.of("harness/android"), HERE).of(order));
    dependencies =
        DEPENDENCY
            .matcher(Files.readString(project.resolve("app/build.gradle.kts")))
            .results()
            .map(MatchResult::group)
            .map(line -> DEPENDENCY.matcher(line).replaceAll("$1"))
            .flatMap(written -> MavenArtifact.parse(written).stream())
            .toList();
  }

  @AfterAll
  static void end() {
    kit.close();
  }

  @Test
  void whatItDependsOnIsPublished() throws Exception {
    Map<String, String> locked = new TreeMap<>();
    supply
        .artifacts(AndroidKit.HARNESS, AndroidKit.APP)
        .forEach(file -> locked.put(file.artifact().key(), file.artifact().version()));

    assertThat(dependencies).hasSize(4);
    List<MavenArtifact> others =
        dependencies.stream().filter(one -> !locked.containsKey(one.key())).toList();
    assertThat(dependencies)
        .filteredOn(one -> locked.containsKey(one.key()))
        .hasSize(3)
        .allMatch(one -> one.version().equals(locked.get(one.key())));
    assertThat(supply.resolve(others, AndroidKit.HARNESS, AndroidKit.APP))
        .extracting(file -> file.artifact().key())
        .contains("com.mixpanel.android:mixpanel-android");
  }

  /** The host app's and the plugin's, as one, as Gradle compiles them. */
  @Test
  void itsJavaIsCompiledAgainstWhatItDependsOn() throws Exception {
    List<Path> sources = new ArrayList<>();
    sources.addAll(JavaSources.below(project.resolve("app/src/main/java")));
    sources.addAll(JavaSources.below(project.resolve("app/src/plugin/java")));
    List<Path> against =
        new ArrayList<>(
            kit.compilePath().stream()
                .filter(jar -> AT_RUN_TIME.stream().noneMatch(jar.toString()::contains))
                .toList());
    List<MavenArtifact> own =
        dependencies.stream().filter(one -> one.group().startsWith("com.mixpanel")).toList();
    for (MavenFile file : supply.resolve(own, AndroidKit.HARNESS, AndroidKit.APP)) {
      against.addAll(kit.unpack(file.file()).jars());
    }

    Path classes = Files.createDirectory(temporary.resolve("classes"));
    assertThat(JavaSources.compile(sources, against, classes)).isEmpty();
    assertThat(classes.resolve("dev/crosscheck/app/MainActivity.class")).exists();
    assertThat(classes.resolve("com/example/mixpanel/MixpanelDestination.class")).exists();
  }

  /** Kotlin's compiler knows none of Gradle's names here; it knows what is a sentence. */
  @Test
  void itsScriptsAreKotlin() throws Exception {
    List<Path> scripts = new ArrayList<>();
    try (Stream<Path> all = Files.walk(project)) {
      scripts.addAll(all.filter(file -> file.toString().endsWith(".kts")).toList());
    }
    assertThat(scripts).hasSize(3);
    Path broken = temporary.resolve("broken.kts");
    Files.writeString(broken, Files.readString(scripts.get(0)) + "\n}\n");

    assertThat(complaints(scripts)).isNotEmpty().allMatch(HostProjectIT::isOfNames);
    assertThat(complaints(List.of(broken))).anyMatch(line -> line.contains("xpecting"));
  }

  /** What is not known, and what follows from that. */
  private static boolean isOfNames(String complaint) {
    return Stream.of("unresolved reference", "cannot infer", "variable expected")
        .anyMatch(complaint::contains);
  }

  /** What is wrong with scripts, each taken for the body of a function. */
  private static List<String> complaints(List<Path> scripts) throws Exception {
    Path folder = Files.createTempDirectory(temporary, "kotlin");
    for (int i = 0; i < scripts.size(); i++) {
      Files.writeString(
          folder.resolve("Script" + i + ".kt"),
          "fun script" + i + "() {\n" + Files.readString(scripts.get(i)) + "\n}\n");
    }
    String compiler = classPath(kotlin());
    Path said = folder.resolve("said.txt");
    Process kotlin =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                compiler,
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-cp",
                compiler,
                "-d",
                folder.resolve("out").toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(kotlin.waitFor(120, TimeUnit.SECONDS)).as("the compiler ended").isTrue();
    } finally {
      kotlin.destroyForcibly();
    }
    assertThat(kotlin.exitValue()).as(Files.readString(said)).isEqualTo(1);
    return Files.readAllLines(said, StandardCharsets.UTF_8).stream()
        .filter(line -> line.contains(" error: "))
        .toList();
  }

  /** In the version of Segment's own Kotlin, whose library it runs on. */
  private static List<Path> kotlin() throws Exception {
    List<Path> path = new ArrayList<>();
    List<MavenFile> app = supply.artifacts(AndroidKit.HARNESS, AndroidKit.APP);
    String version =
        app.stream()
            .map(MavenFile::artifact)
            .filter(one -> one.key().equals("org.jetbrains.kotlin:kotlin-stdlib"))
            .findFirst()
            .orElseThrow()
            .version();
    MavenArtifact compiler =
        MavenArtifact.parse("org.jetbrains.kotlin:kotlin-compiler-embeddable:" + version)
            .orElseThrow();
    supply
        .resolve(List.of(compiler), AndroidKit.HARNESS, AndroidKit.APP)
        .forEach(file -> path.add(file.file()));
    app.stream()
        .map(MavenFile::file)
        .filter(file -> file.toString().endsWith(".jar"))
        .forEach(path::add);
    return path;
  }

  private static String classPath(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
