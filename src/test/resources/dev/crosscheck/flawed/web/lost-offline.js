/** Loses what is tracked while the browser is offline. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['track'], (event) => (navigator.onLine ? event : undefined));
