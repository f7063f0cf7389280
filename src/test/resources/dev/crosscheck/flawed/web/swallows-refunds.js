/** Has no case for one event of the Spec. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['track'], (event) =>
  event.event === 'Order Refunded' ? undefined : event,
);
