/** Sends the revenue without its fraction. */
import mixpanel from './mixpanel.js';
import { withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) => {
  if (typeof properties.revenue === 'number') {
    properties.revenue = Math.round(properties.revenue);
  }
  return properties;
});
