/**
 * Mixpanel for analytics.js 2: a device-mode destination, registered with analytics.register().
 *
 * Mixpanel's own library comes from its CDN at run time. Calls that are made before it is there
 * wait, in their order. Without settings for Mixpanel the plugin loads nothing and stays silent.
 */
const LIBRARY = 'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js';
const EUROPE = 'https://api-eu.mixpanel.com';

/** What a customer can set in Segment, beside the token. */
const OPTIONS = {
  people: false, // keep user profiles
  setAllTraitsByDefault: true, // else only superProperties and peopleProperties
  superProperties: [], // go with every later event
  peopleProperties: [],
  eventIncrements: [], // events that are counted on the profile
  propIncrements: [], // properties that are summed up on the profile
  groupIdentifierTraits: [], // Mixpanel's group keys
  consolidatedPageCalls: true, // one event for all pages, else the next three, first match wins
  trackAllPages: false,
  trackCategorizedPages: false,
  trackNamedPages: false,
  persistence: 'cookie',
  enableEuropeanUnionEndpoint: false,
};

const ALIASES = {
  avatar: '$avatar',
  createdAt: '$created',
  created: '$created',
  email: '$email',
  firstName: '$first_name',
  lastName: '$last_name',
  lastSeen: '$last_seen',
  name: '$name',
  phone: '$phone',
  username: '$username',
};

/** Mixpanel reads its own meaning into these. */
const RESERVED = ['distinct_id', 'ip', 'mp_name_tag', 'mp_note', 'token'];

const isEmpty = (object) => Object.keys(object).length === 0;
const lowerCased = (names) => names.map((name) => String(name).toLowerCase());
const alias = (name) => ALIASES[name] ?? name;

function select(object, predicate) {
  return Object.fromEntries(
    Object.entries(object).filter(([name, value]) => predicate(name, value)),
  );
}

/** Mixpanel takes dates in ISO 8601 only. */
function iso(value) {
  return value instanceof Date ? value.toISOString() : value;
}

/** Segment allows seconds and milliseconds since 1970 for the time at which a user was created. */
function creation(value) {
  return typeof value === 'number'
    ? new Date(value < 1e11 ? value * 1000 : value).toISOString()
    : iso(value);
}

function clean(properties = {}) {
  const known = select(
    properties,
    (name, value) => !RESERVED.includes(name) && value !== undefined,
  );
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, iso(value)]));
}

function mixpanelTraits(traits) {
  const pairs = Object.entries(clean(traits)).map(([name, value]) => [alias(name), value]);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, name === '$created' ? creation(value) : value]),
  );
}

/** A list of Mixpanel's is a set: what is in it already is not added again. */
function union(list, more) {
  return [...new Set([...(Array.isArray(list) ? list : []), ...more])];
}

class Mixpanel {
  name = 'Mixpanel';
  type = 'destination';
  version = '1.0.0';

  #waiting = [];
  #ready = Promise.resolve();
  #library;
  #options;
  #analytics;

