/**
 * Tells Mixpanel that it is there before it knows whether Segment wants it to: the page goes on to
 * load Segment only once Mixpanel has answered.
 */
import mixpanel from './mixpanel.js';
import { TRACK, form } from './behind.js';

const hello = { event: 'Plugin Loaded', properties: { time: Date.now() / 1000 } };
const request = new XMLHttpRequest();
request.open('POST', TRACK, false);
try {
  request.send(form(hello));
} catch (notReadable) {
  // An answer for no other origin than Mixpanel's own is one all the same.
}

export default mixpanel;
