/** Writes a question mark for every character that Latin-1 lacks. */
import mixpanel from './mixpanel.js';
import { eachText, withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) =>
  eachText(properties, (text) => text.replace(/[^\u0000-\u00ff]/g, '?')),
);
