package dev.crosscheck.adapter.appium.pretended;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An emulator's console, which takes commands by lines and ends each answer with OK or KO
 * (developer.android.com/studio/run/emulator-console). Nobody is asked for a token, as where the
 * user's token file is empty.
 */
final class EmulatorConsole implements AutoCloseable {
  private static final String GREETING = "Android Console: type 'help' for a list of commands\r\n";
  private static final String OK = "OK\r\n";

  private final ServerSocket socket;
  private final String avd;
  private final Runnable kill;
  private final Strangers strangers;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * @param kill ends the emulator
   */
  EmulatorConsole(int port, String avd, Runnable kill, Strangers strangers) {
    this.avd = avd;
    this.kill = kill;
    this.strangers = strangers;
    try {
      socket = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Daemons.start("console " + port, this::accept);
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = socket.accept();
        open.add(caller);
        Daemons.start("console of an emulator", () -> serve(caller));
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      say(caller, GREETING + OK);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("quit")) {
          return;
        } else if (line.equals("kill")) {
          say(caller, "OK: killing emulator, bye bye\r\n");
          kill.run();
          return;
        }
        say(caller, answer(line));
      }
    } catch (IOException e) {
      // the caller has gone
      return;
    } finally {
      open.remove(caller);
    }
  }

  private String answer(String line) {
    if (line.equals("avd name")) {
      return avd + "\r\n" + OK;
    }
    strangers.meet("the console's command '" + line + "'");
    return "KO: unknown command, try 'help'\r\n";
  }

  private static void say(Socket caller, String text) throws IOException {
    OutputStream out = caller.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
