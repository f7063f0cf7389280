package dev.crosscheck.capture;

/** One header line as it was sent; names compare without case. */
public record Header(String name, String value) {}
