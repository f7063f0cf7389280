package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KitSourceTest {
  private static final String REMEDY_ANYWHERE =
      "install Chrome or Chromium and the chromedriver of the same version, or name them with"
          + " CROSSCHECK_CHROMIUM and CROSSCHECK_CHROMEDRIVER";

  @TempDir Path home;
  private FakeMachine fake;

  @BeforeEach
  void begin() {
    fake = new FakeMachine(home);
  }

  @Test
  void findsBothOnPath() throws Exception {
    Path chrome = fake.program("google-chrome", "echo Google Chrome 156.0.1.2");
    Path driver = fake.program("chromedriver", "echo ChromeDriver 156.0.9.9 '(abc)'");

    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(chrome);
    assertThat(fake.supply().program(Program.CHROMEDRIVER)).isEqualTo(driver);
    assertThat(fake.announced).isEmpty();
  }

  @Test
  void prefersChromiumToChrome() throws Exception {
    fake.program("google-chrome", "echo Google Chrome 156.0.1.2");
    fake.program("chromedriver", "echo ChromeDriver 156.0.9.9");
    Path chromium = fake.program("chromium", "echo Chromium 156.0.1.2 built on Debian");

    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(chromium);
  }

  @Test
  void letsTheVariableWinOverPath() throws Exception {
    fake.program("chromium", "echo Chromium 150.0.1.2");
    fake.program("chromedriver", "echo ChromeDriver 156.0.9.9");
    Path own = fake.programAt(home.resolve("own/chrome"), "echo Chromium 156.0.1.2");
    fake.environment.put("CROSSCHECK_CHROMIUM", own.toString());

    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(own);
  }

  @Test
  void namesTheVariableThatNamesNothing() {
    fake.environment.put("CROSSCHECK_CHROMEDRIVER", "/nowhere/chromedriver");

    Shortage shortage = shortage(() -> fake.supply().program(Program.CHROMIUM));

    assertThat(shortage)
        .hasMessage(
            "CROSSCHECK_CHROMEDRIVER is '/nowhere/chromedriver', which is not an executable file");
    assertThat(shortage.remedy())
        .isEqualTo("set CROSSCHECK_CHROMEDRIVER to the program's file, or unset it");
    assertThat(fake.supply().has(Program.CHROMIUM)).isFalse();
  }

  @Test
  void refusesADriverOfAnotherVersion() throws Exception {
    Path chromium = fake.program("chromium", "echo Chromium 156.0.1.2");
    Path driver = fake.program("chromedriver", "echo ChromeDriver 155.3.9.9");

    Shortage shortage = shortage(() -> fake.supply().program(Program.CHROMEDRIVER));

    assertThat(shortage)
        .hasMessage(
            "chromedriver does not fit Chromium: '%s' is 155.3.9.9, '%s' is 156.0.1.2"
                .formatted(driver, chromium));
    assertThat(shortage.remedy())
        .isEqualTo(
            "install the chromedriver of version 156, or name one with CROSSCHECK_CHROMEDRIVER");
  }

  @Test
  void refusesABrowserThatDoesNotStart() throws Exception {
    Path chromium = fake.program("chromium", "echo 'libnss3.so: cannot open' >&2", "exit 127");
    fake.program("chromedriver", "echo ChromeDriver 156.0.9.9");

    assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)))
        .hasMessage(
            "'" + chromium + " --version' does not answer with a version: libnss3.so: cannot open");
  }

  @Test
  void installsWithAptOnDebianAsRoot() throws Exception {
    debianRoot();
    fake.program(
        "apt-get",
        fake.makes("chromium", "Chromium 156.0.1.2"),
        fake.makes("chromedriver", "ChromeDriver 156.0.1.2"));
    SystemSupply supply = fake.supply();

    assertThat(supply.has(Program.CHROMIUM)).isTrue();
    assertThat(fake.calls()).as("has() fetches nothing").isEmpty();
    assertThat(supply.program(Program.CHROMEDRIVER)).isEqualTo(fake.bin().resolve("chromedriver"));
    assertThat(supply.program(Program.CHROMIUM)).isEqualTo(fake.bin().resolve("chromium"));
    assertThat(fake.calls())
        .containsExactly(
            "apt-get -q -o DPkg::Lock::Timeout=300 update",
            "apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium"
                + " chromium-driver");
    assertThat(fake.announced)
        .containsExactly(
            "installing chromium and chromium-driver with apt …",
            "installed chromium and chromium-driver with apt in 0.0 s");
  }

  @Test
  void installsByTheListsThatAreThereWhereNewOnesCannotBeHad() throws Exception {
    debianRoot();
    fake.program(
        "apt-get",
        "case \"$*\" in *update) echo 'E: Failed to fetch' >&2; exit 100;; esac",
        fake.makes("chromium", "Chromium 156.0.1.2"),
        fake.makes("chromedriver", "ChromeDriver 156.0.1.2"));

    assertThat(fake.supply().program(Program.CHROMIUM)).exists();
  }

  @Test
  void fetchesThePackageListsFirst() throws Exception {
    debianRoot();
    Path lists = home.resolve("lists");
    fake.program(
        "apt-get",
        "case \"$*\" in *update) touch '" + lists + "'; exit 0;; esac",
        "[ -e '" + lists + "' ] || { echo 'E: Unable to locate package' >&2; exit 100; }",
        fake.makes("chromium", "Chromium 156.0.1.2"),
        fake.makes("chromedriver", "ChromeDriver 156.0.1.2"));

    assertThat(fake.supply().program(Program.CHROMIUM)).exists();
    assertThat(fake.calls()).hasSize(2).element(0).asString().endsWith(" update");
  }

  @Test
  void saysWhatAptSaidAndAsksItOnlyOnce() throws Exception {
    debianRoot();
    fake.program("apt-get", "echo 'E: Temporary failure resolving' >&2", "exit 100");
    SystemSupply supply = fake.supply();

    Shortage shortage = shortage(() -> supply.program(Program.CHROMIUM));
    shortage(() -> supply.program(Program.CHROMEDRIVER));

    assertThat(shortage)
        .hasMessage(
            "no Chromium and chromedriver: not on PATH; apt failed: E: Temporary failure resolving;"
                + " Selenium Manager found none");
    assertThat(shortage.remedy())
        .isEqualTo(
            "apt-get install chromium chromium-driver, or name them with CROSSCHECK_CHROMIUM and"
                + " CROSSCHECK_CHROMEDRIVER");
    assertThat(fake.calls()).hasSize(2);
    assertThat(fake.announced)
        .contains("installing chromium and chromium-driver with apt: failed after 0.0 s");
  }

  @Test
  void installsNothingWhereThatIsForbidden() throws Exception {
    debianRoot();
    fake.program("apt-get");
    fake.environment.put("CROSSCHECK_INSTALL", "never");

    assertThat(fake.supply().has(Program.CHROMIUM)).isFalse();
    assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)))
        .hasMessage("no Chromium and chromedriver: not on PATH; CROSSCHECK_INSTALL is 'never'");
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void leavesAptAloneOnUbuntuAndWithoutRoot() throws Exception {
    fake.program("apt-get");
    fake.program("chromium", "echo Chromium 156.0.1.2");
    for (boolean admin : new boolean[] {false, true}) {
      fake.on(admin ? "ubuntu" : "debian", admin);

      assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)))
          .hasMessage("no chromedriver: not on PATH; Selenium Manager found none");
    }
    fake.on("", false);
    assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)).remedy())
        .isEqualTo(REMEDY_ANYWHERE);
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void usesWhatSeleniumManagerFetchedBeforeWithoutAskingAgain() throws Exception {
    Path chrome = fake.programAt(home.resolve("se/chrome"), "echo Google Chrome 156.0.1.2");
    Path driver = fake.programAt(home.resolve("se/chromedriver"), "echo ChromeDriver 156.0.1.2");
    Files.createDirectories(fake.cache.resolve("selenium/chrome"));
    Files.writeString(
        fake.cache.resolve("selenium/chrome/crosscheck.txt"), chrome + "\n" + driver + "\n");
    fake.environment.put("CROSSCHECK_INSTALL", "never");

    assertThat(fake.supply().has(Program.CHROMIUM)).isTrue();
    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(chrome);
  }

  @Test
  void findsBrowsersWhereTheyUsuallyAre() throws Exception {
    fake.with("ProgramFiles", home.resolve("pf").toString())
        .with("CHROMEWEBDRIVER", home.resolve("cwd").toString());
    Path old = top("usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser");
    Path mini = top("usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
    fake.program("WebKitWebDriver");
    Path firefox =
        fake.programAt(
            fake.top().resolve("Applications/Firefox.app/Contents/MacOS/firefox"),
            "echo Mozilla Firefox 153.0");
    Path chrome = fake.programAt(home.resolve("pf/Google/Chrome/Application/chrome.exe"), "exit 1");
    Files.createDirectory(chrome.resolveSibling("156.0.1.2"));
    Path driver = fake.programAt(home.resolve("cwd/chromedriver"), "echo ChromeDriver 156.0.9.9");

    SystemSupply supply = fake.supply();

    assertThat(old).exists();
    assertThat(supply.program(Program.MINIBROWSER)).isEqualTo(mini);
    assertThat(supply.program(Program.FIREFOX)).isEqualTo(firefox);
    assertThat(supply.program(Program.CHROMIUM)).isEqualTo(chrome);
    assertThat(supply.program(Program.CHROMEDRIVER)).isEqualTo(driver);
  }

  @Test
  void takesTheBrowserThatTheDriverDrives() throws Exception {
    fake.program("chromium", "echo Chromium 157.0.1.2");
    fake.program("chromium-browser", "echo 'install the snap first' >&2", "exit 1");
    Path chrome = fake.program("google-chrome", "echo Google Chrome 156.0.1.2");
    fake.program("chromedriver", "echo ChromeDriver 156.0.9.9");

    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(chrome);
  }

  @Test
  void refusesABrowserThatIsTooOld() throws Exception {
    fake.on("debian", false);
    Path firefox = fake.program("firefox-esr", "echo Mozilla Firefox 128.14.0esr");
    Shortage shortage = shortage(() -> fake.supply().program(Program.FIREFOX));

    assertThat(shortage)
        .hasMessage("'" + firefox + "' is Firefox 128.14.0, too old: 153 or later is needed");
    assertThat(shortage.remedy())
        .isEqualTo("apt-get install firefox-esr, or name it with CROSSCHECK_FIREFOX");
    Path newer = fake.program("firefox", "echo Mozilla Firefox 154.0");
    assertThat(fake.supply().program(Program.FIREFOX)).isEqualTo(newer);
  }

  @Test
  void asksThePackageOfAProgramThatWouldNotSay() throws Exception {
    Path mini = top("usr/libexec/webkit2gtk-4.0/MiniBrowser");
    fake.program("WebKitWebDriver");
    fake.program("dpkg-query", "echo 2.38.5-1~deb12u1");

    assertThat(shortage(() -> fake.supply().program(Program.MINIBROWSER)))
        .hasMessage("'" + mini + "' is MiniBrowser 2.38.5, too old: 2.40 or later is needed");
    fake.program("dpkg-query", "exit 1");
    assertThat(fake.supply().program(Program.MINIBROWSER)).as("nobody knows").isEqualTo(mini);
  }

  @Test
  void waitsForAVersionOnlySoLong() throws Exception {
    Path firefox = fake.program("firefox", "sleep 30");
    VersionAsker hasty =
        new VersionAsker(
            fake.environment, new SearchPath(fake.environment, fake.top()), Duration.ofMillis(300));

    assertThat(shortage(() -> hasty.ask(Program.FIREFOX, firefox)))
        .hasMessageStartingWith("'" + firefox + " --version' does not answer with a version: ")
        .hasMessageEndingWith("ended after 0 s");
  }

  @Test
  void installsWhatSeveralDevicesLackWithOneCall() throws Exception {
    debianRoot();
    fake.program("cog", "echo '0.16.1 (WPE WebKit 2.38.6)'");
    fake.program("WPEWebDriver");
    fake.program(
        "apt-get",
        fake.makes("firefox-esr", "Mozilla Firefox 153.0"),
        fake.makes("MiniBrowser", ""),
        fake.makes("WebKitWebDriver", ""),
        fake.makes("Xvfb", ""));
    SystemSupply supply = fake.supply();

    supply.gather(
        EnumSet.of(
            Program.FIREFOX,
            Program.MINIBROWSER,
            Program.WEBKITDRIVER,
            Program.XVFB,
            Program.COG,
            Program.EDGE));

    assertThat(fake.calls())
        .containsExactly(
            "apt-get -q -o DPkg::Lock::Timeout=300 update",
            "apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends firefox-esr"
                + " webkit2gtk-driver xvfb");
    assertThat(fake.announced)
        .first()
        .isEqualTo("installing firefox-esr, webkit2gtk-driver and xvfb with apt …");
    assertThat(supply.program(Program.FIREFOX)).isExecutable();
    assertThat(supply.program(Program.XVFB)).isExecutable();
    assertThat(fake.calls()).hasSize(2);
  }

  @Test
  void installsEachAloneWhereTogetherFails() throws Exception {
    debianRoot();
    fake.program(
        "apt-get",
        "case \"$*\" in *cog*) echo 'E: Unable to locate package cog' >&2; exit 100;; esac",
        fake.makes("Xvfb", ""));
    SystemSupply supply = fake.supply();

    supply.gather(EnumSet.of(Program.XVFB, Program.COG));

    assertThat(supply.program(Program.XVFB)).isExecutable();
    assertThat(shortage(() -> supply.program(Program.COG)))
        .hasMessage(
            "no cog and WPEWebDriver: not on PATH; apt failed: E: Unable to locate package cog");
    assertThat(fake.calls().stream().filter(call -> call.endsWith(" update"))).hasSize(1);
  }

  @Test
  void installsOnUbuntuWhatIsNoSnapThere() throws Exception {
    fake.on("ubuntu", true).program("apt-get", fake.makes("Xvfb", ""));

    assertThat(fake.supply().program(Program.XVFB)).isExecutable();
    assertThat(shortage(() -> fake.supply().program(Program.FIREFOX)))
        .hasMessage("no Firefox: not on PATH; Selenium Manager found none");
    assertThat(fake.calls()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void saysOfEachProgramThatItIsMissingOrMisnamed(Program program) {
    fake.with("CROSSCHECK_INSTALL", "never");

    Shortage missing = shortage(() -> fake.supply().program(program));
    assertThat(missing).hasMessageContaining(program.title()).hasMessageContaining("not on PATH");
    assertThat(missing.remedy()).contains(program.variable());
    assertThat(fake.supply().has(program)).isFalse();

    fake.with(program.variable(), home.toString());
    assertThat(shortage(() -> fake.supply().program(program)))
        .hasMessage(program.variable() + " is '" + home + "', which is not an executable file");
    assertThat(fake.supply().look(program)).isInstanceOf(Presence.Missing.class);
  }

  @Test
  void installsNothingWhereItIsNotUnderstood() throws Exception {
    debianRoot();
    fake.with("CROSSCHECK_INSTALL", "nevr").program("apt-get");

    assertThat(shortage(() -> fake.supply().program(Program.XVFB)))
        .hasMessage(
            "no Xvfb: not on PATH; CROSSCHECK_INSTALL is 'nevr', which is neither 'never' nor"
                + " unset");
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void examinesWithoutFetching() throws Exception {
    debianRoot();
    fake.program("apt-get");
    Path firefox = fake.program("firefox", "echo Mozilla Firefox 153.0");
    fake.program("chromium", "echo Chromium 156.0.1.2");
    SystemSupply supply = fake.withSeleniumManager().supply();

    assertThat(supply.examine(Program.FIREFOX))
        .isEqualTo(new Presence.Here(firefox, Optional.of("153.0")));
    assertThat(supply.examine(Program.CHROMEDRIVER))
        .isEqualTo(new Presence.Fetchable("apt-get install chromium chromium-driver"));
    assertThat(supply.examine(Program.EDGE)).isEqualTo(new Presence.Fetchable("Selenium Manager"));
    fake.program("chromedriver", "echo ChromeDriver 155.0.9.9");
    assertThat(fake.supply().examine(Program.CHROMIUM)).isInstanceOf(Presence.Missing.class);
    assertThat(fake.calls()).isEmpty();
  }

  private Path top(String file) throws Exception {
    return fake.programAt(fake.top().resolve(file), "exit 1");
  }

  @Test
  void tellsDebianFromUbuntu() throws Exception {
    Path file = home.resolve("os-release");
    Files.writeString(file, "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n");
    assertThat(Machine.distribution(file)).isEqualTo("ubuntu");
    Files.writeString(file, "NAME=\"Debian GNU/Linux\"\nID=debian\n");
    assertThat(Machine.distribution(file)).isEqualTo("debian");
    assertThat(Machine.distribution(home.resolve("nothing"))).isEmpty();
  }

  private void debianRoot() {
    fake.on("debian", true);
  }
}
