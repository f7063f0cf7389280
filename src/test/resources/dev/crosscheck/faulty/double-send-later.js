/** Sends the order again, a second after the library has sent it. */
import mixpanel from './mixpanel.js';
import { TRACK, afterBatches, copy, form, isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (isOrder(context)) {
    const again = () => fetch(TRACK, { method: 'POST', body: form(copy(context.event)) });
    afterBatches(1, () => setTimeout(again, 1000));
  }
  return track(context);
};

export default mixpanel;