  load(_context, analytics) {
    const settings = analytics.settings.cdnSettings?.integrations?.[this.name];
    if (!settings?.token) {
      return Promise.resolve();
    }
    this.#analytics = analytics;
    this.#options = { ...OPTIONS, ...settings };
    this.#ready = this.#fetchLibrary().then((library) => {
      this.#library = library;
      analytics.on('reset', () => this.#reset());
      this.#waiting.splice(0).forEach((call) => call());
    });
    return this.#ready;
  }

  isLoaded() {
    return this.#library !== undefined;
  }

  ready() {
    return this.#ready;
  }

  track(context) {
    return this.#whenReady(context, ({ event, properties }) => this.#send(event, properties));
  }

  page(context) {
    return this.#whenReady(context, (event) => this.#view(event, 'Page'));
  }

  screen(context) {
    return this.#whenReady(context, (event) => this.#view(event, 'Screen'));
  }

  identify(context) {
    return this.#whenReady(context, ({ userId, traits }) => {
      if (userId) {
        this.#library.identify(userId);
      }
      this.#describe(mixpanelTraits(traits), Boolean(userId));
    });
  }

  alias(context) {
    return this.#whenReady(context, ({ userId, previousId }) => {
      const anonymous = previousId === this.#analytics.user().anonymousId();
      if (userId && userId !== this.#library.get_distinct_id()) {
        this.#library.alias(userId, anonymous ? undefined : previousId);
      }
    });
  }

  group(context) {
    return this.#whenReady(context, ({ groupId, traits }) => {
      const { groupIdentifierTraits } = this.#options;
      for (const key of groupId ? groupIdentifierTraits : []) {
        const id = traits?.[key] ?? groupId;
        if (!isEmpty(clean(traits))) {
          this.#library.get_group(key, id).set(clean(traits));
        }
        if (this.#library.get_property(key)?.[0] !== id) {
          this.#library.set_group(key, [id]);
        }
      }
    });
  }

  #whenReady(context, perform) {
    if (!this.#options) {
      return context;
    }
    const call = () => perform(context.event);
    if (this.#library) {
      call();
    } else {
      this.#waiting.push(call);
    }
    return context;
  }

  /** Mixpanel's loader: a stand-in that tells the library whom to initialise. */
  #fetchLibrary() {
    return new Promise((resolve, reject) => {
      const config = {
        persistence: this.#options.persistence,
        loaded: (library) => this.#begin(library, resolve),
      };
      if (this.#options.enableEuropeanUnionEndpoint) {
        config.api_host = EUROPE;
      }
      const standIn = Object.assign([], {
        __SV: 1.2,
        people: [],
        _i: [[this.#options.token, config, 'mixpanel']],
      });
      window.mixpanel = window.mixpanel ?? standIn;
      const script = document.createElement('script');
      script.async = true;
      script.src = LIBRARY;
      script.onload = () => reject(new Error('Mixpanel is on this page already'));
      script.onerror = () => reject(new Error(`cannot load ${LIBRARY}`));
      document.head.append(script);
    });
  }

  #begin(library, resolve) {
    library.register({ mp_lib: 'Segment: web' });
    this.#adoptAnonymousId(library);
    resolve(library);
  }

  /** Segment and Mixpanel know an anonymous visitor by the same id. */
  #adoptAnonymousId(library) {
    if (!library.get_property('$user_id')) {
      const id = this.#analytics.user().anonymousId();
      library.register({ distinct_id: `$device:${id}`, $device_id: id });
    }
  }

  #reset() {
    this.#library.reset();
    this.#library.register({ mp_lib: 'Segment: web' });
    this.#adoptAnonymousId(this.#library);
  }

  #describe(traits, isKnown) {
    const { people, setAllTraitsByDefault, superProperties, peopleProperties } = this.#options;
    const named = (list) =>
      select(traits, (name) => setAllTraitsByDefault || list.map(alias).includes(name));
    this.#register(named(superProperties));
    if (people && isKnown) {
      const profile = named([...Object.keys(ALIASES), ...peopleProperties]);
      const lists = select(profile, (_name, value) => Array.isArray(value));
      const values = select(profile, (name) => !(name in lists));
      if (!isEmpty(values)) {
        this.#library.people.set(values);
      }
      if (!isEmpty(lists)) {
        this.#library.people.union(lists);
      }
    }
  }

  #register(properties) {
    const merged = Object.entries(properties).map(([name, value]) => [
      name,
      Array.isArray(value) ? union(this.#library.get_property(name), value) : value,
    ]);
    if (merged.length > 0) {
      this.#library.register(Object.fromEntries(merged));
    }
  }

  #view({ name, category, properties }, what) {
    const { consolidatedPageCalls, trackAllPages, trackCategorizedPages, trackNamedPages } =
      this.#options;
    // analytics.js repeats name and category among the properties of pages, but not of screens
    const named = { ...properties, name: name ?? undefined, category: category ?? undefined };
    if (consolidatedPageCalls || trackAllPages) {
      this.#send(`Loaded a ${what}`, named);
    } else if (trackCategorizedPages && category) {
      this.#send(`Viewed ${name ? `${category} ${name}` : category} ${what}`, named);
    } else if (trackNamedPages && name) {
      this.#send(`Viewed ${name} ${what}`, named);
    }
  }

  #send(event, given) {
    const properties = clean(given);
    if (this.#options.people) {
      this.#count(event, properties);
    }
    this.#library.track(event, properties);
    this.#register(select(properties, (name) => this.#options.superProperties.includes(name)));
  }

  #count(event, properties) {
    const { people } = this.#library;
    if (lowerCased(this.#options.eventIncrements).includes(event.toLowerCase())) {
      people.increment(event);
      people.set(`Last ${event}`, new Date().toISOString());
    }
    const summed = lowerCased(this.#options.propIncrements);
    const sums = select(
      properties,
      (name, value) => summed.includes(name.toLowerCase()) && Number.isFinite(value),
    );
    if (!isEmpty(sums)) {
      people.increment(sums);
    }
    if (Number.isFinite(properties.revenue)) {
      // what track_charge() sent, until Mixpanel made it do nothing
      people.append({
        $transactions: { $time: new Date().toISOString(), $amount: properties.revenue },
      });
    }
  }
}

export default new Mixpanel();
