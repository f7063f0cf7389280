package dev.crosscheck.run;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Session;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step;
import java.util.function.Supplier;

/** The network and the partner's answers, as a scenario changes them. */
final class Conditions {
  private final Session session;
  private final Recording recording;
  private final Answers usual;
  private final Plugin plugin;
  private final Supplier<Deadline> limit;

  private Answers answers;
  private Network network = Network.ONLINE;

  Conditions(
      Session session,
      Recording recording,
      Answers usual,
      Plugin plugin,
      Supplier<Deadline> limit) {
    this.session = session;
    this.recording = recording;
    this.usual = usual;
    this.plugin = plugin;
    this.limit = limit;
    this.answers = usual;
  }

  void change(Step.OnNetwork step) {
    if (step instanceof Step.SetNetwork set) {
      network = set.network();
      recording.answer(answers.on(network));
      session.online(network != Network.OFFLINE, limit.get());
    } else if (step instanceof Step.PartnerAnswers partner) {
      boolean asUsual = partner.behaviour() instanceof Step.PartnerAnswers.Behaviour.Usual;
      answers = asUsual ? usual : new PartnerMood(usual, plugin, partner.behaviour());
      recording.answer(answers.on(network));
    }
  }

  boolean areUsual() {
    return network == Network.ONLINE && answers == usual;
  }

  boolean isOffline() {
    return network == Network.OFFLINE;
  }

  void restore() {
    boolean wasOffline = isOffline();
    answers = usual;
    network = Network.ONLINE;
    recording.answer(usual);
    if (wasOffline) {
      session.online(true, limit.get());
    }
  }
}
