package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessFilesTest {
  @TempDir Path cache;

  @Test
  void unpacksTheSchemasAsTheyAre() throws Exception {
    Path schemas = new HarnessFiles(cache, "1.2.3").folder("schema");

    assertThat(schemas.startsWith(cache.resolve("harness"))).isTrue();
    assertThat(cache.relativize(schemas).toString())
        .matches("harness/1\\.2\\.3-[0-9a-f]{12}/schema");
    assertThat(schemas.resolve("plugin.schema.json"))
        .hasSameBinaryContentAs(Path.of("harness/schema/plugin.schema.json"));
    assertThat(schemas.resolveSibling("web/page.html")).isNotEmptyFile();
  }

  @Test
  void unpacksOnce() throws Exception {
    Path schemas = new HarnessFiles(cache, "1.2.3").folder("schema");
    Files.writeString(schemas.resolve("mark"), "still here");

    assertThat(new HarnessFiles(cache, "1.2.3").folder("schema").resolve("mark")).exists();
    assertThat(new HarnessFiles(cache, "1.2.4").folder("schema").resolve("mark")).doesNotExist();
  }

  @Test
  void saysWhereItCannotUnpack() throws Exception {
    Path file = Files.writeString(cache.resolve("file"), "");

    assertThatThrownBy(() -> new HarnessFiles(file, "1.2.3").folder("schema"))
        .isInstanceOf(Shortage.class)
        .hasMessageContaining(file.toString());
  }
}
