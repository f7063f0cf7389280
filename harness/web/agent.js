/*
 * Crosscheck's agent: the one script on the page under test (and so one file) that is not a customer's. It registers
 * the plugin as a customer's page does, performs the steps on the public analytics API, and says what is wrong when
 * something is. It has no network traffic of its own but the spectator's, and leaves the SDK and the plugin as they
 * are: only the plugin's load() is watched, and what leads to it where analytics.js fetches the plugin, each by a
 * function that is gone again before the watched one runs.
 */
(() => {
  'use strict';

  const HELD_PATH = '/held';
  const PLUGIN_SCRIPT = '/crosscheck/plugin.js';
  const SPECTATOR = '/crosscheck/spectator';
  const SAID = 'crosscheck.consent';
  const LOOK_MS = 20;
  const QUEUED_PATIENCE_MS = 100;
  const KEEPALIVE_LIMIT = 60000;
  const FETCHED = /^https:\/\/cdn\.segment\.com\/next-integrations\//;
  const DESTINATION = ['load', 'isLoaded', 'name', 'version', 'type']; // what analytics.js asks of action destinations

  const plugins = []; // {name, loaded, plugin, missing}; missing() may know better why it failed to load
  const calls = []; // {number, late, ack, failure}
  let problem = null;
  let sdkTroubled = null;
  let up = false; // window.analytics is the SDK, no longer the snippet's stub
  let sdkReady = false;
  let silent = false; // a gate is shut: the plugin may load or not, as it likes
  let heldLoad = null;
  let begin; // the page has its snippet, and what it does with it
  const begun = new Promise((resolve) => (begin = resolve));
  let banner = null; // where the page asks for consent
  let switchedOff = false; // by Segment's consent tools: there is no analytics.js, but something that does nothing
  let making = null; // the global function that analytics.js waits for, to make an action destination
  const waiting = new Set();

  // A page that holds the SDK back has an address of its own; nobody else is to see that.
  if (location.pathname === HELD_PATH) {
    history.replaceState(history.state, '', '/');
  }

  const CONSOLE = 'crosscheck.console';
  const pageId = Math.random().toString(36).slice(2);
  const written = []; // {id, at, level, text, source, thrown}
  let lines = 0;
  let going = false;

  const words = (thrown) =>
    thrown instanceof Error || (thrown && thrown.message)
      ? `${thrown.name || 'Error'}: ${thrown.message}`
      : String(thrown);

  const change = (action) => {
    action();
    waiting.forEach((look) => look());
  };

  /** As consoles of other engines are read: texts as they are, errors by their message, the rest as JSON. */
  function rendered(value) {
    if (typeof value === 'string') {
      return value;
    } else if (value instanceof Error) {
      return words(value);
    }
    try {
      return JSON.stringify(value) || String(value);
    } catch (e) {
      return String(value);
    }
  }

  /** The Console Standard's format specifiers, as far as they give text. */
  function formatted([first, ...rest]) {
    if (typeof first !== 'string') {
      return [first, ...rest].map(rendered);
    }
    const text = first.replace(/%[sdifoOc%]/g, (specifier) => {
      if (specifier === '%%') {
        return '%';
      }
      if (rest.length === 0) {
        return specifier;
      }
      const value = rest.shift();
      switch (specifier) {
        case '%c':
          return '';
        case '%d':
        case '%i':
          return String(parseInt(value, 10));
        case '%f':
          return String(parseFloat(value));
        default:
          return rendered(value);
      }
    });
    return [text, ...rest.map(rendered)];
  }

  const scriptOf = (stack) => (/(https?:\/\/\S+:\d+):\d+$/m.exec(stack || '') || ['', ''])[1];

  function keepConsole() {
    if (written.length > 0) {
      sessionStorage.setItem(CONSOLE, JSON.stringify(written));
    } else {
      sessionStorage.removeItem(CONSOLE);
    }
  }

  function write(level, text, source, thrown) {
    written.push({ id: `${pageId}.${lines++}`, at: Date.now(), level, text, source, thrown });
    if (going) {
      keepConsole();
    }
  }

  /**
   * WebKit's driver tells nothing of the console, so there the page itself writes down what it is told. What has not
   * arrived when the page goes waits for the next page of the same tab.
   */
  function watchConsole() {
    for (const [method, level] of Object.entries({
      debug: 'debug',
      log: 'info',
      info: 'info',
      warn: 'warn',
      error: 'error',
      trace: 'debug',
      assert: 'error',
    })) {
      const own = console[method];
      console[method] = function (...args) {
        const said = method === 'assert' ? args.slice(1) : args;
        if (method !== 'assert' || !args[0]) {
          const caller = (new Error().stack || '').split('\n').slice(1).join('\n');
          write(level, formatted(said).join(' '), scriptOf(caller), false);
        }
        return own.apply(this, args);
      };
    }
    addEventListener('error', (event) => {
      if (event instanceof ErrorEvent) {
        const source = event.filename ? `${event.filename}:${event.lineno}` : '';
        write('error', event.error ? words(event.error) : event.message, source, true);
      }
    });
    addEventListener('unhandledrejection', (event) =>
      write('error', rendered(event.reason), scriptOf(event.reason && event.reason.stack), true),
    );
    addEventListener('securitypolicyviolation', (event) => {
      const plain = /^(http|ws):/.test(event.blockedURI);
      const what = plain ? 'blocked insecure content' : `${event.effectiveDirective} forbids`;
      write('error', `${what} ${event.blockedURI}`, event.sourceFile || '', false);
    });
    // A page that goes before it has loaded is told of that by beforeunload alone.
    for (const last of ['beforeunload', 'pagehide']) {
      addEventListener(last, () => {
        going = true;
        keepConsole();
      });
    }
    addEventListener('pageshow', () => (going = false));
    written.push(...JSON.parse(sessionStorage.getItem(CONSOLE) || '[]'));
    sessionStorage.removeItem(CONSOLE);
  }

  /**
   * WebKit blocks what would go out without TLS, and says so to nobody here. A policy that forbids no more than that
   * tells the page of it.
   */
  function forbidPlain() {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "connect-src https: wss: data: blob:; frame-src https: data: blob: about:; " +
      "script-src https: data: blob: 'unsafe-inline' 'unsafe-eval'; style-src https: data: blob: 'unsafe-inline'";
    document.head.append(policy);
    policy.remove();
  }

  /** What has been written since the line that has arrived last; all there is where nobody here wrote that one. */
  function readConsole(arrived) {
    written.splice(0, written.findIndex((line) => line.id === arrived) + 1);
    if (going) {
      keepConsole();
    }
    return JSON.stringify(written);
  }

  // The HTML Standard has WebKit alone say this. A customer's Safari says that nobody drives it.
  if (navigator.vendor === 'Apple Computer, Inc.') {
    watchConsole();
    forbidPlain();
    Object.defineProperty(Navigator.prototype, 'webdriver', {
      configurable: true,
      enumerable: true,
      get: () => false,
    });
  }

  const PARTS = [
    'Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'Date', 'RegExp', 'Error', 'Promise', 'Map', 'Set',
    'JSON', 'Math', 'console', 'XMLHttpRequest', 'WebSocket', 'Request', 'Response', 'Headers', 'EventTarget', 'Event', 'Node',
    'Element', 'Document', 'History', 'Navigator', 'Storage',
  ];

  const members = (owner, keys) => new Map(keys.map((key) => [key, Object.getOwnPropertyDescriptor(owner, key)]));

  /** What the browser gives every page, as far as many scripts rely on it: {prefix, owner, members}. */
  function browsersOwn() {
    const functions = Reflect.ownKeys(window).filter((key) => /^[a-z]/.test(String(key)));
    const all = [{ prefix: '', owner: window, members: members(window, [...PARTS, ...functions]) }];
    for (const name of PARTS) {
      for (const [prefix, owner] of [[`${name}.`, window[name]], [`${name}.prototype.`, window[name].prototype]]) {
        if (owner) {
          all.push({ prefix, owner, members: members(owner, Reflect.ownKeys(owner)) });
        }
      }
    }
    return all;
  }

  const isReplaced = (was, is) =>
    was.get !== is.get || was.set !== is.set || (typeof was.value === 'function' && was.value !== is.value);

  /** What has become of it: a JSON list of texts, sorted. A loop over keys finds what is new on a prototype. */
  function globals() {
    const changed = [];
    for (const { prefix, owner, members: own } of given) {
      for (const [key, was] of own) {
        const is = Object.getOwnPropertyDescriptor(owner, key);
        if (!is) {
          changed.push(`${prefix}${String(key)} is gone`);
        } else if (isReplaced(was, is)) {
          changed.push(`${prefix}${String(key)} was replaced`);
        }
      }
      if (prefix.endsWith('.prototype.')) {
        Object.keys(owner).filter((key) => !own.has(key)).forEach((key) => changed.push(`${prefix}${key} was added`));
      }
    }
    return JSON.stringify(changed.sort());
  }

  const given = browsersOwn(); // after what the agent itself has put in a function's place

  /** Whether the plugin may load or not, as it likes. */
  const isSilent = () => silent || switchedOff || (banner !== null && !banner.admits());

  const fail = (message) => change(() => (problem = problem || message));
  const loaded = (entry) => change(() => (entry.loaded = true));

  addEventListener(
    'error',
    (event) => {
      const script = event.target && event.target.tagName === 'SCRIPT' ? event.target.src : null;
      if (script && isBundle(script)) {
        fail(`the plugin's bundle could not be loaded${FETCHED.test(script) ? `: ${script}` : ''}`);
      } else if (script && script.includes('/analytics.min.js')) {
        change(() => (sdkTroubled = 'analytics.js could not be loaded'));
      } else if (document.currentScript && isBundle(document.currentScript.src)) {
        // A page may not know what the script of another origin threw.
        fail(`the plugin's bundle threw ${event.error ? words(event.error) : 'an error, which the console shows'}`);
      }
    },
    true,
  );

  function isBundle(script) {
    return script.endsWith(PLUGIN_SCRIPT) || FETCHED.test(script);
  }

  /**
   * Looks at the next call of a function without standing in its way: `before` sees the arguments, `after` hears what
   * the call threw, or null, and what it returned.
   */
  function watchOnce(owner, key, before, after) {
    const own = Object.getOwnPropertyDescriptor(owner, key);
    const watched = owner[key];
    const put = (value) => {
      if (own && own.writable) {
        owner[key] = value; // a global of a script cannot be defined anew
      } else {
        Object.defineProperty(owner, key, { configurable: true, enumerable: Boolean(own && own.enumerable), value, writable: true });
      }
    };
    put(function (...args) {
      if (own && own.writable) {
        put(watched);
      } else if (own) {
        Object.defineProperty(owner, key, own);
      } else {
        delete owner[key];
      }
      before(args);
      let result;
      try {
        result = watched.apply(this, args);
      } catch (thrown) {
        after(words(thrown));
        throw thrown;
      }
      after(null, result);
      return result;
    });
  }

  /** Learns what comes of load(): the SDK calls it, with its own arguments. */
  function watchLoad(plugin, entry) {
    const settle = (failure) => {
      if (failure && !isSilent()) {
        fail(`plugin '${entry.name}' did not load: ${failure}`);
      } else {
        loaded(entry);
      }
    };
    watchOnce(
      plugin,
      'load',
      () => {},
      (thrown, result) => {
        if (thrown) {
          settle(`load() threw ${thrown}`);
        } else if (!result || typeof result.then !== 'function') {
          settle('load() did not return a promise');
        } else {
          result.then(
            () => settle(null),
            (reason) => settle(entry.missing(`load() rejected with ${words(reason)}`)),
          );
        }
      },
    );
  }

  /** For an object that lets nobody watch it. */
  function pollLoaded(plugin, entry) {
    const timer = setInterval(() => {
      if (plugin.isLoaded()) {
        clearInterval(timer);
        loaded(entry);
      }
    }, LOOK_MS);
  }

  function exported() {
    if (window.crosscheckPlugin === undefined || window.crosscheckPlugin === null) {
      throw new Error("the plugin's module has no default export");
    }
    let found = window.crosscheckPlugin;
    if (typeof found === 'function') {
      try {
        found = found();
      } catch (thrown) {
        throw new Error(`the plugin's default export threw ${words(thrown)}`);
      }
    }
    const all = Array.isArray(found) ? found : [found];
    if (all.length === 0) {
      throw new Error("the plugin's default export returned no plugin");
    }
    for (const one of all) {
      if (one === null || typeof one !== 'object' || !one.name) {
        throw new Error(
          `the plugin's default export is neither a plugin with a name nor a function that returns one: ${
            one && typeof one === 'object' ? 'an object without a name' : typeof one
          }`,
        );
      }
      for (const method of ['load', 'isLoaded']) {
        if (typeof one[method] !== 'function') {
          throw new Error(`plugin '${one.name}' has no ${method}()`);
        }
      }
    }
    return all;
  }

  function known(plugin, missing = (failure) => failure) {
    const entry = { name: plugin.name, loaded: false, plugin, missing };
    plugins.push(entry);
    return entry;
  }

  /** Of the globals by which analytics.js takes a classic destination some may not be there. */
  function missingOfClassic(global, failure) {
    if (!Array.isArray(window[`${global}Deps`])) {
      return `its bundle sets no list window['${global}Deps']`;
    } else if (typeof window[`${global}Loader`] !== 'function') {
      return `its bundle sets no function window['${global}Loader']`;
    } else if (typeof window[`${global}Integration`] !== 'function') {
      return `${failure} (and window['${global}Integration'] is no function)`;
    }
    return failure;
  }

  /** Looks at the function that makes action destinations, before analytics.js calls it. */
  function watchFactory({ name, global }) {
    if (typeof window[global] !== 'function') {
      fail(`plugin '${name}' did not load: its bundle sets no function window['${global}']`);
      return;
    }
    const settle = (failure) => {
      making = null;
      if (failure) {
        fail(`plugin '${name}' did not load: window['${global}'] ${failure}`);
      }
    };
    watchOnce(
      window,
      global,
      () => (making = global),
      (thrown, result) => {
        if (thrown) {
          settle(`threw ${thrown}`);
          return;
        }
        Promise.resolve(result).then(
          (made) => settle(refused(Array.isArray(made) ? made : [made])),
          (reason) => settle(`rejected with ${words(reason)}`),
        );
      },
    );
  }

  function refused(made) {
    for (const plugin of made) {
      const lacks = DESTINATION.find((key) => !plugin || plugin[key] === undefined);
      if (lacks) {
        return `made a plugin without '${lacks}'`;
      }
    }
    return null;
  }

  /** A plugin that analytics.js fetches itself is seen where Segment's Inspector sees it: before it is registered. */
  function awaitFetched({ way, name, global }) {
    if (way === 'action') {
      const arrived = (event) => FETCHED.test(event.target.src) && watchFactory({ name, global });
      document.addEventListener('load', arrived, true);
    }
    const inspector = {
      attach(analytics) {
        delete inspector.attach;
        watchOnce(analytics, 'register', registering, () => {});
      },
    };
    const registering = (all) => {
      const own = all.filter((plugin) => plugin.name === name);
      own.forEach((plugin) =>
        watchLoad(
          plugin,
          known(plugin, way === 'classic' ? (failure) => missingOfClassic(global, failure) : undefined),
        ),
      );
      if (way === 'classic' && own.length === 0 && !isSilent()) {
        fail(`by its settings '${name}' is no classic destination in device mode`);
      }
    };
    window.__SEGMENT_INSPECTOR__ = inspector;
  }

  /** A destination like any other, registered last: what it is handed is what the plugin left of the event. */
  const spectator = () => {
    const see = (ctx) => {
      const body = JSON.stringify(ctx.event);
      fetch(SPECTATOR, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        keepalive: body.length < KEEPALIVE_LIMIT,
        body,
      }).catch(() => {});
      return ctx;
    };
    return {
      name: 'Crosscheck Spectator',
      type: 'destination',
      version: '1.0.0',
      isLoaded: () => true,
      load: () => Promise.resolve(),
      identify: see,
      track: see,
      page: see,
      screen: see,
      group: see,
      alias: see,
    };
  };

  /** The SDK says so just before it takes the stub's place. */
  function comeUp() {
    if (Array.isArray(window.analytics)) {
      setTimeout(comeUp, 0);
    } else {
      change(() => (up = true));
    }
  }

  /**
   * The page's consent banner. What the user says on it holds on the next page too. By opt-out everything counts as
   * agreed to until the user says otherwise. `asked`: {model, said, needs, categories}.
   */
  function consentBanner({ model, said: before, needs, categories }) {
    const kept = sessionStorage.getItem(SAID);
    let said = kept ? JSON.parse(kept) : before; // null: nothing yet
    let loadedWith = null;
    let answered;
    const answer = new Promise((resolve) => (answered = resolve));
    const listeners = [];
    const optIn = model === 'opt-in';
    const preferences = () => ({
      ...(optIn ? {} : Object.fromEntries(categories.map((category) => [category, true]))),
      ...said,
    });
    const isOpen = () => optIn && said === null;
    if (!isOpen()) {
      answered();
    }
    return {
      isOpen,
      preferences,
      admits: () => !optIn || (loadedWith !== null && needs.every((category) => loadedWith[category])),
      loads: (context) =>
        answer.then(() => {
          loadedWith = preferences();
          context.load({ consentModel: model });
        }),
      heardBy: (listener) => listeners.push(listener),
      say(more) {
        said = { ...said, ...more };
        sessionStorage.setItem(SAID, JSON.stringify(said));
        listeners.forEach((listener) => listener(preferences()));
        answered();
      },
    };
  }

  /** Puts Segment's consent tools around the snippet's load(), as a customer's page does. */
  function askForConsent(asked) {
    banner = consentBanner(asked);
    const wrap = window.segmentConsentTools.createWrapper({
      shouldLoadSegment: banner.loads,
      getCategories: banner.preferences,
      registerOnConsentChanged: banner.heardBy,
    });
    wrap(window.analytics);
    let initialized = false;
    window.analytics.on('initialize', () => (initialized = true));
    const timer = setInterval(() => {
      if (initialized || Array.isArray(window.analytics)) {
        return;
      }
      clearInterval(timer);
      change(() => {
        switchedOff = up = true;
        calls.forEach((entry) => (entry.ack = entry.ack || { queued: false })); // nobody will ever take them
      });
    }, LOOK_MS);
  }

  /** Resolves once the tools have been told, and analytics.js is up where that lets it. */
  async function consent(categories) {
    await begun;
    if (banner === null) {
      throw new Error('the page asks for no consent');
    }
    change(() => banner.say(categories));
    if (!heldLoad) {
      await ready();
    }
  }

  /** JSON Merge Patch (RFC 7396): maps are merged, null takes away, anything else replaces. */
  function patched(value, patch) {
    if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) {
      return patch;
    }
    const whole = value === null || typeof value !== 'object' || Array.isArray(value) ? {} : { ...value };
    for (const [key, part] of Object.entries(patch)) {
      if (part === null) {
        delete whole[key];
      } else {
        whole[key] = patched(whole[key], part);
      }
    }
    return whole;
  }

  const isMet = ({ match, except }, event) =>
    Object.entries(match).every(([field, wanted]) => event[field] === wanted) &&
    ![event.properties, event.traits].some((fields) => fields && except in fields);

  /**
   * Adds the customer's own middleware, as a customer's page does, before analytics.js is loaded. Each: {match, to,
   * for, except}, without `to` it drops. To drop, a source middleware says nothing more, and a destination's says null.
   */
  function middleware(all) {
    for (const each of all) {
      const own = each.for !== undefined;
      const act = ({ payload, next }) => {
        if (!isMet(each, payload.obj)) {
          next(payload);
        } else if (each.to !== undefined) {
          payload.obj = patched(payload.obj, each.to);
          next(payload);
        } else if (own) {
          next(null);
        }
      };
      if (own) {
        window.analytics.addDestinationMiddleware(each.for, act);
      } else {
        window.analytics.addSourceMiddleware(act);
      }
    }
  }

  /**
   * Called by the page, right after Segment's snippet. `gate`: open, shut, or none where there is no plugin. `plugin`:
   * {way, name, global}, how it comes. `asked`: for consent, if the page does.
   */
  function start(gate, plugin, asked = null) {
    begin(); // who waits goes on once the script that calls this has ended
    silent = gate === 'shut';
    if (asked !== null) {
      askForConsent(asked);
    }
    const analytics = window.analytics;
    analytics.on('initialize', comeUp);
    if (gate !== 'none' && plugin.way !== 'register') {
      awaitFetched(plugin);
    } else if (gate !== 'none' && !problem) {
      try {
        for (const one of exported()) {
          const entry = known(one);
          (Object.isExtensible(one) ? watchLoad : pollLoaded)(one, entry);
          analytics.register(one);
        }
      } catch (thrown) {
        fail(thrown.message);
      }
    }
    analytics.register(spectator());
    analytics.ready(() => change(() => (sdkReady = true)));
  }

  /** Loads analytics.js only when readiness is asked for, where the page is the one that holds it back. */
  function hold(action) {
    heldLoad = action;
  }

  /** Whether the consent tools wait for the user, so that analytics.js is not loaded. */
  const isAsking = () => banner !== null && banner.isOpen();

  function state() {
    const loading = isSilent() ? undefined : plugins.find((plugin) => !plugin.loaded);
    if (problem || isAsking()) {
      return problem || '';
    } else if (!up) {
      return sdkTroubled || (making ? `window['${making}'] has not made the plugin` : 'analytics.js has not come up');
    } else if (loading) {
      return `plugin '${loading.name}' has not finished loading`;
    } else if (!sdkReady && !isSilent()) {
      const late = plugins.find((entry) => !entry.plugin.isLoaded());
      return late
        ? `plugin '${late.name}' is initialized but does not say that it is ready`
        : 'analytics.js is not ready: the ready() of a plugin has not resolved';
    }
    return '';
  }

  function when(condition) {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (problem) {
          reject(new Error(problem));
        } else if (condition()) {
          resolve();
        } else {
          return;
        }
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });
  }

  function letLoad() {
    if (heldLoad) {
      const action = heldLoad;
      heldLoad = null;
      action();
    }
  }

  /** In Gecko a page whose address was replaced counts as read, though its snippet may be to come. */
  async function ready() {
    await begun;
    letLoad();
    return when(() => state() === '');
  }

  /** Resolves once analytics.js is up, whatever the plugin still waits for. */
  async function sdkUp() {
    await begun;
    letLoad();
    return when(() => up);
  }

  function argumentsOf(step) {
    const options = step.options || {};
    switch (step.call) {
      case 'identify':
        return step.userId === undefined
          ? [step.payload, options]
          : [step.userId, step.payload, options];
      case 'track':
        return [step.event, step.payload, options];
      case 'page':
      case 'screen':
        // One string alone is a name to analytics.js, so a category needs a name beside it, if an empty one.
        return step.category === undefined
          ? [...(step.name === undefined ? [] : [step.name]), step.payload, options]
          : [step.category, step.name === undefined ? '' : step.name, step.payload, options];
      case 'group':
        return [step.groupId, step.payload, options];
      case 'alias':
        return step.previousId === undefined
          ? [step.userId, options]
          : [step.userId, step.previousId, options];
      default:
        return [];
    }
  }

  const idsOf = (ctx) => ({
    queued: false,
    messageId: ctx.event.messageId,
    anonymousId: ctx.event.anonymousId,
    userId: ctx.event.userId,
  });

  function take(step) {
    const args = argumentsOf(step);
    if (step.call === 'reset') {
      window.analytics.reset();
      return up ? Promise.resolve({ queued: false }) : when(() => up).then(() => ({ queued: false }));
    } else if (up) {
      return Promise.resolve(window.analytics[step.call](...args)).then(idsOf);
    }
    // The snippet's stubs return no promise, but a callback is part of their API.
    return new Promise((resolve) => window.analytics[step.call](...args, resolve)).then(idsOf);
  }

  /** Resolves once the SDK took the step; at once, as queued, where the SDK will only take it later. */
  async function perform(step) {
    await begun;
    const early = !up;
    const entry = { number: step.number, late: false, ack: null, failure: null };
    calls.push(entry);
    const taken = take(step).then(
      (ack) => {
        change(() => (entry.ack = ack));
        return ack;
      },
      (thrown) => {
        change(() => (entry.failure = words(thrown)));
        throw thrown;
      },
    );
    const queued = () => {
      entry.late = entry.ack === null;
      return entry.ack || { queued: true };
    };
    taken.catch(() => {}); // reported by acknowledged() where nobody waits for it here
    if (early) {
      return Promise.resolve(queued());
    } else if (!navigator.onLine || state() !== '') {
      return Promise.race([taken, new Promise((resolve) => setTimeout(resolve, QUEUED_PATIENCE_MS)).then(queued)]);
    }
    return taken;
  }

  /** The acknowledgements of all steps that were queued, once there are no more to come for now. */
  async function acknowledged() {
    await when(() => isAsking() || calls.every((entry) => entry.ack || entry.failure));
    const failed = calls.find((entry) => entry.late && entry.failure);
    if (failed) {
      throw new Error(failed.failure);
    }
    const taken = calls.filter((entry) => entry.ack);
    calls.splice(0, calls.length, ...calls.filter((entry) => !entry.ack && !entry.failure));
    return taken.filter((entry) => entry.late).map((entry) => ({ number: entry.number, ...entry.ack }));
  }

  window.crosscheck = Object.freeze({ start, middleware, hold, ready, sdkUp, state, perform, consent, acknowledged, globals, console: readConsole });
})();
