/** Sends two seconds after the call, and where it must not send at all, four seconds after it. */
let after;

const tell = (event) =>
  fetch('https://api.partner.test/track', { method: 'POST', body: JSON.stringify(event) });

export default {
  name: 'Late',
  type: 'destination',
  version: '1.0.0',
  isLoaded: () => true,
  load(_context, analytics) {
    after = analytics.settings.cdnSettings?.integrations?.Late ? 2000 : 4000;
    return Promise.resolve();
  },
  track(context) {
    setTimeout(() => tell(context.event), after);
    return context;
  },
};
