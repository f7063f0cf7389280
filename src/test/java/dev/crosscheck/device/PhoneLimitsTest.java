package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneLimitsTest {
  private static final Step AWAY = new Step.Background(Samples.AT);
  private static final Step BACK = new Step.Foreground(Samples.AT);
  private static final Optional<SecretText> HERE = Optional.empty();
  private static final Optional<SecretText> FARM =
      Optional.of(SecretText.of("https://farm.test/wd/hub"));

  @Test
  void aCallInTheBackgroundWouldOpenTheApp() {
    assertThat(cannot(Samples.track("A"), AWAY, Samples.track("B"), BACK))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("'track B' in the background, where"));
  }

  @Test
  void norIsAPushMessageSeenThere() {
    Step message = new Step.Push(Samples.AT, Step.Push.Moment.RECEIVED, "", Samples.object());

    assertThat(cannot(message)).isEmpty();
    assertThat(cannot(AWAY, message, BACK))
        .hasValueSatisfying(why -> assertThat(why).startsWith("'push received' in the background"));
  }

  @Test
  void itIsTheSameWithOneThatOnlyShowsThatNothingMoreComes() {
    assertThat(cannot(Samples.track("A"), AWAY))
        .hasValueSatisfying(why -> assertThat(why).contains("ends in the background"));
  }

  @Test
  void whatOpensTheAppAnywayIsNoMatter() {
    assertThat(cannot(Samples.track("A"), AWAY, BACK, Samples.track("B"))).isEmpty();
    assertThat(cannot(AWAY, new Step.Relaunch(Samples.AT), Samples.track("B"))).isEmpty();
  }

  @Test
  void anIphoneIsGivenNoPermission() {
    Step grant = new Step.Permission(Samples.AT, "camera", true);
    Step deny = new Step.Permission(Samples.AT, "location", false);
    AppiumSpec.Target iphone = new AppiumSpec.RealIos(Optional.empty());

    assertThat(onIos(iphone, HERE, grant))
        .contains("'grant camera' is for simulators: an iPhone is given none but by its user");
    assertThat(onIos(iphone, HERE, deny)).isPresent();
    assertThat(onIos(iphone, FARM, deny)).isPresent();
    assertThat(onIos(iphone, HERE, Samples.track("A"))).isEmpty();
  }

  @Test
  void simulatorsAndAndroidPhonesAreAtFarmsToo() {
    Step ofIos = new Step.Permission(Samples.AT, "camera", true);
    Step ofAndroid = new Step.Permission(Samples.AT, "android.permission.CAMERA", true);
    AppiumSpec.Target simulator =
        new AppiumSpec.Simulator(
            Optional.of("iPhone 16"), Optional.empty(), Optional.empty(), false);
    AppiumSpec.Target phone = new AppiumSpec.RealAndroid(Optional.empty());

    assertThat(onIos(simulator, HERE, ofIos)).isEmpty();
    assertThat(onIos(simulator, FARM, ofIos)).isEmpty();
    assertThat(cannot(phone, Sdk.ANALYTICS_KOTLIN, HERE, ofAndroid)).isEmpty();
    assertThat(cannot(phone, Sdk.ANALYTICS_KOTLIN, FARM, ofAndroid)).isEmpty();
  }

  private static Optional<String> cannot(Step... steps) {
    AppiumSpec.Target emulator = new AppiumSpec.Emulator(Optional.of("Pixel_8"));
    return cannot(emulator, Sdk.ANALYTICS_ANDROID, HERE, steps);
  }

  private static Optional<String> onIos(
      AppiumSpec.Target target, Optional<SecretText> server, Step step) {
    return cannot(target, Sdk.ANALYTICS_SWIFT, server, step);
  }

  private static Optional<String> cannot(
      AppiumSpec.Target target, Sdk sdk, Optional<SecretText> server, Step... steps) {
    Scenario scenario = Samples.scenario(List.of(steps), List.of());
    return new AppiumSpec("phone", Samples.AT, target, sdk, server, Map.of()).cannot(scenario);
  }
}
