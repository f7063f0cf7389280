package dev.crosscheck.match;

/**
 * One way in which a value is not as expected.
 *
 * @param path where in the value, such as {@code properties.revenue}; empty for the value itself
 * @param expected what was expected there, in words
 * @param actual what is there, in words that tell a string from a number
 */
public record Difference(String path, String expected, String actual) {

  /** {@code properties.revenue = 25.0}. */
  public String expectedThere() {
    return there(expected);
  }

  /** {@code properties.revenue = "25.0" (a string)}. */
  public String actualThere() {
    return there(actual);
  }

  /** Whether it lies in a map or a list of the value, not in the value itself. */
  public boolean isInside() {
    return path.contains(".") || path.contains("[");
  }

  private String there(String words) {
    if (path.isEmpty()) {
      return words;
    }
    return path + (Wording.isValue(words) ? " = " : " is ") + words;
  }
}
