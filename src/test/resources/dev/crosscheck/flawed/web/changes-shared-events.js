/** Makes text of numbers in the event itself, which every other destination gets too. */
import mixpanel from './mixpanel.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  const { event } = context;
  track({ event: { ...event, properties: { ...event.properties } } });
  for (const [name, value] of Object.entries(event.properties ?? {})) {
    event.properties[name] = typeof value === 'number' ? String(value) : value;
  }
  return context;
};

export default mixpanel;
