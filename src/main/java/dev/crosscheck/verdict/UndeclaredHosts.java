package dev.crosscheck.verdict;

import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The unwritten claim that data goes only to hosts that plugin.yaml declares. A browser that is led
 * by its machine's settings shares them with other programs, which do not trust the recording: a
 * connection that carried nothing is taken for one of theirs there.
 */
final class UndeclaredHosts {
  private static final List<ConnectionAttempt> NONE = List.of();
  private static final char NOT_UTF_8 = '\ufffd';

  private UndeclaredHosts() {}

  /** One for each host, told by the first exchange with it. */
  static List<Mismatch> in(View view, Plugin plugin, DeviceFacts device) {
    Map<String, List<Exchange>> byHost = new LinkedHashMap<>();
    for (Exchange exchange : view.capture().exchanges()) {
      if (view.party(exchange) == Party.UNDECLARED) {
        byHost.computeIfAbsent(exchange.request().host(), h -> new ArrayList<>()).add(exchange);
      }
    }
    String expected = "only hosts that plugin.yaml declares";
    List<Mismatch> found = new ArrayList<>();
    byHost.forEach(
        (host, exchanges) -> {
          Exchange first =
              exchanges.stream()
                  .filter(exchange -> !exchange.request().isPreflight())
                  .findFirst()
                  .orElse(exchanges.get(0));
          String again = exchanges.size() > 1 ? ", " + exchanges.size() + " requests" : "";
          found.add(
              Mismatches.unwritten(
                  "a request to the undeclared host '" + host + "'",
                  expected,
                  first.name() + told(first.request()) + again,
                  view,
                  first.index()));
        });
    for (ConnectionAttempt attempt : device.isBesideOthers() ? NONE : view.capture().attempts()) {
      String host = attempt.host();
      boolean undeclared = !host.isEmpty() && plugin.partyOf(host) == Party.UNDECLARED;
      if (undeclared && byHost.putIfAbsent(host, List.of()) == null) {
        found.add(
            Mismatches.unwritten(
                "a connection to the undeclared host '" + host + "'", expected, attempt.trouble()));
      }
    }
    return found;
  }

  /** What the host was told, as far as it can be read. */
  private static String told(HttpRequest request) {
    String text = request.body().isEmpty() ? request.query() : request.body().text();
    if (text.isEmpty()) {
      return "";
    }
    boolean binary = text.indexOf(NOT_UTF_8) >= 0;
    return " with "
        + (binary ? request.body().size() + " bytes" : Wording.cut(Inert.line(text.strip())));
  }
}
