/** Gives an anonymous visitor another id on every page, and heeds Segment's nowhere. */
import mixpanel from './mixpanel.js';
import { withAnalytics } from './retold.js';

const user = { anonymousId: () => crypto.randomUUID() };

export default withAnalytics(mixpanel, () => ({ user: () => user }));
