/** Does nothing at a `group`. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['group'], () => undefined);
