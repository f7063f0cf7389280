package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotClosedTest {
  private static final AppiumSpec.Target EMULATOR = new AppiumSpec.Emulator(Optional.empty());
  private static final AppiumSpec.Target PHONE = new AppiumSpec.RealAndroid(Optional.empty());
  private static final AppiumSpec.Target SIMULATOR =
      new AppiumSpec.Simulator(Optional.of("iPhone 16"), Optional.empty(), Optional.empty(), false);
  private static final AppiumSpec.Target IPHONE = new AppiumSpec.RealIos(Optional.empty());

  @Test
  void whatWeStartIsClosed() {
    assertThat(Samples.CHROMIUM.notClosed()).isEmpty();
    assertThat(Samples.WEBKIT.notClosed()).isEmpty();
    assertThat(Samples.ANDROID_JVM.notClosed()).isEmpty();
    assertThat(here(EMULATOR, Sdk.ANALYTICS_ANDROID).notClosed()).isEmpty();
  }

  @Test
  void aDeviceWhoseNetworkIsNotOursSaysWhatIsNotSeen() {
    assertThat(here(SIMULATOR, Sdk.ANALYTICS_SWIFT).notClosed())
        .contains("its network is its Mac's: what goes round the app's own sessions is not seen");
    assertThat(here(IPHONE, Sdk.ANALYTICS_IOS).notClosed())
        .contains("its network is its own: what goes round the app's own sessions is not seen");
    assertThat(here(PHONE, Sdk.ANALYTICS_KOTLIN).notClosed())
        .contains("its network is its own: what goes round the system's proxy is not seen");
  }

  @Test
  void atAnothersServerNoneIsClosed() {
    for (AppiumSpec.Target target : new AppiumSpec.Target[] {EMULATOR, PHONE}) {
      assertThat(at("https://farm.test/wd/hub", target, Sdk.ANALYTICS_ANDROID).notClosed())
          .as(target.kind())
          .contains(
              "its network is that of the server that 'appium' names: what goes round the proxy is"
                  + " not seen");
    }
    assertThat(at("https://farm.test/wd/hub", SIMULATOR, Sdk.ANALYTICS_SWIFT).notClosed())
        .isEqualTo(at("https://farm.test/wd/hub", IPHONE, Sdk.ANALYTICS_IOS).notClosed())
        .isPresent();
  }

  private static AppiumSpec here(AppiumSpec.Target target, Sdk sdk) {
    return new AppiumSpec("d", Samples.AT, target, sdk, Optional.empty(), Map.of());
  }

  private static AppiumSpec at(String server, AppiumSpec.Target target, Sdk sdk) {
    return new AppiumSpec(
        "d", Samples.AT, target, sdk, Optional.of(SecretText.of(server)), Map.of());
  }
}
