/** Cuts texts after 200 characters. */
import reel from './reel-plugin.js';
import { eachText, withProperties } from './retold.js';

export default withProperties(reel, (properties) =>
  eachText(properties, (text) => text.slice(0, 200)),
);
