package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a plugin into the host app ({@code harness/ios}), as a project of XcodeGen for each of
 * Segment's SDKs: both SDKs call themselves {@code Segment}, and one project holds one of them.
 */
public final class IosComposer {
  private static final String LOCK = "packages.lock";
  private static final String PROJECT = "project.yml.template";
  private static final String REGISTRY = "Plugins.swift.template";
  private static final String CORE = "Core/";
  private static final String SWIFT = ".swift";
  private static final String TRUSTS_ITS_DEVICE = "";
  private static final Set<String> WEB = Set.of("http", "https");

  private final Path harness;
  private final Path project;

  /**
   * @param harness the folder {@code harness/ios}
   * @param project the folder to which plugins' folders are relative
   */
  public IosComposer(Path harness, Path project) {
    this.harness = harness;
    this.project = project;
  }

  /**
   * What is to be written.
   *
   * @param sdks a project for each
   * @param links URLs that the app opens, beside the harness's own
   * @param apps where the app of an SDK will be, as plugin.yaml names it
   * @param command that writes it again
   */
  public record Order(
      Plugin plugin,
      List<Sdk> sdks,
      Set<String> links,
      Function<Sdk, String> apps,
      String command) {
    public Order {
      sdks = List.copyOf(sdks);
      links = Set.copyOf(links);
    }
  }

  /** Where Xcode puts the app of an SDK for simulators, below the project's folder. */
  public static String app(Sdk sdk) {
    return "build/" + sdk.word() + "/Build/Products/Release-iphonesimulator/Crosscheck.app";
  }

  /**
   * The whole project; writes nothing.
   *
   * @throws CannotHost where the plugin's code cannot be had
   */
  public HostProject of(Order order) throws CannotHost {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Map<Sdk, AppStamp> stamps = new EnumMap<>(Sdk.class);
    try {
      for (Sdk sdk : order.sdks()) {
        SortedMap<String, byte[]> app = app(order, sdk);
        AppStamp stamp = AppStamp.of(order.plugin(), List.of(sdk), app, TRUSTS_ITS_DEVICE);
        files.putAll(app);
        files.put("Plugin/" + sdk.word() + "/" + AppStamp.NAME, stamp.bytes());
        stamps.put(sdk, stamp);
      }
      files.put(".gitignore", Files.readAllBytes(harness.resolve("project.gitignore")));
      files.put("README.md", bytes(template("project.md").filled(words(order))));
      return new HostProject(files, stamps);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotHost(
          "the host app's files in '" + harness + "' cannot be read: " + e.getMessage(),
          "remove that folder, and try again");
    }
  }

  /** All that the app of an SDK is made of, without its stamp. */
  private SortedMap<String, byte[]> app(Order order, Sdk sdk) throws CannotHost, IOException {
    IosPlugin part = part(order.plugin(), sdk);
    IosCode code = IosCode.of(project.resolve(order.plugin().folder()), part);
    String own = "Sdk/" + sdk.word();
    SortedMap<String, byte[]> files = new TreeMap<>();
    addFolder(files, CORE);
    addFolder(files, "App");
    addFolder(files, own);
    files.put("xcode.sh", Files.readAllBytes(harness.resolve("xcode.sh")));
    files.putAll(code.files());
    files.put(
        code.folder() + "Plugins.swift",
        bytes(
            template(own + "/" + REGISTRY)
                .filled(Map.of("imports", code.imports(), "plugins", code.line()))));
    files.put(sdk.word() + ".yml", bytes(template(PROJECT).filled(values(order, part, code))));
    refuseTwins(files.keySet());
    return files;
  }

  /** Swift takes no two files of one name into a module; what is in {@code Core} is another. */
  private static void refuseTwins(Set<String> paths) throws CannotHost {
    Map<String, String> known = new HashMap<>();
    for (String path : paths) {
      if (path.endsWith(SWIFT) && !path.startsWith(CORE)) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String other = known.putIfAbsent(name, path);
        if (other != null) {
          throw new CannotHost(
              "'%s' is two files of one app: %s and %s".formatted(name, other, path),
              "rename one of the plugin's");
        }
      }
    }
  }

  private static IosPlugin part(Plugin plugin, Sdk sdk) throws CannotHost {
    return plugin
        .ios()
        .flatMap(ios -> ios.of(sdk))
        .orElseThrow(
            () ->
                new CannotHost(
                    "'" + plugin.name() + "' has no part for " + sdk.word(),
                    "name another SDK, or write the part into plugin.yaml"));
  }

  private void addFolder(SortedMap<String, byte[]> files, String folder) throws IOException {
    try (Stream<Path> all = Files.walk(harness.resolve(folder))) {
      for (Path file : all.filter(path -> path.toString().endsWith(SWIFT)).toList()) {
        String path = harness.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
    }
  }

  private Map<String, String> values(Order order, IosPlugin part, IosCode code)
      throws CannotHost, IOException {
    SwiftPackages packages = SwiftPackages.of(part.packages());
    String[] segment = segment(part.sdk());
    Map<String, String> values = new HashMap<>();
    values.put("sdk", part.sdk().word());
    values.put("condition", part.sdk().word().toUpperCase(Locale.ROOT).replace('-', '_'));
    values.put("segment url", segment[1]);
    values.put("segment version", segment[2]);
    values.put("packages", packages.declared());
    values.put("dependencies", packages.linked());
    values.put("schemes", schemes(order.links()));
    values.put(
        "bridging", code.hasHeaders() ? "      SWIFT_OBJC_BRIDGING_HEADER: " + code.bridge() : "");
    return values;
  }

  /** Word, repository and version of an SDK, as the lock of the host app has them. */
  private String[] segment(Sdk sdk) throws IOException {
    return Files.readAllLines(harness.resolve(LOCK)).stream()
        .map(line -> line.split(" "))
        .filter(words -> words[0].equals(sdk.word()))
        .findFirst()
        .orElseThrow(() -> new IOException(LOCK + " has no " + sdk.word()));
  }

  /** Links of the web are opened by Safari: an app gets them only by an entitlement of Apple's. */
  private static String schemes(Set<String> links) {
    return links.stream()
        .map(url -> url.replaceFirst(":.*", ""))
        .filter(scheme -> !WEB.contains(scheme.toLowerCase(Locale.ROOT)))
        .distinct()
        .sorted()
        .map(scheme -> "              - \"" + scheme + "\"")
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> words(Order order) {
    String sdks = order.sdks().stream().map(Sdk::word).collect(Collectors.joining(" or "));
    return Map.of(
        "name", order.plugin().name(),
        "command", order.command(),
        "sdks", order.sdks().size() > 1 ? "either " + sdks : sdks,
        "apps",
            order.sdks().stream().map(sdk -> named(order, sdk)).collect(Collectors.joining("\n")));
  }

  private static String named(Order order, Sdk sdk) {
    return "  " + sdk.word() + ":\n    app: " + order.apps().apply(sdk);
  }

  private Template template(String path) throws IOException {
    return new Template(Files.readString(harness.resolve(path)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
