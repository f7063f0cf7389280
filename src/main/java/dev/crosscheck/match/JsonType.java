package dev.crosscheck.match;

import java.util.Locale;

/** The types of a JSON value. */
public enum JsonType {
  STRING,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NULL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
