package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs Safari's driver, for the Mac's own Safari and for simulators': one for every session, until
 * it is given back, this is closed or the JVM ends.
 */
public final class LocalSafaris implements EndpointProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Supply supply;
  private final InstantSource clock;
  private final FreePorts ports = new FreePorts();
  private final Map<URI, Driver> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public LocalSafaris(Supply supply, InstantSource clock) {
    this.supply = supply;
    this.clock = clock;
  }

  private record Driver(ProcessGroup process, Path folder) implements AutoCloseable {
    @Override
    public void close() {
      process.close();
      Folders.remove(folder);
    }
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser && browser.browser() == BrowserSpec.Browser.SAFARI;
  }

  @Override
  public Endpoint endpoint(DeviceSpec spec) throws Shortage {
    Path program = supply.program(Program.SAFARIDRIVER);
    int port = ports.getAsInt();
    URI address = URI.create("http://127.0.0.1:" + port);
    running.put(address, start(program, port));
    if (closed) {
      close();
      throw new DeviceLost("no driver for '" + spec.id() + "': the drivers have been ended");
    }
    return new Endpoint(address, Map.of(), Reach.LOOPBACK);
  }

  /** It says nothing once it listens, and where it may not be used, it ends and says so. */
  private Driver start(Path program, int port) {
    Path folder = Folders.temporary();
    ProcessGroup process = null;
    Driver driver = null;
    try {
      process =
          ProcessGroup.start(
              Program.SAFARIDRIVER.title(),
              program,
              List.of("-p", String.valueOf(port)),
              Map.of(),
              folder,
              line -> false);
      Starting.await(
          process, () -> listening(port), "did not listen", Deadline.in(PATIENCE, clock));
      driver = new Driver(process, folder);
      return driver;
    } finally {
      if (driver == null) {
        if (process != null) {
          process.close();
        }
        Folders.remove(folder);
      }
    }
  }

  private static Optional<Boolean> listening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return Optional.of(socket.isConnected());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> ended(Endpoint endpoint) {
    Driver driver = running.get(endpoint.webDriver());
    return driver == null ? Optional.of("it was ended") : driver.process().ended();
  }

  @Override
  public void release(Endpoint endpoint) {
    Driver driver = running.remove(endpoint.webDriver());
    if (driver != null) {
      driver.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (URI address : List.copyOf(running.keySet())) {
      release(new Endpoint(address, Map.of(), Reach.LOOPBACK));
    }
  }
}
