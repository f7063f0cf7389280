/**
 * Chatter for analytics.js 2: a device-mode destination, registered with analytics.register().
 *
 * The people who answer the chat see who the visitor is and what they did before they wrote. Calls
 * wait for Chatter's script, in their order.
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

  #settings;
  #started;
  #loaded = false;
  #waiting = [];

  /**
   * Analytics.js does not wait for this before it hands on the calls that are there already, and
   * loads a registered destination even where the page's `integrations` keep it out: then the chat
   * waits for a call that is for it after all.
   */
  async load(_context, analytics) {
    this.#settings = analytics.settings.cdnSettings?.integrations?.[this.name];
    const { [this.name]: own, All: all } = analytics.integrations ?? {};
    if ((own ?? all) !== false) {
      await this.#start();
    }
  }

  #start() {
    if (this.#settings?.appId) {
      this.#started ??= this.#boot();
    }
    return this.#started;
  }

  async #boot() {
    await this.#fetchLibrary();
    const { appId, label = 'Chat' } = this.#settings;
    window.Chatter.boot({ appId, label });
    this.#loaded = true;
    this.#waiting.splice(0).forEach((message) => window.Chatter.send(message));
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
    } else if (this.#settings?.appId) {
      this.#waiting.push(message);
      this.#start().catch(() => {});
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
