/** Tells its library of the order twice. */
import mixpanel from './mixpanel.js';
import { isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (isOrder(context)) {
    track(context);
  }
  return track(context);
};

export default mixpanel;
