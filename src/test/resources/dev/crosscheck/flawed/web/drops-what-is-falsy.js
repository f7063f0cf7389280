/** Leaves out properties that are 0, false or empty, for it asks only whether they are truthy. */
import chatter from './chatter-plugin.js';
import { withProperties } from './retold.js';

export default withProperties(chatter, (properties) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value || value === null || value === undefined),
  ),
);
