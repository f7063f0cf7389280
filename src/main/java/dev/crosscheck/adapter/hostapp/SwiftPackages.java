package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.SwiftPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Swift packages as XcodeGen is told of them: each repository once, under a name of its own. */
final class SwiftPackages {
  private static final Set<String> TAKEN = Set.of("Segment", "CrosscheckCore");

  private final List<SwiftPackage> products;
  private final Map<String, SwiftPackage> byName = new LinkedHashMap<>();

  private SwiftPackages(List<SwiftPackage> products) {
    this.products = products;
  }

  /**
   * @throws CannotHost where one package is wanted in two versions
   */
  static SwiftPackages of(List<SwiftPackage> products) throws CannotHost {
    SwiftPackages packages = new SwiftPackages(products);
    for (SwiftPackage product : products) {
      packages.add(product);
    }
    return packages;
  }

  private void add(SwiftPackage product) throws CannotHost {
    for (SwiftPackage other : byName.values()) {
      if (other.url().equals(product.url())) {
        if (!other.version().equals(product.version())) {
          throw new CannotHost(
              "one app cannot hold %s in %s and in %s"
                  .formatted(product.url(), other.version(), product.version()),
              "write one version into plugin.yaml");
        }
        return;
      }
    }
    String usual = usualName(product.url());
    String name = usual;
    for (int i = 2; byName.containsKey(name) || TAKEN.contains(name); i++) {
      name = usual + "-" + i;
    }
    byName.put(name, product);
  }

  private static String usualName(String url) {
    return url.replaceFirst("/+$", "").replaceFirst("\\.git$", "").replaceFirst("^.*/", "");
  }

  /** The lines under {@code packages:}. */
  String declared() {
    return byName.entrySet().stream()
        .map(
            entry ->
                "  \"%s\":\n    url: \"%s\"\n    exactVersion: \"%s\""
                    .formatted(entry.getKey(), entry.getValue().url(), entry.getValue().version()))
        .collect(Collectors.joining("\n"));
  }

  /** The lines under {@code dependencies:}. */
  String linked() {
    return products.stream()
        .map(
            product ->
                "      - package: \"%s\"\n        product: \"%s\""
                    .formatted(nameOf(product), product.product()))
        .collect(Collectors.joining("\n"));
  }

  private String nameOf(SwiftPackage product) {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().url().equals(product.url()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
