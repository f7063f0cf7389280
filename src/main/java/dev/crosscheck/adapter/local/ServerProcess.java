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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running {@link ServerProgram}, with everything that it started. */
final class ServerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  private final Process process;
  private final Path folder;
  private final URI address;
  private final Watchdog watchdog;
  private final Thread atShutdown;

  private ServerProcess(Process process, Path folder, URI address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
    this.watchdog = Watchdog.over(process, folder);
    this.atShutdown = new Thread(this::end, "end " + process.pid());
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /**
   * Starts it in a folder of its own, and waits for its address.
   *
   * @throws DeviceLost where it does not come up, with what it said
   */
  static ServerProcess start(Path executable, ServerProgram program, InstantSource clock) {
    Path folder = Folders.temporary();
    ServerProcess server = null;
    Process process = null;
    try {
      List<String> line = new ArrayList<>(List.of(executable.toString()));
      line.addAll(program.arguments().apply(folder));
      ProcessBuilder command = new ProcessBuilder(line).redirectErrorStream(true);
      // What it makes beside that goes there too, so that nothing is left however it ends.
      command.environment().put("TMPDIR", folder.toString());
      command.environment().putAll(program.environment().apply(folder));
      process = command.start();
      URI address = address(process, executable, program, clock);
      server = new ServerProcess(process, folder, address);
      return server;
    } catch (IOException e) {
      throw new DeviceLost("'" + executable + "' cannot be started: " + e.getMessage(), e);
    } finally {
      if (server == null) {
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

  /** Ends it and what it started. */
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

  private static URI address(
      Process process, Path executable, ServerProgram program, InstantSource clock) {
    CompletableFuture<URI> address = new CompletableFuture<>();
    StringBuffer said = new StringBuffer();
    Thread reader =
        new Thread(() -> read(process, program, said, address), program.name() + " output");
    reader.setDaemon(true);
    reader.start();
    Deadline by = Deadline.in(program.patience(), clock);
    try {
      return address.get(by.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new DeviceLost("'" + executable + "' did not start: " + reason(e, program, said), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceLost("'" + executable + "' was interrupted while it started", e);
    }
  }

  private static String reason(Exception e, ServerProgram program, StringBuffer said) {
    if (e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    String words = said.toString().strip();
    return "it named no address within "
        + program.patience().toSeconds()
        + " s"
        + (words.isEmpty() ? "" : ", saying: " + words);
  }

  /** Reads to the end: a full pipe would stop the process. */
  private static void read(
      Process process, ServerProgram program, StringBuffer said, CompletableFuture<URI> address) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        program.addressIn(line).ifPresent(address::complete);
        if (!address.isDone()) {
          said.append(line).append(' ');
        }
      }
      address.completeExceptionally(
          new IOException("it ended, saying: " + said.toString().strip()));
    } catch (IOException | UncheckedIOException e) {
      address.completeExceptionally(e);
    }
  }
}
