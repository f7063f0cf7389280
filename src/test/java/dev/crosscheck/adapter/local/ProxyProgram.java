package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.SystemProxy;

/** A process that leads this machine's proxy until it is ended: says so on a line. */
final class ProxyProgram {
  private ProxyProgram() {}

  public static void main(String[] arguments) throws Exception {
    SystemProxy proxy = new MacProxy(System.getenv(), true, System.err::println);
    try (SystemProxy.Led led = proxy.lead(new ProxyAddress("127.0.0.1", 4711))) {
      System.out.println("leading");
      if (System.in.read() < 0) {
        return;
      }
    }
  }
}
