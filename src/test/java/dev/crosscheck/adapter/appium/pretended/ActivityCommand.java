package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * {@code am}: starts and stops apps, and runs the instrumentation that is the UiAutomator2 server.
 */
final class ActivityCommand implements ShellCommand {
  private static final String TARGET =
      Packages.SERVER_TEST + "/androidx.test.runner.AndroidJUnitRunner";
  private static final Set<String> INSTRUMENT_SWITCHES = Set.of("-w", "--no-window-animation");
  private static final Set<String> SWITCHES = Set.of("-W", "-S");
  private static final Set<String> WITH_VALUE = Set.of("-a", "-d", "-c", "-f", "-n");
  private static final String MAIN = "android.intent.action.MAIN";
  private static final String VIEW = "android.intent.action.VIEW";
  private static final String SETTINGS = Packages.SETTINGS + "/.Settings";

  private final Phone phone;
  private final Packages packages;
  private final Helpers helpers;

  ActivityCommand(Phone phone, Packages packages, Helpers helpers) {
    this.phone = phone;
    this.packages = packages;
    this.helpers = helpers;
  }

  @Override
  public int run(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    String verb = words.size() > 1 ? words.get(1) : "";
    switch (verb) {
      case "force-stop" -> forceStop(words);
      case "instrument" -> instrument(words, io);
      case "start", "start-activity" -> start(words, io);
      case "broadcast" -> broadcast(words, io);
      default -> throw new NotKnown(words);
    }
    return 0;
  }

  private void forceStop(List<String> words) throws InterruptedException, NotKnown {
    if (words.size() != 3) {
      throw new NotKnown(words);
    } else if (words.get(2).equals(phone.packageName())) {
      Acts.done(phone.stop());
    } else if (List.of(Packages.SETTINGS, Packages.SERVER, Packages.SERVER_TEST)
        .contains(words.get(2))) {
      helpers.stop(words.get(2));
    } else {
      throw new NotKnown(words);
    }
  }

  private void instrument(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    for (int at = 2; at < words.size() - 1; at++) {
      if (words.get(at).equals("-e")) {
        at += 2; // a name and its value, for the server alone
      } else if (!INSTRUMENT_SWITCHES.contains(words.get(at))) {
        throw new NotKnown(words);
      }
    }
    if (!words.get(words.size() - 1).equals(TARGET) || !words.contains("-w")) {
      throw new NotKnown(words);
    } else if (!packages.has(Packages.SERVER) || !packages.has(Packages.SERVER_TEST)) {
      io.say("INSTRUMENTATION_STATUS: Error=Unable to find instrumentation info for: " + TARGET);
      io.say("\nINSTRUMENTATION_STATUS_CODE: -1\n");
      return;
    }
    helpers.instrument();
    io.say("INSTRUMENTATION_CODE: 0\n");
  }

  /** An intent, as the command line spells it. */
  private record Intent(Set<String> switches, Map<String, String> values, String packageName) {
    static Intent parse(List<String> words) throws NotKnown {
      Set<String> switches = new HashSet<>();
      Map<String, String> values = new HashMap<>();
      List<String> rest = new ArrayList<>();
      for (int at = 2; at < words.size(); at++) {
        String word = words.get(at);
        if (SWITCHES.contains(word)) {
          switches.add(word);
        } else if (WITH_VALUE.contains(word) && at + 1 < words.size()) {
          values.put(word, words.get(++at));
        } else if (word.startsWith("-")) {
          throw new NotKnown(words);
        } else {
          rest.add(word);
        }
      }
      if (rest.size() > 1) {
        throw new NotKnown(words);
      }
      return new Intent(switches, values, rest.isEmpty() ? "" : rest.get(0));
    }

    String value(String option) {
      return values.getOrDefault(option, "");
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("Intent { act=").append(value("-a"));
      if (values.containsKey("-d")) {
        text.append(" dat=").append(value("-d"));
      }
      if (!packageName.isEmpty()) {
        text.append(" pkg=").append(packageName);
      }
      if (values.containsKey("-n")) {
        text.append(" cmp=").append(value("-n"));
      }
      return text.append(" }").toString();
    }
  }

  private void start(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    Intent intent = Intent.parse(words);
    String component = intent.value("-n");
    io.say("Starting: " + intent + "\n");
    if (component.equals(SETTINGS) && packages.has(Packages.SETTINGS)) {
      helpers.startSettings();
    } else if (!component.isEmpty() && !isOurs(component)) {
      io.say("Error type 3\nError: Activity class {" + component + "} does not exist.\n");
    } else if (component.isEmpty() && !resolves(intent)) {
      io.say("Error: Activity not started, unable to resolve " + intent + "\n");
    } else {
      startApp(words, intent, io);
    }
  }

  private void broadcast(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    Intent intent = Intent.parse(words);
    if (!packages.has(phone.packageName())
        || !phone.receives(intent.value("-n"))
        || !intent.value("-a").equals(VIEW)
        || !phone.opens(intent.value("-d"))) {
      throw new NotKnown(words);
    }
    io.say("Broadcasting: " + intent + "\n");
    Acts.done(phone.broadcast(intent.value("-d")));
    io.say("Broadcast completed: result=0\n");
  }

  private boolean isOurs(String component) {
    String name = phone.packageName();
    String relative = phone.activity().substring(name.length());
    return packages.has(name)
        && (component.equals(name + "/" + phone.activity())
            || component.equals(name + "/" + relative));
  }

  private boolean resolves(Intent intent) {
    return intent.packageName().equals(phone.packageName())
        && packages.has(intent.packageName())
        && intent.value("-a").equals(VIEW)
        && phone.opens(intent.value("-d"));
  }

  private void startApp(List<String> words, Intent intent, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    String state = phone.pid().isEmpty() ? "COLD" : phone.isInFront() ? "HOT" : "WARM";
    if (intent.switches().contains("-S")) {
      Acts.done(phone.stop());
      state = "COLD";
    }
    CompletableFuture<Void> started;
    if (intent.value("-a").equals(VIEW) && intent.values().containsKey("-d")) {
      started = phone.link(intent.value("-d"));
    } else if (intent.value("-a").equals(MAIN) && !intent.values().containsKey("-d")) {
      started = phone.launch();
    } else {
      throw new NotKnown(words);
    }
    if (state.equals("HOT")) {
      io.say(
          "Warning: Activity not started, intent has been delivered to currently running"
              + " top-most instance.\n");
    }
    if (intent.switches().contains("-W")) {
      Acts.done(started);
      io.say("Status: ok\nLaunchState: " + state + "\nActivity: " + phone.packageName());
      io.say("/.MainActivity\nTotalTime: 321\nWaitTime: 330\nComplete\n");
    }
  }
}
