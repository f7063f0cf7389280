package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmTarballTest {
  @TempDir Path home;

  @Test
  void writesFilesWithoutTheFolderThatTheyStandBelow() throws Exception {
    Path into =
        unpack(
            new TarballBytes()
                .entry('5', "package/", "")
                .file("package/package.json", "{}")
                .file("package/dist/a.js", "x".repeat(600))
                .gzipped());

    assertThat(into.resolve("package.json")).hasContent("{}");
    assertThat(into.resolve("dist/a.js")).hasSize(600);
  }

  @Test
  void readsLongNames() throws Exception {
    String name = "package/" + "deep/".repeat(40) + "a.js";

    Path into = unpack(new TarballBytes().named(name).file("package/short", "a()").gzipped());

    assertThat(into.resolve("deep/".repeat(40) + "a.js")).hasContent("a()");
  }

  @Test
  void writesNoLinksAndNothingOutside() throws Exception {
    Path into = unpack(new TarballBytes().entry('2', "package/link", "").gzipped());
    byte[] evil = new TarballBytes().file("package/../evil.js", "x").gzipped();

    assertThat(into).isEmptyDirectory();
    assertThatThrownBy(() -> unpack(evil))
        .isInstanceOf(Shortage.class)
        .hasMessage(
            "cannot use the package that npm sent: its file 'package/../evil.js' leads out of"
                + " it");
    assertThat(home).isDirectoryNotContaining("glob:**evil.js");
  }

  @Test
  void refusesADamagedPackage() throws Exception {
    byte[] whole = new TarballBytes().file("package/a.js", "x".repeat(5000)).gzipped();

    assertThatThrownBy(() -> unpack(Arrays.copyOf(whole, whole.length / 2)))
        .hasMessage("cannot use the package that npm sent: it is damaged");
    assertThatThrownBy(() -> unpack("no gzip".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .hasMessage("cannot use the package that npm sent: it is damaged");
  }

  private Path unpack(byte[] bytes) throws IOException, Shortage {
    Path into = Files.createTempDirectory(home, "into");
    NpmTarball.unpack(Files.write(home.resolve("lib.tgz"), bytes), into);
    return into;
  }
}
