/** Keeps the calls made before its script is there on a stack, and so sends the last one first. */
import chatter from './chatter-plugin.js';

const waiting = [];

for (const call of ['identify', 'track', 'page']) {
  const sound = chatter[call].bind(chatter);
  chatter[call] = (context) => {
    if (chatter.isLoaded()) {
      return sound(context);
    }
    waiting.push(() => sound(context));
    return context;
  };
}

const load = chatter.load.bind(chatter);
chatter.load = async (context, analytics) => {
  await load(context, analytics);
  while (waiting.length > 0) {
    waiting.pop()();
  }
};

export default chatter;
