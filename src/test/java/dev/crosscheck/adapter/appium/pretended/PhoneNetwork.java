package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The app's way out: through the proxy that {@code global http_proxy} names, as it is at the moment
 * when the app connects. On an emulator 10.0.2.2 is this machine's loopback; {@code localhost} is
 * the device itself, and reaches this machine by {@code adb reverse}. Without a proxy there is no
 * way out.
 */
final class PhoneNetwork implements AutoCloseable {
  private static final Pattern PROXY = Pattern.compile("([^:]+):(\\d+)");
  private static final String HOST_OF_EMULATOR = "10.0.2.2";

  private final ServerSocket socket;
  private final PhoneModel model;
  private final SystemSettings settings;
  private final Reverses reverses;
  private final Strangers strangers;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile boolean online = true;

  PhoneNetwork(PhoneModel model, SystemSettings settings, Reverses reverses, Strangers strangers) {
    this.model = model;
    this.settings = settings;
    this.reverses = reverses;
    this.strangers = strangers;
    try {
      socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Daemons.start("network of a phone", this::accept);
  }

  /** Where the app's process connects to. */
  int port() {
    return socket.getLocalPort();
  }

  /** Why connections were refused, one line for each. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** Being offline ends what is open, except what goes over adb, which is no network. */
  void online(boolean now) {
    online = now;
    if (!now) {
      open.forEach(PhoneNetwork::close);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket app = socket.accept();
        Daemons.start("connection of an app", () -> serve(app));
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  private void serve(Socket app) {
    try (app) {
      Relay.End way = way();
      open.add(app);
      Relay.between(Relay.End.of(app), way);
    } catch (IOException e) {
      refused.add(String.valueOf(e.getMessage()));
    } catch (NotKnown e) {
      strangers.meet(String.valueOf(e.getMessage()));
    } finally {
      open.remove(app);
    }
  }

  private Relay.End way() throws IOException, NotKnown {
    Optional<String> proxy =
        settings.value("global http_proxy").filter(value -> !value.equals(":0"));
    if (proxy.isEmpty()) {
      throw new IOException("no proxy is set");
    }
    Matcher parts = PROXY.matcher(proxy.get());
    if (!parts.matches()) {
      throw new NotKnown("the proxy '" + proxy.get() + "'");
    }
    int port = Integer.parseInt(parts.group(2));
    if (parts.group(1).equals(HOST_OF_EMULATOR) && model.emulator()) {
      if (!online) {
        throw new IOException("the phone is offline");
      }
      return Relay.End.local(port);
    } else if (parts.group(1).equals("localhost") || parts.group(1).equals("127.0.0.1")) {
      return Relay.End.of(reverses.connect(port));
    }
    throw new NotKnown("the proxy '" + proxy.get() + "' for this device");
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(PhoneNetwork::close);
  }
}
