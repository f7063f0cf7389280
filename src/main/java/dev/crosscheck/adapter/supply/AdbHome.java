package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder that looks like Android's SDK to those who look for {@code adb} in one: of links, for an
 * {@code adb} that lies elsewhere.
 */
final class AdbHome {
  private static final String TOOLS = "platform-tools";

  /** What else Appium and the emulator look for. */
  private static final List<String> OTHER_PARTS =
      List.of("build-tools", "cmdline-tools", "emulator", "platforms", "skins", "system-images");

  private final FolderCache cache;

  AdbHome(Path cache) {
    this.cache = new FolderCache(cache.resolve("android-home"));
  }

  /**
   * @param sdk whose other parts are wanted; they need not be there yet
   */
  Path around(Path adb, Optional<Path> sdk) throws Shortage, IOException, InterruptedException {
    Path real = adb.toRealPath();
    Path folder = real.getParent();
    if (sdk.isEmpty() && folder != null && folder.endsWith(TOOLS) && folder.getParent() != null) {
      return folder.getParent(); // Debian's, and what is unpacked from a download
    }
    return cache.get(
        name(real, sdk),
        empty -> {
          Path tools = Files.createDirectory(empty.resolve(TOOLS));
          Files.createSymbolicLink(tools.resolve(String.valueOf(adb.getFileName())), real);
          if (sdk.isPresent()) {
            for (String part : OTHER_PARTS) {
              Files.createSymbolicLink(empty.resolve(part), sdk.get().resolve(part));
            }
          }
        });
  }

  private static String name(Path adb, Optional<Path> sdk) {
    String text = adb + "\n" + sdk.map(Path::toString).orElse("");
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
