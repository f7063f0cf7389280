package dev.crosscheck.architecture;

import java.util.List;

/** A library, and the only packages of ours that may know it. */
enum Vendor {
  BROTLI("org.brotli..", "dev.crosscheck.capture"),
  SNAKEYAML("org.snakeyaml..", "dev.crosscheck.adapter.yaml.."),
  NETTY("io.netty..", "dev.crosscheck.adapter.proxy.."),
  BOUNCYCASTLE("org.bouncycastle..", "dev.crosscheck.adapter.proxy.."),
  HAR_READER("de.sstoehr..", "dev.crosscheck.adapter.archive.."),
  SELENIUM(
      "org.openqa.selenium..",
      "dev.crosscheck.adapter.appium..",
      "dev.crosscheck.adapter.selenium..",
      "dev.crosscheck.adapter.local..",
      "dev.crosscheck.adapter.supply.."),
  APPIUM("io.appium..", "dev.crosscheck.adapter.appium.."),
  MIMA("eu.maveniverse..", "dev.crosscheck.adapter.supply.."),
  MAVEN("org.apache.maven..", "dev.crosscheck.adapter.supply.."),
  MAVEN_RESOLVER("org.eclipse.aether..", "dev.crosscheck.adapter.supply.."),
  PLEXUS("org.codehaus.plexus..", "dev.crosscheck.adapter.supply.."),
  ALLURE("io.qameta..", "dev.crosscheck.adapter.allure.."),
  PICOCLI("picocli..", "dev.crosscheck.cli..");

  private final String library;
  private final List<String> knownTo;

  Vendor(String library, String... knownTo) {
    this.library = library;
    this.knownTo = List.of(knownTo);
  }

  String library() {
    return library;
  }

  String[] knownTo() {
    return knownTo.toArray(String[]::new);
  }
}
