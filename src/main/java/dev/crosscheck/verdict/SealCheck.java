package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.Settlement.SentinelMark;
import dev.crosscheck.evidence.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a settlement shows that nothing more came (truth 3), as far as the capture bears it. */
final class SealCheck {
  private SealCheck() {}

  /** Why it does not, in words. */
  static Optional<String> shortfall(Window window, View view) {
    if (window.settlement().isEmpty()) {
      return Optional.of("nothing shows that no more would come: the capture was not settled");
    }
    Settlement settlement = window.settlement().get();
    if (settlement.shortfall().isPresent()) {
      String why = unanswered(settlement, view).orElse(settlement.shortfall().get());
      return Optional.of("absence could not be shown: " + why);
    } else if (settlement.sealed().isEmpty()) {
      return Optional.of("absence could not be shown: the capture was never quiet");
    }
    return settlement.sentinels().stream()
        .flatMap(mark -> missing(mark, view).stream())
        .findFirst();
  }

  /** A sentinel that came, but was not answered well, is not one that did not come. */
  private static Optional<String> unanswered(Settlement settlement, View view) {
    return settlement.sentinels().stream()
        .filter(mark -> mark.exchange().isEmpty())
        .flatMap(
            mark -> last(mark, view).stream().map(exchange -> unanswered(mark, exchange, view)))
        .findFirst();
  }

  private static String unanswered(SentinelMark mark, Exchange exchange, View view) {
    String how =
        exchange
            .answer()
            .filter(answer -> exchange.answered().isPresent())
            .map(
                answer ->
                    "answered with "
                        + answer.status()
                        + exchange.trouble().map(why -> ", but " + why).orElse(""))
            .or(exchange::trouble)
            .orElse("never answered");
    String where = view.name(exchange.index());
    return "the sentinel on lane '" + mark.lane() + "' came, but " + where + ": " + how;
  }

  /** The last try to bring a sentinel's message. */
  private static Optional<Exchange> last(SentinelMark mark, View view) {
    return view.sentinel(mark.id()).stream()
        .filter(message -> message.type().equals(mark.type()))
        .flatMap(SealCheck::exchanges)
        .max(Integer::compare)
        .map(view.capture().exchanges()::get)
        .filter(exchange -> !exchange.isAnsweredWell());
  }

  private static Optional<String> missing(SentinelMark mark, View view) {
    String lane = "lane '" + mark.lane() + "'";
    if (mark.exchange().isEmpty()) {
      return Optional.of("absence could not be shown: no sentinel arrived on " + lane);
    }
    int marked = mark.exchange().get();
    List<Exchange> exchanges = view.capture().exchanges();
    boolean carried =
        view.sentinel(mark.id()).stream()
            .filter(message -> message.type().equals(mark.type()))
            .flatMap(SealCheck::exchanges)
            .anyMatch(index -> index == marked);
    if (!carried) {
      return Optional.of(
          "absence could not be shown: " + view.number(marked) + " has no sentinel of " + lane);
    }
    return exchanges.get(marked).isAnsweredWell()
        ? Optional.empty()
        : Optional.of(
            "absence could not be shown: the sentinel on " + lane + " was not answered well");
  }

  private static Stream<Integer> exchanges(Message message) {
    return Stream.concat(Stream.of(message.exchange()), message.again().stream());
  }
}
