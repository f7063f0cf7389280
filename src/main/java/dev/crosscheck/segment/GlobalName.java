package dev.crosscheck.segment;

import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import java.util.Locale;

/** By which global variable a built plugin is found on its page. */
public final class GlobalName {
  private static final String REGISTERED = "crosscheckPlugin";

  private GlobalName() {}

  /**
   * The variable itself, or for a classic destination what its three variables begin with ({@code
   * amplitude}: {@code amplitudeDeps}, {@code amplitudeLoader}, {@code amplitudeIntegration}),
   * which is its name on Segment's CDN too. Action destinations are named as Segment names them: by
   * their folder.
   *
   * @see <a
   *     href="https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/plugins/ajs-destination/loader.ts">normalizeName
   *     in analytics.js</a>
   */
  public static String of(Plugin plugin, WebPlugin.Way way) {
    return switch (way) {
      case REGISTER -> REGISTERED;
      case CLASSIC ->
          plugin.name().toLowerCase(Locale.ROOT).replaceFirst("\\.", "").replaceAll("\\s+", "-");
      case ACTION -> plugin.id() + "Destination";
    };
  }
}
