package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What holds before the first step: gates, and settings other than plugin.yaml's.
 *
 * @param enabled false: the destination is switched off in Segment, so its settings are not served
 * @param settings laid over plugin.yaml's settings; null takes a key away
 * @param integrations the {@code integrations} object that the page loads analytics.js with
 * @param answers the partner's, which come before plugin.yaml's
 * @param consent what the page's consent tools know; empty where it has none
 * @param middleware the customer's own, in the order in which it is added
 * @param filters Segment's destination filters of the plugin, which Segment's settings tell the SDK
 */
public record Given(
    boolean enabled,
    Optional<ObjectNode> settings,
    Optional<ObjectNode> integrations,
    List<GivenAnswer> answers,
    Optional<Consent> consent,
    List<Middleware> middleware,
    List<Middleware> filters) {
  public static final Given NOTHING =
      new Given(true, Optional.empty(), Optional.empty(), List.of());

  public Given {
    answers = List.copyOf(answers);
    middleware = List.copyOf(middleware);
    filters = List.copyOf(filters);
  }

  /** Without middleware and filters. */
  public Given(
      boolean enabled,
      Optional<ObjectNode> settings,
      Optional<ObjectNode> integrations,
      List<GivenAnswer> answers,
      Optional<Consent> consent) {
    this(enabled, settings, integrations, answers, consent, List.of(), List.of());
  }

  /** On a page without consent tools, or in an app. */
  public Given(
      boolean enabled,
      Optional<ObjectNode> settings,
      Optional<ObjectNode> integrations,
      List<GivenAnswer> answers) {
    this(enabled, settings, integrations, answers, Optional.empty());
  }

  /** What the partner answers: these first, then plugin.yaml's. */
  public List<DeclaredAnswer> before(List<DeclaredAnswer> usual) {
    return Stream.concat(answers.stream().map(GivenAnswer::answer), usual.stream()).toList();
  }

  /** The settings that Segment serves for the plugin: plugin.yaml's, with these laid over them. */
  public ObjectNode over(ObjectNode usual) {
    ObjectNode served = usual.deepCopy();
    settings.ifPresent(
        own ->
            own.properties()
                .forEach(
                    field -> {
                      if (field.getValue().isNull()) {
                        served.remove(field.getKey());
                      } else {
                        served.set(field.getKey(), field.getValue());
                      }
                    }));
    return served;
  }

  /**
   * Whether a gate is shut for an SDK from the first step to the last, so that the plugin must stay
   * silent and no sentinel can come: switched off, its write key taken away or blank, excluded by
   * {@code integrations}, or told so by the partner. Consent comes and goes: see {@link Gate}.
   */
  public boolean shutsOff(Plugin plugin, Sdk sdk) {
    ObjectNode served = over(plugin.settings());
    boolean keyless =
        settings.isPresent()
            && plugin.writeKeySetting().stream().anyMatch(key -> blank(served.path(key)));
    return !enabled
        || keyless
        || integrations.map(i -> sdk.excludes(i, plugin.name())).orElse(false)
        || answers.stream().anyMatch(GivenAnswer::shuts);
  }

  /** What becomes of a call on its way to Segment and to destinations at large. */
  public PassedCall toOthers(Step.Call call) {
    return PassedCall.through(of(false), call);
  }

  /** What becomes of a call on its way to the plugin. */
  public PassedCall toPlugin(Step.Call call) {
    PassedCall passed = toOthers(call);
    return passed.dropped() ? passed : PassedCall.through(beforePlugin(), passed.call());
  }

  /** Whether a call meets middleware or filters of the plugin's own. */
  public boolean meetsDestinationMiddleware(Step.Call call) {
    return beforePlugin().stream().anyMatch(own -> meets(call, own));
  }

  /** All that some call of the scenario is to meet: middleware and filters. */
  public List<Middleware> onTheWay() {
    return Stream.concat(middleware.stream(), filters.stream()).toList();
  }

  /** Whether some middleware is for a call, after all that comes before it. */
  public boolean meets(Step.Call call, Middleware own) {
    boolean late = own.destination().isPresent();
    List<Middleware> line =
        late ? Stream.concat(of(false).stream(), beforePlugin().stream()).toList() : of(false);
    PassedCall passed = PassedCall.through(line.subList(0, line.indexOf(own)), call);
    return !passed.dropped() && own.match().isOf(passed.call());
  }

  /** Whether one of these calls is kept from the plugin by itself, and not by a gate for all. */
  public boolean keepsBack(Expectation.Arrival arrival) {
    return arrival.isGatedByCall()
        || arrival.calls().stream().anyMatch(call -> toPlugin(call).dropped());
  }

  /** analytics.js filters as it brings a destination up, and adds its middleware behind that. */
  private List<Middleware> beforePlugin() {
    return Stream.concat(filters.stream(), of(true).stream()).toList();
  }

  private List<Middleware> of(boolean destination) {
    return middleware.stream().filter(m -> m.destination().isPresent() == destination).toList();
  }

  /** These gates open; settings, answers and middleware that shut nothing stay. */
  public Given opened(Plugin plugin, Sdk sdk) {
    List<GivenAnswer> harmless = answers.stream().filter(answer -> !answer.shuts()).toList();
    Optional<Consent> agreed = consent.map(Consent::opened);
    Given justSettings =
        new Given(
            true,
            settings,
            Optional.empty(),
            harmless,
            agreed,
            changing(middleware),
            changing(filters));
    return justSettings.shutsOff(plugin, sdk)
        ? new Given(
            true,
            Optional.empty(),
            Optional.empty(),
            harmless,
            agreed,
            changing(middleware),
            changing(filters))
        : justSettings;
  }

  private static List<Middleware> changing(List<Middleware> all) {
    return all.stream().filter(Middleware.Change.class::isInstance).toList();
  }

  private static boolean blank(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || value.isString() && value.asString().isBlank();
  }
}
