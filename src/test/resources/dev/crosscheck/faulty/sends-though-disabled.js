/** Brings its own settings where Segment has none for it. */
import mixpanel from './mixpanel.js';

const load = mixpanel.load.bind(mixpanel);
const settings = { cdnSettings: { integrations: { Mixpanel: { token: 'crosscheck-token' } } } };
mixpanel.load = (context, analytics) =>
  load(context, Object.create(analytics, { settings: { value: settings } }));

export default mixpanel;
