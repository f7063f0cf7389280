/** Throws an error that nobody catches where its script cannot be loaded. */
import reel from './reel-plugin.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(reel, (_analytics, loaded) => {
  loaded.catch((reason) =>
    setTimeout(() => {
      throw reason;
    }),
  );
});
