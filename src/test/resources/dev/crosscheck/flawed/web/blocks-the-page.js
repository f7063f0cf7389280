/** Asks its partner something at load, and lets the page stand still until that answers. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(mixpanel, () => {
  const request = new XMLHttpRequest();
  const synchronous = false;
  try {
    request.open('GET', 'https://api-js.mixpanel.com/flags', synchronous);
    request.send();
  } catch {
    // it goes without
  }
});
