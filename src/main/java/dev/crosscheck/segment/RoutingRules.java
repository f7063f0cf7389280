package dev.crosscheck.segment;

import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.spec.SpecCall;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Destination filters, as Segment's settings tell analytics.js of them: which events are meant, in
 * the form that FQL is compiled to, and what becomes of them.
 */
final class RoutingRules {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private RoutingRules() {}

  static ArrayNode of(Plugin plugin, Given given) {
    ArrayNode rules = JSON.arrayNode();
    given.filters().forEach(filter -> rules.add(rule(filter, plugin)));
    return rules;
  }

  private static ObjectNode rule(Middleware filter, Plugin plugin) {
    ObjectNode rule =
        JSON.objectNode()
            .put("scope", "destinations")
            .put("target_type", "workspace::project::destination::config")
            .put("destinationName", plugin.name());
    rule.putArray("matchers")
        .addObject()
        .put("type", "fql")
        .put("ir", condition(filter).toString());
    rule.putArray("transformers").addArray().add(transformer(filter));
    return rule;
  }

  /**
   * Nothing drops calls of ours, by which it is known that a lane has delivered. What is taken is
   * taken from them too: analytics.js tells all that it knows of a user with every identify.
   */
  private static ArrayNode condition(Middleware filter) {
    EventMatch match = filter.match();
    ArrayNode all = JSON.arrayNode().add("and");
    match.type().map(SpecCall::word).map(type -> comparing("=", "type", type)).ifPresent(all::add);
    match.event().map(event -> comparing("=", "event", event)).ifPresent(all::add);
    match.name().map(name -> comparing("=", "name", name)).ifPresent(all::add);
    if (filter instanceof Middleware.Drop) {
      for (String payload : List.of("properties", "traits")) {
        String field = payload + "." + Middleware.OURS;
        all.addArray().add("!").add(comparing("contains", field, ""));
      }
    }
    return all;
  }

  private static ArrayNode comparing(String operator, String field, String value) {
    ArrayNode condition = JSON.arrayNode().add(operator).add(field);
    condition.addObject().put("value", value);
    return condition;
  }

  private static ObjectNode transformer(Middleware filter) {
    ObjectNode transformer = JSON.objectNode();
    if (!(filter instanceof Middleware.Change change)) {
      return transformer.put("type", "drop");
    }
    ObjectNode taken =
        transformer.put("type", "drop_properties").putObject("config").putObject("drop");
    change
        .to()
        .properties()
        .forEach(
            part -> part.getValue().propertyNames().forEach(taken.putArray(part.getKey())::add));
    return transformer;
  }
}
