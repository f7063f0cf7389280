/**
 * AdPixel for analytics.js 2: a device-mode destination, registered with analytics.register().
 *
 * Only what AdPixel has a field for leaves the page, and of an email address only its hash. Calls
 * wait for AdPixel's script, and for an address that is being hashed, in their order.
 */
const LIBRARY = 'https://cdn.adpixel.example/apx.js';

/** AdPixel's own events; any other goes under the name that it has in Segment. */
const EVENTS = {
  'Products Searched': 'Search',
  'Product Viewed': 'ViewContent',
  'Product Added': 'AddToCart',
  'Checkout Started': 'InitiateCheckout',
  'Order Completed': 'Purchase',
};

async function hash(email) {
  const bytes = new TextEncoder().encode(email.trim().toLowerCase());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A product of Segment's Spec as AdPixel takes it. */
function item({ product_id, sku, quantity = 1, price }) {
  return { id: product_id ?? sku, quantity, item_price: price };
}

function customData(properties) {
  const { order_id, query, products, product_id, sku } = properties;
  const one = product_id ?? sku;
  const contents = products ?? (one === undefined ? undefined : [properties]);
  const data = {
    value: properties.revenue ?? properties.total ?? properties.value ?? properties.price,
    currency: properties.currency,
    order_id,
    search_string: query,
    contents: contents?.map(item),
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

class AdPixel {
  name = 'AdPixel';
  type = 'destination';
  version = '1.0.0';

  #settings;
  #loaded = false;
  #ready = Promise.resolve(false);
  #hashed = Promise.resolve();

  /** Analytics.js does not wait for this before it hands on the calls that are there already. */
  load(_context, analytics) {
    const settings = analytics.settings.cdnSettings?.integrations?.[this.name];
    if (settings?.pixelId) {
      this.#settings = settings;
      this.#ready = this.#fetchLibrary().then(() => this.#begin(analytics));
    }
    return this.#ready;
  }

  isLoaded() {
    return this.#loaded;
  }

  async identify(context) {
    const { email } = context.event.traits ?? {};
    if ((await this.#isOn()) && this.#settings.advancedMatching && typeof email === 'string') {
      this.#hashed = hash(email).then((em) => window.apx('match', { em }));
      await this.#hashed;
    }
    return context;
  }

  async page(context) {
    await this.#send('PageView', {}, context.event);
    return context;
  }

  async track(context) {
    const { event, properties = {} } = context.event;
    await this.#send(EVENTS[event] ?? event, customData(properties), context.event);
    return context;
  }

  async #send(name, data, { messageId }) {
    if (await this.#isOn()) {
      await this.#hashed;
      window.apx('track', name, data, { eventId: messageId });
    }
  }

  #begin(analytics) {
    window.apx('init', this.#settings.pixelId);
    analytics.on('reset', () => this.#forget());
    this.#loaded = true;
    return true;
  }

  /** False where AdPixel has no settings, or its script did not come. */
  #isOn() {
    return this.#ready.catch(() => false);
  }

  #forget() {
    this.#hashed = this.#hashed.then(() => window.apx('match', {}));
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

export default new AdPixel();
