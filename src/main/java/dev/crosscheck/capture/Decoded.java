package dev.crosscheck.capture;

import java.util.List;

/**
 * What a capture says: its messages in the order in which they came, and what could not be read.
 */
public record Decoded(List<Message> messages, List<Failure> failures) {

  /** An exchange that should hold messages of a type but could not be read as plugin.yaml says. */
  public record Failure(int exchange, String type, String step, String reason) {}

  public Decoded {
    messages = List.copyOf(messages);
    failures = List.copyOf(failures);
  }

  public List<Message> of(String type) {
    return messages.stream().filter(message -> message.type().equals(type)).toList();
  }
}
