/**
 * Sends the order a second time without TLS. A browser blocks what a secure page fetches from an
 * insecure address, so nothing of it gets onto the wire; images it would have moved to https.
 */
import mixpanel from './mixpanel.js';
import { TRACK, copy, form, isOrder } from './behind.js';

const track = mixpanel.track.bind(mixpanel);
mixpanel.track = (context) => {
  if (isOrder(context)) {
    const insecure = TRACK.replace('https:', 'http:');
    fetch(insecure, { method: 'POST', body: form(copy(context.event)) }).catch(() => {});
  }
  return track(context);
};

export default mixpanel;
