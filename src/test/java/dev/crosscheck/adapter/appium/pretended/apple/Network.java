package dev.crosscheck.adapter.appium.pretended.apple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The network of a Mac with {@code route} and {@code networksetup}, as far as its proxies go. Two
 * services are there, and one is the way to the internet.
 */
public final class Network {
  private static final String ORDER =
      """
      An asterisk (*) denotes that a network service is disabled.
      (1) Thunderbolt Bridge
      (Hardware Port: Thunderbolt Bridge, Device: bridge0)

      (2) Wi-Fi
      (Hardware Port: Wi-Fi, Device: en0)

      """;

  private static final String SERVICE = "Wi-Fi";

  private static final Proxy NONE = new Proxy(false, "", "0", false);

  private final Map<String, Proxy> proxies = new TreeMap<>();
  private final Map<String, Boolean> switches = new TreeMap<>();
  private List<String> bypassed = List.of("*.local", "169.254/16");
  private String device = "en0";
  private boolean forAdministrators;
  private boolean stuck;

  Network() {
    for (String kind : List.of("webproxy", "securewebproxy", "socksfirewallproxy")) {
      proxies.put(kind, NONE);
    }
    switches.put("autoproxy", false);
    switches.put("proxyautodiscovery", false);
  }

  private record Proxy(boolean on, String server, String port, boolean authenticated) {}

  /** A company's proxy, as its people have it. */
  public synchronized void haveCompanyProxy(boolean authenticated) {
    proxies.put("webproxy", new Proxy(true, "proxy.company.test", "8080", authenticated));
    proxies.put("securewebproxy", new Proxy(false, "proxy.company.test", "8443", false));
    switches.put("proxyautodiscovery", true);
    bypassed = List.of("*.local", "it's.company.test");
  }

  /** Whatever can lead traffic somewhere does. */
  public synchronized void haveEveryProxy() {
    haveCompanyProxy(false);
    proxies.put("socksfirewallproxy", new Proxy(true, "socks.company.test", "1080", false));
    switches.put("autoproxy", true);
  }

  /** A run that was killed has left its proxy, where nobody listens any more. */
  public synchronized void haveDeadProxy() {
    proxies.put("securewebproxy", new Proxy(true, "127.0.0.1", "9", false));
  }

  /** Only administrators may change anything from here on. */
  public synchronized void askForAdministrators() {
    forAdministrators = true;
  }

  /** The way to the internet is a tunnel of somebody's. */
  public synchronized void switchOnVpn() {
    device = "utun3";
  }

  /** Nothing can be changed any more. */
  public synchronized void breakDown() {
    stuck = true;
  }

  /** All can be changed again. */
  public synchronized void work() {
    stuck = false;
  }

  /** All settings, for comparison. */
  public synchronized String settings() {
    return proxies + " " + switches + " " + bypassed;
  }

  /** Where HTTPS goes; empty where it goes by no proxy. */
  synchronized Optional<String> secureProxy() {
    boolean led =
        proxy("webproxy").on()
            && proxy("securewebproxy").on()
            && bypassed.isEmpty()
            && !switches.containsValue(true);
    Proxy secure = proxy("securewebproxy");
    return led ? Optional.of(secure.server() + ":" + secure.port()) : Optional.empty();
  }

  synchronized Said route(List<String> words) {
    return words.equals(List.of("-n", "get", "default"))
        ? Said.of("   route to: default\ndestination: default\n  interface: " + device + "\n")
        : Said.UNKNOWN;
  }

  /** {@code sudo -n networksetup …}. */
  synchronized Said sudo(List<String> words) {
    return words.size() > 2 && words.subList(0, 2).equals(List.of("-n", "networksetup"))
        ? networksetup(words.subList(2, words.size()), true)
        : Said.UNKNOWN;
  }

  synchronized Said networksetup(List<String> words) {
    return networksetup(words, false);
  }

  private Said networksetup(List<String> words, boolean administrator) {
    String command = words.get(0);
    if (command.equals("-listnetworkserviceorder")) {
      return Said.of(ORDER);
    } else if (words.size() < 2 || !words.get(1).equals(SERVICE)) {
      return Said.failing(4, SERVICE + " is the only service that is asked about: " + words);
    } else if (command.startsWith("-get")) {
      return told(command.substring(4));
    } else if (command.startsWith("-set")) {
      if (stuck || forAdministrators && !administrator) {
        return Said.failing(14, "** Error: Command requires admin privileges.\n");
      }
      return change(command.substring(4), new ArrayList<>(words.subList(2, words.size())));
    }
    return Said.UNKNOWN;
  }

  private Said told(String what) {
    if (proxies.containsKey(what)) {
      Proxy proxy = proxy(what);
      return Said.of(
          "Enabled: %s\nServer: %s\nPort: %s\nAuthenticated Proxy Enabled: %d\n"
              .formatted(
                  proxy.on() ? "Yes" : "No",
                  proxy.server(),
                  proxy.port(),
                  proxy.authenticated() ? 1 : 0));
    }
    return switch (what) {
      case "autoproxyurl" ->
          Said.of("URL: (null)\nEnabled: " + (isOn("autoproxy") ? "Yes" : "No") + "\n");
      case "proxyautodiscovery" ->
          Said.of("Auto Proxy Discovery: " + (isOn(what) ? "On" : "Off") + "\n");
      case "proxybypassdomains" ->
          Said.of(
              bypassed.isEmpty()
                  ? "There aren't any bypass domains set on " + SERVICE + ".\n"
                  : String.join("\n", bypassed) + "\n");
      default -> Said.UNKNOWN;
    };
  }

  private Said change(String what, List<String> values) {
    String kind = what.replaceFirst("state$", "");
    if (proxies.containsKey(what) && values.size() == 2) {
      proxies.put(what, new Proxy(true, values.get(0), values.get(1), false));
    } else if (proxies.containsKey(kind) && isSwitch(values)) {
      Proxy old = proxy(kind);
      proxies.put(
          kind,
          new Proxy(values.get(0).equals("on"), old.server(), old.port(), old.authenticated()));
    } else if (switches.containsKey(kind) && isSwitch(values)) {
      switches.put(kind, values.get(0).equals("on"));
    } else if (what.equals("proxybypassdomains") && !values.isEmpty()) {
      bypassed = values.equals(List.of("Empty")) ? List.of() : List.copyOf(values);
    } else {
      return Said.UNKNOWN;
    }
    return Said.of("");
  }

  private Proxy proxy(String kind) {
    return proxies.getOrDefault(kind, NONE);
  }

  private boolean isOn(String kind) {
    return switches.getOrDefault(kind, false);
  }

  private static boolean isSwitch(List<String> values) {
    return values.equals(List.of("on")) || values.equals(List.of("off"));
  }
}
