package dev.crosscheck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.crosscheck.capture.Inert;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the walls between the packages, and sees to it that there is something behind them. */
final class WallsTest {
  private static final String ADAPTERS = "dev.crosscheck.adapter..";
  private static final String CLI = "dev.crosscheck.cli..";
  private static final String TERMINAL = "dev.crosscheck.cli.terminal";

  /** A file lock held elsewhere in this process tells nobody when it is free: it is asked again. */
  private static final String ASKS_AGAIN = "dev.crosscheck.adapter.supply.FileLocks";

  /**
   * What every package of the core may use besides ours: the JDK, nullness, logging, JSON trees.
   */
  private static final String[] GROUND = {
    "java..",
    "org.jspecify.annotations",
    "org.slf4j",
    "tools.jackson.core..",
    "tools.jackson.databind",
    "tools.jackson.databind.cfg",
    "tools.jackson.databind.json",
    "tools.jackson.databind.node"
  };

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(Wall.ROOT);

  @ParameterizedTest
  @EnumSource
  void eachPackageOfTheCoreUsesWhatIsBelowIt(Wall wall) {
    String[] within = wall.within().toArray(String[]::new);
    assertThat(seenIn(wall.packageName())).as("classes in " + wall.packageName()).isPositive();
    classes()
        .that()
        .resideInAPackage(wall.packageName())
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(within)
                .or(JavaClass.Predicates.resideInAnyPackage(GROUND))
                .or(brotliIn(wall)))
        .check(OURS);
  }

  @ParameterizedTest
  @EnumSource
  void eachLibraryIsKnownOnlyToItsAdapter(Vendor vendor) {
    noClasses()
        .that()
        .resideOutsideOfPackages(vendor.knownTo())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor.library())
        .check(OURS);
  }

  @ParameterizedTest
  @EnumSource
  void eachLibraryIsInUse(Vendor vendor) {
    assertThat(
            OURS.stream()
                .flatMap(ours -> ours.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass())
                .filter(JavaClass.Predicates.resideInAPackage(vendor.library())))
        .isNotEmpty();
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    assertThat(seenIn(ADAPTERS)).as("classes of adapters").isPositive();
    slices().matching("dev.crosscheck.adapter.(*)..").should().notDependOnEachOther().check(OURS);
  }

  @Test
  void onlyTheCommandLineKnowsAdapters() {
    assertThat(seenIn(CLI)).as("classes of cli").isPositive();
    noClasses()
        .that()
        .resideOutsideOfPackages(ADAPTERS, CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ADAPTERS)
        .check(OURS);
  }

  @Test
  void nothingKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CLI)
        .check(OURS);
  }

  @Test
  void terminalsKnowNothingOfWhatIsShown() {
    assertThat(seenIn(TERMINAL)).as("classes of " + TERMINAL).isPositive();
    classes()
        .that()
        .resideInAPackage(TERMINAL)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(TERMINAL, "java..", "org.jspecify.annotations")
                .or(JavaClass.Predicates.equivalentTo(Inert.class)))
        .check(OURS);
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(OURS);
  }

  @Test
  void standardInputIsNeverRead() {
    noClasses().should().accessField(System.class, "in").check(OURS);
  }

  @Test
  void nothingSleepsAndTheCoreAsksNoClockButTheOneItIsGiven() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ASKS_AGAIN)
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackages(ADAPTERS, CLI)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(OURS);
  }

  @Test
  void theJudgeDoesNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.crosscheck.verdict", "dev.crosscheck.match")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.nio.file..", "java.nio.channels..", "java.net.http..", "org.slf4j")
        .orShould()
        .dependOnClassesThat(
            JavaClass.Predicates.assignableTo(InputStream.class)
                .or(JavaClass.Predicates.assignableTo(OutputStream.class))
                .or(JavaClass.Predicates.assignableTo(URL.class))
                .or(JavaClass.Predicates.assignableTo(Socket.class)))
        .check(OURS);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .because("what is static is shared by every run in the process")
        .check(OURS);
  }

  @Test
  void everyPackageIsBehindAWall() {
    Set<String> core =
        Arrays.stream(Wall.values()).map(Wall::packageName).collect(Collectors.toSet());
    Set<String> loose =
        OURS.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.startsWith("dev.crosscheck.adapter."))
            .filter(name -> !name.startsWith("dev.crosscheck.cli"))
            .filter(name -> !core.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(loose).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked =
        OURS.stream()
            .map(JavaClass::getPackage)
            .filter(ours -> !ours.isAnnotatedWith(NullMarked.class))
            .map(ours -> ours.getName())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unmarked).isEmpty();
  }

  private static long seenIn(String packages) {
    return OURS.stream()
        .filter(JavaClass.Predicates.resideInAPackage(packages))
        .filter(ours -> !ours.getSimpleName().equals("package-info"))
        .count();
  }

  private static DescribedPredicate<JavaClass> brotliIn(Wall wall) {
    return wall == Wall.CAPTURE
        ? JavaClass.Predicates.resideInAPackage(Vendor.BROTLI.library())
        : DescribedPredicate.alwaysFalse();
  }
}
