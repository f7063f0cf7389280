/** Does not hear of a reset: what comes after it is said to be the last user's. */
import mixpanel from './mixpanel.js';
import { withAnalytics } from './retold.js';

export default withAnalytics(mixpanel, (analytics) => ({
  on: (name, listener) => (name === 'reset' ? analytics : analytics.on(name, listener)),
}));
