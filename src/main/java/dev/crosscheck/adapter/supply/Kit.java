package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Programs that come together, and where from beyond what is here. */
enum Kit {
  CHROMIUM(
      List.of(Program.CHROMIUM, Program.CHROMEDRIVER),
      "Chrome or Chromium and the chromedriver of the same version",
      Packages.onDebian("chromium", "chromium-driver"),
      Optional.of("chrome")),
  EDGE(
      List.of(Program.EDGE, Program.EDGEDRIVER),
      "Microsoft Edge and the msedgedriver of the same version",
      Packages.NONE,
      Optional.of("edge")),
  FIREFOX(
      List.of(Program.FIREFOX),
      "Firefox",
      Packages.onDebian("firefox-esr"),
      Optional.of("firefox")),
  WEBKITGTK(
      List.of(Program.MINIBROWSER, Program.WEBKITDRIVER),
      "WebKitGTK's MiniBrowser and WebKitWebDriver (Linux only)",
      Packages.onDebianAndUbuntu("webkit2gtk-driver"),
      Optional.empty()),
  WPE(
      List.of(Program.COG, Program.WPEDRIVER),
      "WPE WebKit's cog and WPEWebDriver (Linux only)",
      Packages.onDebianAndUbuntu("cog", "wpewebkit-driver"),
      Optional.empty()),
  SAFARI(
      List.of(Program.SAFARIDRIVER),
      "Safari, which comes with macOS alone",
      Packages.NONE,
      Optional.empty()),
  XVFB(
      List.of(Program.XVFB),
      "Xvfb (Linux only)",
      Packages.onDebianAndUbuntu("xvfb"),
      Optional.empty()),
  NODE(
      List.of(Program.NODE),
      "Node.js 20.19 or later (npm comes with it)",
      Packages.NONE,
      Optional.empty()),
  NPM(
      List.of(Program.NPM),
      "Node.js 20.19 or later (npm comes with it)",
      Packages.NONE,
      Optional.empty()),
  ADB(
      List.of(Program.ADB),
      "the platform-tools of Android's SDK",
      Packages.onDebianAndUbuntu("adb"),
      Optional.empty());

  private final List<Program> programs;
  private final String words;
  private final Packages packages;
  private final Optional<String> managed;

  Kit(List<Program> programs, String words, Packages packages, Optional<String> managed) {
    this.programs = programs;
    this.words = words;
    this.packages = packages;
    this.managed = managed;
  }

  static Kit of(Program program) {
    return Arrays.stream(values())
        .filter(kit -> kit.programs.contains(program))
        .findFirst()
        .orElseThrow();
  }

  /** As it is called in messages. */
  @Override
  public String toString() {
    return programs.get(0).title();
  }

  /** The browser first, then its driver. */
  List<Program> programs() {
    return programs;
  }

  /** What Selenium Manager calls it, where it knows it. */
  Optional<String> managed() {
    return managed;
  }

  /** What apt calls it on this machine; nothing where apt does not have it. */
  List<String> packages(Machine machine) {
    return packages.on().contains(machine.distribution()) ? packages.names() : List.of();
  }

  /** A driver drives the browser of its own major version and no other. */
  boolean isPair() {
    return this == CHROMIUM || this == EDGE;
  }

  /** What to do where it cannot be had. */
  String remedy(Machine machine) {
    List<String> apt = packages(machine);
    String install =
        apt.isEmpty() ? "install " + words : "apt-get install " + String.join(" ", apt);
    String variables =
        programs.stream().map(Program::variable).collect(Collectors.joining(" and "));
    return install + ", or name " + (programs.size() > 1 ? "them" : "it") + " with " + variables;
  }

  /**
   * Debian packages.
   *
   * @param on distributions that have them; Ubuntu's browsers are empty shells around snaps
   */
  private record Packages(List<String> names, Set<String> on) {
    static final Packages NONE = new Packages(List.of(), Set.of());

    static Packages onDebian(String... names) {
      return new Packages(List.of(names), Set.of("debian"));
    }

    static Packages onDebianAndUbuntu(String... names) {
      return new Packages(List.of(names), Set.of("debian", "ubuntu"));
    }
  }
}
