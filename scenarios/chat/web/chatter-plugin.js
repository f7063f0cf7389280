/**
 * Chatter for analytics.js 2: a device-mode destination, registered with analytics.register().
 *
 * The people who answer the chat see who the visitor is and what they did before they wrote.
 */
const LIBRARY = 'https://cdn.chatter.example/chatter.js';

/** What Chatter shows of a visitor. */
const PROFILE = ['name', 'email', 'plan'];

const pick = (object, names) =>
  Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));

class Chatter {
  name = 'Chatter';
  type = 'destination';
  version = '1.0.0';

  #loaded = false;

  async load(_context, analytics) {
    const settings = analytics.settings.cdnSettings?.integrations?.[this.name];
    if (!settings?.appId) {
      return;
    }
    await this.#fetchLibrary();
    window.Chatter.boot({ appId: settings.appId, label: settings.label ?? 'Chat' });
    this.#loaded = true;
  }

  isLoaded() {
    return this.#loaded;
  }

  identify(context) {
    const { userId, traits = {} } = context.event;
    return this.#send(context, { type: 'visitor', userId, profile: pick(traits, PROFILE) });
  }

  track(context) {
    const { event, properties = {} } = context.event;
    return this.#send(context, { type: 'event', name: event, properties });
  }

  page(context) {
    const { name, properties = {} } = context.event;
    return this.#send(context, {
      type: 'event',
      name: name ? `Viewed ${name}` : 'Viewed a page',
      properties: pick(properties, ['url', 'title']),
    });
  }

  #send(context, message) {
    if (this.#loaded) {
      window.Chatter.send(message);
    }
    return context;
  }

  #fetchLibrary() {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.async = true;
      script.src = LIBRARY;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${LIBRARY}`));
      document.head.append(script);
    });
  }
}

export default new Chatter();
