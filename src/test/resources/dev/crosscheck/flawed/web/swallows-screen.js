/** Does nothing at a `screen`. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['screen'], () => undefined);
