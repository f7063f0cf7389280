package dev.crosscheck.adapter.appium;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the head of an executable as Apple's linker does: what it is built for. */
final class MachO {
  static final int DEVICE = 2;
  static final int SIMULATOR = 7;
  static final int ARM64 = 0x0100000c;
  static final int X86_64 = 0x01000007;

  private MachO() {}

  static void write(Path file, int platform, int processor) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(0xfeedfacf).putInt(processor).putInt(0).putInt(2).putInt(2).putInt(32);
    head.putInt(0).putInt(0);
    head.putInt(0x1b).putInt(8); // another command, which is passed over
    head.putInt(0x32).putInt(24).putInt(platform).putInt(0).putInt(0).putInt(0);
    Files.write(file, head.array());
  }
}
