/** Leaves it to the page to handle that the partner answered badly. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(mixpanel, (_analytics, loaded) =>
  loaded.then(() =>
    window.mixpanel.set_config({
      error_reporter: (message) => {
        Promise.reject(new Error(message));
      },
    }),
  ),
);
