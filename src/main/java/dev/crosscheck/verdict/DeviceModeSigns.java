package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what speaks for running a plugin on the device. Pure; claims no more than was seen. */
public final class DeviceModeSigns {
  private final Trial trial;
  private final View view;
  private final Set<DeviceModeSign> signs = new TreeSet<>();

  private DeviceModeSigns(Evidence evidence) {
    this.trial = new Trial(evidence);
    this.view = trial.view();
  }

  /**
   * What a cell shows that passed.
   *
   * @return in their order; empty where nothing speaks for it
   */
  public static List<DeviceModeSign> in(Evidence evidence) {
    DeviceModeSigns found = new DeviceModeSigns(evidence);
    if (!found.trial.isGateShut()) {
      found.lookAtTraffic();
      found.lookAtDevice();
    }
    return new ArrayList<>(found.signs);
  }

  private void lookAtTraffic() {
    Instant event = firstEvent();
    for (Exchange exchange : view.exchanges()) {
      HttpRequest request = exchange.request();
      Party party = view.party(exchange);
      boolean partners = party == Party.PARTNER || party == Party.ASSET;
      if (partners && isScript(exchange)) {
        add(DeviceModeSign.Kind.SCRIPT, request.host() + request.path());
      } else if (party == Party.PARTNER
          && !CodeRequests.isCode(exchange, trial.evidence().plugin())
          && exchange.at().isBefore(event)) {
        add(DeviceModeSign.Kind.TRAFFIC, exchange.name());
      }
      if (partners && request.header("cookie").isPresent()) {
        add(DeviceModeSign.Kind.COOKIE, "came back to " + request.host());
      }
    }
  }

  private static boolean isScript(Exchange exchange) {
    return exchange.isAnsweredWell()
        && exchange.answer().stream()
            .flatMap(answer -> answer.headers().stream())
            .anyMatch(
                header ->
                    header.name().equalsIgnoreCase("content-type")
                        && header.value().contains("javascript"));
  }

  /**
   * When the scenario made its first call. The SDKs for phones make events by themselves when an
   * app opens, so of those nothing is before the first.
   */
  private Instant firstEvent() {
    Evidence evidence = trial.evidence();
    if (!evidence.device().platform().equals("web")) {
      return Instant.MIN;
    }
    List<Step> steps = evidence.scenario().steps();
    return evidence.steps().stream()
        .filter(
            step ->
                step.kind() == StepRecord.Kind.SENTINEL
                    || step.index() >= 0 && steps.get(step.index()) instanceof Step.Call)
        .map(StepRecord::started)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private void lookAtDevice() {
    for (Window window : trial.evidence().windows()) {
      List<Expectation> expected = trial.expectations(window).orElse(List.of());
      Scope scope = trial.scope(window, expected);
      for (Expectation expectation : expected) {
        sign(expectation)
            .filter(sign -> Claim.of(expectation).open(scope).seen())
            .ifPresent(signs::add);
      }
    }
  }

  private static Optional<DeviceModeSign> sign(Expectation expectation) {
    if (expectation instanceof Expectation.Cookie cookie) {
      String of = cookie.domain().map(domain -> " of " + domain).orElse("");
      return Optional.of(new DeviceModeSign(DeviceModeSign.Kind.COOKIE, cookie.name() + of));
    } else if (expectation instanceof Expectation.Storage storage) {
      return Optional.of(new DeviceModeSign(DeviceModeSign.Kind.STORAGE, storage.key()));
    } else if (expectation instanceof Expectation.Element element) {
      return Optional.of(
          new DeviceModeSign(DeviceModeSign.Kind.ELEMENT, element.element().toString()));
    }
    return Optional.empty();
  }

  private void add(DeviceModeSign.Kind kind, String words) {
    signs.add(new DeviceModeSign(kind, words));
  }
}
