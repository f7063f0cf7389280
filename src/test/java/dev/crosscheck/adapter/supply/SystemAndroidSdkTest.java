package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.FakeSdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemAndroidSdkTest {
  private static final String AVD = "Pixel_8_API_34";

  @TempDir Path home;
  private FakeMachine fake;
  private FakeSdk files;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void begin() {
    fake = new FakeMachine(home.resolve("machine"));
    files = new FakeSdk(home);
    environment.putAll(files.environment());
  }

  @Test
  void findsAllOfAnEmulator() throws Exception {
    files.whole(AVD);

    assertThat(sdk().sdk()).isEqualTo(here(files.folder()));
    assertThat(sdk().adb()).isEqualTo(here(files.folder().resolve("platform-tools/adb")));
    assertThat(sdk().emulator()).isEqualTo(here(files.folder().resolve("emulator/emulator")));
    assertThat(sdk().avd(AVD)).isEqualTo(here(files.avds().resolve(AVD + ".avd/config.ini")));
    assertThat(sdk().image(AVD))
        .isEqualTo(here(files.folder().resolve("system-images/android-34/google_apis/x86_64")));
    assertThat(sdk().home()).isEqualTo(files.folder());
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void saysThatThereIsNoSdk() {
    assertThat(sdk().sdk())
        .isEqualTo(
            new Presence.Missing(
                "no Android SDK: ANDROID_HOME is not set, and there is none in '"
                    + files.folder()
                    + "'",
                "install Android Studio, or the command-line tools"
                    + " (https://developer.android.com/studio), and name the SDK's folder with"
                    + " ANDROID_HOME"));
    assertThat(sdk().emulator()).as("what is missing first").isEqualTo(sdk().sdk());
  }

  @Test
  void takesNoEmptyFolderForAnSdk() throws Exception {
    Files.createDirectories(files.folder());

    assertThat(sdk().sdk()).isInstanceOf(Presence.Missing.class);
  }

  @Test
  void looksWhereEachSystemHasIt() throws Exception {
    Path mac = home.resolve("Library/Android/sdk");
    Files.createDirectories(mac.resolve("platform-tools"));
    Path windows = home.resolve("AppData/Android/Sdk");
    Files.createDirectories(windows.resolve("platform-tools"));
    environment.put("LOCALAPPDATA", home.resolve("AppData").toString());

    assertThat(sdk("macos").sdk()).isEqualTo(here(mac));
    assertThat(sdk("windows").sdk()).isEqualTo(here(windows));
    Files.createDirectories(windows.resolve("emulator"));
    assertThat(missing(sdk("windows").emulator()).reason())
        .endsWith("has no emulator/emulator.exe");
  }

  @Test
  void prefersTheVariableThatIsNotDeprecated() throws Exception {
    files.adb();
    Path older = Files.createDirectories(home.resolve("older"));
    environment.put("ANDROID_SDK_ROOT", older.toString());
    assertThat(sdk().sdk()).isEqualTo(here(older));

    Path newer = Files.createDirectories(home.resolve("newer"));
    environment.put("ANDROID_HOME", newer.toString());
    assertThat(sdk().sdk()).isEqualTo(here(newer));
  }

  @Test
  void passesNoVariableOverThatNamesNoFolder() throws Exception {
    files.whole(AVD);
    environment.put("ANDROID_HOME", "/nowhere/sdk");

    assertThat(sdk().sdk())
        .isEqualTo(
            new Presence.Missing(
                "no Android SDK: ANDROID_HOME is '/nowhere/sdk', which is not a folder",
                "set ANDROID_HOME to the SDK's folder, or unset it"));
    assertThat(shortage(() -> sdk().home())).hasMessageContaining("'/nowhere/sdk'");
  }

  @Test
  void namesThePartOfTheSdkThatIsMissing() throws Exception {
    files.emulator();
    assertThat(missing(sdk().adb()))
        .isEqualTo(
            new Presence.Missing(
                "the Android SDK in '" + files.folder() + "' has no platform-tools/adb",
                "install it with sdkmanager platform-tools"));

    files.adb();
    Files.delete(files.folder().resolve("emulator/emulator"));
    assertThat(missing(sdk().emulator()).reason())
        .isEqualTo("the Android SDK in '" + files.folder() + "' has no emulator/emulator");
    assertThat(missing(sdk().emulator()).remedy())
        .startsWith("install it with sdkmanager emulator");
  }

  @Test
  void offersDebiansAdbWhereThereIsNoOther() throws Exception {
    fake.on("debian", true).program("apt-get", fake.makes("adb", "Version 29.0.6-debian"));

    assertThat(sdk().adb()).isEqualTo(new Presence.Fetchable("apt-get install adb"));
    assertThat(fake.calls()).as("looking fetches nothing").isEmpty();

    Path made = sdk().home();
    assertThat(fake.calls()).hasSize(2).last().asString().endsWith(" adb");
    assertThat(made.resolve("platform-tools/adb")).isExecutable();
  }

  @Test
  void putsAnAdbOnPathWhereAppiumLooksForIt() throws Exception {
    Path adb = fake.program("adb", "echo mine");

    Path made = sdk().home();

    assertThat(made).startsWith(fake.cache);
    assertThat(made.resolve("platform-tools/adb").toRealPath()).isEqualTo(adb.toRealPath());
    assertThat(sdk().home()).as("made once").isEqualTo(made);
  }

  @Test
  void takesThePlaceOfAnAdbThatLiesAsInAnSdk() throws Exception {
    Path real = fake.programAt(home.resolve("downloads/platform-tools/adb"), "echo mine");
    Files.createSymbolicLink(fake.bin().resolve("adb"), real);

    assertThat(sdk().home()).isEqualTo(home.toRealPath().resolve("downloads"));
  }

  @Test
  void putsTheAdbThatIsNamedBesideTheRestOfTheSdk() throws Exception {
    files.whole(AVD);
    Path own = fake.programAt(home.resolve("own/adb"), "echo mine");
    environment.put("CROSSCHECK_ADB", own.toString());
    fake.with("CROSSCHECK_ADB", own.toString());

    assertThat(sdk().adb()).isEqualTo(here(own));
    Path made = sdk().home();
    assertThat(made.resolve("platform-tools/adb").toRealPath()).isEqualTo(own.toRealPath());
    assertThat(made.resolve("emulator/emulator")).isExecutable();
    assertThat(made.resolve("system-images/android-34")).isDirectory();
  }

  @Test
  void saysWhereTheAdbThatIsNamedIsNone() throws Exception {
    files.whole(AVD);
    environment.put("CROSSCHECK_ADB", "/nowhere/adb");
    fake.with("CROSSCHECK_ADB", "/nowhere/adb");

    assertThat(missing(sdk().adb()).reason())
        .isEqualTo("CROSSCHECK_ADB is '/nowhere/adb', which is not an executable file");
    assertThat(shortage(() -> sdk().home())).hasMessageContaining("/nowhere/adb");
  }

  @Test
  void saysThatThereIsNoAdbAnywhere() {
    Shortage shortage = shortage(() -> sdk().home());

    assertThat(shortage).hasMessage("no adb: not on PATH");
    assertThat(shortage.remedy())
        .isEqualTo("install the platform-tools of Android's SDK, or name it with CROSSCHECK_ADB");
  }

  @Test
  void saysHowToMakeTheFirstAvd() throws Exception {
    files.adb();

    assertThat(sdk().avd(AVD))
        .isEqualTo(
            new Presence.Missing(
                "no AVD 'Pixel_8_API_34': there is none in '" + files.avds() + "'",
                "make it in Android Studio's Device Manager, or with sdkmanager"
                    + " \"system-images;android-34;google_apis;x86_64\" and avdmanager create avd"
                    + " -n Pixel_8_API_34 -k \"system-images;android-34;google_apis;x86_64\""));
  }

  @Test
  void namesTheAvdThatWasMeant() throws Exception {
    files.avd("Pixel_8_API_34");
    files.avd("Nexus_5");

    assertThat(missing(sdk().avd("pixel-8-api-34")).reason())
        .isEqualTo("no AVD 'pixel-8-api-34': there is no such in '" + files.avds() + "'");
    assertThat(missing(sdk().avd("pixel-8-api-34")).remedy())
        .startsWith("did you mean 'Pixel_8_API_34'?; or make it");
    assertThat(missing(sdk().avd("Tablet")).remedy())
        .startsWith("one of: 'Nexus_5', 'Pixel_8_API_34'; or make it");
  }

  @Test
  void guessesTheImageByNameAndProcessor() {
    assertThat(missing(sdk().avd("Pixel_9_API_36")).remedy())
        .contains("system-images;android-36;google_apis;x86_64");
    assertThat(missing(sdk().avd("phone")).remedy())
        .contains("system-images;android-34;google_apis;x86_64");
    assertThat(missing(sdk("linux", "aarch64").avd("phone")).remedy())
        .contains("system-images;android-34;google_apis;arm64-v8a");
  }

  @Test
  void looksForAvdsWhereTheVariablesSay() throws Exception {
    files.avd(AVD);
    environment.put("ANDROID_USER_HOME", home.resolve(".android").toString());
    environment.put("HOME", "/nowhere");
    assertThat(sdk().avd(AVD)).isInstanceOf(Presence.Here.class);

    environment.put("ANDROID_AVD_HOME", home.resolve("other").toString());
    assertThat(sdk().avd(AVD)).isInstanceOf(Presence.Missing.class);
  }

  @Test
  void findsAnAvdWhoseUserHasMoved() throws Exception {
    files.avd(AVD);
    Files.writeString(
        files.avds().resolve(AVD + ".ini"), "path=/old/home/x.avd\npath.rel=avd/" + AVD + ".avd\n");

    assertThat(sdk().avd(AVD)).isEqualTo(here(files.avds().resolve(AVD + ".avd/config.ini")));
  }

  @Test
  void saysThatAnAvdHasLostItsFolder() throws Exception {
    Path config = files.avd(AVD);
    Files.delete(config);

    assertThat(missing(sdk().avd(AVD)).reason())
        .isEqualTo("AVD 'Pixel_8_API_34' is broken: there is no '" + config + "'");
    assertThat(missing(sdk().avd(AVD)).remedy())
        .startsWith("delete it with avdmanager delete avd -n Pixel_8_API_34, then make it");
  }

  @Test
  void namesTheImageThatAnAvdLacks() throws Exception {
    files.adb();
    files.avd(AVD);

    assertThat(sdk().image(AVD))
        .isEqualTo(
            new Presence.Missing(
                "AVD 'Pixel_8_API_34' runs system-images;android-34;google_apis;x86_64, which is"
                    + " not in the Android SDK: there is no '"
                    + files
                        .folder()
                        .resolve("system-images/android-34/google_apis/x86_64/system.img")
                    + "'",
                "install it with sdkmanager \"system-images;android-34;google_apis;x86_64\""));
  }

  @Test
  void saysThatAnAvdNamesNoImage() throws Exception {
    files.adb();
    Path config = files.avd(AVD, "hw.lcd.density=420\n");

    assertThat(missing(sdk().image(AVD)).reason())
        .isEqualTo(
            "AVD 'Pixel_8_API_34' names no system image: '" + config + "' has no image.sysdir.1");
  }

  @Test
  void warnsOfEmulatorsWithoutKvm() throws Exception {
    Path kvm = home.resolve("machine/top/dev/kvm");
    assertThat(sdk().slowness())
        .contains(
            "there is no '"
                + kvm
                + "', and without KVM an emulator hardly starts: switch virtualization on");
    assertThat(sdk("macos").slowness()).isEmpty();

    Files.createDirectories(kvm.getParent());
    Files.createFile(kvm);
    assertThat(sdk().slowness()).isEmpty();
  }

  private SystemAndroidSdk sdk() {
    return sdk("linux");
  }

  private SystemAndroidSdk sdk(String system) {
    return sdk(system, "amd64");
  }

  private SystemAndroidSdk sdk(String system, String processor) {
    return new SystemAndroidSdk(
        fake.cache,
        environment,
        fake.supply(),
        new Machine("debian", false, system, fake.top()),
        processor);
  }

  private static Presence.Here here(Path file) {
    return new Presence.Here(file, Optional.empty());
  }

  private static Presence.Missing missing(Presence presence) {
    assertThat(presence).isInstanceOf(Presence.Missing.class);
    return (Presence.Missing) presence;
  }
}
