/** Starts the partner's script twice. */
import chatter from './chatter-plugin.js';

const load = chatter.load.bind(chatter);
chatter.load = async (context, analytics) => {
  await load(context, analytics);
  if (chatter.isLoaded()) {
    const { appId, label } = analytics.settings.cdnSettings.integrations.Chatter;
    window.Chatter.boot({ appId, label });
  }
};

export default chatter;
