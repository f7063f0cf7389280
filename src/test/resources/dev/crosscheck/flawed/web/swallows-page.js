/** Does nothing at a `page`. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['page'], () => undefined);
