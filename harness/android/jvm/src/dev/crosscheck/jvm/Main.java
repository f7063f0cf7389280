package dev.crosscheck.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * An embedded Android device: told by lines on standard input what to do, and saying on standard output what came of
 * it. Ends when its input does, since whoever started it is gone then; what that one made is removed. {@code Main API
 * FOLDER}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Wire wire = new Wire(System.out);
    System.setOut(new PrintStream(System.err, true)); // what libraries print is no answer
    int status = 0;
    try {
      AppProxies proxies = new AppProxies();
      ProxySelector.setDefault(proxies);
      Device device = new Device(new Sandboxes(Integer.parseInt(arguments[0])), proxies, wire);
      Thread.setDefaultUncaughtExceptionHandler(device::uncaught);
      device.prepare();
      wire.write("*", "up");
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> fields = Wire.read(line);
        device.take(fields.get(0), fields.get(1), fields.subList(2, fields.size()));
      }
      remove(Path.of(arguments[1]));
    } catch (Throwable e) {
      e.printStackTrace();
      status = 1;
    }
    Runtime.getRuntime().halt(status); // sandboxes leave threads that do not end by themselves
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = new ArrayList<>(all.toList());
      Collections.reverse(deepestFirst);
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }
}
