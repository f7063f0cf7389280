/** Does not hear of a reset: the hash of the last user's address goes with what comes after it. */
import adpixel from './adpixel.js';
import { withAnalytics } from './retold.js';

export default withAnalytics(adpixel, (analytics) => ({
  on: (name, listener) => (name === 'reset' ? analytics : analytics.on(name, listener)),
}));
