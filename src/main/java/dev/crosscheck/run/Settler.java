package dev.crosscheck.run;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Decoded;
import dev.crosscheck.capture.Decoder;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.StillSending;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.SentinelId;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.Settlement.SentinelMark;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Truth 3: sentinels on each lane, quiet, leaving, quiet again. */
public final class Settler implements SettlingPolicy {

  @Override
  public Settlement calm(Settling cell) throws StepNotTaken {
    Optional<Duration> silence = Optional.empty();
    List<SentinelMark> marks = List.of();
    Optional<String> shortfall = Optional.empty();
    if (cell.silence().isPresent()) {
      silence = Optional.of(waitInSilence(cell, cell.silence().get()));
    } else {
      Sentinels sentinels = Sentinels.covering(cell.types(), cell.plugin().partner().messages());
      shortfall = bare(sentinels.bare());
      if (shortfall.isEmpty()) {
        marks = send(cell, sentinels);
        marks = await(cell, marks, cell.limit().get(), leavingLanes(cell));
        shortfall = missing(marks, leavingLanes(cell));
      }
    }
    Optional<Instant> calmed = Optional.empty();
    if (shortfall.isEmpty()) {
      try {
        cell.recording().settle(cell.quiet(), unrest(cell), cell.limit().get());
        calmed = Optional.of(cell.clock().instant());
      } catch (StillSending e) {
        shortfall = Optional.of("still sending: " + e.getMessage());
      }
    }
    return new Settlement(marks, silence, cell.quiet(), Optional.empty(), calmed, shortfall);
  }

  @Override
  public Settlement seal(Settling cell, Settlement calm) {
    Instant left = cell.clock().instant();
    cell.session().leave(cell.limit().get());
    cell.forced().run();
    List<SentinelMark> marks = await(cell, calm.sentinels(), cell.limit().get(), Set.of());
    Optional<String> shortfall = calm.shortfall().or(() -> missing(marks, Set.of()));
    Optional<Instant> sealed = Optional.empty();
    try {
      cell.recording().seal(cell.quiet(), unrest(cell), cell.limit().get());
      sealed = Optional.of(cell.clock().instant());
    } catch (StillSending e) {
      shortfall = shortfall.or(() -> Optional.of("still sending: " + e.getMessage()));
    }
    return new Settlement(
        marks, calm.silence(), calm.quiet(), Optional.of(left), sealed, shortfall);
  }

  /** Ends early where a message comes that should not: there is nothing left to wait for. */
  private static Duration waitInSilence(Settling cell, Settling.Silence silence) {
    Deadline end = new Deadline(silence.since().plus(silence.time()), cell.clock());
    cell.recording().await(capture -> heard(cell, capture, silence.since()), end);
    return silence.time();
  }

  private static boolean heard(Settling cell, Capture capture, Instant since) {
    return decode(cell, capture).messages().stream()
        .filter(message -> !message.at().isBefore(since))
        .anyMatch(message -> cell.types().stream().anyMatch(t -> t.name().equals(message.type())));
  }

  private static List<SentinelMark> send(Settling cell, Sentinels sentinels) throws StepNotTaken {
    List<SentinelMark> marks = new ArrayList<>();
    for (Map.Entry<SpecCall, Set<MessageType>> entry : sentinels.byCall().entrySet()) {
      String id = SentinelId.of(entry.getKey());
      Instant called = cell.clock().instant();
      cell.perform().perform(Sentinels.call(entry.getKey(), id, cell.group()), id);
      for (MessageType type : entry.getValue()) {
        marks.add(new SentinelMark(type.lane(), type.name(), id, called, Optional.empty()));
      }
    }
    return marks;
  }

  /** Waits for the sentinels of all lanes but {@code except}, and marks those that came. */
  private static List<SentinelMark> await(
      Settling cell, List<SentinelMark> marks, Deadline by, Set<String> except) {
    cell.recording().await(capture -> missing(arrived(cell, marks, capture), except).isEmpty(), by);
    return arrived(cell, marks, cell.recording().soFar());
  }

  private static List<SentinelMark> arrived(
      Settling cell, List<SentinelMark> marks, Capture capture) {
    if (marks.isEmpty()) {
      return marks;
    }
    Decoded decoded = decode(cell, capture);
    return marks.stream()
        .map(
            mark ->
                new SentinelMark(
                    mark.lane(),
                    mark.type(),
                    mark.id(),
                    mark.called(),
                    decoded.of(mark.type()).stream()
                        .filter(message -> carries(message, mark.id()))
                        .flatMap(message -> answeredWell(message, capture).stream())
                        .findFirst()))
        .toList();
  }

  private static Decoded decode(Settling cell, Capture capture) {
    return Decoder.decode(
        capture,
        cell.plugin().partner().messages(),
        cell.platform(),
        request -> isPartner(cell, request));
  }

  private static boolean isPartner(Settling cell, HttpRequest request) {
    return cell.plugin().partyOf(request.host()) == Party.PARTNER;
  }

  private static boolean carries(Message message, String id) {
    return message.content().toString().contains(id);
  }

  private static Optional<Integer> answeredWell(Message message, Capture capture) {
    List<Integer> tries = new ArrayList<>(List.of(message.exchange()));
    tries.addAll(message.again());
    return tries.stream()
        .filter(index -> capture.exchanges().get(index).isAnsweredWell())
        .findFirst();
  }

  private static Optional<String> missing(List<SentinelMark> marks, Set<String> except) {
    String lanes =
        marks.stream()
            .filter(mark -> mark.exchange().isEmpty() && !except.contains(mark.lane()))
            .map(mark -> "'" + mark.lane() + "'")
            .distinct()
            .collect(Collectors.joining(", "));
    return lanes.isEmpty() ? Optional.empty() : Optional.of("no sentinel arrived on lane " + lanes);
  }

  private static Optional<String> bare(Set<String> lanes) {
    return lanes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "plugin.yaml names no sentinel for lane '" + String.join("', '", lanes) + "'");
  }

  private static Set<String> leavingLanes(Settling cell) {
    return cell.types().stream()
        .filter(type -> type.leaves(cell.platform()))
        .map(MessageType::lane)
        .collect(Collectors.toSet());
  }

  private static Unrest unrest(Settling cell) {
    return new Unrest(cell.plugin(), cell.platform(), cell.besideOthers());
  }
}
