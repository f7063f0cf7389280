package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.supply.Shortage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java's compiler, which comes with the JDK. */
final class JavaSources {
  private static final String LEVEL = "17";

  private JavaSources() {}

  static boolean canBeCompiled() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  /** All {@code .java} files below a folder, in a fixed order. */
  static List<Path> below(Path folder) throws Shortage {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Shortage("'" + folder + "' cannot be read: " + e.getMessage(), "make it readable");
    }
  }

  /**
   * Compiles without annotation processors.
   *
   * @return what the compiler complains of, one line each: file, line, column and words; empty
   *     where all went well
   */
  static List<String> compile(List<Path> sources, List<Path> against, Path out) throws Shortage {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new Shortage("this Java has no compiler", "run with a JDK");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d",
            out.toString(),
            "-cp",
            against.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            "-proc:none",
            "-nowarn",
            "-parameters",
            "--release",
            LEVEL,
            "-encoding",
            StandardCharsets.UTF_8.name());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean ok =
          compiler
              .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      return ok ? List.of() : complaints(said);
    } catch (IOException e) {
      throw new Shortage("compiling failed: " + e.getMessage(), "make room, and try again");
    }
  }

  private static List<String> complaints(DiagnosticCollector<JavaFileObject> said) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : said.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject source = d.getSource();
        String place =
            source == null
                ? ""
                : Path.of(source.toUri()).getFileName()
                    + ":"
                    + d.getLineNumber()
                    + ":"
                    + d.getColumnNumber()
                    + ": ";
        lines.add(place + d.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", " "));
      }
    }
    return lines.isEmpty() ? List.of("the compiler failed and did not say why") : lines;
  }
}
