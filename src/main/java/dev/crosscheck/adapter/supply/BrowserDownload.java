package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers and drivers by Selenium Manager, for machines without a package manager of ours. It asks
 * the network again every hour; we keep what it brought. A driver is kept for the version of the
 * browser that it was fetched for.
 */
final class BrowserDownload {
  private static final String LIST = "crosscheck.txt";

  private final Path root;
  private final FolderCache cache;
  private final SeleniumManagerProgram manager;
  private final Announcer announcer;

  BrowserDownload(Path cache, SeleniumManagerProgram manager, Announcer announcer) {
    this.root = cache.resolve("selenium");
    this.cache = new FolderCache(root);
    this.manager = manager;
    this.announcer = announcer;
  }

  boolean isPossible() {
    return manager.isBuiltForThisMachine();
  }

  /**
   * Looks in what was downloaded before, then asks the network.
   *
   * @param browser one that is here and needs a driver
   */
  Optional<Map<Program, Path>> get(Kit kit, Optional<Tool> browser)
      throws IOException, InterruptedException {
    if (!isPossible()) {
      return Optional.empty();
    }
    String name = name(kit, browser);
    if (Files.isDirectory(root.resolve(name)) && remembered(name, kit).isEmpty()) {
      cache.drop(name); // what it found beside its cache has gone since
    }
    try {
      cache.get(name, making -> fetch(kit, browser, making));
    } catch (Shortage e) {
      return Optional.empty();
    }
    return remembered(name, kit);
  }

  /** What was downloaded before. */
  Optional<Map<Program, Path>> remembered(Kit kit, Optional<Tool> browser) {
    return kit.managed().isPresent() ? remembered(name(kit, browser), kit) : Optional.empty();
  }

  /** What was downloaded before for any version of a browser. */
  Optional<Map<Program, Path>> rememberedForAny(Kit kit) {
    if (kit.managed().isEmpty() || !Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (var folders = Files.newDirectoryStream(root, kit.managed().get() + "-*")) {
      for (Path folder : folders) {
        Optional<Map<Program, Path>> found = remembered(String.valueOf(folder.getFileName()), kit);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Kit kit, Optional<Tool> browser) {
    return kit.managed().orElseThrow()
        + browser.flatMap(Tool::version).map(version -> "-" + version.text()).orElse("");
  }

  private void fetch(Kit kit, Optional<Tool> browser, Path making)
      throws Shortage, IOException, InterruptedException {
    String what = kit.programs().get(browser.isPresent() ? 1 : 0).title();
    try (Announcer.Work work = announcer.begin("fetching " + what + " with Selenium Manager")) {
      SeleniumManagerProgram.Found found =
          manager.ask(kit.managed().orElseThrow(), browser.map(Tool::file), making);
      List<Optional<Path>> files = List.of(found.browser(), found.driver());
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < kit.programs().size(); i++) {
        lines.add(listed(files.get(i), making));
      }
      Files.write(making.resolve(LIST), lines);
      work.done("fetched " + what + " with Selenium Manager");
    }
  }

  /** What lies in a folder that will be renamed is named from there. */
  private static String listed(Optional<Path> file, Path making) throws Shortage {
    Path there =
        file.filter(Files::isExecutable)
            .orElseThrow(() -> new Shortage("Selenium Manager found none", "install it"));
    return (there.startsWith(making) ? making.relativize(there) : there).toString();
  }

  private Optional<Map<Program, Path>> remembered(String name, Kit kit) {
    Path folder = root.resolve(name);
    Map<Program, Path> files = new EnumMap<>(Program.class);
    try {
      List<String> lines = Files.readAllLines(folder.resolve(LIST));
      for (int i = 0; i < kit.programs().size(); i++) {
        files.put(kit.programs().get(i), folder.resolve(lines.get(i)));
      }
      return Optional.of(files).filter(all -> all.values().stream().allMatch(Files::isExecutable));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
