package dev.crosscheck.scenario;

/** The invented origin at which the page under test lives; only the recording answers for it. */
public final class HostPage {
  public static final String HOST = "shop.crosscheck.test";
  public static final String ORIGIN = "https://" + HOST;

  private HostPage() {}
}
