package dev.crosscheck.verdict;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Decoded;
import dev.crosscheck.capture.Decoder;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.MadeCalls;
import dev.crosscheck.scenario.Parties;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.spec.SpecCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A capture as claims see it: decoded, each exchange with its party, and without the sentinels and
 * what they cause. Pure; of the scenario it knows the calls alone, and nothing of the device.
 */
public final class View {
  private final Parties parties;
  private final Capture capture;
  private final List<Message> messages;
  private final List<Message> unread;
  private final List<Message> set;
  private final List<Message> deliveries;
  private final List<Message> spectated;
  private final List<Decoded.Failure> failures;
  private final List<Exchange> exchanges;
  private final Set<Integer> untyped;
  private final Telling telling;

  private View(
      Parties parties, String platform, Capture capture, SentinelTrace trace, MadeCalls calls) {
    Plugin plugin = parties.plugin();
    this.parties = parties;
    this.capture = capture;
    Predicate<HttpRequest> isPartner = request -> plugin.partyOf(request.host()) == Party.PARTNER;
    List<MessageType> types = plugin.partner().messages();
    Decoded partner = Decoder.decode(capture, types, platform, isPartner);
    Decoded segment = Decoder.decode(capture, SegmentTypes.all(), platform, isPartner);
    this.failures = partner.failures();
    Predicate<Message> sentinel = message -> trace.isIn(message, declared(types, message.type()));
    this.messages = partner.messages().stream().filter(sentinel.negate()).toList();
    this.unread = without(trace, partner.unread());
    this.set = partner.messages().stream().filter(sentinel).toList();
    this.deliveries = without(trace, segment.of(SegmentTypes.SEGMENT));
    this.spectated = without(trace, segment.of(SegmentTypes.SPECTATOR));
    Set<Integer> told = bringing(messages);
    told.addAll(bringing(deliveries));
    told.addAll(bringing(spectated));
    Set<Integer> sentinels = bringing(set);
    sentinels.addAll(bringing(segment.messages().stream().filter(trace::isIn).toList()));
    this.exchanges =
        capture.exchanges().stream()
            .filter(exchange -> !exchange.request().isPreflight())
            .filter(
                exchange ->
                    told.contains(exchange.index())
                        || !sentinels.contains(exchange.index()) && !trace.isIn(exchange))
            .toList();
    this.untyped = new HashSet<>();
    exchanges.forEach(exchange -> untyped.add(exchange.index()));
    untyped.removeAll(told);
    this.telling = new Telling(this, calls, new Carries(plugin.carries()));
  }

  /** Of a capture whose calls nobody asks for. */
  public static View of(Plugin plugin, String platform, Capture capture, Set<String> sentinels) {
    return of(plugin, platform, capture, sentinels, MadeCalls.NONE);
  }

  /**
   * @param platform {@code web}, {@code android} or {@code ios}
   * @param sentinels the ids that sentinels carried
   * @param calls those that the scenario makes
   */
  public static View of(
      Plugin plugin, String platform, Capture capture, Set<String> sentinels, MadeCalls calls) {
    Parties parties = new Parties(plugin, false);
    return new View(parties, platform, capture, new SentinelTrace(sentinels), calls);
  }

  /** What an attempt's capture holds, as it is judged. */
  public static View of(Evidence evidence) {
    return new View(
        new Parties(evidence.plugin(), evidence.device().isBesideOthers()),
        evidence.device().platform(),
        evidence.capture(),
        new SentinelTrace(sentinels(evidence)),
        evidence.scenario().made());
  }

  private static Set<String> sentinels(Evidence evidence) {
    return evidence.steps().stream()
        .flatMap(step -> step.sentinel().stream())
        .collect(Collectors.toSet());
  }

  /** The calls that plugin.yaml names as sentinels for a type, the type's own or another's. */
  private static Set<SpecCall> declared(List<MessageType> types, String name) {
    return types.stream()
        .filter(
            type ->
                type.name().equals(name)
                    || type.sentinel().map(s -> s.also().contains(name)).orElse(false))
        .flatMap(type -> type.sentinel().stream())
        .map(MessageType.Sentinel::call)
        .collect(Collectors.toSet());
  }

