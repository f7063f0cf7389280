package dev.crosscheck.adapter.appium.pretended;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Files pushed and pulled (AOSP, {@code adb/SYNC.TXT} and {@code file_sync_protocol.h}). */
final class SyncService implements AdbService {
  private static final int LONGEST_NAME = 1024;
  private static final int CHUNK = 64 * 1024;
  private static final int FILE = 0100644;
  private static final int FOLDER = 040755;
  private static final int NO_SUCH_FILE = 2;
  private static final int STAT_SIZE = 72;

  private final DeviceFiles files;

  SyncService(DeviceFiles files) {
    this.files = files;
  }

  @Override
  public void serve(AdbStream stream) throws IOException, NotKnown {
    DataInputStream in = new DataInputStream(stream.in());
    OutputStream out = stream.out();
    while (true) {
      String verb = word(in);
      int length = number(in);
      if (verb.equals("QUIT")) {
        return;
      }
      if (length > LONGEST_NAME) {
        throw new IOException("a name of " + length + " bytes");
      }
      String name = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      switch (verb) {
        case "STAT" -> out.write(stat(name));
        case "STA2", "LST2" -> out.write(stat2(verb, name));
        case "SEND" -> send(name, in, out);
        case "RECV" -> receive(name, out);
        default -> throw new NotKnown("the sync verb '" + verb + "' for '" + name + "'");
      }
    }
  }

  private static String word(DataInputStream in) throws IOException {
    byte[] four = new byte[Integer.BYTES];
    in.readFully(four);
    return new String(four, StandardCharsets.US_ASCII);
  }

  private static int number(DataInputStream in) throws IOException {
    return Integer.reverseBytes(in.readInt());
  }

  private int mode(String name) {
    return files.content(name).isPresent() ? FILE : files.isFolder(name) ? FOLDER : 0;
  }

  private int size(String name) {
    return files.content(name).map(content -> content.length).orElse(0);
  }

  private byte[] stat(String name) {
    int now = (int) Instant.now().getEpochSecond();
    return answer("STAT", 16).putInt(mode(name)).putInt(size(name)).putInt(now).array();
  }

  /** Error, device, inode, mode, links, user, group, size, times. */
  private byte[] stat2(String verb, String name) {
    ByteBuffer answer = ByteBuffer.allocate(STAT_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    answer.put(verb.getBytes(StandardCharsets.US_ASCII));
    answer.putInt(files.exists(name) ? 0 : NO_SUCH_FILE).putLong(1).putLong(1);
    answer.putInt(mode(name)).putInt(1).putInt(0).putInt(0).putLong(size(name));
    return answer.array();
  }

  private void send(String nameAndMode, DataInputStream in, OutputStream out)
      throws IOException, NotKnown {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    String verb = word(in);
    for (; verb.equals("DATA"); verb = word(in)) {
      content.write(in.readNBytes(number(in)));
    }
    if (!verb.equals("DONE")) {
      throw new NotKnown("the sync verb '" + verb + "' after SEND");
    }
    number(in); // when it was changed
    files.put(nameAndMode.substring(0, nameAndMode.lastIndexOf(',')), content.toByteArray());
    out.write(answer("OKAY", 8).array());
  }

  private void receive(String name, OutputStream out) throws IOException {
    Optional<byte[]> content = files.content(name);
    if (content.isEmpty()) {
      byte[] why = "No such file or directory".getBytes(StandardCharsets.UTF_8);
      out.write(answer("FAIL", 8 + why.length).putInt(why.length).put(why).array());
      return;
    }
    byte[] all = content.get();
    for (int at = 0; at < all.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(all, at, Math.min(all.length, at + CHUNK));
      out.write(answer("DATA", 8 + chunk.length).putInt(chunk.length).put(chunk).array());
    }
    out.write(answer("DONE", 8).array());
  }

  private static ByteBuffer answer(String verb, int size) {
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(verb.getBytes(StandardCharsets.US_ASCII));
  }
}
