/** Lets no event on to any destination, nor to Segment, before its own script is there. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(mixpanel, (analytics, loaded) =>
  analytics.addSourceMiddleware(async ({ payload, next }) => {
    await loaded.catch(() => {});
    next(payload);
  }),
);
