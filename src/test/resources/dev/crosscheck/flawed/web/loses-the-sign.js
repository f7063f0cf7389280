/** Makes negative numbers positive. */
import reel from './reel-plugin.js';
import { eachNumber, withProperties } from './retold.js';

export default withProperties(reel, (properties) => eachNumber(properties, Math.abs));
