package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every embedded device and every plugin's build here has in common: the artifacts of the
 * lock, unpacked, and the host app, compiled. Made once, on demand; safe for threads.
 */
public final class AndroidKit implements AutoCloseable {
  static final String HARNESS = "android";
  static final String APP = "app";
  static final String ROBOLECTRIC = "robolectric";

  /** What Android's classes are made to implement here. */
  private static final String BENEATH = "org.robolectric:sandbox";

  /** What sources are compiled against. */
  private static final int COMPILED_FOR = 34;

  private final Supply supply;
  private final HarnessSource harness;
  private @Nullable Path folder;
  private @Nullable List<AndroidLibrary> app;
  private @Nullable Path host;
  private @Nullable Path stubs;
  private @Nullable List<Path> robolectric;
  private int unpacked;

  public AndroidKit(Supply supply, HarnessSource harness) {
    this.supply = supply;
    this.harness = harness;
  }

  static String android(int api) {
    return "android-" + api;
  }

  Supply supply() {
    return supply;
  }

  /** A new folder that lasts as long as the kit. */
  synchronized Path newFolder(String name) throws Shortage {
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("crosscheck-android");
      }
      return Files.createDirectories(folder.resolve(name + "-" + ++unpacked));
    } catch (IOException e) {
      throw new Shortage(
          "no folder for Android's files can be made: " + e.getMessage(),
          "make room, or name another folder with java.io.tmpdir");
    }
  }

  /** Segment's SDKs and what they need. */
  synchronized List<AndroidLibrary> app() throws Shortage {
    if (app == null) {
      app = unpack(supply.artifacts(HARNESS, APP));
    }
    return app;
  }

  List<AndroidLibrary> unpack(List<MavenFile> files) throws Shortage {
    List<AndroidLibrary> libraries = new ArrayList<>();
    for (MavenFile file : files) {
      libraries.add(unpack(file.file()));
    }
    return libraries;
  }

  AndroidLibrary unpack(Path file) throws Shortage {
    if (!file.toString().endsWith(".aar")) {
      return AndroidLibrary.jar(file);
    }
    try {
      return AndroidArchive.unpack(file, newFolder("aar"));
    } catch (IOException e) {
      throw new Shortage(
          "'" + file.getFileName() + "' is no Android archive: " + e.getMessage(),
          "get it again, or build it");
    }
  }

  /** Android's own classes; the folder that holds it holds no other jar. */
  Path android(String section) throws Shortage {
    return supply.artifacts(HARNESS, section).get(0).file();
  }

  /** The classes of the host app, and of what runs it in a JVM. */
  synchronized Path host() throws Shortage {
    if (host == null) {
      Path sources = harness.folder();
      List<Path> files = new ArrayList<>();
      files.addAll(JavaSources.below(sources.resolve("app/src/main/java")));
      files.addAll(JavaSources.below(sources.resolve("jvm/src")));
      Path out = newFolder("host");
      List<Path> against = new ArrayList<>(compilePath());
      against.addAll(robolectric());
      List<String> complaints = JavaSources.compile(files, against, out);
      if (!complaints.isEmpty()) {
        throw new IllegalStateException("the host app does not compile: " + complaints);
      }
      host = out;
    }
    return host;
  }

  /** Robolectric and what it needs, on a class path. */
  synchronized List<Path> robolectric() throws Shortage {
    if (robolectric == null) {
      List<Path> path = new ArrayList<>();
      for (MavenFile file : supply.artifacts(HARNESS, ROBOLECTRIC)) {
        if (file.artifact().key().equals(NativeGraphics.ARTIFACT)) {
          Path graphics = newFolder("graphics");
          NativeGraphics.unpack(file.file(), harness.folder().resolve("jvm/fonts"), graphics);
          path.add(graphics);
        } else {
          path.add(file.file());
        }
      }
      robolectric = path;
    }
    return robolectric;
  }

  /** What plugins are compiled against: Segment's SDKs and Android. */
  List<Path> compilePath() throws Shortage {
    List<Path> path = new ArrayList<>();
    path.add(stubs());
    app().forEach(library -> path.addAll(library.jars()));
    path.add(android(android(COMPILED_FOR)));
    for (MavenFile file : supply.artifacts(HARNESS, ROBOLECTRIC)) {
      if (file.artifact().key().equals(BENEATH)) {
        path.add(file.file());
      }
    }
    return path;
  }

  /** What compilers must see otherwise than it is. */
  private synchronized Path stubs() throws Shortage {
    if (stubs == null) {
      Path out = newFolder("stubs");
      List<Path> files = JavaSources.below(harness.folder().resolve("jvm/stubs"));
      List<String> complaints = JavaSources.compile(files, List.of(), out);
      if (!complaints.isEmpty()) {
        throw new IllegalStateException("the stubs do not compile: " + complaints);
      }
      stubs = out;
    }
    return stubs;
  }

  @Override
  public synchronized void close() {
    if (folder != null) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        // a child that is still ending writes: its folder goes with it
        return;
      } finally {
        folder = null;
      }
    }
  }
}
