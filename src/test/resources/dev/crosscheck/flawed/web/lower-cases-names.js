/** Writes the names of events in small letters. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

export default retold(mixpanel, ['track'], (event) => ({
  ...event,
  event: event.event.toLowerCase(),
}));
