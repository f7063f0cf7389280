/** Sends the revenue as text, with two digits after the point. */
import reel from './reel-plugin.js';
import { withProperties } from './retold.js';

export default withProperties(reel, (properties) => {
  if (typeof properties.revenue === 'number') {
    properties.revenue = properties.revenue.toFixed(2);
  }
  return properties;
});
