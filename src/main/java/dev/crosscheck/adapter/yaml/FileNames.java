package dev.crosscheck.adapter.yaml;

/** Names that become ids, and so parts of paths, URLs and test names. */
final class FileNames {
  static final String HINT = "use small letters, digits and '-', such as pixel-8";

  private FileNames() {}

  static boolean isId(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{0,63}");
  }
}
