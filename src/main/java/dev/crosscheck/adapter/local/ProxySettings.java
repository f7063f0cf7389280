package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The proxies of a network service of a Mac, as {@code networksetup} tells and takes them.
 *
 * @param bypassed hosts that are reached without
 */
record ProxySettings(
    Proxy web,
    Proxy secureWeb,
    Proxy socks,
    boolean automatic,
    boolean discovery,
    List<String> bypassed) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  ProxySettings {
    bypassed = List.copyOf(bypassed);
  }

  /**
   * One of them.
   *
   * @param server empty where none has ever been set
   * @param authenticated it asks for a password, which nobody tells
   */
  record Proxy(boolean on, String server, String port, boolean authenticated) {}

  /** What leads all of a service's traffic to one proxy, where it is set so. */
  List<List<String>> leading(String service, ProxyAddress to) {
    String port = String.valueOf(to.port());
    List<List<String>> all = new ArrayList<>(detours(service, "off"));
    if (!bypassed.isEmpty()) {
      all.add(List.of("-setproxybypassdomains", service, "Empty"));
    }
    all.add(List.of("-setwebproxy", service, to.host(), port));
    all.add(List.of("-setsecurewebproxy", service, to.host(), port));
    return all;
  }

  /** What makes a service's settings these again. */
  List<List<String>> restoring(String service) {
    List<List<String>> all = new ArrayList<>();
    restore(all, service, "webproxy", web);
    restore(all, service, "securewebproxy", secureWeb);
    if (!bypassed.isEmpty()) {
      List<String> domains = new ArrayList<>(List.of("-setproxybypassdomains", service));
      domains.addAll(bypassed);
      all.add(domains);
    }
    all.addAll(detours(service, "on"));
    return all;
  }

  /** Switches what would lead traffic another way: what is off stays so. */
  private List<List<String>> detours(String service, String state) {
    List<List<String>> all = new ArrayList<>();
    if (automatic) {
      all.add(List.of("-setautoproxystate", service, state));
    }
    if (discovery) {
      all.add(List.of("-setproxyautodiscovery", service, state));
    }
    if (socks.on()) {
      all.add(List.of("-setsocksfirewallproxystate", service, state));
    }
    return all;
  }

  /** Setting a server switches it on. One that has never been set is left switched off. */
  private static void restore(List<List<String>> all, String service, String which, Proxy before) {
    if (!before.server().isEmpty()) {
      all.add(List.of("-set" + which, service, before.server(), before.port()));
    }
    all.add(List.of("-set" + which + "state", service, onOff(before.on())));
  }

  /** Which of them cannot be put back, since nobody tells its password. */
  Optional<String> secret() {
    return List.of(web, secureWeb).stream()
        .filter(Proxy::authenticated)
        .findFirst()
        .map(Proxy::server);
  }

  /** A proxy of this machine's own that is on, though nobody listens there any more. */
  Optional<String> dead() {
    return List.of(web, secureWeb).stream()
        .filter(proxy -> proxy.on() && LOOPBACK.contains(proxy.server()))
        .filter(proxy -> !isListening(proxy))
        .findFirst()
        .map(proxy -> proxy.server() + ":" + proxy.port());
  }

  private static boolean isListening(Proxy proxy) {
    try (Socket socket = new Socket(proxy.server(), Integer.parseInt(proxy.port()))) {
      return socket.isConnected();
    } catch (IOException | NumberFormatException e) {
      return false;
    }
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
