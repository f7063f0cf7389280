package dev.crosscheck.adapter.selenium;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The errors among what was written to the console in one call.
 *
 * @param arguments how many values were written in that call
 * @param messages the errors' names and messages, without their stacks
 */
record WrittenErrors(Instant at, int arguments, List<String> messages) {
  /** The two protocols round a call's time in different ways. */
  private static final Duration ROUNDING = Duration.ofMillis(1);

  WrittenErrors {
    messages = List.copyOf(messages);
  }

  /** From an event {@code Runtime.consoleAPICalled} of the Chrome DevTools Protocol. */
  static WrittenErrors of(JsonNode call) {
    List<String> messages = new ArrayList<>();
    for (JsonNode argument : call.path("args")) {
      if (argument.path("subtype").asString("").equals("error")) {
        String stack = argument.path("description").asString("error");
        messages.add(stack.replaceFirst("(?s)\\n {4}at .*", ""));
      }
    }
    return new WrittenErrors(
        Instant.ofEpochMilli((long) call.path("timestamp").asDouble(0)),
        call.path("args").size(),
        messages);
  }

  boolean belongsTo(Instant time, int count) {
    return count == arguments && Duration.between(at, time).abs().compareTo(ROUNDING) <= 0;
  }
}
