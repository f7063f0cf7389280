package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Shortage;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why npm did not do what it was asked to, in words that say what to do. */
final class NpmTrouble {
  private static final Pattern UNREACHED =
      Pattern.compile(
          "npm error (?:code )?(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT"
              + "|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_TIMEOUT)\\b");
  private static final Pattern LACKED = Pattern.compile("Missing: (\\S+) from lock file");
  private static final Pattern OUTDATED =
      Pattern.compile("Invalid: lock file's (\\S+) does not satisfy (\\S+)");
  private static final int ENOUGH = 5;

  private NpmTrouble() {}

  /**
   * @param verb what npm was to do: {@code ci}
   * @param what for: a folder with a lock file, or a package
   */
  static Shortage of(String verb, String what, Command.Result result) {
    String said = result.err();
    List<String> lock =
        Stream.concat(
                all(LACKED, said, match -> "lacks " + match.group(1)),
                all(
                    OUTDATED,
                    said,
                    match -> "has " + match.group(1) + " instead of " + match.group(2)))
            .toList();
    if (!lock.isEmpty()) {
      return new Shortage(
          "package-lock.json in '%s' does not fit package.json: it %s".formatted(what, some(lock)),
          "run npm install in '" + what + "' and commit package-lock.json");
    } else if (UNREACHED.matcher(said).find()) {
      return new Shortage(
          "the npm registry is not reached, and '"
              + what
              + "' is not in the cache yet: "
              + lastWords(result),
          "run once where it is reached, or name a mirror with registry= in .npmrc; what was"
              + " fetched once is kept");
    }
    return new Shortage(
        "npm " + verb + " failed for '" + what + "': " + lastWords(result),
        "mend what npm complains about, then run again");
  }

  private static Stream<String> all(
      Pattern pattern, String text, Function<MatchResult, String> words) {
    return pattern.matcher(text).results().map(words);
  }

  private static String some(List<String> all) {
    String rest = all.size() > ENOUGH ? " (and " + (all.size() - ENOUGH) + " more)" : "";
    return all.stream().limit(ENOUGH).collect(Collectors.joining(", ")) + rest;
  }

  /** Without npm's own prefix, and where its log is: in a cache that few will look into. */
  private static String lastWords(Command.Result result) {
    return result
        .lastLines(6)
        .lines()
        .filter(line -> !line.contains("A complete log of this run"))
        .map(line -> line.replaceFirst("^npm (?:error|ERR!) ?", ""))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("; "));
  }
}
