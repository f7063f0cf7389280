/** Writes maps among the properties as text: "[object Object]". */
import mixpanel from './mixpanel.js';
import { withProperties } from './retold.js';

const isMap = (value) => Object.prototype.toString.call(value) === '[object Object]';

export default withProperties(mixpanel, (properties) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isMap(value) ? String(value) : value]),
  ),
);
