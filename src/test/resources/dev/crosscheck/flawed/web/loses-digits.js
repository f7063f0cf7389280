/** Keeps nine digits of a number. */
import mixpanel from './mixpanel.js';
import { eachNumber, withProperties } from './retold.js';

export default withProperties(mixpanel, (properties) =>
  eachNumber(properties, (number) => Number(number.toPrecision(9))),
);
