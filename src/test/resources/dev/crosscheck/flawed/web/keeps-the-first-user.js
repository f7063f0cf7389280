/** Says of every later user that it is the first one. */
import reel from './reel-plugin.js';
import { retold } from './retold.js';

let first;

export default retold(reel, ['identify'], (event) => {
  first ??= event.userId;
  return { ...event, userId: first };
});
