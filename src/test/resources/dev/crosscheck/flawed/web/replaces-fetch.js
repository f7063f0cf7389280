/** Puts a function of its own in the place of the page's `fetch`, to count requests. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

let requests = 0;

export default whenSetUp(mixpanel, () => {
  const { fetch } = window;
  window.fetch = (...args) => {
    requests += 1;
    return fetch(...args);
  };
});
