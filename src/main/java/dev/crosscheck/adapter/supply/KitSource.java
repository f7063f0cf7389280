package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where programs come from: our variables, PATH, their usual places, apt, Selenium Manager.
 *
 * <p>apt goes first of the last two: on Debian it brings a browser with the libraries it needs,
 * while a browser by Selenium Manager comes without them and does not start on a bare machine.
 */
final class KitSource {
  /** One for all that is installed: dpkg and Selenium Manager are for one at a time. */
  private static final String LOCK = "programs";

  private final SearchPath path;
  private final Machine machine;
  private final InstallPolicy policy;
  private final FileLocks locks;
  private final Inspector inspector;
  private final Apt apt;
  private final BrowserDownload download;

  KitSource(
      SearchPath path,
      Machine machine,
      InstallPolicy policy,
      FileLocks locks,
      Inspector inspector,
      Apt apt,
      BrowserDownload download) {
    this.path = path;
    this.machine = machine;
    this.policy = policy;
    this.locks = locks;
    this.inspector = inspector;
    this.apt = apt;
    this.download = download;
  }

  Map<Program, Tool> get(Kit kit) throws Shortage, IOException, InterruptedException {
    Optional<Map<Program, List<Path>>> here = here(kit);
    if (here.isPresent()) {
      return inspector.inspect(kit, here.get());
    }
    List<String> tried = whyNot(kit);
    Optional<Map<Program, List<Path>>> found = Optional.empty();
    if (canBeFetched(kit)) {
      try (FileLocks.Held held = locks.hold(LOCK)) {
        found = byApt(kit, tried);
        if (found.isEmpty() && kit.managed().isPresent()) {
          found = byDownload(kit, tried);
        }
      }
    }
    if (found.isEmpty()) {
      throw shortage(kit, tried);
    }
    return inspector.inspect(kit, found.get());
  }

  /**
   * Installs with one call of apt what several kits lack. Where that fails, each still tries for
   * itself: a package that does not exist keeps none of the others from being installed.
   */
  void gather(Collection<Kit> kits) throws IOException, InterruptedException {
    if (lackingPackages(kits).size() > 1) {
      try (FileLocks.Held held = locks.hold(LOCK)) {
        List<String> packages = lackingPackages(kits); // another run may have installed some
        if (!packages.isEmpty()) {
          apt.install(packages);
        }
      }
    }
  }

  /** What is here or was fetched before, with all versions; nothing where a program is missing. */
  Map<Program, Tool> examine(Kit kit) throws Shortage, InterruptedException {
    Optional<Map<Program, List<Path>>> found = here(kit);
    if (found.isEmpty() && kit.managed().isPresent()) {
      found = download.remembered(kit, browser(kit)).map(KitSource::single);
    }
    return found.isPresent() ? inspector.examine(kit, found.get()) : Map.of();
  }

  Presence look(Program program) {
    return look(program, true);
  }

  /** As if nothing had been downloaded before. */
  Presence lookBeyondDownloads(Program program) {
    return look(program, false);
  }

  private Presence look(Program program, boolean downloads) {
    Kit kit = Kit.of(program);
    try {
      Optional<Path> file = path.find(program);
      if (file.isEmpty() && downloads) {
        file = downloaded(kit).map(files -> files.get(program));
      }
      return file.isPresent() ? new Presence.Here(file.get(), Optional.empty()) : fetchable(kit);
    } catch (Shortage e) {
      return new Presence.Missing(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  private Presence fetchable(Kit kit) throws Shortage {
    List<String> packages = aptPackages(kit);
    if (!packages.isEmpty()) {
      return new Presence.Fetchable("apt-get install " + String.join(" ", packages));
    } else if (kit.managed().isPresent() && policy.mayInstall() && download.isPossible()) {
      return new Presence.Fetchable("Selenium Manager");
    }
    throw shortage(kit, whyNot(kit));
  }

  private Optional<Map<Program, List<Path>>> here(Kit kit) throws Shortage {
    Map<Program, List<Path>> all = new EnumMap<>(Program.class);
    for (Program program : kit.programs()) {
      List<Path> files = path.all(program);
      if (files.isEmpty()) {
        return Optional.empty();
      }
      all.put(program, files);
    }
    return Optional.of(all);
  }

  private Optional<Map<Program, List<Path>>> byApt(Kit kit, List<String> tried)
      throws Shortage, IOException, InterruptedException {
    Optional<Map<Program, List<Path>>> meanwhile = here(kit);
    List<String> packages = aptPackages(kit);
    if (meanwhile.isPresent() || packages.isEmpty()) {
      return meanwhile;
    }
    Optional<String> complaint = apt.install(packages);
    tried.add(complaint.map(said -> "apt failed: " + said).orElse("apt did not bring it"));
    return here(kit);
  }

  private Optional<Map<Program, List<Path>>> byDownload(Kit kit, List<String> tried)
      throws Shortage, IOException, InterruptedException {
    Optional<Tool> browser = browser(kit);
    Optional<Map<Program, Path>> found =
        policy.mayInstall() ? download.get(kit, browser) : download.remembered(kit, browser);
    if (found.isEmpty() && policy.mayInstall()) {
      tried.add("Selenium Manager found none");
    }
    return found.map(KitSource::single);
  }

  private static Map<Program, List<Path>> single(Map<Program, Path> files) {
    return files.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, file -> List.of(file.getValue())));
  }

  /** The browser that is here without its driver. */
  private Optional<Tool> browser(Kit kit) throws Shortage, InterruptedException {
    Program browser = kit.programs().get(0);
    Optional<Path> file = path.find(browser);
    return file.isPresent()
        ? Optional.of(inspector.asked(kit, browser, file.get()))
        : Optional.empty();
  }

  /** What Selenium Manager fetched before; without starting the browser that is here, if one is. */
  private Optional<Map<Program, Path>> downloaded(Kit kit) throws Shortage {
    return path.find(kit.programs().get(0)).isPresent()
        ? download.rememberedForAny(kit)
        : download.remembered(kit, Optional.empty());
  }

  private List<String> lackingPackages(Collection<Kit> kits) {
    return kits.stream()
        .filter(kit -> !isHere(kit))
        .flatMap(kit -> aptPackages(kit).stream())
        .toList();
  }

  private boolean isHere(Kit kit) {
    try {
      return here(kit).isPresent();
    } catch (Shortage e) {
      return true; // and wrong, which it will say itself
    }
  }

  /** What apt would install here and now; nothing where a variable of ours names another source. */
  private List<String> aptPackages(Kit kit) {
    boolean chosen = kit.programs().stream().anyMatch(path::isNamed);
    return machine.admin() && policy.mayInstall() && apt.isHere() && !chosen
        ? kit.packages(machine)
        : List.of();
  }

  private List<String> whyNot(Kit kit) {
    List<String> why = new ArrayList<>(List.of("not on PATH"));
    if (canBeFetched(kit)) {
      policy.refusal().ifPresent(why::add);
    }
    return why;
  }

  private boolean canBeFetched(Kit kit) {
    return kit.managed().isPresent() || !kit.packages(machine).isEmpty();
  }

  private Shortage shortage(Kit kit, List<String> tried) throws Shortage {
    List<String> missing = new ArrayList<>();
    for (Program program : kit.programs()) {
      if (path.find(program).isEmpty()) {
        missing.add(program.title());
      }
    }
    return new Shortage(
        "no " + String.join(" and ", missing) + ": " + String.join("; ", tried),
        kit.remedy(machine));
  }
}
