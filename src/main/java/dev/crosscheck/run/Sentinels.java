package dev.crosscheck.run;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which sentinels show that the lanes of some types have delivered.
 *
 * @param byCall for each call, the types on which its message must show
 * @param bare lanes for which plugin.yaml names no sentinel
 */
record Sentinels(Map<SpecCall, Set<MessageType>> byCall, Set<String> bare) {
  /** The field under which a sentinel carries its id. */
  static final String FIELD = Middleware.OURS;

  private static final String NAME = "Crosscheck Sentinel ";
  private static final SourceLocation AT = SourceLocation.of("sentinel");

  /**
   * One call for each lane that the claimed types use, and no more calls than it takes.
   *
   * @param all every type of the plugin: a lane may be shown by another type on it
   */
  static Sentinels covering(List<MessageType> claimed, List<MessageType> all) {
    Map<SpecCall, Set<MessageType>> byCall = new EnumMap<>(SpecCall.class);
    Set<String> bare = new LinkedHashSet<>();
    Set<String> lanes = new LinkedHashSet<>();
    claimed.forEach(type -> lanes.add(type.lane()));
    for (String lane : lanes) {
      List<MessageType> candidates = new ArrayList<>(claimed);
      candidates.addAll(all);
      candidates.removeIf(type -> !type.lane().equals(lane));
      Optional<Map.Entry<SpecCall, MessageType>> shown =
          candidates.stream().flatMap(type -> callFor(type, all).stream()).findFirst();
      if (shown.isEmpty()) {
        bare.add(lane);
      } else {
        byCall
            .computeIfAbsent(shown.get().getKey(), call -> new LinkedHashSet<>())
            .add(shown.get().getValue());
      }
    }
    return new Sentinels(byCall, bare);
  }

  private static Optional<Map.Entry<SpecCall, MessageType>> callFor(
      MessageType type, List<MessageType> all) {
    if (type.sentinel().isPresent()) {
      return Optional.of(Map.entry(type.sentinel().get().call(), type));
    }
    return all.stream()
        .flatMap(other -> other.sentinel().stream())
        .filter(sentinel -> sentinel.also().contains(type.name()))
        .findFirst()
        .map(sentinel -> Map.entry(sentinel.call(), type));
  }

  /**
   * A call that carries the id and keeps the current user and group. Where a call has a name, that
   * carries it too: a plugin may send on only the properties that its partner has a field for.
   */
  static Step.Call call(SpecCall call, String id, Optional<String> group) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put(FIELD, id);
    return switch (call) {
      case IDENTIFY -> new Step.Identify(AT, Optional.empty(), payload, CallOptions.NONE);
      case TRACK -> new Step.Track(AT, NAME + id, payload, CallOptions.NONE);
      case PAGE ->
          new Step.Page(AT, Optional.empty(), Optional.of(NAME + id), payload, CallOptions.NONE);
      case SCREEN ->
          new Step.Screen(AT, Optional.empty(), Optional.of(NAME + id), payload, CallOptions.NONE);
      case GROUP -> new Step.Group(AT, group.orElse(id), payload, CallOptions.NONE);
      case ALIAS -> new Step.Alias(AT, id, Optional.empty(), payload, CallOptions.NONE);
    };
  }
}
