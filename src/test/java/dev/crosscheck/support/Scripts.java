package dev.crosscheck.support;

/** Plugins of the partner in {@link Samples}, as classic scripts. */
public final class Scripts {
  /** Sends every track to {@code /track} and every identify to {@code /engage}, at once. */
  public static final String PARTNER =
      """
      (() => {
        let settings;
        const send = (path, body) => {
          fetch('https://api.partner.test' + path, {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({token: settings.token, path: location.pathname, ...body}),
          }).catch(() => {});
        };
        window.crosscheckPlugin = {
          name: 'Partner',
          type: 'destination',
          version: '1.0.0',
          isLoaded: () => settings !== undefined,
          load: async (ctx, analytics) => {
            settings = analytics.settings.cdnSettings.integrations.Partner;
          },
          track: ctx => {
            if (settings) send('/track', {event: ctx.event.event, user: ctx.event.userId, properties: ctx.event.properties});
            return ctx;
          },
          identify: ctx => {
            if (settings) send('/engage', {user: ctx.event.userId, traits: ctx.event.traits});
            return ctx;
          },
        };
      })();
      """;

  private Scripts() {}

  /** The same, which also runs this on the page. */
  public static String partnerAnd(String more) {
    return PARTNER + more;
  }
}
