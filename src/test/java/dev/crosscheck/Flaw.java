package dev.crosscheck;

import java.util.Locale;

/**
 * One fault of an otherwise sound plugin, by which a customer or a partner would be harmed: what
 * every plugin must show is checked well only if this is noticed.
 */
interface Flaw {
  /** The constant's name. */
  String name();

  /** What is wrong, in a sentence without its full stop. */
  String sentence();

  /** The name of its plugin folder, such as {@code drops-traits}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