  private static List<Message> without(SentinelTrace trace, List<Message> messages) {
    return messages.stream().filter(message -> !trace.isIn(message)).toList();
  }

  private static Set<Integer> bringing(List<Message> messages) {
    Set<Integer> exchanges = new HashSet<>();
    for (Message message : messages) {
      exchanges.add(message.exchange());
      exchanges.addAll(message.again());
    }
    return exchanges;
  }

  /** What the plugin told the partner, in the order in which it came. */
  public List<Message> messages() {
    return messages;
  }

  /** The partner's messages of a type. */
  public List<Message> of(String type) {
    return messages.stream().filter(message -> message.type().equals(type)).toList();
  }

  /** The partner's messages that carry this sentinel's id. */
  public List<Message> sentinel(String id) {
    return set.stream().filter(message -> SentinelTrace.carries(message, id)).toList();
  }

  /** The calls that plugin.yaml names as sentinels for a type of the partner's. */
  Set<SpecCall> shownBy(String type) {
    return declared(parties.plugin().partner().messages(), type);
  }

  /** Which messages tell of which of the scenario's calls. */
  Telling telling() {
    return telling;
  }

  /** What the SDK delivered to Segment. */
  public List<Message> deliveries() {
    return deliveries;
  }

  /** The events as the built-in spectator destination got them. */
  public List<Message> spectated() {
    return spectated;
  }

  /** Exchanges that should hold messages but could not be read as plugin.yaml says. */
  public List<Decoded.Failure> failures() {
    return failures;
  }

  /** The raw exchanges but for preflights and what sentinels alone caused. */
  public List<Exchange> exchanges() {
    return exchanges;
  }

  /** Exchanges with the partner that brought no message of any type and no code either. */
  List<Exchange> untold() {
    return exchanges.stream()
        .filter(exchange -> untyped.contains(exchange.index()))
        .filter(exchange -> party(exchange) == Party.PARTNER)
        .filter(exchange -> !CodeRequests.isCode(exchange, parties.plugin()))
        .filter(e -> failures.stream().noneMatch(failure -> failure.exchange() == e.index()))
        .toList();
  }

  /** What stands beside the partner's messages, in one of their exchanges, and is of no type. */
  List<Message> unread() {
    return unread.stream().filter(message -> !untyped.contains(message.exchange())).toList();
  }

  /** The whole capture, sentinels included. */
  public Capture capture() {
    return capture;
  }

  /** The exchange that brought a message first. */
  Exchange exchange(Message message) {
    return capture.exchanges().get(message.exchange());
  }

  public Party party(Exchange exchange) {
    return parties.of(exchange.request().host());
  }

  /**
   * The exchange after which a message came: its own, or for a frame of a WebSocket the last that
   * had been read by then.
   */
  int position(Message message) {
    List<Exchange> all = capture.exchanges();
    int position = message.exchange();
    if (all.get(position).frames().isEmpty()) {
      return position;
    }
    while (position + 1 < all.size() && !all.get(position + 1).at().isAfter(message.at())) {
      position++;
    }
    return position;
  }

  /** {@code exchange 3 of 5, POST api.example.com/track}, counted from 1 as a reader does. */
  String name(int exchange) {
    Exchange named = capture.exchanges().get(exchange);
    String early = isBeforeSettings(named) ? ", before Segment's settings" : "";
    return number(exchange) + " of " + capture.size() + ", " + named.name() + early;
  }

  /** Whether the partner was told something when the plugin could not know that it may. */
  private boolean isBeforeSettings(Exchange exchange) {
    return party(exchange) == Party.PARTNER
        && !CodeRequests.isCode(exchange, parties.plugin())
        && capture.exchanges().stream()
            .filter(other -> SegmentTypes.isSettings(other.request()))
            .findFirst()
            .flatMap(Exchange::answered)
            .filter(exchange.at()::isBefore)
            .isPresent();
  }

  /** {@code exchange 3}. */
  String number(int exchange) {
    return "exchange " + (exchange + 1);
  }
}
