package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this machine has, and what it can fetch: programs from our variables, PATH, their usual
 * places, apt and Selenium Manager, packages from npm, artifacts from Maven. Safe for threads;
 * several runs may share a cache folder. An interrupted thread gets a {@link Shortage}, and keeps
 * its interrupt.
 */
public final class SystemSupply implements Supply {
  private final Map<String, String> environment;
  private final KitSource source;
  private final NpmPackages packages;
  private final MavenArtifacts artifacts;
  private final Memory<Map<Program, Tool>> kits;
  private final Memory<Map<Program, Tool>> examined;
  private final Memory<Path> files;
  private final Memory<List<MavenFile>> libraries;

  /**
   * @param cache where what was fetched is kept, see {@link #cacheFolder}
   * @param environment the process's environment variables
   * @param announce hears of what is being installed, before and after
   */
  public SystemSupply(Path cache, Map<String, String> environment, Consumer<String> announce) {
    this(cache, environment, announce, Machine.here(), InstantSource.system());
  }

  SystemSupply(
      Path cache,
      Map<String, String> environment,
      Consumer<String> announce,
      Machine machine,
      InstantSource clock) {
    Path folder = cache.toAbsolutePath().normalize();
    Announcer announcer = new Announcer(announce, clock);
    this.environment = Map.copyOf(environment);
    SearchPath path = new SearchPath(this.environment, machine.top());
    VersionAsker versions = new VersionAsker(this.environment, path, VersionAsker.LIMIT);
    this.source =
        new KitSource(
            path,
            machine,
            InstallPolicy.of(this.environment),
            new FileLocks(folder),
            new Inspector(versions, machine),
            new Apt(path.onPath("apt-get"), this.environment, announcer),
            new BrowserDownload(
                folder, new SeleniumManagerProgram(this.environment, machine), announcer));
    this.packages = new NpmPackages(folder, this::npm, announcer);
    MavenBuild build = MavenBuild.of(System::getProperty, this.environment);
    this.artifacts =
        new MavenArtifacts(
            () -> MavenClient.open(build, MavenClient.PUBLIC),
            MavenArtifacts::packedLock,
            announcer);
    this.kits = new Memory<>(folder);
    this.examined = new Memory<>(folder);
    this.files = new Memory<>(folder);
    this.libraries = new Memory<>(folder);
  }

  /** Why no programs are installed or downloaded, where that is not wanted. */
  public static Optional<String> refusal(Map<String, String> environment) {
    return InstallPolicy.of(environment).refusal();
  }

  /**
   * {@code CROSSCHECK_CACHE}, else {@code XDG_CACHE_HOME/crosscheck}, {@code ~/.cache/crosscheck}.
   */
  public static Path cacheFolder(Map<String, String> environment) {
    String own = environment.getOrDefault("CROSSCHECK_CACHE", "");
    if (!own.isBlank()) {
      return Path.of(own);
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        shared.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(shared);
    return caches.resolve("crosscheck");
  }

  @Override
  public Path program(Program program) throws Shortage {
    return tool(program).file();
  }

  @Override
  public void gather(Set<Program> programs) {
    try {
      source.gather(programs.stream().map(Kit::of).distinct().sorted().toList());
    } catch (IOException e) {
      // the cache cannot be used, which each program will say for itself
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Path nodeModules(String harness) throws Shortage {
    return files.get("harness/" + harness, () -> packages.nodeModules(harness));
  }

  @Override
  public Path nodeModules(Path folder) throws Shortage {
    Path absolute = folder.toAbsolutePath().normalize();
    return files.get(absolute, () -> packages.nodeModules(absolute));
  }

  @Override
  public Path npmFile(NpmFile file) throws Shortage {
    return files.get(file, () -> packages.file(file));
  }

  @Override
  public boolean hasNodeModules(String harness) {
    return packages.hasNodeModules(harness);
  }

  @Override
  public List<MavenFile> artifacts(String harness, String section) throws Shortage {
    return libraries.get(
        "harness/" + harness + " [" + section + "]", () -> artifacts.artifacts(harness, section));
  }

  @Override
  public List<MavenFile> resolve(List<MavenArtifact> wanted, String harness, String section)
      throws Shortage {
    return libraries.get(
        wanted + " for harness/" + harness + " [" + section + "]",
        () -> artifacts.resolve(wanted, harness, section));
  }

  @Override
  public boolean hasArtifacts(String harness, String section) {
    return artifacts.hasArtifacts(harness, section);
  }

  @Override
  public Presence look(Program program) {
    Kit kit = Kit.of(program);
    return kits.known(kit)
        .or(() -> examined.known(kit).filter(tools -> !tools.isEmpty()))
        .map(tools -> here(tools.get(program)))
        .orElseGet(() -> source.look(program));
  }

  @Override
  public Presence examine(Program program) {
    Kit kit = Kit.of(program);
    try {
      Map<Program, Tool> tools = examined.get(kit, () -> source.examine(kit));
      return tools.isEmpty() ? source.lookBeyondDownloads(program) : here(tools.get(program));
    } catch (Shortage e) {
      return new Presence.Missing(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  private static Presence here(@Nullable Tool tool) {
    Tool found = Objects.requireNonNull(tool);
    return new Presence.Here(found.file(), found.version().map(Version::text));
  }

  private Tool tool(Program program) throws Shortage {
    Kit kit = Kit.of(program);
    return Objects.requireNonNull(kits.get(kit, () -> source.get(kit)).get(program));
  }

  private Npm npm() throws Shortage {
    return new Npm(program(Program.NPM), program(Program.NODE), environment);
  }
}
