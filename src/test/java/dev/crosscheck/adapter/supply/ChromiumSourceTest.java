package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumSourceTest {
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
            "apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium"
                + " chromium-driver");
    assertThat(fake.announced)
        .containsExactly(
            "installing chromium and chromium-driver with apt …",
            "installed chromium and chromium-driver with apt in 0.0 s");
  }

  @Test
  void fetchesThePackageListsOnceWhereAptKnowsNoPackages() throws Exception {
    debianRoot();
    Path lists = home.resolve("lists");
    fake.program(
        "apt-get",
        "case \"$*\" in *update) touch '" + lists + "'; exit 0;; esac",
        "[ -e '" + lists + "' ] || { echo 'E: Unable to locate package' >&2; exit 100; }",
        fake.makes("chromium", "Chromium 156.0.1.2"),
        fake.makes("chromedriver", "ChromeDriver 156.0.1.2"));

    assertThat(fake.supply().program(Program.CHROMIUM)).exists();
    assertThat(fake.calls()).hasSize(3).element(1).asString().endsWith(" update");
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
    assertThat(fake.calls()).hasSize(3);
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
    for (Machine machine :
        new Machine[] {new Machine(false, true, "none"), new Machine(true, false, "none")}) {
      fake.machine = machine;

      assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)))
          .hasMessage("no chromedriver: not on PATH; Selenium Manager found none");
    }
    fake.machine = new Machine(false, false, "none");
    assertThat(shortage(() -> fake.supply().program(Program.CHROMIUM)).remedy())
        .isEqualTo(REMEDY_ANYWHERE);
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void usesWhatSeleniumManagerFetchedBeforeWithoutAskingAgain() throws Exception {
    Path chrome = fake.programAt(home.resolve("se/chrome"), "echo Google Chrome 156.0.1.2");
    Path driver = fake.programAt(home.resolve("se/chromedriver"), "echo ChromeDriver 156.0.1.2");
    Files.createDirectories(fake.cache.resolve("selenium"));
    Files.writeString(fake.cache.resolve("selenium/crosscheck.txt"), chrome + "\n" + driver + "\n");
    fake.environment.put("CROSSCHECK_INSTALL", "never");

    assertThat(fake.supply().has(Program.CHROMIUM)).isTrue();
    assertThat(fake.supply().program(Program.CHROMIUM)).isEqualTo(chrome);
  }

  @Test
  void tellsDebianFromUbuntu() throws Exception {
    Path file = home.resolve("os-release");
    Files.writeString(file, "NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n");
    assertThat(Machine.isDebian(file)).isFalse();
    Files.writeString(file, "NAME=\"Debian GNU/Linux\"\nID=debian\n");
    assertThat(Machine.isDebian(file)).isTrue();
    assertThat(Machine.isDebian(home.resolve("nothing"))).isFalse();
  }

  private void debianRoot() {
    fake.machine = new Machine(true, true, "none");
  }
}
