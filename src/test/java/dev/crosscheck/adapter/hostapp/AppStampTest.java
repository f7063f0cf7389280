package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.AndroidApp;
import dev.crosscheck.supply.IosApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppStampTest {
  private static final AppStamp STAMP =
      new AppStamp("acme", List.of("analytics-kotlin"), "0f".repeat(32), "AB:CD");

  @TempDir private Path folder;

  @Test
  void isReadOfTheAppThatItWentInto() throws Exception {
    assertThat(AppStamp.of(apk("assets/crosscheck.json", STAMP.bytes()))).contains(STAMP);
    Path app = Files.createDirectories(folder.resolve("Crosscheck.app"));
    Files.write(app.resolve("crosscheck.json"), STAMP.bytes());
    assertThat(AppStamp.of(new IosApp(app, "analytics-swift"))).contains(STAMP);
  }

  @Test
  void isReadOfNothingElse() throws Exception {
    assertThat(AppStamp.of(apk("classes.dex", bytes("dex")))).isEmpty();
    assertThat(AppStamp.of(apk("assets/crosscheck.json", bytes("{")))).isEmpty();
    assertThat(AppStamp.of(apk("assets/crosscheck.json", bytes("{}")))).isEmpty();
    Path noZip = Files.writeString(folder.resolve("no.apk"), "no zip");
    assertThatThrownBy(() -> AppStamp.of(new AndroidApp(noZip))).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> AppStamp.of(new AndroidApp(folder.resolve("missing.apk"))))
        .isInstanceOf(IOException.class);
  }

  /** One whose stamp was written before it named SDKs. */
  @Test
  void isReadOfAnOlderApp() throws Exception {
    String older = "{\"plugin\": \"acme\", \"sources\": \"0f\", \"authority\": \"AB\"}";
    assertThat(AppStamp.of(apk("assets/crosscheck.json", bytes(older))))
        .contains(new AppStamp("acme", List.of(), "0f", "AB"));
  }

  private AndroidApp apk(String entry, byte[] content) throws IOException {
    Path apk = folder.resolve("app.apk");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(apk))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return new AndroidApp(apk);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
