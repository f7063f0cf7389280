package dev.crosscheck.jvm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What processes have in common, as on a phone: the bytes of classes, and which classes apps asked for once they were
 * used. Those are loaded before the next process is used; none is initialised, so nothing of the app runs earlier.
 */
final class Zygote {
  private static final int MOST_CLASSES = 4_000;

  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  byte[] read(String name) {
    return bytes.get(name);
  }

  void keep(String name, byte[] read) {
    bytes.put(name, read);
  }

  synchronized void asked(String name) {
    if (asked.size() < MOST_CLASSES) {
      asked.add(name);
    }
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }
}
