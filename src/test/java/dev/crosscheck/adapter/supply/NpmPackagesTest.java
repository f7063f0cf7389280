package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NpmPackagesTest {
  private static final String[] WORKS = {
    "[ -e package-lock.json ] || exit 3",
    "mkdir -p node_modules/lib",
    "cp package.json node_modules/"
  };
  private static final NpmFile FILE = new NpmFile("@acme/lib", "1.2.3", "dist/lib.min.js");

  @TempDir Path home;
  private FakeMachine fake;
  private Path project;

  @BeforeEach
  void begin() throws IOException {
    fake = new FakeMachine(home);
    fake.program("node", "echo v20.19.0");
    project = Files.createDirectory(home.resolve("project"));
    Files.writeString(project.resolve("package.json"), "{\"name\": \"x\"}");
    Files.writeString(project.resolve("package-lock.json"), "{\"lockfileVersion\": 3}");
  }

  @Test
  void installsOnceAndThenNeedsNoNpm() throws Exception {
    fake.program("npm", WORKS);
    Path first = fake.supply().nodeModules(project);
    fake.program("npm", "exit 1");

    assertThat(fake.supply().nodeModules(project)).isEqualTo(first);
    assertThat(first).isDirectory().hasFileName("node_modules");
    assertThat(first.resolve("lib")).isDirectory();
    assertThat(fake.calls())
        .containsExactly(
            "npm ci --include=dev --include=optional --ignore-scripts --no-audit --no-fund"
                + " --no-update-notifier --fetch-retry-mintimeout=1000"
                + " --fetch-retry-maxtimeout=5000 --fetch-timeout=60000");
    assertThat(fake.announced)
        .containsExactly(
            "installing npm packages of " + project + " …",
            "installed npm packages of " + project + " in 0.0 s");
    assertThat(project).isDirectoryNotContaining("glob:**node_modules");
  }

  @Test
  void installsAgainForAnotherLock() throws Exception {
    fake.program("npm", WORKS);
    Path first = fake.supply().nodeModules(project);
    Files.writeString(project.resolve("package-lock.json"), "{\"lockfileVersion\": 2}");

    assertThat(fake.supply().nodeModules(project)).isNotEqualTo(first);
  }

  @Test
  void takesTheHarnessLockFromTheClassPath() throws Exception {
    fake.program("npm", WORKS);

    Path modules = fake.supply().nodeModules("web");

    assertThat(modules.resolve("package.json")).content().contains("@segment/analytics-next");
  }

  @Test
  void takesATeamsNpmSettingsAlong() throws Exception {
    fake.program("npm", "cat .npmrc || exit 4", "mkdir node_modules");
    Files.writeString(project.resolve(".npmrc"), "save-exact=true");

    assertThat(fake.supply().nodeModules(project)).isDirectory();
  }

  @Test
  void neverTakesAHalfMadeFolderForWhole() throws Exception {
    fake.program(
        "npm", "mkdir -p node_modules/half", "echo 'npm error code ENOTFOUND' >&2", "exit 1");
    SystemSupply supply = fake.supply();

    Shortage shortage = shortage(() -> supply.nodeModules(project));
    shortage(() -> supply.nodeModules(project));

    assertThat(shortage)
        .hasMessage(
            "the npm registry is not reached, and '"
                + project
                + "' is not in the cache yet: code ENOTFOUND");
    assertThat(shortage.remedy())
        .isEqualTo(
            "run once where it is reached, or name a mirror with registry= in .npmrc; what was"
                + " fetched once is kept");
    assertThat(fake.calls()).as("asked once a run").hasSize(1);
    fake.program("npm", WORKS);
    assertThat(fake.supply().nodeModules(project).resolve("half")).doesNotExist();
  }

  @Test
  void clearsAwayWhatAKilledRunLeft() throws Exception {
    fake.program("npm", WORKS);
    Path finished = Objects.requireNonNull(fake.supply().nodeModules(project).getParent());
    Path left =
        Files.move(finished, finished.resolveSibling(finished.getFileName() + ".unfinished7"));

    assertThat(fake.supply().nodeModules(project)).isDirectory();
    assertThat(left).doesNotExist();
  }

  @Test
  void installsOnceForManyThreadsAndRuns() throws Exception {
    fake.program("npm", "sleep 0.3", WORKS[1]);
    SystemSupply shared = fake.supply();

    List<CompletableFuture<Path>> asked =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(i < 4 ? shared : fake.supply())))
            .toList();

    assertThat(asked.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(fake.calls()).hasSize(1);
  }

  @Test
  void endsNpmAndKeepsTheInterruptWhenInterrupted() throws Exception {
    Path pid = home.resolve("pid");
    fake.program(
        "npm",
        "mkdir node_modules",
        "echo $$ > '" + pid + ".new'",
        "cp '" + pid + ".new' '" + pid + "'",
        "sleep 50");
    AtomicReference<Shortage> shortage = new AtomicReference<>();
    AtomicBoolean kept = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              shortage.set(shortage(() -> fake.supply().nodeModules(project)));
              kept.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.onSpinWait();
    }
    ProcessHandle npm =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    List<ProcessHandle> family = Stream.concat(Stream.of(npm), npm.descendants()).toList();
    thread.interrupt();
    thread.join();

    assertThat(shortage.get()).hasMessage("interrupted while looking for " + project);
    assertThat(kept).isTrue();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
    fake.program("npm", WORKS);
    assertThat(fake.supply().nodeModules(project)).isDirectoryContaining("glob:**lib");
  }

  @Test
  void asksForTheLock() throws Exception {
    Files.delete(project.resolve("package-lock.json"));

    Shortage shortage = shortage(() -> fake.supply().nodeModules(project));

    assertThat(shortage).hasMessage("'" + project + "' has no package-lock.json");
    assertThat(shortage.remedy()).isEqualTo("run npm install there and keep package-lock.json");
  }

  @Test
  void namesWhatTheLockLacks() throws Exception {
    fake.program(
        "npm",
        "cat >&2 <<'END'",
        "npm error code EUSAGE",
        "npm error",
        "npm error `npm ci` can only install packages when your package.json and"
            + " package-lock.json or npm-shrinkwrap.json are in sync.",
        "npm error",
        "npm error Missing: left-pad@1.3.0 from lock file",
        "npm error Invalid: lock file's lodash@4.17.20 does not satisfy lodash@4.17.21",
        "npm error",
        "npm error Clean install a project",
        "END",
        "exit 1");

    Shortage shortage = shortage(() -> fake.supply().nodeModules(project));

    assertThat(shortage)
        .hasMessage(
            "package-lock.json in '"
                + project
                + "' does not fit package.json: it lacks left-pad@1.3.0, has lodash@4.17.20 instead"
                + " of lodash@4.17.21");
    assertThat(shortage.remedy())
        .isEqualTo("run npm install in '" + project + "' and commit package-lock.json");
  }

  @Test
  void letsNpmSeeWhetherALockStillFits() throws Exception {
    fake.program("npm", WORKS);
    fake.supply().nodeModules(project);
    Files.writeString(project.resolve("package.json"), "{\"dependencies\": {\"x\": \"1\"}}");

    fake.supply().nodeModules(project);

    assertThat(fake.calls()).hasSize(2);
  }

  @Test
  void refusesAnOldNode() throws Exception {
    Path node = fake.program("node", "echo v20.18.3");
    fake.program("npm", WORKS);

    Shortage shortage = shortage(() -> fake.supply().nodeModules(project));

    assertThat(shortage)
        .hasMessage("'" + node + "' is Node.js 20.18.3, too old: 20.19 or later is needed");
    assertThat(shortage.remedy())
        .isEqualTo(
            "install Node.js 20.19 or later (npm comes with it), or name it with CROSSCHECK_NODE");
  }

  @Test
  void runsNpmOnTheNodeThatWasNamed() throws Exception {
    Path own = fake.programAt(home.resolve("own/node"), "echo v24.0.0");
    fake.environment.put("CROSSCHECK_NODE", own.toString());
    fake.program(
        "npm", "case $GIVEN in '" + own.getParent() + "':*) mkdir node_modules;; *) exit 5;; esac");

    assertThat(fake.supply().nodeModules(project)).isDirectory();
  }

  @Test
  void saysThatThereIsNoNpm() {
    assertThat(shortage(() -> fake.supply().nodeModules(project)))
        .hasMessage("no npm: not on PATH");
  }

  @Test
  void saysThatTheCacheCannotBeWritten() throws Exception {
    Files.writeString(fake.cache, "a file where the folder should be");

    Shortage shortage = shortage(() -> fake.supply().nodeModules(project));

    assertThat(shortage)
        .hasMessage(
            "the cache '%s' cannot be used: %s/npm: Not a directory"
                .formatted(fake.cache, fake.cache));
    assertThat(shortage.remedy()).contains("CROSSCHECK_CACHE");
  }

  @Test
  void fetchesAPublishedFileOnce() throws Exception {
    publishes(FILE.path(), "lib()");
    Path first = fake.supply().npmFile(FILE);
    fake.program("npm", "exit 1");

    assertThat(fake.supply().npmFile(FILE)).isEqualTo(first).hasContent("lib()");
    assertThat(fake.calls()).hasSize(1).first().asString().startsWith("npm pack @acme/lib@1.2.3 ");
    assertThat(fake.announced).first().isEqualTo("fetching @acme/lib@1.2.3 from npm …");
  }

  @Test
  void staysInsideThePackage() throws Exception {
    publishes(FILE.path(), "lib()");

    Shortage outside =
        shortage(() -> fake.supply().npmFile(new NpmFile("@acme/lib", "1.2.3", "../x/lib.min.js")));
    Shortage wrong =
        shortage(() -> fake.supply().npmFile(new NpmFile("@acme/lib", "1.2.3", "lib.min.js")));

    assertThat(outside).hasMessage("package @acme/lib@1.2.3 holds no file '../x/lib.min.js'");
    assertThat(wrong.remedy()).isEqualTo("name one that it holds, such as dist/lib.min.js");
  }

  private void publishes(String path, String content) throws IOException {
    Path tarball = home.resolve("published.tgz");
    Files.write(tarball, new TarballBytes().file("package/" + path, content).gzipped());
    fake.program("npm", "cp '" + tarball + "' ./lib.tgz");
  }

  private Path get(SystemSupply supply) {
    try {
      return supply.nodeModules(project);
    } catch (Shortage e) {
      throw new IllegalStateException(e);
    }
  }
}
