package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What this machine has, and what it can fetch: programs from our variables, PATH, apt and Selenium
 * Manager, packages from npm. Safe for threads; several runs may share a cache folder. An
 * interrupted thread gets a {@link Shortage}, and keeps its interrupt.
 */
public final class SystemSupply implements Supply {
  private static final int NODE_MAJOR = 20;
  private static final int NODE_MINOR = 19;

  private final Map<String, String> environment;
  private final SearchPath path;
  private final ChromiumSource chromium;
  private final NpmPackages packages;
  private final Memory<ChromiumPair> browsers;
  private final Memory<Path> files;

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
    this.path = new SearchPath(this.environment);
    this.chromium =
        new ChromiumSource(folder, this.environment, machine, new FileLocks(folder), announcer);
    this.packages = new NpmPackages(folder, this::npm, announcer);
    this.browsers = new Memory<>(folder);
    this.files = new Memory<>(folder);
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
    return switch (program) {
      case CHROMIUM -> browsers.get("Chromium", chromium::get).browser();
      case CHROMEDRIVER -> browsers.get("Chromium", chromium::get).driver();
      case NODE -> files.get(program, this::node);
      case NPM -> files.get(program, () -> required(Program.NPM));
      default -> files.get(program, () -> required(program));
    };
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
  public boolean has(Program program) {
    return switch (program) {
      case CHROMIUM, CHROMEDRIVER -> chromium.isLikely();
      default -> isOnPath(program);
    };
  }

  private boolean isOnPath(Program program) {
    try {
      return path.find(program).isPresent();
    } catch (Shortage e) {
      return false;
    }
  }

  private Npm npm() throws Shortage {
    return new Npm(program(Program.NPM), program(Program.NODE), environment);
  }

  private Path node() throws Shortage, IOException, InterruptedException {
    Path node = required(Program.NODE);
    Version version = Version.of(Program.NODE, node, environment);
    if (version.isBefore(NODE_MAJOR, NODE_MINOR)) {
      throw new Shortage(
          "'" + node + "' is Node.js " + version.text() + ", too old", nodeRemedy(Program.NODE));
    }
    return node;
  }

  private Path required(Program program) throws Shortage {
    return path.find(program)
        .orElseThrow(
            () ->
                new Shortage(
                    "no " + program.title() + ": not on PATH",
                    program == Program.NODE || program == Program.NPM
                        ? nodeRemedy(program)
                        : "install it, or name its executable in " + program.variable()));
  }

  private static String nodeRemedy(Program program) {
    return "install Node.js %d.%d or later (npm comes with it), or name it with %s"
        .formatted(NODE_MAJOR, NODE_MINOR, program.variable());
  }
}
