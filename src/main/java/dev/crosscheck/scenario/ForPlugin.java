package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a plugin's names into a scenario that is for every plugin. */
public final class ForPlugin {
  /** Stands for the plugin's name. */
  public static final String PLUGIN = "${plugin}";

  private static final String WRITE_KEY_SETTING = "${writeKeySetting}";

  private final Plugin plugin;

  private ForPlugin(Plugin plugin) {
    this.plugin = plugin;
  }

  static Scenario of(Scenario scenario, Plugin plugin) {
    ForPlugin names = new ForPlugin(plugin);
    return new Scenario(
        scenario.id(),
        scenario.title(),
        scenario.at(),
        scenario.sha256(),
        scenario.text(),
        names.given(scenario.given()),
        scenario.steps().stream().map(names::step).toList(),
        names.expectations(scenario.expect()),
        names.differs(scenario.differs()),
        scenario.deadline(),
        scenario.rows().stream().map(names::row).toList());
  }

  private Row row(Row row) {
    return new Row(
        row.at(),
        row.name(),
        row.see(),
        row.first(),
        row.count(),
        expectations(row.expect()),
        differs(row.differs()),
        row.standing());
  }

  private Given given(Given given) {
    return new Given(
        given.enabled(),
        given.settings().map(this::named),
        given.integrations().map(this::named),
        given.answers(),
        given.consent(),
        given.middleware().stream().map(m -> m.named(plugin.name())).toList(),
        given.filters());
  }

  private List<Differs> differs(List<Differs> all) {
    return all.stream()
        .map(d -> new Differs(d.at(), d.key(), d.because(), expectations(d.expect())))
        .toList();
  }

  private List<Expectation> expectations(List<Expectation> all) {
    return all.stream().map(this::expectation).toList();
  }

  private Expectation expectation(Expectation expectation) {
    if (expectation instanceof Expectation.Arrival arrival) {
      return arrival.of(arrival.calls().stream().map(this::call).toList());
    }
    return expectation;
  }

  private Step step(Step step) {
    if (step instanceof Step.Call call) {
      return call(call);
    } else if (step instanceof Step.Expect window) {
      return new Step.Expect(window.at(), expectations(window.expectations()));
    }
    return step;
  }

  private Step.Call call(Step.Call call) {
    CallOptions options = call.options();
    return options.integrations().isEmpty()
        ? call
        : call.with(
            new CallOptions(
                options.context(), options.integrations().map(this::named), options.timestamp()));
  }

  private ObjectNode named(ObjectNode given) {
    ObjectNode named = JsonNodeFactory.instance.objectNode();
    given
        .properties()
        .forEach(field -> name(field.getKey()).ifPresent(key -> named.set(key, field.getValue())));
    return named;
  }

  private Optional<String> name(String key) {
    if (key.equals(WRITE_KEY_SETTING)) {
      return plugin.writeKeySetting().stream().findFirst();
    }
    return Optional.of(key.equals(PLUGIN) ? plugin.name() : key);
  }
}
