package dev.crosscheck.cli;

/** A platform for which there is a host app. */
enum HostPlatform {
  ANDROID("android", "Android", "links or permissions"),
  IOS("ios", "iOS", "links");

  private final String word;
  private final String title;
  private final String asked;

  HostPlatform(String word, String title, String asked) {
    this.word = word;
    this.title = title;
    this.asked = asked;
  }

  /** As it stands in files and on the command line. */
  String word() {
    return word;
  }

  /** As it stands in sentences. */
  String title() {
    return title;
  }

  /** What of an app depends on the scenarios, in words. */
  String asked() {
    return asked;
  }
}
