/** Sends the address itself where its plugin.yaml says that only a hash goes. */
import adpixel from './adpixel.js';

const identify = adpixel.identify.bind(adpixel);
adpixel.identify = async (context) => {
  await identify(context);
  const { email } = context.event.traits ?? {};
  if (email && adpixel.isLoaded()) {
    window.apx('match', { em: email });
  }
  return context;
};

export default adpixel;
