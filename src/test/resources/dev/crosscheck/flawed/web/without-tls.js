/** Asks its partner something without TLS. */
import chatter from './chatter-plugin.js';
import { whenSetUp } from './retold.js';

export default whenSetUp(chatter, () => {
  fetch('http://api.chatter.example/v1/hours').catch(() => {});
});
