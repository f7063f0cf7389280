package dev.crosscheck.adapter.appium.pretended;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message between adb's server and a device: six little-endian words, then the payload (AOSP,
 * {@code adb/protocol.txt}).
 */
@SuppressWarnings("ArrayRecordComponent") // carried on, never compared
record AdbMessage(int command, int first, int second, byte[] payload) {
  static final int CONNECT = word("CNXN");
  static final int OPEN = word("OPEN");
  static final int OKAY = word("OKAY");
  static final int WRITE = word("WRTE");
  static final int CLOSE = word("CLSE");

  static final int MAX_PAYLOAD = 256 * 1024;

  private static final int HEADER = 24;
  private static final int BYTE = 0xff;

  AdbMessage(int command, int first, int second, String payload) {
    this(command, first, second, payload.getBytes(StandardCharsets.UTF_8));
  }

  AdbMessage(int command, int first, int second) {
    this(command, first, second, new byte[0]);
  }

  private static int word(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }

  /** Waits for the next one; throws EOFException where there is none. */
  static AdbMessage read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    byte[] bytes = new byte[HEADER];
    in.readFully(bytes);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int command = header.getInt();
    int first = header.getInt();
    int second = header.getInt();
    int length = header.getInt();
    header.getInt(); // newer peers leave the checksum out
    if (header.getInt() != ~command || length < 0 || length > MAX_PAYLOAD) {
      throw new IOException("no message of adb's");
    }
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new AdbMessage(command, first, second, payload);
  }

  void write(OutputStream out) throws IOException {
    int sum = 0;
    for (byte b : payload) {
      sum += b & BYTE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(command).putInt(first).putInt(second);
    bytes.putInt(payload.length).putInt(sum).putInt(~command).put(payload);
    out.write(bytes.array());
    out.flush();
  }

  /** The payload as text, without the zero that ends it. */
  String text() {
    int length = payload.length;
    while (length > 0 && payload[length - 1] == 0) {
      length--;
    }
    return new String(payload, 0, length, StandardCharsets.UTF_8);
  }

  String name() {
    byte[] four =
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(command).array();
    return new String(four, StandardCharsets.US_ASCII);
  }
}
