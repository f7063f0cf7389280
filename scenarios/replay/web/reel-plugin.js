/**
 * Reel for analytics.js 2: a device-mode destination, registered with analytics.register().
 *
 * Reel records what a visitor sees and does; what Segment knows of both stands in the recording where
 * it happened. Analytics.js loads a registered destination even where `integrations` keep it out, but
 * hands it no call, so nothing is recorded before the first.
 */
const LIBRARY = 'https://cdn.reel.example/reel.js';

/** What Reel shows beside a recording. */
const SHOWN = ['name', 'plan'];

const pick = (object, names) =>
  Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));

class Reel {
  name = 'Reel';
  type = 'destination';
  version = '1.0.0';

  #settings;
  #library;
  #started;

  /** Analytics.js does not wait for this before it hands on the calls that are there already. */
  async load(_context, analytics) {
    this.#settings = analytics.settings.cdnSettings?.integrations?.[this.name];
    if (this.#settings?.projectKey) {
      this.#library = this.#fetchLibrary();
      analytics.on('reset', () => this.#started?.then(() => window.Reel.forget()));
      await this.#library;
    }
  }

  isLoaded() {
    return window.Reel !== undefined;
  }

  identify(context) {
    const { userId, traits = {} } = context.event;
    return this.#record(context, () => window.Reel.user(userId, pick(traits, SHOWN)));
  }

  track(context) {
    const { event, properties = {} } = context.event;
    return this.#record(context, () => window.Reel.event(event, properties));
  }

  page(context) {
    const { name } = context.event;
    return this.#record(context, () => window.Reel.event(name ? `Viewed ${name}` : 'Viewed a page', {}));
  }

  /** In the order in which the calls come: the library's promise keeps it. */
  async #record(context, say) {
    if (this.#library) {
      this.#started ??= this.#library.then(() => window.Reel.start({ projectKey: this.#settings.projectKey }));
      await this.#started.then(say);
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

export default new Reel();
