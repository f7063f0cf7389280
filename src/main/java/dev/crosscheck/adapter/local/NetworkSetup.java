package dev.crosscheck.adapter.local;

import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Apple's {@code networksetup} and {@code route}, as PATH leads to them.
 *
 * @param announcer hears what a user has to know
 */
record NetworkSetup(Map<String, String> environment, Consumer<String> announcer) {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String PROGRAM = "networksetup";
  private static final Pattern INTERFACE = Pattern.compile("(?m)^\\s*interface: (\\S+)");
  private static final String ORDER = "(?m)^\\(\\d+\\) (.+)\\R\\(Hardware Port: .*, Device: %s\\)";

  /** The service by which this Mac reaches the internet, such as {@code Wi-Fi}. */
  String service() {
    Matcher route = INTERFACE.matcher(ask("route", "-n", "get", "default"));
    if (!route.find()) {
      throw new DeviceLost("this Mac has no way to the internet: 'route get default' names none");
    }
    String device = route.group(1);
    Matcher named =
        Pattern.compile(ORDER.formatted(Pattern.quote(device)))
            .matcher(ask(PROGRAM, "-listnetworkserviceorder"));
    if (!named.find()) {
      throw new DeviceLost(
          "this Mac's way to the internet, '%s', is none of its network services; a VPN that is"
                  .formatted(device)
              + " switched on may be why");
    }
    return named.group(1);
  }

  /**
   * How that service is set now.
   *
   * @throws DeviceLost where it could not be set so again
   */
  ProxySettings settings(String service) {
    ProxySettings now =
        new ProxySettings(
            proxy("-getwebproxy", service),
            proxy("-getsecurewebproxy", service),
            proxy("-getsocksfirewallproxy", service),
            field(ask(PROGRAM, "-getautoproxyurl", service), "Enabled").equals("Yes"),
            field(ask(PROGRAM, "-getproxyautodiscovery", service), "Auto Proxy Discovery")
                .equals("On"),
            bypassed(service));
    if (now.secret().isPresent()) {
      throw new DeviceLost(
          "the proxy of '%s', '%s', has a password, with which it could not be set again"
              .formatted(service, now.secret().get()));
    }
    if (now.dead().isPresent()) {
      throw new DeviceLost(
          "the proxy of '%s' is '%s', where nobody listens: a run that was killed may have left it;"
                  .formatted(service, now.dead().get())
              + " switch it off with: networksetup -setwebproxystate '%s' off; networksetup"
                  .formatted(service)
              + " -setsecurewebproxystate '%s' off".formatted(service));
    }
    return now;
  }

  private ProxySettings.Proxy proxy(String question, String service) {
    String said = ask(PROGRAM, question, service);
    return new ProxySettings.Proxy(
        field(said, "Enabled").equals("Yes"),
        field(said, "Server"),
        field(said, "Port"),
        field(said, "Authenticated Proxy Enabled").equals("1"));
  }

  private List<String> bypassed(String service) {
    String said = ask(PROGRAM, "-getproxybypassdomains", service);
    return said.contains(" bypass domains set ") ? List.of() : said.lines().toList();
  }

  private static String field(String said, String name) {
    return said.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /** Changes a setting, as an administrator where that is asked for and needs no password. */
  void set(List<String> change) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", Restorer.SET, "sh"));
    words.addAll(change);
    run(words, PROGRAM + " " + change.get(0));
  }

  /** Puts settings back once it is closed, or this JVM has been killed. */
  Restorer restorer(List<List<String>> changes) {
    return Restorer.of(changes, environment, announcer);
  }

  private String ask(String... words) {
    List<String> all = new ArrayList<>(List.of("/usr/bin/env"));
    all.addAll(List.of(words));
    return run(all, words[0] + " " + words[1]);
  }

  private String run(List<String> words, String title) {
    try {
      Command.Result result = Command.of(environment, LIMIT, words.toArray(String[]::new)).run();
      if (!result.ok()) {
        throw new DeviceLost("'" + title + "' failed: " + result.lastLines(2));
      }
      return result.out();
    } catch (IOException e) {
      throw new DeviceLost("'" + title + "' cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceLost("interrupted while this Mac's proxy was looked at", e);
    }
  }
}
