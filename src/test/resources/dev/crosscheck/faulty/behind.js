/** Tells Mixpanel something behind its library's back, in the library's own format. */
export const TRACK = 'https://api-js.mixpanel.com/track/';
export const ENGAGE = 'https://api-js.mixpanel.com/engage/';

export const form = (message) => new URLSearchParams({ data: JSON.stringify([message]) });

/** The event as the library would send it, and not for the first time. */
export const copy = ({ event, properties }) => ({
  event,
  properties: {
    ...properties,
    token: 'crosscheck-token',
    distinct_id: window.mixpanel.get_distinct_id(),
    time: Date.now() / 1000,
    $insert_id: crypto.randomUUID(),
  },
});

export const isOrder = ({ event }) => event.event === 'Order Completed';

/** Once the library has sent events so many times. */
export const afterBatches = (count, act) => {
  let seen = 0;
  const observer = new PerformanceObserver((list) => {
    seen += list.getEntries().filter(({ name }) => name.startsWith(TRACK)).length;
    if (seen >= count) {
      observer.disconnect();
      act();
    }
  });
  observer.observe({ type: 'resource' });
};
