package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A command in the device's shell. The second version of the protocol tells the two outputs apart
 * and ends with the exit code (AOSP, {@code adb/shell_protocol.h}).
 */
final class ShellService implements AdbService {
  private static final byte OUT = 1;
  private static final byte ERR = 2;
  private static final byte EXIT = 3;
  private static final int HEADER = 5;

  private final AndroidShell shell;
  private final String command;
  private final boolean framed;

  ShellService(AndroidShell shell, String command, boolean framed) {
    this.shell = shell;
    this.command = command;
    this.framed = framed;
  }

  @Override
  public void serve(AdbStream stream) throws IOException, InterruptedException, NotKnown {
    if (!framed) {
      shell.run(command, new ShellIo(stream.in(), stream.out(), stream.out()));
      return;
    }
    OutputStream out = stream.out();
    ShellIo io = new ShellIo(InputStream.nullInputStream(), frames(OUT, out), frames(ERR, out));
    int exit = shell.run(command, io);
    out.write(frame(EXIT, new byte[] {(byte) exit}));
  }

  private static OutputStream frames(byte id, OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(frame(id, Arrays.copyOfRange(bytes, offset, offset + length)));
      }
    };
  }

  private static byte[] frame(byte id, byte[] content) {
    return ByteBuffer.allocate(HEADER + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(id)
        .putInt(content.length)
        .put(content)
        .array();
  }
}
