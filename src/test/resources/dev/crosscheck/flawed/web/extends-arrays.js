/** Gives every list of the page a method, which `for (… in list)` then finds. */
import mixpanel from './mixpanel.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(mixpanel, () => {
  Array.prototype.lastOne = function () {
    return this[this.length - 1];
  };
});
