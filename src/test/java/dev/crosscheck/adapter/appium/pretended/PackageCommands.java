package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code pm}, {@code cmd package} and {@code dumpsys package}: what is installed, and what it may.
 */
final class PackageCommands {
  private static final Set<String> INSTALL_SWITCHES = Set.of("-r", "-t", "-g");

  private final Phone phone;
  private final Packages packages;
  private final Helpers helpers;
  private final Set<String> granted = ConcurrentHashMap.newKeySet();

  PackageCommands(Phone phone, Packages packages, Helpers helpers) {
    this.phone = phone;
    this.packages = packages;
    this.helpers = helpers;
  }

  Map<String, ShellCommand> commands() {
    return Map.of("pm", this::pm);
  }

  private int pm(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    String verb = words.size() > 1 ? words.get(1) : "";
    if (words.equals(List.of("pm", "list", "instrumentation"))) {
      if (packages.has(Packages.SERVER_TEST)) {
        io.say("instrumentation:" + Packages.SERVER_TEST);
        io.say("/androidx.test.runner.AndroidJUnitRunner (target=" + Packages.SERVER + ")\n");
      }
      return 0;
    } else if (verb.equals("clear") && words.size() == 3 && isApp(words.get(2))) {
      return clear(io);
    } else if (verb.equals("grant") && words.size() == 4 && isApp(words.get(2))) {
      return grant(words.get(3), io);
    } else if (verb.equals("revoke") && words.size() == 4 && isApp(words.get(2))) {
      return revoke(words.get(3), io);
    }
    throw new NotKnown(words);
  }

  private boolean isApp(String name) {
    return name.equals(phone.packageName());
  }

  private int clear(ShellIo io) throws IOException, InterruptedException {
    if (!packages.has(phone.packageName())) {
      io.say("Failed\n");
      return 1;
    }
    granted.clear();
    Acts.done(phone.clear());
    io.say("Success\n");
    return 0;
  }

  private int grant(String permission, ShellIo io) throws IOException, InterruptedException {
    if (!mayChange(permission, "grant", io)) {
      return 255;
    }
    granted.add(permission);
    Acts.done(phone.permission(permission, true));
    return 0;
  }

  /** Taking away what was granted ends the app's process. */
  private int revoke(String permission, ShellIo io) throws IOException, InterruptedException {
    if (!mayChange(permission, "revoke", io)) {
      return 255;
    }
    Acts.done(phone.permission(permission, false));
    if (granted.remove(permission)) {
      Acts.done(phone.stop());
    }
    return 0;
  }

  private boolean mayChange(String permission, String verb, ShellIo io) throws IOException {
    String name = phone.packageName();
    String why =
        !packages.has(name)
            ? "IllegalArgumentException: Unknown package: " + name
            : phone.asksFor(permission)
                ? ""
                : "SecurityException: Package "
                    + name
                    + " has not requested permission "
                    + permission;
    if (!why.isEmpty()) {
      io.complain("\nException occurred while executing '" + verb + "':\njava.lang." + why + "\n");
    }
    return why.isEmpty();
  }

  /** {@code cmd package …}. */
  int ofPackage(List<String> words, ShellIo io) throws IOException, InterruptedException, NotKnown {
    String verb = words.size() > 2 ? words.get(2) : "";
    if (verb.equals("list")) {
      list(words, io);
    } else if (verb.equals("resolve-activity") && words.size() == 5 && isApp(words.get(4))) {
      resolve(words, io);
    } else if (verb.equals("install")) {
      return install(words, io);
    } else if (verb.equals("uninstall") && words.size() == 4) {
      return uninstall(words.get(3), io);
    } else {
      throw new NotKnown(words);
    }
    return 0;
  }

  private void list(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (!words.equals(List.of("cmd", "package", "list", "packages", "--show-versioncode"))) {
      throw new NotKnown(words);
    }
    for (ApkManifest apk : packages.all()) {
      io.say("package:" + apk.name() + " versionCode:" + apk.versionCode() + "\n");
    }
  }

  private void resolve(List<String> words, ShellIo io) throws IOException, NotKnown {
    if (!words.get(3).equals("--brief")) {
      throw new NotKnown(words);
    } else if (!packages.has(phone.packageName())) {
      io.say("No activity found\n");
      return;
    }
    io.say("priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true\n");
    io.say(phone.packageName() + "/" + relative() + "\n");
  }

  private String relative() {
    return phone.activity().substring(phone.packageName().length());
  }

  /** The APK comes by standard input. */
  private int install(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    int size = -1;
    for (int at = 3; at < words.size(); at++) {
      if (words.get(at).equals("-S") && at + 1 < words.size()) {
        size = Integer.parseInt(words.get(++at));
      } else if (!INSTALL_SWITCHES.contains(words.get(at))) {
        throw new NotKnown(words);
      }
    }
    if (size < 0) {
      throw new NotKnown(words);
    }
    byte[] apk = io.in().readNBytes(size);
    ApkManifest manifest = ApkManifest.read(apk);
    boolean known =
        List.of(Packages.SETTINGS, Packages.SERVER, Packages.SERVER_TEST, phone.packageName())
            .contains(manifest.name());
    if (!known) {
      throw new NotKnown("the app '" + manifest.name() + "'");
    }
    if (isApp(manifest.name())) {
      Acts.done(phone.stop());
    } else {
      helpers.stop(manifest.name());
    }
    packages.install(manifest);
    io.say("Success\n");
    return 0;
  }

  private int uninstall(String name, ShellIo io) throws IOException, InterruptedException {
    if (!packages.uninstall(name)) {
      io.say("Failure [DELETE_FAILED_INTERNAL_ERROR]\n");
      return 1;
    }
    if (isApp(name)) {
      granted.clear();
      Acts.done(phone.clear());
    } else {
      helpers.stop(name);
    }
    io.say("Success\n");
    return 0;
  }

  /** {@code dumpsys package NAME}. */
  void dump(String name, ShellIo io) throws IOException {
    ApkManifest apk = packages.named(name).orElse(null);
    if (apk == null) {
      io.say("Unable to find package: " + name + "\n");
      return;
    }
    io.say("Packages:\n  Package [" + name + "] (1a2b3c):\n    userId=10100\n");
    io.say("    versionCode=" + apk.versionCode() + " minSdk=26 targetSdk=34\n");
    io.say("    versionName=" + apk.versionName() + "\n");
    io.say("    User 0: ceDataInode=1 installed=true hidden=false\n      runtime permissions:\n");
    if (isApp(name)) {
      for (String permission : granted) {
        io.say("        " + permission + ": granted=true\n");
      }
    }
  }
}
