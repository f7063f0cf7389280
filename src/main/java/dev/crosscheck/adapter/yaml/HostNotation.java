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

  /** A host or hosts, whosever they are. */
  static Optional<String> some(Cursor value) {
    return value.text().flatMap(host -> named(value, host));
  }

  private static Optional<String> named(Cursor item, String host) {
    return host.length() <= LONGEST && host.matches(HOST)
        ? Optional.of(host)
        : bad(
            item,
            "'" + Shown.of(host) + "' is no host",
            "write a name without scheme, port or path, such as \"*.example.com\"");
  }

  private static Optional<String> check(Cursor item, String text) {
    return named(item, text).flatMap(host -> partners(item, host));
  }

  private static Optional<String> partners(Cursor item, String host) {
    Optional<String> other = OTHERS.stream().filter(known -> Glob.host(host, known)).findFirst();
    return other.isEmpty()
        ? Optional.of(host)
        : bad(item, "'" + host + "' covers '" + other.get() + "', which is not the partner's", "");
  }

  private static Optional<String> bad(Cursor item, String message, String hint) {
    item.error(Rule.BAD_HOST, message, hint);
    return Optional.empty();
  }

  /** Whether there may be a host that both mean. */
  static boolean overlap(String glob, String other) {
    return glob.equals(other)
        || Glob.host(glob, other.replace("*", "x"))
        || Glob.host(other, glob.replace("*", "x"));
  }

  /** Whether hosts declared by these globs cover a host, which may hold {@code *} itself. */
  static boolean covers(Stream<String> globs, String host) {
    String sample = host.replace("*", "x");
    return globs.anyMatch(glob -> glob.equals(host) || Glob.host(glob, sample));
  }
}
