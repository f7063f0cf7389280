package dev.crosscheck.cli;

/** A platform for which there is a host app. */
enum HostPlatform {
  ANDROID("android", "Android"),
  IOS("ios", "iOS");

  private final String word;
  private final String title;

  HostPlatform(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** As it stands in files and on the command line. */
  String word() {
    return word;
  }

  /** As it stands in sentences. */
  String title() {
    return title;
  }
}
