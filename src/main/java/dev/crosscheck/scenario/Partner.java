package dev.crosscheck.scenario;

import dev.crosscheck.capture.MessageType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The partner as plugin.yaml describes it.
 *
 * @param hosts where data may go, {@code *} as wildcard
 * @param assets where its code and configuration come from
 * @param answers declared answers, first match wins
 * @param settle how long nothing new must come before a capture is believed to be whole
 */
public record Partner(
    List<String> hosts,
    List<String> assets,
    List<DeclaredAnswer> answers,
    List<MessageType> messages,
    Duration settle) {
  public static final Duration USUAL_SETTLE = Duration.ofMillis(500);

  public Partner {
    hosts = List.copyOf(hosts);
    assets = List.copyOf(assets);
    answers = List.copyOf(answers);
    messages = List.copyOf(messages);
  }

  public Optional<MessageType> type(String name) {
    return messages.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
