package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** What leads all of a service's traffic to one proxy. */
  static List<List<String>> leading(String service, ProxyAddress to) {
    String port = String.valueOf(to.port());
    return List.of(
        List.of("-setautoproxystate", service, "off"),
        List.of("-setproxyautodiscovery", service, "off"),
        List.of("-setsocksfirewallproxystate", service, "off"),
        List.of("-setproxybypassdomains", service, "Empty"),
        List.of("-setwebproxy", service, to.host(), port),
        List.of("-setsecurewebproxy", service, to.host(), port));
  }

  /** What makes a service's settings these again. */
  List<List<String>> restoring(String service) {
    List<List<String>> all = new ArrayList<>();
    restore(all, service, "webproxy", web);
    restore(all, service, "securewebproxy", secureWeb);
    all.add(List.of("-setsocksfirewallproxystate", service, onOff(socks.on())));
    List<String> domains = new ArrayList<>(List.of("-setproxybypassdomains", service));
    domains.addAll(bypassed.isEmpty() ? List.of("Empty") : bypassed);
    all.add(domains);
    all.add(List.of("-setproxyautodiscovery", service, onOff(discovery)));
    all.add(List.of("-setautoproxystate", service, onOff(automatic)));
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

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
