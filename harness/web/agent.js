/*
 * Crosscheck's agent: the one script on the page under test (and so one file) that is not a customer's. It registers
 * the plugin as a customer's page does, performs the steps on the public analytics API, and says what is wrong when
 * something is. It has no network traffic of its own but the spectator's, and leaves the SDK and the plugin as they
 * are: only the plugin's load() is watched, by a function that is gone again before the plugin's own load() runs.
 */
(() => {
  'use strict';

  const HELD_PATH = '/held';
  const PLUGIN_SCRIPT = '/crosscheck/plugin.js';
  const SPECTATOR = '/crosscheck/spectator';
  const OFFLINE_PATIENCE_MS = 100;
  const KEEPALIVE_LIMIT = 60000;

  const plugins = []; // {name, loaded}
  const calls = []; // {number, late, ack, failure}
  let problem = null;
  let sdkTroubled = null;
  let up = false; // window.analytics is the SDK, no longer the snippet's stub
  let sdkReady = false;
  let silent = false; // a gate is shut: the plugin may load or not, as it likes
  let heldLoad = null;
  const waiting = new Set();

  // A page that holds the SDK back has an address of its own; nobody else is to see that.
  if (location.pathname === HELD_PATH) {
    history.replaceState(history.state, '', '/');
  }

  const words = (thrown) =>
    thrown instanceof Error || (thrown && thrown.message)
      ? `${thrown.name || 'Error'}: ${thrown.message}`
      : String(thrown);

  const change = (action) => {
    action();
    waiting.forEach((look) => look());
  };

  const fail = (message) => change(() => (problem = problem || message));
  const loaded = (entry) => change(() => (entry.loaded = true));

  addEventListener(
    'error',
    (event) => {
      const script = event.target && event.target.tagName === 'SCRIPT' ? event.target.src : null;
      if (script && script.endsWith(PLUGIN_SCRIPT)) {
        fail("the plugin's bundle could not be loaded");
      } else if (script && script.includes('/analytics.min.js')) {
        change(() => (sdkTroubled = 'analytics.js could not be loaded'));
      } else if (document.currentScript && document.currentScript.src.endsWith(PLUGIN_SCRIPT)) {
        fail(`the plugin's bundle threw ${event.error ? words(event.error) : event.message}`);
      }
    },
    true,
  );

  /** Learns what comes of load() without standing in its way: the SDK calls it, with its own arguments. */
  function watchLoad(plugin, entry) {
    const own = Object.getOwnPropertyDescriptor(plugin, 'load');
    const load = plugin.load;
    const settle = (failure) => {
      if (failure && !silent) {
        fail(`plugin '${entry.name}' did not load: ${failure}`);
      } else {
        loaded(entry);
      }
    };
    Object.defineProperty(plugin, 'load', {
      configurable: true,
      enumerable: own ? own.enumerable : false,
      writable: true,
      value(...args) {
        if (own) {
          Object.defineProperty(plugin, 'load', own);
        } else {
          delete plugin.load;
        }
        let result;
        try {
          result = load.apply(this, args);
        } catch (thrown) {
          settle(`load() threw ${words(thrown)}`);
          throw thrown;
        }
        if (!result || typeof result.then !== 'function') {
          settle('load() did not return a promise');
        } else {
          result.then(
            () => settle(null),
            (thrown) => settle(`load() rejected with ${words(thrown)}`),
          );
        }
        return result;
      },
    });
  }

  /** For an object that lets nobody watch it. */
  function pollLoaded(plugin, entry) {
    const timer = setInterval(() => {
      if (plugin.isLoaded()) {
        clearInterval(timer);
        loaded(entry);
      }
    }, 20);
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

  /** Called by the page, right after Segment's snippet. `gate`: open, shut, or none where there is no plugin. */
  function start(gate) {
    silent = gate === 'shut';
    const analytics = window.analytics;
    analytics.on('initialize', comeUp);
    if (gate !== 'none' && !problem) {
      try {
        for (const plugin of exported()) {
          const entry = { name: plugin.name, loaded: false };
          plugins.push(entry);
          (Object.isExtensible(plugin) ? watchLoad : pollLoaded)(plugin, entry);
          analytics.register(plugin);
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

  function state() {
    const loading = silent ? undefined : plugins.find((plugin) => !plugin.loaded);
    if (problem) {
      return problem;
    } else if (!up) {
      return sdkTroubled || 'analytics.js has not come up';
    } else if (loading) {
      return `plugin '${loading.name}' has not finished loading`;
    } else if (!sdkReady && !silent) {
      return 'analytics.js is not ready: the ready() of a plugin has not resolved';
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

  function ready() {
    if (heldLoad) {
      const action = heldLoad;
      heldLoad = null;
      action();
    }
    return when(() => state() === '');
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
  function perform(step) {
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
    } else if (!navigator.onLine) {
      return Promise.race([taken, new Promise((resolve) => setTimeout(resolve, OFFLINE_PATIENCE_MS)).then(queued)]);
    }
    return taken;
  }

  /** The acknowledgements of all steps that were queued, once there are no more to come. */
  async function acknowledged() {
    await when(() => calls.every((entry) => entry.ack || entry.failure));
    const failed = calls.find((entry) => entry.late && entry.failure);
    if (failed) {
      throw new Error(failed.failure);
    }
    const late = calls.filter((entry) => entry.late).map((entry) => ({ number: entry.number, ...entry.ack }));
    calls.length = 0;
    return late;
  }

  window.crosscheck = Object.freeze({ start, hold, ready, state, perform, acknowledged });
})();
