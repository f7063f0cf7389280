package dev.crosscheck.adapter.appium.pretended;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The program that is started as {@code emulator}: it tells the test of its arguments, says what it
 * is told to say, and lives as long as the emulator that it stands for. The first argument is the
 * test's port; what a line from there says is printed, but for {@code exit N}.
 */
final class EmulatorMain {
  private static final String EXIT = "exit ";

  private EmulatorMain() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (Socket test = new Socket(InetAddress.getLoopbackAddress(), port)) {
      PrintStream out = new PrintStream(test.getOutputStream(), false, StandardCharsets.UTF_8);
      out.println(System.getenv().getOrDefault("ANDROID_ADB_SERVER_PORT", ""));
      List.of(arguments).subList(1, arguments.length).forEach(out::println);
      out.println();
      out.flush();
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(test.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(EXIT)) {
          System.exit(Integer.parseInt(line.substring(EXIT.length())));
        }
        System.out.println(line);
      }
    }
  }
}
