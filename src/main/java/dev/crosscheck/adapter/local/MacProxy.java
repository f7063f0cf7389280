package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.SystemProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Mac's proxy, in the settings of the network service by which it reaches the internet, set by
 * Apple's {@code networksetup}. One run of its user changes it at a time. It is set to the same
 * port each time: what runs already, a simulator above all, may hear late of another.
 */
public final class MacProxy implements SystemProxy {
  private static final String REFUSED =
      "Safari takes no proxy but the whole Mac's, which is changed only where that is allowed";
  private static final String REMEDY =
      "allow it for a run with --allow-system-proxy; docs/devices.md tells what it does";

  private enum State {
    AS_BEFORE("this Mac's proxy leads nowhere of ours"),
    LEADING("this Mac's proxy leads to another cell: one at a time"),
    STUCK("this Mac's proxy could not be put back after an earlier cell, and is left alone");

    private final String words;

    State(String words) {
      this.words = words;
    }
  }

  private final boolean allowed;
  private final Path lock;
  private final NetworkSetup network;
  private volatile int port;
  private final AtomicReference<State> state = new AtomicReference<>(State.AS_BEFORE);

  /**
   * @param environment this process's variables
   * @param allowed whether the user has said that it may be changed
   * @param lock a file that is locked while it is changed
   * @param announcer hears where it could not be put back
   */
  public MacProxy(
      Map<String, String> environment, boolean allowed, Path lock, Consumer<String> announcer) {
    this.allowed = allowed;
    this.lock = lock;
    this.network = new NetworkSetup(Map.copyOf(environment), announcer);
  }

  @Override
  public Optional<Availability.Unavailable> lacking() {
    return allowed ? Optional.empty() : Optional.of(new Availability.Unavailable(REFUSED, REMEDY));
  }

  @Override
  public Led lead(ProxyAddress to) {
    if (!allowed) {
      throw new DeviceLost(REFUSED + "; " + REMEDY);
    } else if (!state.compareAndSet(State.AS_BEFORE, State.LEADING)) {
      throw new DeviceLost(Objects.requireNonNull(state.get()).words);
    }
    Way way = null;
    boolean leads = false;
    try {
      way = new Way(locked());
      way.lead(to);
      leads = true;
      return way;
    } finally {
      if (way == null) {
        state.set(State.AS_BEFORE);
      } else if (!leads) {
        way.close();
      }
    }
  }

  private FileChannel locked() {
    try {
      Files.createDirectories(lock.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tried(channel) == null) {
        channel.close();
        throw new DeviceLost("another run leads this Mac's proxy: wait until it has ended");
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException("'" + lock + "' cannot be locked", e);
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** From here to there, and back. */
  private final class Way implements Led {
    private final FileChannel held;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Relay relay;
    private @Nullable Restorer restorer;

    Way(FileChannel held) {
      this.held = held;
    }

    void lead(ProxyAddress to) {
      ProxyAddress here = relayed(to);
      String service = network.service();
      ProxySettings before = network.settings(service);
      // whatever becomes of us from here on, the settings are put back
      restorer = network.restorer(before.restoring(service));
      for (List<String> change : before.leading(service, here)) {
        network.set(change);
      }
    }

    private ProxyAddress relayed(ProxyAddress to) {
      try {
        Relay opened = Relay.open(port, to);
        relay = opened;
        port = opened.port();
        return new ProxyAddress("127.0.0.1", port);
      } catch (IOException e) {
        throw new DeviceLost("no port for this Mac's proxy: " + e.getMessage(), e);
      }
    }

    @Override
    public void close() {
      if (!closed.compareAndSet(false, true)) {
        return;
      }
      boolean isBack = false;
      try {
        isBack = restorer == null || restorer.close();
      } finally {
        if (relay != null) {
          relay.close();
        }
        letGo();
        state.set(isBack ? State.AS_BEFORE : State.STUCK);
      }
    }

    private void letGo() {
      try {
        held.close();
      } catch (IOException e) {
        // this process's end lets go of it
      }
    }
  }
}
