package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.SwiftPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Swift packages with exact versions: what is tested today is tested tomorrow. */
final class SwiftPackageReader {
  private static final Pattern URL = Pattern.compile("https://[^\\s/:\"]+/[^\\s\"]+");
  private static final Pattern VERSION =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?");
  private static final Pattern PRODUCT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

  private SwiftPackageReader() {}

  /** Those that can be understood. */
  static List<SwiftPackage> list(Cursor value) {
    List<SwiftPackage> packages = new ArrayList<>();
    Set<String> products = new HashSet<>();
    for (Cursor item : value.items()) {
      Optional<SwiftPackage> read =
          item.fields(Shape.IOS_PACKAGE).flatMap(SwiftPackageReader::read);
      read.filter(one -> !products.add(one.product()))
          .ifPresent(
              again ->
                  item.error(
                      Rule.SAID_TWICE,
                      "'" + Shown.of(again.product()) + "' stands twice",
                      "an app has one of it: keep that one"));
      read.ifPresent(packages::add);
    }
    return packages;
  }

  private static Optional<SwiftPackage> read(Fields fields) {
    Optional<String> url =
        fields.read(
            "url",
            value ->
                fitting(
                    value,
                    URL,
                    Rule.BAD_URL,
                    "is no address of a package",
                    "write its repository's, such as https://github.com/acme/acme-swift"));
    Optional<String> version =
        fields.read(
            "version",
            value ->
                fitting(
                    value,
                    VERSION,
                    Rule.BAD_PACKAGE,
                    "is no exact version",
                    "write one such as 4.3.1, with all three numbers"));
    Optional<String> product =
        fields.read(
            "product",
            value ->
                fitting(
                    value,
                    PRODUCT,
                    Rule.BAD_NAME,
                    "is no name of a product",
                    "write it as the package's Package.swift has it"));
    return url.flatMap(u -> version.flatMap(v -> product.map(p -> new SwiftPackage(u, v, p))));
  }

  private static Optional<String> fitting(
      Cursor value, Pattern notation, Rule rule, String wrong, String hint) {
    Optional<String> text = value.text();
    if (text.isPresent() && !notation.matcher(text.get()).matches()) {
      value.error(rule, "'" + Shown.of(text.get()) + "' " + wrong, hint);
      return Optional.empty();
    }
    return text;
  }
}
