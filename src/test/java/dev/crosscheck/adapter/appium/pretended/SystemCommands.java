package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shell's other commands: what the system says of itself, its keys, its files. */
final class SystemCommands {
  private static final String HOME = "com.google.android.apps.nexuslauncher/.NexusLauncherActivity";
  private static final String HOME_KEY = "3";

  private final Phone phone;
  private final Helpers helpers;
  private final PackageCommands packages;
  private final DeviceFiles files;
  private final Radio radio;
  private final Map<String, String> properties;
  private volatile String night = "no";
  private final Set<String> awake = ConcurrentHashMap.newKeySet();

  SystemCommands(
      PhoneModel model,
      Phone phone,
      Helpers helpers,
      PackageCommands packages,
      DeviceFiles files,
      Radio radio) {
    this.phone = phone;
    this.helpers = helpers;
    this.packages = packages;
    this.files = files;
    this.radio = radio;
    this.properties = new ConcurrentHashMap<>(model.properties());
  }

  /** Changes what {@code getprop} says: {@code sys.boot_completed}. */
  void property(String name, String value) {
    properties.put(name, value);
  }

  /** When it is dark, as its user has set it: {@code yes}, {@code no}, {@code auto}. */
  void night(String when) {
    night = when;
  }

  String night() {
    return night;
  }

  Map<String, ShellCommand> commands() {
    Map<String, ShellCommand> all = new HashMap<>();
    all.put("echo", this::echo);
    all.put("export", this::export);
    all.put("[", this::test);
    all.put("getprop", this::getprop);
    all.put("whoami", this::whoami);
    all.put("wm", this::wm);
    all.put("ps", this::ps);
    all.put("input", this::input);
    all.put("appops", this::appops);
    all.put("cmd", this::cmd);
    all.put("svc", radio::svc);
    all.put("dumpsys", this::dumpsys);
    all.put("service", this::service);
    all.put("screencap", this::screencap);
    all.put("mkdir", this::mkdir);
    all.put("rm", this::rm);
    all.put("cat", this::cat);
    return all;
  }

  private static int said(String text, ShellIo io) throws IOException {
    io.say(text);
    return 0;
  }

  private int echo(List<String> words, ShellIo io) throws IOException {
    return said(String.join(" ", words.subList(1, words.size())) + "\n", io);
  }

  /** adb's client passes on its filters for the log, of which there are none. */
  private int export(List<String> words, ShellIo io) throws NotKnown {
    if (!words.equals(List.of("export", "ANDROID_LOG_TAGS=''"))) {
      throw new NotKnown(words);
    }
    return 0;
  }

  private int test(List<String> words, ShellIo io) throws NotKnown {
    if (words.size() != 4 || !words.get(1).equals("-e") || !words.get(3).equals("]")) {
      throw new NotKnown(words);
    }
    return files.exists(words.get(2)) ? 0 : 1;
  }

  private int getprop(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (words.size() != 2) {
      throw new NotKnown(words);
    }
    return said(properties.getOrDefault(words.get(1), "") + "\n", io);
  }

  private int whoami(List<String> words, ShellIo io) throws IOException {
    return said("shell\n", io);
  }

  private int wm(List<String> words, ShellIo io) throws IOException, NotKnown {
    return switch (String.join(" ", words)) {
      case "wm size" ->
          said("Physical size: " + PhoneModel.WIDTH + "x" + PhoneModel.HEIGHT + "\n", io);
      case "wm density" -> said("Physical density: " + PhoneModel.DENSITY + "\n", io);
      default -> throw new NotKnown(words);
    };
  }

  private int ps(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (words.equals(List.of("ps", "--help"))) {
      return said("usage: ps [-AadefLlnwZ]\n\n-A\tAll processes\n", io);
    } else if (!words.equals(List.of("ps", "-A"))) {
      throw new NotKnown(words);
    }
    io.say("USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME\n");
    for (var process : processes().entrySet()) {
      io.say(
          "u0_a100       %5d   350 1234567 123456 0                   0 S %s%n"
              .formatted(process.getValue(), process.getKey()));
    }
    return 0;
  }

  private Map<String, Integer> processes() {
    Map<String, Integer> running = new HashMap<>();
    phone.pid().ifPresent(pid -> running.put(phone.packageName(), pid));
    if (helpers.hasSettings()) {
      running.put(Packages.SETTINGS, Helpers.SETTINGS_PID);
    }
    if (helpers.isInstrumented()) {
      running.put(Packages.SERVER, Helpers.SERVER_PID);
    }
    return running;
  }

  private int input(List<String> words, ShellIo io) throws InterruptedException, NotKnown {
    if (!words.equals(List.of("input", "keyevent", HOME_KEY))) {
      throw new NotKnown(words);
    }
    Acts.done(phone.home());
    return 0;
  }

  private int appops(List<String> words, ShellIo io) throws NotKnown {
    boolean known =
        words.size() == 5
            && words.get(1).equals("set")
            && words.get(2).equals(Packages.SETTINGS)
            && Set.of("PROJECT_MEDIA", "android:mock_location").contains(words.get(3))
            && words.get(4).equals("allow");
    if (!known) {
      throw new NotKnown(words);
    }
    return 0;
  }

