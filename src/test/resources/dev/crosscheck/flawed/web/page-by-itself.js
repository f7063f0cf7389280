/** Sends a page view of its own as soon as its script is there, beside that of the page call. */
import adpixel from './adpixel.js';

const load = adpixel.load.bind(adpixel);
adpixel.load = async (context, analytics) => {
  const begun = await load(context, analytics);
  if (begun) {
    window.apx('track', 'PageView', {}, { eventId: crypto.randomUUID() });
  }
  return begun;
};

export default adpixel;
