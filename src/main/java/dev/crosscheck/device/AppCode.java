package dev.crosscheck.device;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A plugin, built for one of Segment's Android SDKs.
 *
 * @param files for an embedded device folders and jars of Java classes: the plugin, and what it
 *     needs beside the SDK; for emulators and phones the host app, an {@code .apk}
 * @param factory the class by which the host app gets it
 * @param versions Maven artifacts in it with their versions
 * @param sha256 of its classes, lower-case hex
 */
public record AppCode(
    List<Path> files, String factory, Map<String, String> versions, String sha256) {
  public AppCode {
    files = List.copyOf(files);
    versions = Map.copyOf(versions);
  }
}
