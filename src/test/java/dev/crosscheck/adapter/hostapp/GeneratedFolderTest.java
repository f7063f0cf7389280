package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GeneratedFolderTest {
  @TempDir private Path temporary;

  @Test
  void isMadeAndHoldsWhatItIsToHold() throws Exception {
    write(Map.of("a.txt", "a", "deep/er/b.txt", "b"));

    assertThat(folder().resolve("a.txt")).hasContent("a");
    assertThat(folder().resolve("deep/er/b.txt")).hasContent("b");
    assertThat(folder().resolve(".crosscheck-host"))
        .hasContent(
            """
            # What 'crosscheck host' wrote here. It changes and removes these files and no others.
            ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.txt
            3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  deep/er/b.txt
            """);
  }

  @Test
  void isWrittenAgainAndLosesWhatIsNoMore() throws Exception {
    write(Map.of("a.txt", "a", "deep/er/b.txt", "b", "same.txt", "same"));
    FileTime then = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(folder().resolve("same.txt"), then);
    write(Map.of("a.txt", "new", "same.txt", "same"));

    assertThat(folder().resolve("a.txt")).hasContent("new");
    assertThat(folder().resolve("deep")).doesNotExist();
    assertThat(Files.getLastModifiedTime(folder().resolve("same.txt"))).isEqualTo(then);
  }

  @Test
  void leavesWhatOthersPutBeside() throws Exception {
    write(Map.of("app/a.txt", "a"));
    Path built = folder().resolve("app/build/app.apk");
    Files.createDirectories(built.resolveSibling(""));
    Files.writeString(built, "apk");
    write(Map.of("other.txt", "o"));

    assertThat(built).hasContent("apk");
    assertThat(folder().resolve("app/a.txt")).doesNotExist();
  }

  @Test
  void isNoFolderOfSomeoneElse() throws Exception {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("mine.txt"), "mine");

    refused(Map.of("a.txt", "a"), "'" + folder() + "' holds files that crosscheck did not write");
    assertThat(listed()).containsExactly("mine.txt");
  }

  @Test
  void takesAnEmptyFolderButNoFile() throws Exception {
    Files.createDirectories(folder());
    write(Map.of("a.txt", "a"));
    assertThat(folder().resolve("a.txt")).hasContent("a");

    Path file = Files.writeString(temporary.resolve("file"), "f");
    assertThatThrownBy(() -> new GeneratedFolder(file).write(project(Map.of("a", "a"))))
        .isInstanceOf(CannotHost.class)
        .hasMessage("'" + file + "' is no folder");
  }

  @Test
  void changesNothingWhereSomeoneChangedSomething() throws Exception {
    write(Map.of("a.txt", "a", "b.txt", "b", "old.txt", "old"));
    Files.writeString(folder().resolve("a.txt"), "mine");
    Files.writeString(folder().resolve("old.txt"), "mine");
    Files.writeString(folder().resolve("new.txt"), "mine");

    refused(
        Map.of("a.txt", "a2", "b.txt", "b2", "new.txt", "n"),
        "'a.txt', 'new.txt', 'old.txt' in '"
            + folder()
            + "' did not come from crosscheck like that");
    assertThat(folder().resolve("a.txt")).hasContent("mine");
    assertThat(folder().resolve("b.txt")).hasContent("b");
    assertThat(folder().resolve("new.txt")).hasContent("mine");
  }

  @Test
  void takesAFileThatIsRightAlready() throws Exception {
    write(Map.of("a.txt", "a"));
    Files.writeString(folder().resolve("a.txt"), "a2");
    write(Map.of("a.txt", "a2"));
    write(Map.of("a.txt", "a3"));

    assertThat(folder().resolve("a.txt")).hasContent("a3");
  }

  @Test
  void goesThroughNoLinkToElsewhere() throws Exception {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    write(Map.of("a.txt", "a"));
    Files.createSymbolicLink(folder().resolve("deep"), elsewhere);
    Path secret = Files.writeString(temporary.resolve("secret.txt"), "secret");
    Files.delete(folder().resolve("a.txt"));
    Files.createSymbolicLink(folder().resolve("a.txt"), secret);

    refused(
        Map.of("deep/b.txt", "b"), "'" + folder().resolve("deep") + "' is no folder of its own");
    refused(
        Map.of("a.txt", "a2"),
        "'a.txt' in '" + folder() + "' did not come from crosscheck like that");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(secret).hasContent("secret");
  }

  @Test
  void believesNoMarkerThatNamesFilesOutside() throws Exception {
    write(Map.of("a.txt", "a"));
    Path other = Files.writeString(temporary.resolve("other.txt"), "a");
    Path marker = folder().resolve(".crosscheck-host");
    Files.writeString(marker, Files.readString(marker).replace("a.txt", "../other.txt"));

    refused(
        Map.of("b.txt", "b"),
        "'.crosscheck-host' there does not say what crosscheck wrote:"
            + " 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  ../other.txt'");
    assertThat(other).hasContent("a");
  }

  @Test
  void noProjectLeadsOutOfItsFolder() {
    for (String path : new String[] {"../a", "/a", "b/../../a", "b/./a", ""}) {
      assertThatThrownBy(() -> project(Map.of(path, "a")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("'" + path + "' leads out of the project");
    }
  }

  private Path folder() {
    return temporary.resolve("out/host");
  }

  private Stream<String> listed() throws Exception {
    return Files.list(folder()).map(file -> file.getFileName().toString());
  }

  private void write(Map<String, String> files) throws Exception {
    new GeneratedFolder(folder()).write(project(files));
  }

  private void refused(Map<String, String> files, String why) {
    assertThatThrownBy(() -> write(files)).isInstanceOf(CannotHost.class).hasMessage(why);
  }

  private static HostProject project(Map<String, String> files) {
    TreeMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new HostProject(bytes, Map.of());
  }
}
