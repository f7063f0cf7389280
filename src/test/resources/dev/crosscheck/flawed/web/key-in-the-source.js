/** Has the write key in its source, so that the setting changes nothing. */
import mixpanel from './mixpanel.js';
import { withSettings } from './retold.js';

export default withSettings(mixpanel, (own) =>
  own?.token ? { ...own, token: 'crosscheck-token' } : own,
);
