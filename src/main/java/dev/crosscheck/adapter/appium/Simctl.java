package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apple's {@code xcrun simctl}, for what Appium has no command for. */
record Simctl(Map<String, String> environment) {
  private static final Logger LOG = LoggerFactory.getLogger(Simctl.class);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String REFUSED = "the simulator takes no certificate";
  private static final String REMEDY = "; if it stays so, 'xcrun simctl erase' makes it anew";
  private static final Pattern UDID =
      Pattern.compile("\\(([0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})\\) \\(Booted\\)");

  /** The simulators that run, by their udid. */
  Set<String> booted() {
    Set<String> all = new HashSet<>();
    Matcher line = UDID.matcher(run("list", "devices", "booted"));
    while (line.find()) {
      all.add(line.group(1));
    }
    return all;
  }

  /** Ends a simulator; what is on it stays. */
  void shutdown(String udid) {
    run("shutdown", udid);
  }

  /**
   * Has a simulator that runs trust a certificate, until it is erased.
   *
   * @param pem the certificate
   * @throws DeviceLost where it refuses it
   */
  void trust(String udid, String pem) {
    try {
      Path file = Files.createTempFile("crosscheck", ".pem");
      try {
        Files.writeString(file, pem);
        Command.Result result = ask("keychain", udid, "add-root-cert", file.toString());
        if (!result.ok()) {
          throw new DeviceLost(REFUSED + ": " + result.lastLines(2) + REMEDY);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new DeviceLost(REFUSED + ": " + e.getMessage() + REMEDY, e);
    }
  }

  private String run(String... arguments) {
    try {
      Command.Result result = ask(arguments);
      if (!result.ok()) {
        LOG.debug("simctl {} failed: {}", arguments[0], result.lastLines(2));
      }
      return result.out();
    } catch (IOException e) {
      LOG.debug("simctl cannot be run: {}", e.toString());
      return "";
    }
  }

  private Command.Result ask(String... arguments) throws IOException {
    String[] words = new String[arguments.length + 3];
    words[0] = "/usr/bin/env";
    words[1] = "xcrun";
    words[2] = "simctl";
    System.arraycopy(arguments, 0, words, 3, arguments.length);
    try {
      return Command.of(environment, LIMIT, words).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking simctl");
    }
  }
}
