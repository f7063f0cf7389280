package dev.crosscheck.cli;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The checkout's own certificate authority, which test apps are built to trust. It lies in {@code
 * .crosscheck/ca.p12}, for this user alone and for no version control, and ends after 30 days. The
 * password is no secret: whoever may read the file may use the key.
 */
final class AppAuthority {
  private static final String FOLDER = ".crosscheck";
  private static final String FILE = "ca.p12";
  private static final String IGNORE = ".gitignore";

  /** One that ends sooner is no good for a run. */
  private static final Duration LEAST_LEFT = Duration.ofHours(1);

  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final InstantSource clock;
  private final Consumer<String> announcer;

  /**
   * @param project the folder of devices.yaml, or a plugin's own repository
   * @param announcer hears where one is made, and why
   */
  AppAuthority(Path project, InstantSource clock, Consumer<String> announcer) {
    this.folder = project.toAbsolutePath().normalize().resolve(FOLDER);
    this.clock = clock;
    this.announcer = announcer;
  }

  /** Where its key and its certificate lie. */
  Path file() {
    return folder.resolve(FILE);
  }

  /**
   * The one that is kept; a new one where there is none, or where it has ended.
   *
   * @throws Refusal where it cannot be read or written
   */
  CertificateAuthority openOrMake() {
    if (!Files.exists(file(), LinkOption.NOFOLLOW_LINKS)) {
      CertificateAuthority made = made(false);
      announcer.accept("made a certificate authority for test apps, which ends on " + end(made));
      return made;
    }
    CertificateAuthority kept = read();
    ShownCertificate shown = ShownCertificate.of(kept.trust());
    if (lasts(shown)) {
      return kept;
    }
    CertificateAuthority made = made(true);
    announcer.accept(
        "the certificate authority for test apps ended on "
            + shown.end()
            + ": made a new one, until "
            + end(made)
            + "; build the apps that trust the old one again");
    return made;
  }

  /**
   * The fingerprint of the one that is kept; empty where a run would make a new one.
   *
   * @throws Refusal where it cannot be read
   */
  Optional<String> fingerprint() {
    return Files.exists(file(), LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(ShownCertificate.of(read().trust()))
            .filter(this::lasts)
            .map(ShownCertificate::fingerprint)
        : Optional.empty();
  }

  private boolean lasts(ShownCertificate shown) {
    return shown.ends().isAfter(clock.instant().plus(LEAST_LEFT));
  }

  /**
   * A new one in its place, whatever is there.
   *
   * @throws Refusal where it cannot be written
   */
  CertificateAuthority renew() {
    return made(true);
  }

  private static String end(CertificateAuthority authority) {
    return ShownCertificate.of(authority.trust()).end();
  }

  private CertificateAuthority read() {
    try {
      keepPrivate(folder, OWN_FOLDER);
      keepPrivate(file(), OWN_FILE);
      return CertificateAuthority.ofPkcs12(Files.readAllBytes(file()), password(), clock);
    } catch (IOException | IllegalArgumentException e) {
      throw refusal("cannot be read", e, "'crosscheck ca --renew' makes a new one");
    }
  }

  /**
   * @param anew in the place of another; else one that someone else has just made is kept
   */
  private CertificateAuthority made(boolean anew) {
    try {
      makeFolder();
      CertificateAuthority authority = CertificateAuthority.toBeKept(clock);
      Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
      try {
        write(temporary, authority.toPkcs12(password()));
        put(temporary, anew);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw refusal("cannot be written", e, "make '" + folder + "' a folder that is yours");
    }
    return read();
  }

  private void put(Path temporary, boolean anew) throws IOException {
    if (anew) {
      Files.move(
          temporary, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      Files.move(temporary, file());
    } catch (FileAlreadyExistsException e) {
      return; // another run has made one meanwhile: both are to sign by the same
    }
  }

  private void makeFolder() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder, forMeAlone(OWN_FOLDER));
    } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is no folder of its own");
    }
    keepPrivate(folder, OWN_FOLDER);
    Files.writeString(folder.resolve(IGNORE), "*\n");
  }

  private void write(Path path, byte[] bytes) throws IOException {
    try (SeekableByteChannel out =
        Files.newByteChannel(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            forMeAlone(OWN_FILE))) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
    }
  }

  /** Nothing where the file system has no such rights: Windows has the folder's own. */
  private FileAttribute<?>[] forMeAlone(Set<PosixFilePermission> rights) {
    return hasRights()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  private void keepPrivate(Path path, Set<PosixFilePermission> rights) throws IOException {
    if (hasRights() && !Files.getPosixFilePermissions(path).equals(rights)) {
      Files.setPosixFilePermissions(path, rights);
    }
  }

  private boolean hasRights() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private Refusal refusal(String what, Exception cause, String hint) {
    String why =
        cause instanceof IOException trouble
            ? FileTrouble.words(trouble)
            : String.valueOf(cause.getMessage());
    return new Refusal(ExitCode.BAD_INPUT, "'" + file() + "' " + what + ": " + why, hint);
  }

  private static char[] password() {
    return "crosscheck".toCharArray();
  }
}
