package dev.crosscheck.match;

/**
 * One way in which a value is not as expected.
 *
 * @param path where in the value, such as {@code properties.revenue}; empty for the value itself
 * @param expected what was expected there, in words
 * @param actual what is there, in words that tell a string from a number
 */
public record Difference(String path, String expected, String actual) {}
