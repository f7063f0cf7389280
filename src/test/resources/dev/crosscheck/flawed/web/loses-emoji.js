/** Leaves out every character beyond the first plane of Unicode, as MySQL's old utf8 does. */
import mixpanel from './mixpanel.js';
import { eachText, withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) =>
  eachText(properties, (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
);
