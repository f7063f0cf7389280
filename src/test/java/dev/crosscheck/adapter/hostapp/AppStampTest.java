package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppStampTest {
  private static final AppStamp STAMP = new AppStamp("acme", "0f".repeat(32), "AB:CD");

  @TempDir private Path folder;

  @Test
  void isReadOfTheAppThatItWentInto() throws Exception {
    assertThat(AppStamp.ofApk(apk("assets/crosscheck.json", STAMP.json()))).contains(STAMP);
  }

  @Test
  void isReadOfNothingElse() throws Exception {
    assertThat(AppStamp.ofApk(apk("classes.dex", "dex"))).isEmpty();
    assertThat(AppStamp.ofApk(apk("assets/crosscheck.json", "{"))).isEmpty();
    assertThat(AppStamp.ofApk(apk("assets/crosscheck.json", "{}"))).isEmpty();
    Path noZip = Files.writeString(folder.resolve("no.apk"), "no zip");
    assertThatThrownBy(() -> AppStamp.ofApk(noZip)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> AppStamp.ofApk(folder.resolve("missing.apk")))
        .isInstanceOf(IOException.class);
  }

  private Path apk(String entry, String content) throws IOException {
    Path apk = folder.resolve("app.apk");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(apk))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return apk;
  }
}
