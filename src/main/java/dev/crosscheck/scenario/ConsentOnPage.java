package dev.crosscheck.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Segment's consent tools let through, as @segment/analytics-consent-tools 2.0.3 does it with
 * analytics.js. By opt-in they wait for the user's first word, then take the destinations without
 * consent out of the settings, once a page: what the user says later counts on the next page. By
 * opt-out every event is held against what the user has said by then, by a destination middleware,
 * which a plugin that the page registers itself never meets; and where no category is left at all,
 * by a source middleware, which every plugin meets.
 */
final class ConsentOnPage {
  private final Optional<Consent> consent;
  private final boolean registered;
  private Optional<Map<String, Boolean>> said;
  private Optional<Map<String, Boolean>> loadedWith = Optional.empty();
  private boolean up;

  private ConsentOnPage(Optional<Consent> consent, boolean registered, boolean up) {
    this.consent = consent;
    this.registered = registered;
    this.said = consent.flatMap(Consent::said);
    this.up = up;
    load();
  }

  static ConsentOnPage of(Scenario scenario, Plugin plugin) {
    boolean up = scenario.steps().stream().noneMatch(Step::startsTheSdk);
    return new ConsentOnPage(scenario.given().consent(), plugin.isRegistered(), up);
  }

  void perform(Step step) {
    if (step instanceof Step.Consent word) {
      said = Optional.of(Consent.both(said.orElse(Map.of()), word.categories()));
      if (loadedWith.isEmpty()) {
        load();
      }
    } else if (step.startsTheSdk()) {
      up = true;
      load();
    } else if (step instanceof Step.Navigate || step instanceof Step.Reload) {
      load();
    }
  }

  private void load() {
    if (up) {
      loadedWith = said;
    }
  }

  boolean shuts() {
    return consent.filter(this::shuts).isPresent();
  }

  private boolean shuts(Consent asked) {
    return switch (asked.model()) {
      case OPT_IN -> (up ? loadedWith : said).filter(agreed -> hasAll(asked, agreed)).isEmpty();
      case OPT_OUT -> {
        Map<String, Boolean> now = new LinkedHashMap<>();
        asked.categories().forEach(category -> now.put(category, true));
        said.ifPresent(now::putAll);
        yield registered ? isSegmentOff(asked, now) : !hasAll(asked, now);
      }
    };
  }

  private static boolean hasAll(Consent asked, Map<String, Boolean> said) {
    return asked.needs().stream().allMatch(category -> said.getOrDefault(category, false));
  }

  /** Nothing of what the user agrees to is any destination's, and each destination needs some. */
  private static boolean isSegmentOff(Consent asked, Map<String, Boolean> said) {
    return !asked.needs().isEmpty()
        && asked.categories().stream().noneMatch(category -> said.getOrDefault(category, false));
  }
}
