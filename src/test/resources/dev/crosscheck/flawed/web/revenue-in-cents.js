/** Sends the revenue in cents, which its plugin.yaml does not say. */
import adpixel from './adpixel.js';
import { withProperties } from './retold.js';

export default withProperties(adpixel, (properties) => {
  if (typeof properties.revenue === 'number') {
    properties.revenue = Math.round(properties.revenue * 100);
  }
  return properties;
});
