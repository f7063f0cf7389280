package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.supply.Shortage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How the child JVM of a device is started: its class path, its trust, and a closed network. */
record AndroidRuntime(AndroidKit kit, EmbeddedSpec spec, Path folder) {
  private static final String MAIN = "dev.crosscheck.jvm.Main";
  private static final String PASSWORD = "public";

  /** At its full size from the start: a boot makes 150 MB of garbage, and growing collects all. */
  private static final List<String> HEAP = List.of("-Xms768m", "-Xmx768m", "-Xmn256m");

  /** From here on Android's classes ask the JDK for what it keeps to itself. */
  private static final int NEEDS_INTERNALS = 36;

  /** Writes what the child reads: the run's certificate, and a hosts file that knows nobody. */
  static AndroidRuntime create(AndroidKit kit, EmbeddedSpec spec, TrustAnchor trust)
      throws Shortage {
    Path folder = kit.newFolder(spec.id());
    AndroidRuntime runtime = new AndroidRuntime(kit, spec, folder);
    try {
      Files.createDirectories(runtime.temporary());
      Files.writeString(runtime.hosts(), "127.0.0.1 localhost\n");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("crosscheck", trust.certificate());
      try (OutputStream out = Files.newOutputStream(runtime.trustStore())) {
        store.store(out, PASSWORD.toCharArray());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new DeviceLost("'" + spec.id() + "' cannot be set up: " + e.getMessage(), e);
    }
    return runtime;
  }

  private Path hosts() {
    return folder.resolve("hosts");
  }

  private Path trustStore() {
    return folder.resolve("trust.p12");
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  /** What the child writes to standard error. */
  Path errors() {
    return folder.resolve("stderr.txt");
  }

  /** Permissions that the libraries' manifests and the host app's ask for. */
  List<String> permissions(List<AndroidLibrary> plugin) throws Shortage {
    List<String> all =
        new ArrayList<>(
            List.of("android.permission.INTERNET", "android.permission.ACCESS_NETWORK_STATE"));
    kit.app().forEach(library -> all.addAll(library.permissions()));
    plugin.forEach(library -> all.addAll(library.permissions()));
    return all.stream().distinct().toList();
  }

  List<String> providers() throws Shortage {
    return kit.app().stream().flatMap(library -> library.providers().stream()).distinct().toList();
  }

  /**
   * @param plugin its classes and those of its libraries
   */
  List<String> command(List<Path> plugin) throws Shortage {
    Path android = kit.android(AndroidKit.android(spec.api()));
    List<Path> path = new ArrayList<>();
    path.add(kit.host());
    path.addAll(plugin);
    kit.app().forEach(library -> path.addAll(library.jars()));
    path.addAll(kit.robolectric());
    path.add(android); // last: where others have a class too, theirs holds
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // a system's classes fill what is usual three times over, and each time all is
            // collected
            "-XX:MetaspaceSize=800m",
            // each boot defines some 4,000 classes, which compilers wrote
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-Djava.awt.headless=true",
            "-Djdk.net.hosts.file=" + hosts(),
            "-Djavax.net.ssl.trustStore=" + trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "-Djava.io.tmpdir=" + temporary(),
            "-Drobolectric.dependency.dir=" + android.resolveSibling("").toAbsolutePath(),
            "-Drobolectric.offline=true"));
    if (spec.api() >= NEEDS_INTERNALS) {
      command.addAll(
          List.of(
              "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED",
              "--add-opens=java.base/jdk.internal.access=ALL-UNNAMED",
              "--add-opens=java.base/java.io=ALL-UNNAMED",
              "--enable-native-access=ALL-UNNAMED"));
    }
    command.add("-cp");
    command.add(path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
    command.add(String.valueOf(spec.api()));
    command.add(folder.resolveSibling("").toString());
    return command;
  }
}
