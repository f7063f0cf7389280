package dev.crosscheck.app;

/** The plugin's class is not there, or gives no plugin. */
final class PluginMissing extends Exception {
  private static final long serialVersionUID = 1L;

  PluginMissing(String message) {
    super(message);
  }
}
