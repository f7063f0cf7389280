package dev.crosscheck.adapter.appium.pretended;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The files that were put on the device, and its folders. */
final class DeviceFiles {
  private final NavigableMap<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final Set<String> folders =
      new ConcurrentSkipListSet<>(
          List.of("/", "/data", "/data/local", "/data/local/tmp", "/sdcard"));

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  Optional<byte[]> content(String path) {
    return Optional.ofNullable(files.get(path));
  }

  void makeFolder(String path) {
    folders.add(path);
  }

  boolean isFolder(String path) {
    return folders.contains(path.length() > 1 && path.endsWith("/") ? trimmed(path) : path);
  }

  boolean exists(String path) {
    return files.containsKey(path) || isFolder(path);
  }

  /** Removes it with all that is in it. */
  void remove(String path) {
    files.keySet().removeIf(file -> file.equals(path) || file.startsWith(path + "/"));
    folders.removeIf(folder -> folder.equals(path) || folder.startsWith(path + "/"));
  }

  private static String trimmed(String path) {
    return path.substring(0, path.length() - 1);
  }
}
