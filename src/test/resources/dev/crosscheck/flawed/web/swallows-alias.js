/** Does nothing at a `alias`. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['alias'], () => undefined);
