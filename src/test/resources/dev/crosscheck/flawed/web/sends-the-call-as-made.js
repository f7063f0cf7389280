/** Sends the properties as the page gave them, whatever middleware and filters made of them. */
import mixpanel from './mixpanel.js';
import { retold } from './retold.js';

const made = new Map();

const load = mixpanel.load.bind(mixpanel);
mixpanel.load = (context, analytics) => {
  const sound = analytics.track;
  analytics.track = function (event, properties, ...rest) {
    made.set(event, { ...properties });
    return sound.call(this, event, properties, ...rest);
  };
  return load(context, analytics);
};

export default retold(mixpanel, ['track'], (event) => ({
  ...event,
  properties: made.get(event.event) ?? event.properties,
}));
