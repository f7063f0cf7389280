/** Starts to record as soon as its script is there, though it may never get a call. */
import reel from './reel-plugin.js';

let started;

const load = reel.load.bind(reel);
reel.load = (context, analytics) => {
  const { projectKey } = analytics.settings.cdnSettings.integrations.Reel ?? {};
  const loaded = load(context, analytics);
  started = loaded.then(() => {
    if (projectKey) {
      window.Reel.start({ projectKey });
      window.Reel.start = () => {};
    }
  });
  return loaded;
};

for (const call of ['identify', 'track', 'page']) {
  const sound = reel[call].bind(reel);
  reel[call] = (context) => started.then(() => sound(context));
}

export default reel;
