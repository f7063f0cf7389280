package dev.crosscheck.adapter.supply;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.supply.AndroidSdk;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Android's SDK as this machine has it. Files are looked at each time; nothing is started. */
public final class SystemAndroidSdk implements AndroidSdk {
  private static final String TOOLS = "platform-tools";

  private final Map<String, String> environment;
  private final Supply supply;
  private final Machine machine;
  private final String processor;
  private final SdkFolder folder;
  private final AvdFolder avds;
  private final Path cache;
  private final Memory<Path> homes;

  /**
   * @param cache where a folder is made for {@code adb} without an SDK, see {@link
   *     SystemSupply#cacheFolder}
   * @param environment the process's environment variables
   * @param supply where {@code adb} comes from, where no SDK has it
   */
  public SystemAndroidSdk(Path cache, Map<String, String> environment, Supply supply) {
    this(cache, environment, supply, Machine.here(), System.getProperty("os.arch", ""));
  }

  SystemAndroidSdk(
      Path cache,
      Map<String, String> environment,
      Supply supply,
      Machine machine,
      String processor) {
    this.environment = Map.copyOf(environment);
    this.supply = supply;
    this.machine = machine;
    this.processor = processor;
    this.folder = new SdkFolder(this.environment, machine);
    this.avds = AvdFolder.of(this.environment);
    this.cache = cache.toAbsolutePath().normalize();
    this.homes = new Memory<>(this.cache);
  }

  @Override
  public Presence sdk() {
    try {
      return new Presence.Here(folder.find(), Optional.empty());
    } catch (Shortage e) {
      return new Presence.Missing(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  @Override
  public Presence adb() {
    Presence own = inSdk(TOOLS, "adb", "install it with sdkmanager platform-tools");
    if (own instanceof Presence.Here && !isAdbNamed()) {
      return own;
    }
    Presence other = supply.look(Program.ADB);
    boolean nowhere = other instanceof Presence.Missing && !isAdbNamed();
    return nowhere && sdk() instanceof Presence.Here ? own : other;
  }

  @Override
  public Presence emulator() {
    return inSdk(
        "emulator",
        "emulator",
        "install it with sdkmanager emulator, or in Android Studio: SDK Manager, SDK Tools, Android"
            + " Emulator");
  }

  @Override
  public Presence avd(String name) {
    List<String> names = avds.names();
    if (!names.contains(name)) {
      return new Presence.Missing(
          "no AVD '%s': there is %s in '%s'"
              .formatted(name, names.isEmpty() ? "none" : "no such", avds.path()),
          names.isEmpty()
              ? howToMake(name)
              : Nearest.hint(name, names) + "; or " + howToMake(name));
    }
    Path config = avds.config(name);
    return Files.isRegularFile(config)
        ? new Presence.Here(config, Optional.empty())
        : new Presence.Missing(
            "AVD '" + name + "' is broken: there is no '" + config + "'",
            "delete it with avdmanager delete avd -n " + name + ", then " + howToMake(name));
  }

  @Override
  public Presence image(String avd) {
    Path config = avds.config(avd);
    String sysdir = AvdFolder.read(config).getOrDefault("image.sysdir.1", "");
    if (sysdir.isBlank()) {
      return new Presence.Missing(
          "AVD '" + avd + "' names no system image: '" + config + "' has no image.sysdir.1",
          "delete it with avdmanager delete avd -n " + avd + ", then " + howToMake(avd));
    } else if (!(sdk() instanceof Presence.Here sdk)) {
      return sdk();
    } else {
      SystemImage image = SystemImage.written(sysdir);
      Path file = sdk.file().resolve(image.folder());
      return Files.isRegularFile(file.resolve("system.img"))
          ? new Presence.Here(file, Optional.empty())
          : new Presence.Missing(
              "AVD '%s' runs %s, which is not in the Android SDK: there is no '%s'"
                  .formatted(avd, image.packageName(), file.resolve("system.img")),
              "install it with " + image.install());
    }
  }

  @Override
  public Optional<String> slowness() {
    if (!machine.system().equals("linux")) {
      return Optional.empty();
    }
    Path kvm = machine.top().resolve("dev").resolve("kvm");
    if (!Files.exists(kvm)) {
      return Optional.of(
          "there is no '%s', and without KVM an emulator hardly starts: switch virtualization on"
              .formatted(kvm));
    }
    return Files.isReadable(kvm) && Files.isWritable(kvm)
        ? Optional.empty()
        : Optional.of(
            "this user may not use '%s', and without KVM an emulator hardly starts: sudo gpasswd -a"
                    .formatted(kvm)
                + " $USER kvm, then log in again");
  }

  @Override
  public Path home() throws Shortage {
    Optional<Path> sdk = optionalSdk();
    if (sdk.isPresent() && adb() instanceof Presence.Here here && isIn(sdk.get(), here.file())) {
      return sdk.get();
    }
    Path adb = supply.program(Program.ADB);
    return homes.get(
        List.of(adb, sdk.map(Path::toString).orElse("")),
        () -> new AdbHome(cache).around(adb, sdk));
  }

  /** Empty where there is none; a variable that names none is not passed over. */
  private Optional<Path> optionalSdk() throws Shortage {
    try {
      return Optional.of(folder.find());
    } catch (Shortage e) {
      if (folder.isNamed()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isIn(Path sdk, Path adb) {
    return adb.equals(sdk.resolve(TOOLS).resolve(adb.getFileName()));
  }

  /** Whether a variable of ours names one, so that no other will do. */
  private boolean isAdbNamed() {
    return !environment.getOrDefault(Program.ADB.variable(), "").isBlank();
  }

  private Presence inSdk(String part, String program, String remedy) {
    if (!(sdk() instanceof Presence.Here sdk)) {
      return sdk();
    }
    String name = machine.system().equals("windows") ? program + ".exe" : program;
    Path file = sdk.file().resolve(part).resolve(name);
    return Files.isRegularFile(file) && Files.isExecutable(file)
        ? new Presence.Here(file, Optional.empty())
        : new Presence.Missing(
            "the Android SDK in '%s' has no %s/%s".formatted(sdk.file(), part, name), remedy);
  }

  private String howToMake(String name) {
    SystemImage image = SystemImage.meantBy(name, processor);
    return "make it in Android Studio's Device Manager, or with %s and avdmanager create avd -n %s -k \"%s\""
        .formatted(image.install(), name, image.packageName());
  }
}
