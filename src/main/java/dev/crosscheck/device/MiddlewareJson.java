package dev.crosscheck.device;

import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Middleware;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Middleware as the agents on the host page and in the host app take it. */
public final class MiddlewareJson {
  private MiddlewareJson() {}

  /**
   * {@code [{"match": {"event": …}, "to": {…}, "for": "Acme", "except": …}, …]}: without {@code to}
   * it drops, without {@code for} it is a source middleware, and an event that has a property or
   * trait {@code except} passes as it is.
   */
  public static ArrayNode of(List<Middleware> all) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    all.forEach(middleware -> json.add(of(middleware)));
    return json;
  }

  private static ObjectNode of(Middleware middleware) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("match", of(middleware.match()));
    if (middleware instanceof Middleware.Change change) {
      json.set("to", change.to());
    }
    middleware.destination().ifPresent(name -> json.put("for", name));
    return json.put("except", Middleware.OURS);
  }

  private static ObjectNode of(EventMatch match) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    match.type().ifPresent(type -> json.put("type", type.word()));
    match.event().ifPresent(event -> json.put("event", event));
    match.name().ifPresent(name -> json.put("name", name));
    return json;
  }
}
