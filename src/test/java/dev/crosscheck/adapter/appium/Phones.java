package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.appium.pretended.AdbServer;
import dev.crosscheck.adapter.appium.pretended.ApkFile;
import dev.crosscheck.adapter.appium.pretended.PhoneModel;
import dev.crosscheck.adapter.appium.pretended.PretendedDevice;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.adapter.supply.SystemAppleTools;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real Appium server, its real driver and the real adb, and phones behind them whose systems
 * are pretended: the app on them is the real one, on an embedded Android.
 */
public final class Phones implements AutoCloseable {
  private static final InstantSource CLOCK = InstantSource.system();

  private final AppiumProvider provider;
  private final LocalAppium servers;
  private final AdbServer adb;
  private final Strangers strangers = new Strangers();
  private final List<PretendedDevice> devices = new ArrayList<>();
  private final List<EmbeddedPhone> phones = new ArrayList<>();
  private final Path app;

  private Phones(AppiumProvider provider, LocalAppium servers, AdbServer adb, Path app) {
    this.provider = provider;
    this.servers = servers;
    this.adb = adb;
    this.app = app;
  }

  public static Phones of(Supply supply) {
    return of(supply, Map.of());
  }

  /**
   * @param more environment variables, such as name an SDK
   */
  static Phones of(Supply supply, Map<String, String> more) {
    try {
      Path folder = Files.createTempDirectory("phones");
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.put("HOME", folder.toString());
      environment.put("ANDROID_ADB_SERVER_PORT", freePort());
      environment.putAll(more);
      SystemAndroidSdk android = new SystemAndroidSdk(folder, environment, supply);
      SystemAppleTools apple = new SystemAppleTools(environment);
      LocalAppium servers = new LocalAppium(supply, android, environment, CLOCK);
      AppiumProvider provider =
          new AppiumProvider(
              new AppiumNeeds(supply, android, apple), android, apple, servers, environment, CLOCK);
      AppiumSpec none = spec("none", "none", Sdk.ANALYTICS_ANDROID);
      provider.prepare(none);
      Path adb = android.home().resolve("platform-tools").resolve("adb");
      return new Phones(
          provider,
          servers,
          AdbServer.of(servers.endpoint(none), adb),
          ApkFile.write(folder.resolve("app.apk"), "dev.crosscheck.app"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  /** So that adb's server is found again where another Appium has started it anew. */
  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(free.getLocalPort());
    }
  }

  private static AppiumSpec spec(String id, String serial, Sdk sdk) {
    return new AppiumSpec(
        id,
        Samples.AT,
        new AppiumSpec.RealAndroid(Optional.of(serial)),
        sdk,
        Optional.empty(),
        Map.of());
  }

  /** A phone on a cable; it is closed with all others. */
  public AppiumSpec attach(String id, Sdk sdk, EmbeddedPhone phone) {
    ensureServer();
    PretendedDevice device = PretendedDevice.booted(PhoneModel.aPixel(), phone, 0, strangers);
    devices.add(device);
    phones.add(phone);
    return spec(id, adb.connect(device), sdk);
  }

  /** The phone that was attached last. */
  PretendedDevice last() {
    return devices.get(devices.size() - 1);
  }

  /** After an Appium that died: the next one has another server of adb, which knows no phones. */
  public void attachAgain() {
    ensureServer();
    devices.forEach(adb::connect);
  }

  /** The processes of adb's server, whoever started them. */
  List<ProcessHandle> adbServers() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("adb"))
        .filter(
            process ->
                Stream.of(process.info().arguments().orElse(new String[0]))
                    .anyMatch(argument -> argument.matches("tcp:(.*:)?" + adb.port())))
        .toList();
  }

  private void ensureServer() {
    try {
      servers.endpoint(spec("none", "none", Sdk.ANALYTICS_ANDROID));
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  public DeviceProvider provider() {
    return provider;
  }

  /** The app as phones get it; which plugin is in it is for the {@link EmbeddedPhone} to say. */
  public AppCode app(String factory) {
    return new AppCode(List.of(app), factory, Map.of(), "00");
  }

  /** Fails where anything was asked of a phone that the pretence does not know. */
  public void assertNothingUnknown() {
    strangers.assertNothingUnknown();
  }

  @Override
  public void close() {
    provider.close();
    devices.forEach(PretendedDevice::close);
    phones.forEach(EmbeddedPhone::close);
  }
}
