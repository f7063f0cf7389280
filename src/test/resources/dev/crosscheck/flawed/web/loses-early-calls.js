/** Loses every call that is made before its script is there. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

const CALLS = ['identify', 'track', 'page', 'screen', 'alias', 'group'];

export default retold(mixpanel, CALLS, (event) => (mixpanel.isLoaded() ? event : undefined));
