package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.appium.pretended.apple.Mac;
import dev.crosscheck.adapter.appium.pretended.apple.Safari;
import dev.crosscheck.adapter.appium.pretended.apple.Simulator;
import dev.crosscheck.adapter.local.LocalSafaris;
import dev.crosscheck.adapter.local.MacProxy;
import dev.crosscheck.adapter.supply.SystemAppleTools;
import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pretended Mac with a Safari, and what is ours for it. Its proxy is looked at in the end. */
final class SafariMac implements AutoCloseable {
  final Mac mac;
  final Simulator simulator;
  final List<String> told = new CopyOnWriteArrayList<>();
  private final Strangers strangers = new Strangers();
  private final Path folder;
  private final String before;

  SafariMac(Path folder) {
    this.folder = folder;
    mac = Mac.in(folder, node(), strangers);
    mac.network().haveCompanyProxy(false);
    before = mac.network().settings();
    simulator = mac.simulator("iPhone 16", "18.2");
  }

  private static Path node() {
    try {
      return TestSupply.create().program(Program.NODE);
    } catch (Shortage e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @param allowed whether the user has said that the proxy may be changed
   */
  DeviceProvider provider(boolean allowed, InstantSource clock) {
    Map<String, String> environment = environment();
    Supply supply = new SystemSupply(SystemSupply.cacheFolder(environment), environment, told::add);
    return BrowserProvider.safari(
        supply,
        new LocalSafaris(supply, clock),
        new MacProxy(environment, allowed, folder.resolve("proxy.lock"), told::add),
        SystemAppleTools.onMac(environment),
        clock);
  }

  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(mac.environment());
    return all;
  }

  Safari safari() {
    return mac.safari();
  }

  /** Fails where something of it is not as it was, or was asked that nobody knows. */
  void closeAsItWasBefore() {
    assertAsBefore();
    close();
  }

  /** Whether its settings are. */
  boolean asBefore() {
    return mac.network().settings().equals(before);
  }

  void assertAsBefore() {
    assertThat(mac.network().settings()).isEqualTo(before);
    assertThat(told).isEmpty();
    assertThat(mac.safari().paired()).isZero();
  }

  @Override
  public void close() {
    mac.close();
    strangers.assertNothingUnknown();
  }
}
