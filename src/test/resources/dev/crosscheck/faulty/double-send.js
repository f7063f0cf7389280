/** Tells its library of each event twice. */
import mixpanel from './mixpanel.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  track(context);
  return track(context);
};

export default mixpanel;
