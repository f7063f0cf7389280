/** Sends a second after the call, and where it must not send at all, two seconds after it. */
let after;

const tell = (event) =>
  fetch('https://api.partner.test/track', { method: 'POST', body: JSON.stringify(event) });

export default {
  name: 'Late',
  type: 'destination',
  version: '1.0.0',
  isLoaded: () => true,
  load(_context, analytics) {
    after = analytics.settings.cdnSettings?.integrations?.Late ? 1000 : 2000;
    return Promise.resolve();
  },
  track(context) {
    setTimeout(() => tell(context.event), after);
    return context;
  },
};
