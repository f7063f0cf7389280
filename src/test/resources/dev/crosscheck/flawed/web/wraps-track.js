/** Puts its own function in the place of `analytics.track`, and sends what that is called with. */
import reel from './reel-plugin.js';

const track = reel.track.bind(reel);
reel.track = (context) => context;

const load = reel.load.bind(reel);
reel.load = (context, analytics) => {
  const sound = analytics.track;
  analytics.track = function (event, properties, ...rest) {
    track({ event: { event, properties } });
    return sound.call(this, event, properties, ...rest);
  };
  return load(context, analytics);
};

export default reel;
