package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running chromedriver, with everything that it started. */
final class DriverProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DriverProcess.class);
  private static final Pattern STARTED = Pattern.compile("was started successfully on port (\\d+)");

  private final Process process;
  private final Path folder;
  private final URI address;
  private final Watchdog watchdog;
  private final Thread atShutdown;

  private DriverProcess(Process process, Path folder, URI address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
    this.watchdog = Watchdog.over(process, folder);
    this.atShutdown = new Thread(this::end, "end chromedriver");
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /** Starts it on a port that it chooses itself, so that no other process can take it first. */
  static DriverProcess start(Path program, Deadline by) {
    Path folder = Folders.temporary();
    DriverProcess driver = null;
    Process process = null;
    try {
      ProcessBuilder command =
          new ProcessBuilder(
                  List.of(
                      program.toString(),
                      "--port=0",
                      "--log-path=" + folder.resolve("chromedriver.log")))
              .redirectErrorStream(true);
      // The browsers' profiles go there too, so that nothing is left however they end.
      command.environment().put("TMPDIR", folder.toString());
      process = command.start();
      driver = new DriverProcess(process, folder, port(process, program, by));
      return driver;
    } catch (IOException e) {
      throw new DeviceLost("'" + program + "' cannot be started: " + e.getMessage(), e);
    } finally {
      if (driver == null) {
        if (process != null) {
          ProcessTree.of(process.toHandle()).end();
        }
        Folders.remove(folder);
      }
    }
  }

  URI address() {
    return address;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it and its browsers. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is ending already");
    }
    end();
  }

  private synchronized void end() {
    watchdog.close();
    ProcessTree.of(process.toHandle()).end();
    Folders.remove(folder);
  }

  private static URI port(Process process, Path program, Deadline by) {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, port), "chromedriver output");
    reader.setDaemon(true);
    reader.start();
    try {
      return URI.create(
          "http://127.0.0.1:" + port.get(by.left().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      throw new DeviceLost("'" + program + "' did not start: " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceLost("'" + program + "' was interrupted while it started", e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof TimeoutException || e.getCause() == null
        ? "it named no port in time"
        : String.valueOf(e.getCause().getMessage());
  }

  /** Reads to the end: a full pipe would stop the driver. */
  private static void read(Process process, CompletableFuture<Integer> port) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher started = STARTED.matcher(line);
        if (started.find()) {
          port.complete(Integer.parseInt(started.group(1)));
        } else if (!port.isDone()) {
          said.append(line).append(' ');
        }
      }
      port.completeExceptionally(new IOException("it ended, saying: " + said.toString().strip()));
    } catch (IOException | UncheckedIOException e) {
      port.completeExceptionally(e);
    }
  }
}
