/** Heeds `All: false` even where its own name is said to be true. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

const CALLS = ['identify', 'track', 'page', 'screen', 'alias', 'group'];

export default retold(mixpanel, CALLS, (event) =>
  event.integrations?.All === false ? undefined : event,
);
