package dev.crosscheck.run;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Session;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The network and the partner's answers, as a scenario changes them. */
final class Conditions {
  private final Session session;
  private final Recording recording;
  private final Answers usual;
  private final Plugin plugin;
  private final Supplier<Deadline> limit;

  private ByHost<PartnerMood> moods = ByHost.all(PartnerMood.USUAL);
  private ByHost<Network> network = ByHost.all(Network.ONLINE);

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
  }

  void change(Step.OnNetwork step) {
    if (step instanceof Step.SetNetwork set) {
      network = network.with(set.to(), set.network());
      recording.answer(new Changed(usual, plugin, moods, network));
      if (set.to().isEmpty()) {
        session.online(!set.isDeviceOffline(), limit.get());
      }
    } else if (step instanceof Step.PartnerAnswers partner) {
      ByHost<PartnerMood> before = moods;
      moods = moods.with(partner.to(), PartnerMood.of(partner));
      recording.answer(new Changed(usual, plugin, moods, network));
      endOf(before);
    }
  }

  boolean areUsual() {
    return moods.isOnly(PartnerMood::isUsual) && network.isOnly(Network.ONLINE::equals);
  }

  /** Whether the device has no network, and says so. */
  boolean isOffline() {
    return network.elsewhere() instanceof Network.Offline;
  }

  /** Whether no host is reached, whatever the device says. */
  boolean isCutOff() {
    return network.isOnly(way -> !Network.isReached(way));
  }

  void restore() {
    boolean wasOffline = isOffline();
    ByHost<PartnerMood> before = moods;
    moods = ByHost.all(PartnerMood.USUAL);
    network = ByHost.all(Network.ONLINE);
    recording.answer(usual);
    endOf(before);
    if (wasOffline) {
      session.online(true, limit.get());
    }
  }

  private void endOf(ByHost<PartnerMood> before) {
    List<PartnerMood> now = moods.all().toList();
    before.all().filter(mood -> !now.contains(mood)).forEach(PartnerMood::end);
  }

  /**
   * The usual answers as a scenario has changed them. Preflights are answered as usual: a partner's
   * load balancer does not fail differently for them. What the partner's code is loaded from is
   * spoilt only where it is named; that it comes late is the point of holding answers.
   */
  record Changed(Answers usual, Plugin plugin, ByHost<PartnerMood> moods, ByHost<Network> networks)
      implements Answers {

    @Override
    public Answer to(HttpRequest request) {
      Answer answer = usual.to(request);
      String host = request.host();
      if (request.isPreflight()) {
        return answer;
      }
      return switch (plugin.partyOf(host)) {
        case PARTNER -> moods.of(host).to(request, answer);
        case ASSET ->
            moods
                .exception(host)
                .or(() -> Optional.of(moods.elsewhere()).filter(PartnerMood::holds))
                .map(mood -> mood.to(request, answer))
                .orElse(answer);
        case SEGMENT, HOST, NOISE, UNDECLARED -> answer;
      };
    }

    @Override
    public Network network(String host) {
      return networks.of(host);
    }
  }
}
