package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.NoNetwork;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.TinyProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run where nothing but loopback is reached. */
@ExtendWith(TestSupply.class)
@Timeout(300)
class OfflineIT {
  private static final String LOCK =
      """
      {"lockfileVersion": 3, "requires": true, "packages": {
        "": {"dependencies": {"left-pad": "1.3.0"}},
        "node_modules/left-pad": {
          "version": "1.3.0",
          "integrity": "sha512-XI5MPzVNApjAyhQzphX8BkmKsKUxD4LdyK24iZeQGinBN9yTQT3bFlCBy/aVx2HrNcqQGsdot8ghrjyrvMCoEA=="
        }}}
      """;

  @TempDir Path folder;

  @BeforeAll
  static void fillTheCache(Supply supply) throws Exception {
    supply.program(Program.CHROMEDRIVER);
    supply.nodeModules("web");
  }

  @Test
  void needsNeitherNetworkNorNpmOnceEverythingIsCached() throws Exception {
    TinyProject.in(folder).neighbour();
    Path called = folder.resolve("npm-was-called");
    Map<String, String> own = Map.of("CROSSCHECK_NPM", npm("touch '" + called + "'").toString());

    try (Cli run = Cli.start(folder, NoNetwork.inside(), own, "run")) {
      assertThat(run.code()).as(run.out() + run.errors()).isZero();
      assertThat(run.out()).contains("1 cell: 1 passed in ").doesNotContain("npm", "install");
    }
    assertThat(called).doesNotExist();
  }

  @Test
  void saysThatTheRegistryIsNotReachedAndGoesOnWithWhatIsCached() throws Exception {
    TinyProject.in(folder)
        .neighbour()
        .plugin("fresh", "import 'left-pad';")
        .scenario("fresh", "order", TinyProject.ONE_ORDER);
    Path plugin = folder.resolve("scenarios/fresh/web");
    Files.writeString(
        plugin.resolve("package.json"), "{\"dependencies\":{\"left-pad\":\"1.3.0\"}}");
    Files.writeString(plugin.resolve("package-lock.json"), LOCK);
    Map<String, String> own = Map.of("npm_config_cache", folder.resolve("npm").toString());

    try (Cli run = Cli.start(folder, NoNetwork.inside(), own, "run")) {
      assertThat(run.code()).as(run.out() + run.errors()).isEqualTo(3);
      assertThat(run.out())
          .contains("2 cells: 1 passed, 1 broken in ")
          .contains(
              "the npm registry is not reached, and '"
                  + plugin.toRealPath()
                  + "' is not in the cache yet: ")
          .contains("name a mirror with registry= in .npmrc");
    }
  }

  private Path npm(String... lines) throws IOException {
    Path npm = Files.createFile(folder.resolve("npm.sh"));
    Files.writeString(npm, "#!/bin/sh\n" + String.join("\n", lines) + "\nexit 1\n");
    assertThat(npm.toFile().setExecutable(true)).isTrue();
    return npm;
  }
}
