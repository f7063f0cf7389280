/** Loses the order. */
import mixpanel from './mixpanel.js';
import { isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => (isOrder(context) ? context : track(context));

export default mixpanel;
