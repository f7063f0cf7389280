package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code adb reverse}: ports of the device behind which stand those of the machine with adb's
 * server. They last as long as the connection over which they were asked for.
 */
final class Reverses {
  private static final Pattern FORWARD = Pattern.compile("reverse:forward:tcp:(\\d+);(tcp:\\d+)");
  private static final Pattern END = Pattern.compile("reverse:killforward:tcp:(\\d+)");
  private static final String LIST = "reverse:list-forward";
  private static final String END_ALL = "reverse:killforward-all";

  private record Target(AdbConnection connection, String name) {}

  private final Map<Integer, Target> targets = new ConcurrentHashMap<>();

  /** What answers to {@code reverse:…}. */
  AdbService service(String request, AdbConnection connection) throws NotKnown {
    Matcher forward = FORWARD.matcher(request);
    Matcher end = END.matcher(request);
    if (forward.matches()) {
      Target target = new Target(connection, forward.group(2));
      return answering(
          () -> {
            targets.put(Integer.valueOf(forward.group(1)), target);
            return "OKAY";
          });
    } else if (end.matches()) {
      return answering(
          () -> {
            Target gone = targets.remove(Integer.valueOf(end.group(1)));
            return gone == null ? "FAIL" + counted("listener not found") : "OKAY";
          });
    } else if (request.equals(END_ALL)) {
      return answering(
          () -> {
            targets.clear();
            return "OKAY";
          });
    } else if (request.equals(LIST)) {
      return answering(() -> counted(list(connection)));
    }
    throw new NotKnown("adb's service '" + request + "'");
  }

  private interface Answer {
    String get();
  }

  private static AdbService answering(Answer answer) {
    return stream -> stream.out().write(answer.get().getBytes(StandardCharsets.UTF_8));
  }

  private static String counted(String text) {
    return "%04x%s".formatted(text.length(), text);
  }

  private String list(AdbConnection connection) {
    return targets.entrySet().stream()
        .filter(entry -> entry.getValue().connection() == connection)
        .map(entry -> "host tcp:" + entry.getKey() + " " + entry.getValue().name() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Reaches what stands behind a port of the device.
   *
   * @throws IOException where nothing does, or nothing any more
   */
  AdbStream connect(int port) throws IOException {
    Target target = targets.get(port);
    if (target == null) {
      throw new IOException("nothing listens on the device's port " + port);
    }
    return target.connection().open(target.name());
  }
}
