package dev.crosscheck.adapter.hostapp;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project of the platform's own tools with the host app and a plugin in it.
 *
 * @param files their contents by their paths below the project's folder, with {@code /}
 * @param stamp what the app can be known by
 */
public record HostProject(SortedMap<String, byte[]> files, AppStamp stamp) {
  /** Where Gradle puts the app, below the project's folder. */
  public static final String APK = "app/build/outputs/apk/debug/app-debug.apk";

  public HostProject {
    for (String path : files.keySet()) {
      if (!Marker.isInside(path)) {
        throw new IllegalArgumentException("'" + path + "' leads out of the project");
      }
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
