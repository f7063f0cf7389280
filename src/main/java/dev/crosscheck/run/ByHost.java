package dev.crosscheck.run;

import dev.crosscheck.capture.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What holds for hosts, as steps have said it one after the other: the latest that speaks of a host
 * decides, and one that speaks of all of them ends what was said before.
 *
 * @param exceptions the latest first
 */
record ByHost<T>(T elsewhere, List<ForHosts<T>> exceptions) {

  record ForHosts<T>(String hosts, T what) {}

  ByHost {
    exceptions = List.copyOf(exceptions);
  }

  static <T> ByHost<T> all(T what) {
    return new ByHost<>(what, List.of());
  }

  ByHost<T> with(Optional<String> hosts, T what) {
    if (hosts.isEmpty()) {
      return all(what);
    }
    List<ForHosts<T>> now = new ArrayList<>(exceptions);
    now.removeIf(earlier -> earlier.hosts().equals(hosts.get()));
    now.add(0, new ForHosts<>(hosts.get(), what));
    return new ByHost<>(elsewhere, now);
  }

  /** What was said of the host by name; empty where it is as all the others. */
  Optional<T> exception(String host) {
    return exceptions.stream()
        .filter(named -> Glob.host(named.hosts(), host))
        .map(ForHosts::what)
        .findFirst();
  }

  /** All that was said and still holds for some host. */
  Stream<T> all() {
    return Stream.concat(Stream.of(elsewhere), exceptions.stream().map(ForHosts::what));
  }

  T of(String host) {
    return exception(host).orElse(elsewhere);
  }

  boolean isOnly(Predicate<T> usual) {
    return all().allMatch(usual);
  }
}
