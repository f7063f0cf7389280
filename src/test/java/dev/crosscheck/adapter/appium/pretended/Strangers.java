package dev.crosscheck.adapter.appium.pretended;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the pretence was asked and does not know. A test that meets any of it proves nothing. */
public final class Strangers {
  private final List<String> met = new CopyOnWriteArrayList<>();

  public void meet(String what) {
    met.add(what);
  }

  public List<String> met() {
    return List.copyOf(met);
  }

  /** Fails where anything was asked that nobody here knows. */
  public void assertNothingUnknown() {
    if (!met.isEmpty()) {
      throw new AssertionError("the pretence does not know:\n  " + String.join("\n  ", met));
    }
  }
}
