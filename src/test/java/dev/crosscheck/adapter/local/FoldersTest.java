package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FoldersTest {
  @TempDir Path place;

  @Test
  void goesElsewhereWhereThePlaceForTemporaryFilesIsTooDeepForSockets() throws Exception {
    Path deep = Files.createDirectory(place.resolve("a-folder-that-a-build-has-for-itself"));
    Path folder = Folders.temporary(deep);
    try {
      assertThat(folder).isEmptyDirectory().hasParentRaw(Path.of("/tmp"));
    } finally {
      Folders.remove(folder);
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void keepsToAPlaceThatIsNot() {
    Path folder = Folders.temporary(Path.of("/var/tmp"));
    try {
      assertThat(folder).isEmptyDirectory().hasParentRaw(Path.of("/var/tmp"));
    } finally {
      Folders.remove(folder);
    }
  }
}
