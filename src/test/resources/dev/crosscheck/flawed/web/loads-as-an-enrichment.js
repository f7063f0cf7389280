/** Registers a second plugin, an enrichment, whose load analytics.js waits for: the script's. */
import mixpanel from './mixpanel.js';

const helper = {
  name: 'Mixpanel Helper',
  type: 'enrichment',
  version: '1.0.0',
  load: () => mixpanel.ready().catch(() => {}),
  isLoaded: () => mixpanel.isLoaded(),
};

export default [mixpanel, helper];
