/** Keeps the order to itself until the page is left. */
import mixpanel from './mixpanel.js';
import { TRACK, copy, form, isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (!isOrder(context)) {
    return track(context);
  }
  const order = copy(context.event);
  addEventListener('pagehide', () => navigator.sendBeacon(TRACK, form(order)));
  return context;
};

export default mixpanel;
