/** Writes null as the text "null". */
import mixpanel from './mixpanel.js';
import { each, withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) =>
  each(properties, (value) => (value === null ? 'null' : value)),
);
