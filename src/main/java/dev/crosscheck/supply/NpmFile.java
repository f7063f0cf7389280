package dev.crosscheck.supply;

/**
 * A file of a published npm package: {@code npm:mixpanel-browser@2.83.0/dist/mixpanel.min.js}.
 *
 * @param version exact, never a range
 */
public record NpmFile(String name, String version, String path) {
  @Override
  public String toString() {
    return "npm:" + name + "@" + version + "/" + path;
  }
}
