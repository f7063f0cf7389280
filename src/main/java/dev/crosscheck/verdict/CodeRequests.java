package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Glob;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import java.util.List;

/** Tells requests for the partner's code from those that tell the partner something. */
final class CodeRequests {
  private static final String MARK = "X-Crosscheck";
  private static final String UNDECLARED_LIBRARY = "undeclared-library";

  private CodeRequests() {}

  /** Whether code was asked for that plugin.yaml does not declare, and so was not served. */
  static boolean isUndeclaredLibrary(Exchange exchange) {
    return exchange.answer().stream()
        .flatMap(answer -> answer.headers().stream())
        .anyMatch(h -> h.name().equalsIgnoreCase(MARK) && h.value().equals(UNDECLARED_LIBRARY));
  }

  static boolean isCode(Exchange exchange, Plugin plugin) {
    HttpRequest request = exchange.request();
    return request.method().equals("GET")
        && (isUndeclaredLibrary(exchange)
            || request.header("sec-fetch-dest").filter("script"::equals).isPresent()
            || plugin.partner().assets().stream().anyMatch(g -> Glob.host(g, request.host()))
            || libraries(plugin).stream().anyMatch(library -> isAt(library, request)));
  }

  private static List<WebPlugin.Library> libraries(Plugin plugin) {
    return plugin.web().map(WebPlugin::libraries).orElse(List.of());
  }

  private static boolean isAt(WebPlugin.Library library, HttpRequest request) {
    String url = request.url();
    int query = url.indexOf('?');
    return library.url().equals(url) || query >= 0 && library.url().equals(url.substring(0, query));
  }
}