  private int cmd(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    String service = words.size() > 1 ? words.get(1) : "";
    return switch (service) {
      case "package" -> packages.ofPackage(words, io);
      case "connectivity", "-w", "phone" -> radio.cmd(words, io);
      case "uimode" -> uiMode(words, io);
      case "notification" -> {
        if (words.size() != 4
            || !words.get(2).equals("allow_listener")
            || !words.get(3).startsWith(Packages.SETTINGS + "/")) {
          throw new NotKnown(words);
        }
        yield 0;
      }
      default -> throw new NotKnown(words);
    };
  }

  /** {@code cmd uimode night [yes|no|auto]}. */
  private int uiMode(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    if (words.size() < 3 || !words.get(2).equals("night")) {
      throw new NotKnown(words);
    } else if (words.size() == 4) {
      night = words.get(3);
      Acts.done(phone.appearance(night.equals("yes")));
    }
    return said("Night mode: " + night + "\n", io);
  }

  private int dumpsys(List<String> words, ShellIo io) throws IOException, NotKnown {
    String line = String.join(" ", words);
    if (line.equals("dumpsys window") || line.equals("dumpsys window displays")) {
      window(io);
    } else if (line.equals("dumpsys power")) {
      io.say("  mWakefulness=Awake\n  mHoldingDisplaySuspendBlocker=true\n");
    } else if (line.equals("dumpsys activity processes")) {
      for (var process : processes().entrySet()) {
        io.say(
            "  *APP* UID 10100 ProcessRecord{a1b2c3 %d:%s/u0a100}%n"
                .formatted(process.getValue(), process.getKey()));
      }
    } else if (line.startsWith("dumpsys activity services " + Packages.SETTINGS)) {
      services(words, io);
    } else if (line.startsWith("dumpsys package ") && words.size() == 3) {
      packages.dump(words.get(2), io);
    } else if (line.startsWith("dumpsys deviceidle whitelist")) {
      deviceIdle(words, io);
    } else {
      throw new NotKnown(words);
    }
    return 0;
  }

  private void window(ShellIo io) throws IOException {
    String focus = phone.isInFront() ? phone.packageName() + "/" + phone.activity() : HOME;
    io.say("WINDOW MANAGER DISPLAY CONTENTS (dumpsys window displays)\n");
    io.say("  mCurrentFocus=Window{a1b2c3 u0 " + focus + "}\n");
    io.say("  mFocusedApp=ActivityRecord{d4e5f6 u0 " + focus + " t12}\n");
    io.say("  KeyguardStateMonitor\n    mIsShowing=false\n    mInputRestricted=false\n");
    io.say("  screenState=SCREEN_STATE_ON\n");
  }

  private void services(List<String> words, ShellIo io) throws IOException, NotKnown {
    String of = words.get(3);
    if (words.size() != 4) {
      throw new NotKnown(words);
    }
    boolean running = of.equals(Packages.SETTINGS) && helpers.hasSettings();
    io.say(
        running
            ? "  * ServiceRecord{a1b2c3 u0 " + of + "/.ForegroundService}\n    isForeground=true\n"
            : "ACTIVITY MANAGER SERVICES (dumpsys activity services)\n  (nothing)\n");
  }

  /** {@code dumpsys deviceidle whitelist [+NAME]…}. */
  private void deviceIdle(List<String> words, ShellIo io) throws IOException, NotKnown {
    for (String word : words.subList(3, words.size())) {
      if (!word.startsWith("+")) {
        throw new NotKnown(words);
      }
      awake.add(word.substring(1));
      io.say("Added: " + word.substring(1) + "\n");
    }
    if (words.size() == 3) {
      for (String name : awake) {
        io.say("user," + name + ",10100\n");
      }
    }
  }

  private int service(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (!words.equals(List.of("service", "list"))) {
      throw new NotKnown(words);
    }
    io.say("Found 5 services:\n");
    for (String name : List.of("activity", "package", "window", "phone", "mount")) {
      io.say("0\t" + name + ": [android.I]\n");
    }
    return 0;
  }

  private int screencap(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    if (!words.equals(List.of("screencap", "-p")) || !phone.isInFront()) {
      throw new NotKnown(words);
    }
    io.out().write(Acts.done(phone.screenshot()));
    return 0;
  }

  private int mkdir(List<String> words, ShellIo io) throws NotKnown {
    if (words.size() != 4 || !words.subList(1, 3).equals(List.of("-p", "--"))) {
      throw new NotKnown(words);
    }
    files.makeFolder(words.get(3));
    return 0;
  }

  private int rm(List<String> words, ShellIo io) throws NotKnown {
    if (words.size() != 3 || !Set.of("-f", "-rf").contains(words.get(1))) {
      throw new NotKnown(words);
    }
    files.remove(words.get(2));
    return 0;
  }

  private int cat(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (words.size() != 2 || files.content(words.get(1)).isEmpty()) {
      throw new NotKnown(words);
    }
    io.out().write(files.content(words.get(1)).orElseThrow());
    return 0;
  }
}
