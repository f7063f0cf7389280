package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.Sdk;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project of the platform's own tools with the host app and a plugin in it.
 *
 * @param files their contents by their paths below the project's folder, with {@code /}
 * @param stamps what the app of an SDK can be known by; SDKs may be in one app
 */
public record HostProject(SortedMap<String, byte[]> files, Map<Sdk, AppStamp> stamps) {
  /** Where Gradle puts the app, below the project's folder. */
  public static final String APK = "app/build/outputs/apk/debug/app-debug.apk";

  public HostProject {
    for (String path : files.keySet()) {
      if (!Marker.isInside(path)) {
        throw new IllegalArgumentException("'" + path + "' leads out of the project");
      }
    }
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    stamps = Map.copyOf(stamps);
  }

  /**
   * The stamp of the app of an SDK.
   *
   * @throws IllegalArgumentException where the project is for others
   */
  public AppStamp stamp(Sdk sdk) {
    return Optional.ofNullable(stamps.get(sdk))
        .orElseThrow(() -> new IllegalArgumentException("no app of " + sdk.word()));
  }
}
