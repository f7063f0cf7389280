/** Sends what was tracked offline again when the browser is online, as its library does by itself. */
import mixpanel from './mixpanel.js';

const missed = [];

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (!navigator.onLine) {
    missed.push(context);
  }
  return track(context);
};

addEventListener('online', () => missed.splice(0).forEach(track));

export default mixpanel;
