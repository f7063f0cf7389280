package dev.crosscheck.adapter.supply;

import java.nio.file.Path;

/** A process of its own that installs: cache, then the folder with the lock. */
public final class InstallingProgram {
  private InstallingProgram() {}

  public static void main(String[] arguments) throws Exception {
    SystemSupply supply =
        new SystemSupply(Path.of(arguments[0]), System.getenv(), System.out::println);
    System.out.println(supply.nodeModules(Path.of(arguments[1])));
  }
}
