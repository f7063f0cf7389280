package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A package as npm publishes it: a gzipped tar (POSIX.1-1988 ustar with pax headers, which is what
 * npm writes) whose files stand below one folder.
 */
final class NpmTarball {
  private static final int BLOCK = 512;
  private static final int LONGEST_FILE = 256 * 1024 * 1024;

  private NpmTarball() {}

  /** Writes its regular files into a folder, without the folder that they stand below. */
  static void unpack(Path tarball, Path into) throws Shortage, IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tarball), 1 << 16)) {
      Optional<String> longName = Optional.empty();
      for (byte[] header = block(in); header[0] != 0; header = block(in)) {
        byte[] content = content(in, header);
        char kind = (char) header[156];
        if (kind == 'x') {
          longName = paxPath(content);
        } else if (kind == '0' || kind == 0) {
          write(into, longName.orElseGet(headerName(header)), content);
          longName = Optional.empty();
        }
      }
    } catch (EOFException | ZipException | NumberFormatException e) {
      throw broken("it is damaged");
    }
  }

  private static Supplier<String> headerName(byte[] header) {
    String prefix = text(header, 345, 155);
    return () -> (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
  }

  private static void write(Path into, String name, byte[] content) throws Shortage, IOException {
    Path file = into.resolve(name.substring(name.indexOf('/') + 1)).normalize();
    if (!file.startsWith(into) || file.equals(into)) {
      throw broken("its file '" + name + "' leads out of it");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] content(InputStream in, byte[] header) throws Shortage, IOException {
    String octal = text(header, 124, 12).strip();
    int size = octal.isEmpty() ? 0 : Integer.parseInt(octal, 8);
    if (size > LONGEST_FILE) {
      throw broken("it holds a file of " + size + " bytes");
    }
    byte[] content = in.readNBytes(size);
    if (content.length < size) {
      throw broken("it ends in the middle of a file");
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    return content;
  }

  private static Shortage broken(String why) {
    return new Shortage("cannot use the package that npm sent: " + why, "try another version");
  }

  /** pax records are {@code <length> <key>=<value>\n}. */
  private static Optional<String> paxPath(byte[] records) {
    return new String(records, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .filter(record -> record.startsWith("path="))
        .map(record -> record.substring("path=".length()))
        .findFirst();
  }

  private static byte[] block(InputStream in) throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    return block.length == BLOCK ? block : new byte[BLOCK];
  }

  private static String text(byte[] bytes, int from, int length) {
    int to = from;
    while (to < from + length && bytes[to] != 0) {
      to++;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
