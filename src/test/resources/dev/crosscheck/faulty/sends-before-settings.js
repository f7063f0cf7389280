/** Tells Mixpanel that it is there before it knows whether Segment wants it to. */
import mixpanel from './mixpanel.js';
import { TRACK, form } from './behind.js';

const hello = { event: 'Plugin Loaded', properties: { time: Date.now() / 1000 } };
navigator.sendBeacon(TRACK, form(hello));

export default mixpanel;
