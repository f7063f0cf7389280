/** Mixpanel with something between the plugin and its library. */
import mixpanel from './mixpanel.js';
import { withAnalytics } from './retold.js';

/**
 * @param send gets the library's own `track`, and what the plugin calls that with
 */
export const sentBy = (send) =>
  withAnalytics(mixpanel, (analytics) => ({
    // The plugin listens for resets once its library is there, and then makes the calls that wait.
    on: (name, listener) => {
      const library = window.mixpanel;
      const track = library.track.bind(library);
      library.track = (event, properties) => send(track, event, properties);
      return analytics.on(name, listener);
    },
  }));
