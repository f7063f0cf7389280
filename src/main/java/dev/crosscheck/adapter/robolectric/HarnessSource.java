package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;

/** Where the files of {@code harness/android} are on this machine. */
public interface HarnessSource {
  Path folder() throws Shortage;
}
