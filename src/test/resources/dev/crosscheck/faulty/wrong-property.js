/** Sends the revenue as a string. */
import mixpanel from './mixpanel.js';
import { isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  const { event } = context;
  const properties = { ...event.properties };
  if (isOrder(context)) {
    properties.revenue = String(properties.revenue);
  }
  track({ event: { ...event, properties } });
  return context;
};

export default mixpanel;
