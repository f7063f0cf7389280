package dev.crosscheck;

import java.util.Locale;

/** A sound example plugin for the web, of which there are variants. */
enum SoundWeb {
  MIXPANEL("mixpanel", "mixpanel.js"),
  ADPIXEL("pixel", "adpixel.js"),
  CHATTER("chat", "chatter-plugin.js"),
  REEL("replay", "reel-plugin.js"),
  BEACON("beacon-actions", "beacon.js");

  private final String folder;
  private final String module;

  SoundWeb(String folder, String module) {
    this.folder = folder;
    this.module = module;
  }

  /** The plugin's folder below {@code scenarios/}. */
  String folder() {
    return folder;
  }

  /** The file in its folder {@code web/} by which it is loaded. */
  String module() {
    return module;
  }

  /** The plugin folder of the sound one, where it stands beside its variants. */
  String id() {
    return "sound-" + name().toLowerCase(Locale.ROOT);
  }
}
