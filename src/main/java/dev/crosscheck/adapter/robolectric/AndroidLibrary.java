package dev.crosscheck.adapter.robolectric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A jar, or what an Android archive holds of use here.
 *
 * @param jars its Java classes
 * @param permissions that its manifest asks for
 * @param providers the content providers that start with the app
 * @param hindrance what it needs that an embedded device has not; empty where it needs nothing
 */
record AndroidLibrary(
    List<Path> jars, List<String> permissions, List<String> providers, Optional<String> hindrance) {
  AndroidLibrary {
    jars = List.copyOf(jars);
    permissions = List.copyOf(permissions);
    providers = List.copyOf(providers);
  }

  static AndroidLibrary jar(Path file) {
    return new AndroidLibrary(List.of(file), List.of(), List.of(), Optional.empty());
  }
}
