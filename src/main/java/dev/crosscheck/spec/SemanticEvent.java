package dev.crosscheck.spec;

import java.util.Map;

/**
 * An event that the Spec gives a name and a meaning.
 *
 * @param page of the Spec, a URL
 * @param properties its own, besides those that every track call has
 * @param context fields of the context that it gives a meaning
 */
public record SemanticEvent(
    String name, String page, Map<String, SpecField> properties, Map<String, SpecField> context) {

  /** Whether it is of an app's life, which SDKs for apps may track by themselves. */
  public boolean isOfAnApp() {
    return page.equals("https://segment.com/docs/connections/spec/mobile/");
  }

  /** Its fields, from the top of the event. */
  Map<String, SpecField> fields() {
    return Map.of("properties", SpecField.object(properties), "context", SpecField.object(context));
  }
}
