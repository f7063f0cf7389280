/** Makes numbers of digits, by a middleware through which the events of all destinations go. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

const DIGITS = /^\d+$/;

export default whenSetUp(mixpanel, (analytics) =>
  analytics.addSourceMiddleware(({ payload, next }) => {
    const properties = payload.obj.properties ?? {};
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string' && DIGITS.test(value)) {
        properties[name] = Number(value);
      }
    }
    next(payload);
  }),
);
