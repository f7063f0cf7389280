package dev.crosscheck.spec;

import dev.crosscheck.finding.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a misspelt name of the Spec from a name of one's own. Names are compared word by word, so
 * that {@code Product Saved} is not taken for {@code Product Shared}, and {@code product_ids} not
 * for {@code product_id}.
 */
final class Spelling {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  /** A shorter word is another word when one of its letters is another. */
  private static final int SHORTEST = 4;

  /** A word this long may have two letters wrong. */
  private static final int LONG = 9;

  private Spelling() {}

  /** The event whose name this nearly is, be it in another tense or order; not the name itself. */
  static Optional<String> event(String name, Collection<String> known) {
    return near(name, known, (word, other) -> isSlip(word, other) || isEnding(word, other));
  }

  /** The field whose name this nearly is; a plural is a field of its own. */
  static Optional<String> field(String name, Collection<String> known) {
    return near(
        name,
        known.stream()
            .filter(other -> !other.equals(name + "s") && !name.equals(other + "s"))
            .toList(),
        Spelling::isSlip);
  }

  private static Optional<String> near(
      String name, Collection<String> known, BiPredicate<String, String> alike) {
    List<String> words = words(name);
    return known.stream()
        .filter(other -> !other.equals(name) && isNear(words, words(other), alike))
        .min(Comparator.comparingInt(other -> Nearest.distance(name, other)));
  }

  private static boolean isNear(
      List<String> words, List<String> others, BiPredicate<String, String> alike) {
    if (String.join("", words).equals(String.join("", others))) {
      return true;
    } else if (words.size() != others.size()) {
      return false;
    }
    return words.stream().sorted().toList().equals(others.stream().sorted().toList())
        || Stream.iterate(0, i -> i < words.size(), i -> i + 1)
            .allMatch(i -> alike.test(words.get(i), others.get(i)));
  }

  private static boolean isSlip(String word, String other) {
    int shorter = Math.min(word.length(), other.length());
    int reach = shorter < SHORTEST ? 0 : shorter < LONG ? 1 : 2;
    return Math.abs(word.length() - other.length()) <= reach
        && Nearest.distance(word, other) <= reach;
  }

  /** {@code open} for {@code opened}. */
  private static boolean isEnding(String word, String other) {
    return Math.min(word.length(), other.length()) >= SHORTEST
        && Math.abs(word.length() - other.length()) <= 2
        && (word.startsWith(other) || other.startsWith(word));
  }

  private static List<String> words(String name) {
    return BETWEEN_WORDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
