package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.SystemProxy;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that leads this machine's proxy until it is ended: says so on a line. The arguments are
 * a file to lock, and whether it is slow to end.
 */
final class ProxyProgram {
  private ProxyProgram() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[1].equals("slow")) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(60))));
    }
    SystemProxy proxy =
        new MacProxy(System.getenv(), true, Path.of(arguments[0]), System.err::println);
    try (SystemProxy.Led led = proxy.lead(new ProxyAddress("127.0.0.1", 4711))) {
      System.out.println("leading");
      if (System.in.read() < 0) {
        return;
      }
    }
  }
}
