package dev.crosscheck.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.InLab;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a plugin sees of each step for apps, told by one that sends whatever it sees ({@code
 * Witness}).
 */
public abstract class AppStepsContract extends InLab<AppLab> {
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";
  private static final String SEEN = "POST api.partner.test/seen";

  protected Visit visit;

  /** Whether the SDK tells plugins of the activity one thing after the other. */
  protected abstract boolean tellsInOrder();

  /** The class by which the witness is got. */
  protected abstract String witness();

  @BeforeEach
  void open() throws Exception {
    visit = Visit.open(lab.recorder(), device, lab.deploy(Given.NOTHING, witness())).ready();
    awaitSeen("resumed");
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void theAppTellsTheVersionOfItsSdk() {
    assertThat(device.facts().sdkVersion()).isEqualTo(lab.sdkVersion()).isNotEmpty();
  }

  @Test
  void theActivityIsLeftAndComesBack() throws Exception {
    sawInOrder("created", "started", "resumed");
    visit.perform(new Step.Background(Samples.AT));
    visit.perform(new Step.Foreground(Samples.AT));
    track("Back");

    sawInOrder("resumed", "paused", "stopped", "started", "resumed", "Back");
    awaitSeen("saved");
    assertThat(seen()).doesNotContain("destroyed");
  }

  @Test
  void aScreenThatIsTurnedIsMadeAgain() throws Exception {
    visit.perform(new Step.Rotate(Samples.AT, Step.Rotate.Orientation.LANDSCAPE));
    track("Turned");

    sawInOrder(
        "resumed", "paused", "stopped", "destroyed", "created", "started", "resumed", "Turned");
    awaitSeen("saved");
  }

  @Test
  void aPhoneThatTurnsDarkHasItsScreenMadeAgain() throws Exception {
    track("Before");
    visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.DARK));
    track("After");
    visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.LIGHT));
    track("Later");

    sawInOrder("Before", "destroyed", "created", "After", "destroyed", "created", "Later");
    assertThat(told("Before")).contains(", light");
    assertThat(told("After")).contains(", dark");
    assertThat(told("Later")).contains(", light");
  }

  @Test
  void aLinkOpensTheApp() throws Exception {
    visit.perform(new Step.DeepLink(Samples.AT, "shop://orders/7"));

    awaitSeen("link shop://orders/7");
  }

  /** Steps reach the app as links too, but are none of its own. */
  @Test
  void aLinkIsWhereTheScreenCameFromWhateverFollows() throws Exception {
    visit.perform(new Step.DeepLink(Samples.AT, "shop://orders/7"));
    awaitSeen("resumed");
    track("Between");
    track("Where From");

    awaitSeen("from shop://orders/7");
  }

  @Test
  void aPermissionIsGrantedAndDenied() throws Exception {
    track("Before");
    visit.perform(new Step.Permission(Samples.AT, LOCATION, true));
    track("Granted");
    visit.perform(new Step.Permission(Samples.AT, LOCATION, false));
    track("Denied");

    assertThat(told("Before")).contains(", denied");
    assertThat(told("Granted")).contains(", granted");
    assertThat(told("Denied")).contains(", denied");
  }

  @Test
  void aPushMessageComesAndIsTapped() throws Exception {
    visit.perform(push(Step.Push.Moment.TOKEN));
    visit.perform(push(Step.Push.Moment.RECEIVED));
    visit.perform(new Step.Background(Samples.AT));
    visit.perform(push(Step.Push.Moment.OPENED));

    awaitSeen("Push Notification Tapped");
    assertThat(told("Push Notification Received")).endsWith(", token f0e1d2");
    sawInOrder("Push Notification Received", "stopped", "resumed", "Push Notification Tapped");
  }

  @Test
  void aResetIsTakenOnceThePluginHasBeenReset() throws Exception {
    visit.perform(new Step.Reset(Samples.AT));
    track("Of Nobody");

    assertThat(seen()).containsSubsequence("reset", "Of Nobody");
  }

  @Test
  void nothingIsTrackedOfAUserWhoOptedOut() throws Exception {
    visit.perform(new Step.Opt(Samples.AT, false));
    visit.perform(Samples.track("Unseen"));
    visit.perform(new Step.Opt(Samples.AT, true));
    track("Seen Again");

    assertThat(seen()).doesNotContain("Unseen");
  }

  @Test
  void theSystemSaysWhetherThereIsANetwork() throws Exception {
    track("Online");
    visit.session().online(false, Visit.soon());
    track("Offline");
    visit.session().online(true, Visit.soon());
    track("Online Again");

    assertThat(told("Online")).contains(", online");
    assertThat(told("Offline")).contains(", offline");
    assertThat(told("Online Again")).contains(", online");
  }

  private static Step push(Step.Push.Moment moment) {
    return new Step.Push(Samples.AT, moment, "f0e1d2", Samples.object().put("title", "Sale"));
  }

  /** Returns once the plugin has seen it. */
  private void track(String event) throws Exception {
    visit.perform(Samples.track(event));
    awaitSeen(event);
  }

  private void awaitSeen(String what) {
    awaitSeen(what, 1);
  }

  private void awaitSeen(String what, int times) {
    boolean came =
        visit
            .recording()
            .await(
                capture ->
                    capture.exchanges().stream()
                            .filter(exchange -> exchange.name().equals(SEEN))
                            .filter(e -> name(e.request().body().text()).equals(what))
                            .count()
                        >= times,
                Visit.soon());
    assertThat(came).as("'%s' among %s", what, seen()).isTrue();
  }

  private void sawInOrder(String... things) {
    for (String thing : Set.copyOf(List.of(things))) {
      awaitSeen(thing, Collections.frequency(List.of(things), thing));
    }
    if (tellsInOrder()) {
      assertThat(seen()).containsSubsequence(things);
    }
  }

  /** What was seen, without what was said of the phone. */
  private List<String> seen() {
    return lines().stream().map(AppStepsContract::name).toList();
  }

  private String told(String event) {
    return lines().stream().filter(line -> name(line).equals(event)).findFirst().orElseThrow();
  }

  private List<String> lines() {
    return visit.sent(SEEN).stream().map(exchange -> exchange.request().body().text()).toList();
  }

  private static String name(String line) {
    return line.contains(", ") ? line.substring(0, line.indexOf(", ")) : line;
  }
}
