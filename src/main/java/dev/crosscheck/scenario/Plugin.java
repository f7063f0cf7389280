package dev.crosscheck.scenario;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.finding.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The plugin under test, as its plugin.yaml describes it.
 *
 * @param name the key in Segment's settings and in {@code integrations}
 * @param id the name of its folder: {@code mixpanel}
 * @param folder where its files are, relative to the place from which the run started
 * @param writeKeySetting the settings that hold the write key; Segment allows one
 * @param carries declared transforms, by field
 * @param otherPlatforms platforms it declares beside the web ({@code android}, {@code ios})
 * @param webBuild what makes the files of the web part
 * @param android what it is there; empty where it is not for Android
 * @param ios what it is there; empty where it is not for iOS
 * @param conforms the conformance suite is run for it without being asked for
 */
public record Plugin(
    String name,
    String id,
    SourceLocation at,
    String folder,
    String sha256,
    List<String> writeKeySetting,
    ObjectNode settings,
    Supports supports,
    ObjectNode carries,
    List<Waiver> waivers,
    Partner partner,
    Optional<WebPlugin> web,
    Set<String> otherPlatforms,
    Optional<Build> webBuild,
    Optional<AndroidPart> android,
    Optional<IosPart> ios,
    boolean conforms) {

  private static final List<String> SEGMENT =
      List.of("*.segment.com", "*.segment.io", "*.segmentapis.com");

  public Plugin {
    writeKeySetting = List.copyOf(writeKeySetting);
    waivers = List.copyOf(waivers);
    otherPlatforms = Set.copyOf(otherPlatforms);
  }

  /** A plugin for the web, whose files are there as they are. */
  public Plugin(
      String name,
      String id,
      SourceLocation at,
      String folder,
      String sha256,
      List<String> writeKeySetting,
      ObjectNode settings,
      Supports supports,
      ObjectNode carries,
      List<Waiver> waivers,
      Partner partner,
      Optional<WebPlugin> web,
      Set<String> otherPlatforms) {
    this(
        name,
        id,
        at,
        folder,
        sha256,
        writeKeySetting,
        settings,
        supports,
        carries,
        waivers,
        partner,
        web,
        otherPlatforms,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** Whether it is written for an SDK. */
  public boolean isFor(Sdk sdk) {
    return switch (sdk) {
      case ANALYTICS_NEXT -> web.isPresent();
      case ANALYTICS_ANDROID, ANALYTICS_KOTLIN -> android.flatMap(part -> part.of(sdk)).isPresent();
      case ANALYTICS_SWIFT, ANALYTICS_IOS -> ios.flatMap(part -> part.of(sdk)).isPresent();
    };
  }

  /** Whether the page itself passes it to {@code analytics.register}. */
  public boolean isRegistered() {
    return web.filter(own -> own.way() == WebPlugin.Way.REGISTER).isPresent();
  }

  /** Whose a host is. The host page's own origin is {@link HostPage#HOST}. */
  public Party partyOf(String host) {
    if (covers(partner.hosts(), host)) {
      return Party.PARTNER;
    } else if (covers(partner.assets(), host)) {
      return Party.ASSET;
    } else if (covers(SEGMENT, host)) {
      return Party.SEGMENT;
    } else if (host.equals(HostPage.HOST)) {
      return Party.HOST;
    }
    return DeviceNoise.isNoise(host) ? Party.NOISE : Party.UNDECLARED;
  }

  private static boolean covers(List<String> globs, String host) {
    return globs.stream().anyMatch(glob -> Glob.host(glob, host));
  }
}
