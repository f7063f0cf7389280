package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the call that shows a lane to have delivered: {@code track}, or with {@code also}. */
final class SentinelReader {
  private final Vocabulary vocabulary;
  private final Set<SpecCall> supported;

  /**
   * @param supported the calls that the plugin supports: no other can be a sentinel
   */
  SentinelReader(Vocabulary vocabulary, Set<SpecCall> supported) {
    this.vocabulary = vocabulary;
    this.supported = supported;
  }

  Optional<MessageType.Sentinel> read(Cursor value) {
    if (!value.isMap()) {
      return call(value).map(call -> new MessageType.Sentinel(call, List.of()));
    }
    Fields fields = value.fields(Shape.SENTINEL).orElseThrow();
    List<String> also = new ArrayList<>();
    fields
        .get("also")
        .ifPresent(
            types -> types.itemsOrOne().forEach(t -> vocabulary.type(t).ifPresent(also::add)));
    return fields.read("call", this::call).map(call -> new MessageType.Sentinel(call, also));
  }

  private Optional<SpecCall> call(Cursor value) {
    Optional<SpecCall> call = callNamed(value);
    if (call.isPresent() && !supported.contains(call.get())) {
      value.error(
          Rule.UNSUPPORTED_SENTINEL,
          "the plugin does not support '" + call.get().word() + "', so it shows nothing",
          "name a call of supports.calls");
    }
    return call;
  }

  /** One of the six calls. */
  static Optional<SpecCall> callNamed(Cursor value) {
    return value
        .word(Arrays.stream(SpecCall.values()).map(SpecCall::word).toList())
        .flatMap(SpecCall::of);
  }
}
