package dev.crosscheck.adapter.hostapp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is written to and written to again. What someone else put there, or changed, is
 * never overwritten and never removed: then nothing is written at all.
 */
public final class GeneratedFolder {
  private static final String ELSEWHERE = "name a new or an empty folder with --out";
  private static final int SHOWN = 3;

  private final Path folder;

  public GeneratedFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Makes the folder hold these files, of those that were ever written; a file that is right
   * already is not touched.
   *
   * @throws CannotHost where it holds what is someone else's, or cannot be written to
   */
  public void write(HostProject project) throws CannotHost {
    try {
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        throw new CannotHost("'" + folder + "' is no folder", ELSEWHERE);
      }
      Marker before = before();
      SortedMap<String, byte[]> files = project.files();
      refuseWhatIsNotOurs(before, files);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(folder.resolve(file.getKey()), file.getValue());
      }
      for (String old : before.hashes().keySet()) {
        if (!files.containsKey(old)) {
          remove(folder.resolve(old));
        }
      }
      put(marker(), Marker.of(files).text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CannotHost(
          "'" + folder + "' cannot be written to: " + e.getMessage(),
          "name another folder with --out");
    }
  }

  private Path marker() {
    return folder.resolve(Marker.NAME);
  }

  private Marker before() throws IOException, CannotHost {
    if (Files.isRegularFile(marker(), LinkOption.NOFOLLOW_LINKS)) {
      return Marker.parse(Files.readString(marker()));
    }
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
        if (inside.iterator().hasNext()) {
          throw new CannotHost(
              "'" + folder + "' holds files that crosscheck did not write", ELSEWHERE);
        }
      }
    }
    return Marker.NOTHING;
  }

  private void refuseWhatIsNotOurs(Marker before, SortedMap<String, byte[]> files)
      throws IOException, CannotHost {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      refuseLinks(file.getKey());
      if (isChanged(before, file.getKey(), file.getValue())) {
        changed.add(file.getKey());
      }
    }
    for (String old : before.hashes().keySet()) {
      refuseLinks(old);
      if (!files.containsKey(old) && isChanged(before, old, null)) {
        changed.add(old);
      }
    }
    if (!changed.isEmpty()) {
      String more = changed.size() > SHOWN ? " and " + (changed.size() - SHOWN) + " more" : "";
      String named = String.join("', '", changed.subList(0, Math.min(SHOWN, changed.size())));
      throw new CannotHost(
          "'" + named + "'" + more + " in '" + folder + "' did not come from crosscheck like that",
          "move it away: the plugin's code belongs into the plugin's own folder");
    }
  }

  /** Whether someone else has a hand in what lies there, unless it is what is to lie there. */
  private boolean isChanged(Marker before, String path, byte @Nullable [] wanted)
      throws IOException {
    Path file = folder.resolve(path);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    byte[] there = Files.readAllBytes(file);
    return !before.holds(path, there) && !(wanted != null && Arrays.equals(there, wanted));
  }

  /** A link on the way would lead out of the folder. */
  private void refuseLinks(String path) throws CannotHost {
    for (Path on = Path.of(path).getParent(); on != null; on = on.getParent()) {
      Path way = folder.resolve(on);
      if (Files.exists(way, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(way, LinkOption.NOFOLLOW_LINKS)) {
        throw new CannotHost("'" + way + "' is no folder of its own", "move it away");
      }
    }
  }

  private static void put(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, content);
  }

  /** With the folders that it leaves empty. */
  private void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    for (Path parent = file.getParent();
        parent != null && !parent.equals(folder) && isEmpty(parent);
        parent = parent.getParent()) {
      Files.delete(parent);
    }
  }

  private static boolean isEmpty(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return false;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(parent)) {
      return !inside.iterator().hasNext();
    }
  }
}
