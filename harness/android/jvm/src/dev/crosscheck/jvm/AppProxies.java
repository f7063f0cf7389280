package dev.crosscheck.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Sends each process of the app through its own port, whichever of its threads asks. Threads of a process that has
 * ended, and threads that belong to none, reach nobody.
 */
final class AppProxies extends ProxySelector {
  /** Nothing listens there. */
  private static final int NOWHERE = 9;

  private final StackWalker stacks =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final Map<ClassLoader, Integer> ports = new WeakHashMap<>();
  private final Map<ThreadGroup, ClassLoader> loaders = new WeakHashMap<>();

  synchronized void begin(ClassLoader process, ThreadGroup threads, int port) {
    ports.put(process, port);
    loaders.put(threads, process);
  }

  synchronized void end(ClassLoader process) {
    ports.put(process, NOWHERE);
  }

  @Override
  public List<Proxy> select(URI uri) {
    if ("socket".equals(uri.getScheme())) {
      return List.of(Proxy.NO_PROXY); // the way to the proxy itself; names are not resolved
    }
    return List.of(
        new Proxy(
            Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port())));
  }

  private synchronized int port() {
    Optional<ClassLoader> caller =
        stacks.walk(
            frames ->
                frames
                    .map(frame -> frame.getDeclaringClass().getClassLoader())
                    .filter(loader -> loader != null && ports.containsKey(loader))
                    .findFirst());
    return caller.or(this::ofThreads).map(ports::get).orElse(NOWHERE);
  }

  private Optional<ClassLoader> ofThreads() {
    for (ThreadGroup g = Thread.currentThread().getThreadGroup(); g != null; g = g.getParent()) {
      ClassLoader loader = loaders.get(g);
      if (loader != null) {
        return Optional.of(loader);
      }
    }
    return Optional.empty();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
