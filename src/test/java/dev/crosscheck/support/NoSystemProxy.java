package dev.crosscheck.support;

import dev.crosscheck.adapter.local.MacProxy;
import dev.crosscheck.device.SystemProxy;
import java.nio.file.Path;
import java.util.Map;

/** Tests change no machine's proxy. */
public final class NoSystemProxy {
  /** None is allowed. */
  public static final SystemProxy ALLOWED =
      new MacProxy(Map.of(), false, Path.of("unused"), text -> {});

  private NoSystemProxy() {}
}
