/** Starts with settings of its own where Segment has none for it. */
import chatter from './chatter-plugin.js';
import { withSettings } from './retold.js';

export default withSettings(chatter, (own) => own ?? { appId: 'demo-app' });
