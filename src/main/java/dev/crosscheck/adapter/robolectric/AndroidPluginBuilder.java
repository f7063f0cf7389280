package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.device.AppCode;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.MobileBuilder;
import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compiles a plugin's Java sources, and gathers the libraries that go with it. */
public final class AndroidPluginBuilder implements MobileBuilder {
  private static final Map<Sdk, String> SDKS =
      Map.of(
          Sdk.ANALYTICS_ANDROID, "com.segment.analytics.android:analytics",
          Sdk.ANALYTICS_KOTLIN, "com.segment.analytics.kotlin:android");

  private final AndroidKit kit;
  private final Path project;
  private final Map<String, Built> built = new HashMap<>();

  /** What became of a build, the first time: it is not tried again. */
  private record Built(Optional<AppCode> code, Optional<BuildFailed> failure) {}

  /**
   * @param project the folder to which plugins' folders are relative
   */
  public AndroidPluginBuilder(AndroidKit kit, Path project) {
    this.kit = kit;
    this.project = project;
  }

  @Override
  public String version(Sdk sdk) throws Shortage {
    String key = SDKS.get(sdk);
    return kit.supply().artifacts(AndroidKit.HARNESS, AndroidKit.APP).stream()
        .map(MavenFile::artifact)
        .filter(artifact -> artifact.key().equals(key))
        .map(MavenArtifact::version)
        .findFirst()
        .orElse("");
  }

  @Override
  public synchronized AppCode build(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    String key = plugin.id() + " " + sdk.word();
    Built known = built.get(key);
    if (known == null) {
      try {
        known = new Built(Optional.of(made(plugin, sdk)), Optional.empty());
      } catch (BuildFailed e) {
        known = new Built(Optional.empty(), Optional.of(e));
      }
      built.put(key, known);
    }
    if (known.failure().isPresent()) {
      throw known.failure().get();
    }
    return known.code().orElseThrow();
  }

  private AppCode made(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    AndroidPlugin part = plugin.android().flatMap(android -> android.of(sdk)).orElseThrow();
    Path folder = project.resolve(plugin.folder());
    Map<String, String> versions = new TreeMap<>();
    List<AndroidLibrary> libraries = new ArrayList<>();
    for (MavenFile file : resolved(part)) {
      versions.put(file.artifact().key(), file.artifact().version());
      libraries.add(fit(plugin, file.artifact().toString(), kit.unpack(file.file())));
    }
    for (String library : part.libraries()) {
      Path file = folder.resolve(library);
      if (!Files.isRegularFile(file)) {
        throw failed(
            plugin,
            "MissingFile",
            "no file '" + library + "' in the plugin's folder",
            "build the plugin first, or correct the name");
      }
      libraries.add(fit(plugin, "'" + library + "'", kit.unpack(file)));
    }
    List<Path> path = new ArrayList<>();
    libraries.forEach(library -> path.addAll(library.jars()));
    if (part.sources().isPresent()) {
      path.add(0, compiled(plugin, folder.resolve(part.sources().get()), path));
    }
    needsNoWebView(plugin, path);
    return new AppCode(path, part.factory(), versions, sha256(path));
  }

  private static void needsNoWebView(Plugin plugin, List<Path> path) throws Shortage, BuildFailed {
    try {
      Optional<String> user = WebViewUse.in(path);
      if (user.isPresent()) {
        throw unfit(plugin, "'" + user.get() + "'", "a WebView");
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<MavenFile> resolved(AndroidPlugin part) throws Shortage {
    List<MavenArtifact> wanted =
        part.artifacts().stream().flatMap(text -> MavenArtifact.parse(text).stream()).toList();
    return wanted.isEmpty()
        ? List.of()
        : kit.supply().resolve(wanted, AndroidKit.HARNESS, AndroidKit.APP);
  }

  private static AndroidLibrary fit(Plugin plugin, String what, AndroidLibrary library)
      throws BuildFailed {
    if (library.hindrance().isPresent()) {
      throw unfit(plugin, what, library.hindrance().get());
    }
    return library;
  }

  private static BuildFailed unfit(Plugin plugin, String what, String need) {
    return BuildFailed.unfit(
        Finding.error(
            "NeedsDevice",
            plugin.at(),
            what + " needs " + need + ", which Android in a JVM has not",
            "run it on an emulator"));
  }

  private Path compiled(Plugin plugin, Path sources, List<Path> libraries)
      throws Shortage, BuildFailed {
    List<Path> against = new ArrayList<>(libraries);
    against.addAll(kit.compilePath());
    Path out = kit.newFolder(plugin.id());
    List<Path> files = JavaSources.below(sources);
    if (files.isEmpty()) {
      throw failed(
          plugin,
          "NoSources",
          "there are no .java files in '" + sources + "'",
          "name their folder");
    }
    List<String> complaints = JavaSources.compile(files, against, out);
    if (!complaints.isEmpty()) {
      String more = complaints.size() > 1 ? " (and " + (complaints.size() - 1) + " more)" : "";
      throw failed(
          plugin,
          "DoesNotCompile",
          "the plugin's Java does not compile: " + complaints.get(0) + more,
          "correct it, or name what it needs under artifacts or libraries");
    }
    return out;
  }

  private static BuildFailed failed(Plugin plugin, String rule, String message, String hint) {
    return new BuildFailed(Finding.error(rule, plugin.at(), message, hint));
  }

  /** Of all classes, by their names. */
  private static String sha256(List<Path> path) throws Shortage {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path entry : path) {
        try (Stream<Path> all = Files.walk(entry)) {
          for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Shortage unreadable(Exception e) {
    return new Shortage("the plugin's classes cannot be read: " + e.getMessage(), "try again");
  }
}
