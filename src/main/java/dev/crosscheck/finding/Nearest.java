package dev.crosscheck.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that a user probably meant. */
public final class Nearest {
  private Nearest() {}

  /** A hint: the nearest word if one is near, else all that may stand there. */
  public static String hint(String word, Collection<String> allowed) {
    return to(word, allowed)
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(() -> allowed.isEmpty() ? "" : "one of: " + quoted(allowed));
  }

  /** The nearest word, if it is at most a third of the letters away. */
  public static Optional<String> to(String word, Collection<String> allowed) {
    int reach = Math.max(1, word.length() / 3);
    String folded = folded(word);
    return allowed.stream()
        .filter(other -> Math.abs(other.length() - word.length()) <= reach + 2)
        .filter(other -> distance(folded, folded(other)) <= reach)
        .min(
            Comparator.comparingInt((String other) -> distance(folded, folded(other)))
                .thenComparingInt(other -> -shared(folded, folded(other))));
  }

  /** How many letters two words begin with alike. */
  private static int shared(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String quoted(Collection<String> words) {
    return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Edits between two words, two swapped neighbours being one (optimal string alignment). */
  public static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
