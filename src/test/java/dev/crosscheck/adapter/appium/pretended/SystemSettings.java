package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code settings get|put|delete NAMESPACE NAME [VALUE]}. */
final class SystemSettings implements ShellCommand {
  private static final Set<String> NAMESPACES = Set.of("global", "system", "secure");

  private final Map<String, String> values = new ConcurrentHashMap<>();

  /** Empty where it was never put, or was deleted. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  @Override
  public int run(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (words.size() < 4 || !NAMESPACES.contains(words.get(2))) {
      throw new NotKnown(words);
    }
    String name = words.get(2) + " " + words.get(3);
    String shape = words.get(1) + " " + words.size();
    switch (shape) {
      case "get 4" -> io.say(values.getOrDefault(name, "null") + "\n");
      case "put 5" -> values.put(name, words.get(4));
      case "delete 4" -> {
        int rows = values.remove(name) == null ? 0 : 1;
        io.say("Deleted " + rows + " rows\n");
      }
      default -> throw new NotKnown(words);
    }
    return 0;
  }
}
