package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.NpmFile;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** npm packages in the cache: node_modules by the hash of their lock, packages by their version. */
final class NpmPackages {
  private static final String PACKAGE = "package.json";
  private static final String LOCK = "package-lock.json";
  private static final String SETTINGS = ".npmrc";

  private final FolderCache installed;
  private final FolderCache published;
  private final NpmSource npm;
  private final Announcer announcer;

  /** npm, once it is needed: with everything in the cache, none has to be there. */
  interface NpmSource {
    Npm get() throws Shortage, IOException, InterruptedException;
  }

  NpmPackages(Path cache, NpmSource npm, Announcer announcer) {
    this.installed = new FolderCache(cache.resolve("npm"));
    this.published = new FolderCache(cache.resolve("npm-packages"));
    this.npm = npm;
    this.announcer = announcer;
  }

  Path nodeModules(String harness) throws Shortage, IOException, InterruptedException {
    return install("harness/" + harness, harnessFiles(harness));
  }

  boolean hasNodeModules(String harness) {
    try {
      return installed.has(key(harnessFiles(harness)));
    } catch (IOException e) {
      return false;
    }
  }

  Path nodeModules(Path folder) throws Shortage, IOException, InterruptedException {
    Map<String, byte[]> files = new HashMap<>();
    files.put(PACKAGE, file(folder, PACKAGE));
    files.put(LOCK, file(folder, LOCK));
    if (Files.exists(folder.resolve(SETTINGS))) {
      files.put(SETTINGS, file(folder, SETTINGS)); // where a team's private packages come from
    }
    return install(folder.toString(), files);
  }

  Path file(NpmFile file) throws Shortage, IOException, InterruptedException {
    String spec = file.name() + "@" + file.version();
    Path folder = published.get(spec.replace('/', '+'), making -> fetch(spec, making));
    Path wanted = folder.resolve(file.path()).normalize();
    if (!wanted.startsWith(folder) || !Files.isRegularFile(wanted)) {
      throw new Shortage(
          "package " + spec + " holds no file '" + file.path() + "'",
          "name one that it holds" + examples(folder, file.path()));
    }
    return wanted;
  }

  private Path install(String what, Map<String, byte[]> files)
      throws Shortage, IOException, InterruptedException {
    Path folder =
        installed.get(
            key(files),
            making -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(making.resolve(file.getKey()), file.getValue());
              }
              try (Announcer.Work work = announcer.begin("installing npm packages of " + what)) {
                npm.get().run(making, what, "ci", "--include=dev", "--include=optional");
                Files.createDirectories(making.resolve("node_modules"));
                work.done("installed npm packages of " + what);
              }
            });
    return folder.resolve("node_modules");
  }

  private void fetch(String spec, Path into) throws Shortage, IOException, InterruptedException {
    Path download = Files.createDirectory(into.resolve(".download"));
    try (Announcer.Work work = announcer.begin("fetching " + spec + " from npm")) {
      npm.get().run(download, spec, "pack", spec);
      try (Stream<Path> files = Files.list(download)) {
        Path tarball =
            files
                .filter(file -> file.toString().endsWith(".tgz"))
                .findFirst()
                .orElseThrow(
                    () -> new Shortage("npm pack " + spec + " made no package", "try again"));
        NpmTarball.unpack(tarball, into);
        Files.delete(tarball);
      }
      Files.delete(download);
      work.done("fetched " + spec + " from npm");
    }
  }

  private static String examples(Path folder, String wanted) throws IOException {
    String name = Path.of(wanted).getFileName().toString();
    try (Stream<Path> files = Files.walk(folder, 3)) {
      List<String> near =
          files
              .filter(file -> file.getFileName().toString().equals(name))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .limit(3)
              .toList();
      return near.isEmpty() ? "" : ", such as " + String.join(", ", near);
    }
  }

  /** The lock file of a folder of {@code harness/}. */
  static byte[] lock(String harness) throws IOException {
    return resource(harness, LOCK);
  }

  private static byte[] resource(String harness, String name) throws IOException {
    String path = "/harness/" + harness + "/" + name;
    try (InputStream in = NpmPackages.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("this build of crosscheck lacks " + path);
      }
      return in.readAllBytes();
    }
  }

  private static byte[] file(Path folder, String name) throws Shortage, IOException {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (NoSuchFileException e) {
      throw new Shortage(
          "'" + folder + "' has no " + name, "run npm install there and keep " + LOCK);
    }
  }

  private static Map<String, byte[]> harnessFiles(String harness) throws IOException {
    return Map.of(PACKAGE, resource(harness, PACKAGE), LOCK, resource(harness, LOCK));
  }

  /** Of package.json too: npm has to see whether a lock still fits it. */
  private static String key(Map<String, byte[]> files) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(Objects.requireNonNull(files.get(LOCK)));
      hash.update(Objects.requireNonNull(files.get(PACKAGE)));
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
