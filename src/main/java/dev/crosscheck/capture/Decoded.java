package dev.crosscheck.capture;

import java.util.List;

/**
 * What a capture says.
 *
 * @param messages in the order in which they came
 * @param unread what came where messages are read, and is none of any type: messages without a name
 * @param failures what could not be read
 */
public record Decoded(List<Message> messages, List<Message> unread, List<Failure> failures) {

  /** An exchange that should hold messages of a type but could not be read as plugin.yaml says. */
  public record Failure(int exchange, String type, String step, String reason) {}

  public Decoded {
    messages = List.copyOf(messages);
    unread = List.copyOf(unread);
    failures = List.copyOf(failures);
  }

  public List<Message> of(String type) {
    return messages.stream().filter(message -> message.type().equals(type)).toList();
  }
}
