package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the customer's own code does with events on their way through the SDK: before any
 * destination gets them, as a source middleware, or before one does, as its destination middleware.
 */
public sealed interface Middleware {
  /**
   * Calls of ours that have this among their properties or traits are none of the customer's: they
   * pass as they are.
   */
  String OURS = "crosscheck_sentinel";

  SourceLocation at();

  /** The events that it is for; others pass. */
  EventMatch match();

  /** The destination whose own middleware it is; empty for a source middleware. */
  Optional<String> destination();

  /** The same for a destination of that name, where it is for one. */
  Middleware named(String destination);

  /** Lets them go no further. */
  record Drop(SourceLocation at, EventMatch match, Optional<String> destination)
      implements Middleware {
    @Override
    public Drop named(String name) {
      return new Drop(at, match, destination.map(own -> name));
    }
  }

  /**
   * Makes something else of them.
   *
   * @param to laid over the event ({@link MergePatch}): its event, properties, traits or context
   */
  record Change(SourceLocation at, EventMatch match, ObjectNode to, Optional<String> destination)
      implements Middleware {
    @Override
    public Change named(String name) {
      return new Change(at, match, to, destination.map(own -> name));
    }

    Step.Call of(Step.Call call) {
      CallOptions options = call.options();
      Step.Call changed =
          call.with(
              part(call.call().payload())
                  .map(more -> MergePatch.over(call.payload(), more))
                  .orElse(call.payload()),
              new CallOptions(
                  part("context")
                      .map(
                          more ->
                              MergePatch.over(
                                  options.context().orElseGet(JsonNodeFactory.instance::objectNode),
                                  more))
                      .or(options::context),
                  options.integrations(),
                  options.timestamp()));
      return changed instanceof Step.Track track && to.path("event").isString()
          ? new Step.Track(
              track.at(), to.path("event").stringValue(), track.payload(), track.options())
          : changed;
    }

    private Optional<ObjectNode> part(String key) {
      return to.path(key) instanceof ObjectNode part ? Optional.of(part) : Optional.empty();
    }
  }
}
