package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.Partner;
import java.time.Duration;
import java.util.List;

/** Reads the partner: its hosts, what they answer, and the messages that go there. */
final class PartnerReader {
  private final PluginFolder folder;
  private final SentinelReader sentinels;

  PartnerReader(PluginFolder folder, SentinelReader sentinels) {
    this.folder = folder;
    this.sentinels = sentinels;
  }

  Partner read(Fields fields) {
    List<String> hosts = fields.get("hosts").map(HostNotation::list).orElse(List.of());
    fields
        .get("hosts")
        .filter(value -> value.isList() && value.size() == 0)
        .ifPresent(value -> value.error(Rule.MISSING_KEY, "'hosts' names no host", ""));
    List<String> assets = fields.get("assets").map(HostNotation::list).orElse(List.of());
    List<DeclaredAnswer> answers =
        fields.get("answers").map(new AnswerReader(folder)::list).orElse(List.of());
    List<MessageType> types =
        fields
            .get("messages")
            .map(new MessageTypesReader(hosts, sentinels)::read)
            .orElse(List.of());
    Duration settle = fields.read("settle", DurationNotation::read).orElse(Partner.USUAL_SETTLE);
    return new Partner(hosts, assets, answers, types, settle);
  }
}
