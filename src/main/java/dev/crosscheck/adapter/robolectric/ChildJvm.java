package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.mobile.App;
import dev.crosscheck.mobile.CommandFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM in which the app runs, and the talk with it: a line for each command, a line for what
 * came of it, and lines for what the app does by itself ({@code harness/android/jvm}). Where this
 * JVM is killed its input ends, and then it ends too, and takes the kit's folder away.
 */
final class ChildJvm {
  private static final Logger LOG = LoggerFactory.getLogger(ChildJvm.class);
  private static final int LAST_LINES = 15;
  private static final long ENDING_S = 5;

  private final Process process;
  private final Path errors;
  private final PrintStream in;
  private final AtomicInteger commands = new AtomicInteger();
  private final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private volatile App.Listener listener = new Nobody();

  private ChildJvm(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.in = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "embedded Android " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * @param errors what it writes to standard error
   * @throws DeviceLost where it cannot be started
   */
  static ChildJvm start(List<String> command, Path errors) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      // what would be added to every JVM's arguments is not meant for this one
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().remove("JDK_JAVA_OPTIONS");
      return new ChildJvm(builder.start(), errors);
    } catch (IOException e) {
      throw new DeviceLost("the JVM for Android cannot be started: " + e.getMessage(), e);
    }
  }

  /** Completes once Android has booted in it. */
  CompletableFuture<Void> up() {
    return up;
  }

  void heardBy(App.Listener who) {
    listener = who;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with what came of a command; with {@link CommandFailed} where it says so itself. */
  CompletableFuture<String> ask(String verb, String... arguments) {
    String id = String.valueOf(commands.incrementAndGet());
    CompletableFuture<String> answer = new CompletableFuture<>();
    open.put(id, answer);
    String line =
        Stream.concat(Stream.of(id, verb), Arrays.stream(arguments))
            .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
            .collect(Collectors.joining("\t"));
    synchronized (in) {
      in.print(line + "\n");
      in.flush();
    }
    if (!process.isAlive()) {
      lose();
    }
    return answer;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> fields =
            Arrays.stream(line.split("\t", -1))
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
        take(fields);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("the talk with the JVM for Android ended: {}", e.toString());
    }
    lose();
  }

  private void take(List<String> fields) {
    String id = fields.get(0);
    if (id.equals("*")) {
      heard(fields);
      return;
    }
    CompletableFuture<String> answer = open.remove(id);
    if (answer != null && fields.get(1).equals("ok")) {
      answer.complete(fields.get(2));
    } else if (answer != null) {
      answer.completeExceptionally(new CommandFailed(fields.get(2)));
    }
  }

  private void heard(List<String> fields) {
    switch (fields.get(1)) {
      case "up" -> up.complete(null);
      case "state" -> listener.shows(fields.get(2));
      case "log" -> listener.logged(fields.get(2), fields.get(3), fields.get(4));
      case "crash" -> listener.crashed(fields.get(2));
      default -> LOG.debug("the JVM for Android says {}", fields);
    }
  }

  private void lose() {
    DeviceLost lost = new DeviceLost("the JVM for Android has ended" + lastWords());
    up.completeExceptionally(lost);
    for (String id : new ArrayList<>(open.keySet())) {
      CompletableFuture<String> answer = open.remove(id);
      if (answer != null) {
        answer.completeExceptionally(lost);
      }
    }
  }

  /** The end of what it complained about; empty where it did not. */
  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(errors);
      String words =
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining(" | "));
      return words.isEmpty() ? "" : ", saying: " + words;
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends it at once, and waits until it is gone. Safe in any state. */
  void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(ENDING_S, TimeUnit.SECONDS)) {
        LOG.debug("the JVM for Android {} does not end", process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Nobody implements App.Listener {
    @Override
    public void shows(String text) {}

    @Override
    public void logged(String level, String tag, String text) {}

    @Override
    public void crashed(String trace) {}
  }
}
