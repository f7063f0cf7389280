/** Sends the day of a date and not its time. */
import mixpanel from './mixpanel.js';
import { each, withProperties } from './retold.js';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const midnight = (value) => {
  const text = value instanceof Date ? value.toISOString() : value;
  return TIME.test(text) ? `${text.slice(0, 10)}T00:00:00.000Z` : value;
};

export default withProperties(mixpanel, (properties) => each(properties, midnight));
