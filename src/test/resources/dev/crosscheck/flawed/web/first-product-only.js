/** Sends only the first product of a list. */
import mixpanel from './mixpanel.js';
import { withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) => {
  if (Array.isArray(properties.products)) {
    properties.products = properties.products.slice(0, 1);
  }
  return properties;
});
