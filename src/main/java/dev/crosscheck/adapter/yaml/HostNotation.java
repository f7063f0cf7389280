package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.scenario.HostPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The notation of hosts: {@code api.example.com}, {@code *.example.com}. */
final class HostNotation {
  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String GLOB = "[A-Za-z0-9*]([A-Za-z0-9*-]*[A-Za-z0-9*])?";

  /** The last two labels are spelt out: {@code *.com} would be half the web. */
  private static final String HOST = "(" + GLOB + "\\.)*" + NAME + "\\." + NAME;

  /** In characters (RFC 1035). */
  private static final int LONGEST = 253;

  /** Hosts whose traffic is judged apart from the partner's. */
  private static final List<String> OTHERS =
      List.of("api.segment.io", "cdn.segment.com", HostPage.HOST);

  private HostNotation() {}

  /** A list of hosts. */
  static List<String> list(Cursor value) {
    List<String> hosts = new ArrayList<>();
    for (Cursor item : value.items()) {
      item.text().flatMap(host -> check(item, host)).ifPresent(hosts::add);
    }
    return hosts;
  }

  private static Optional<String> check(Cursor item, String host) {
    if (host.length() > LONGEST || !host.matches(HOST)) {
      return bad(
          item,
          "'" + Shown.of(host) + "' is no host",
          "write a name without scheme, port or path, such as \"*.example.com\"");
    }
    Optional<String> other = OTHERS.stream().filter(known -> Glob.host(host, known)).findFirst();
    return other.isEmpty()
        ? Optional.of(host)
        : bad(item, "'" + host + "' covers '" + other.get() + "', which is not the partner's", "");
  }

  private static Optional<String> bad(Cursor item, String message, String hint) {
    item.error(Rule.BAD_HOST, message, hint);
    return Optional.empty();
  }

  /** Whether hosts declared by these globs cover a host, which may hold {@code *} itself. */
  static boolean covers(Stream<String> globs, String host) {
    String sample = host.replace("*", "x");
    return globs.anyMatch(glob -> glob.equals(host) || Glob.host(glob, sample));
  }
}
