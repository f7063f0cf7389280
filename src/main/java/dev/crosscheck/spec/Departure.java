package dev.crosscheck.spec;

import java.util.List;

/**
 * A way in which an event is not as the Spec has it.
 *
 * @param path where, from the top of the event; elements of arrays by their index from 0
 * @param message what is there, and what the Spec has
 * @param hint what was probably meant, or which page of the Spec to read
 */
public record Departure(Kind kind, List<String> path, String message, String hint) {

  /** What is not as the Spec has it. */
  public enum Kind {
    /** The event's name is nearly that of a semantic event. */
    MISSPELT_EVENT,
    /** The name of a property, a trait or a field of the context is nearly one of the Spec's. */
    MISSPELT_FIELD,
    /** A property or a trait is of another type than the Spec's. */
    FORBIDDEN_TYPE,
    /** A field that is Segment's own is not as Segment means it. */
    RESERVED_FIELD
  }

  public Departure {
    path = List.copyOf(path);
  }
}
