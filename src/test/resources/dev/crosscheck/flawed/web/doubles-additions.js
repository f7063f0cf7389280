/** Handles one event of the Spec by itself, and again as any other event. */
import chatter from './chatter-plugin.js';

const track = chatter.track.bind(chatter);
chatter.track = (context) => {
  if (context.event.event === 'Product Added') {
    track(context);
  }
  return track(context);
};

export default chatter;
