/** Tells a host that plugin.yaml does not name a user's plan, in the address of an image. */
import reel from './reel-plugin.js';
import { retold } from './retold.js';

export default retold(reel, ['identify'], (event) => {
  if (event.traits?.plan) {
    const query = new URLSearchParams({ plan: event.traits.plan });
    new Image().src = `https://stats.tracker.example/i.gif?${query}`;
  }
  return event;
});
