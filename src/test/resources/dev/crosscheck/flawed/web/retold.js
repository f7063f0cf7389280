/** Plugins that hear something other than what Segment tells them. */

/**
 * Tells the plugin of these calls what `change` makes of their event, or nothing where that is
 * undefined. Segment and every other destination keep the event as it is.
 */
export const retold = (plugin, calls, change) => {
  for (const call of calls.filter((name) => plugin[name])) {
    const sound = plugin[call].bind(plugin);
    plugin[call] = async (context) => {
      const value = change(context.event);
      if (value) {
        await sound(Object.create(context, { event: { value } }));
      }
      return context;
    };
  }
  return plugin;
};

/** The same of the properties of `track` alone. */
export const withProperties = (plugin, change) =>
  retold(plugin, ['track'], (event) => ({ ...event, properties: change({ ...event.properties }) }));

/** What `change` makes of every value within that is neither a list nor a map. */
export const each = (value, change) => {
  if (Array.isArray(value)) {
    return value.map((one) => each(one, change));
  }
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one, change)]));
  }
  return change(value);
};

export const eachNumber = (value, change) =>
  each(value, (one) => (typeof one === 'number' ? change(one) : one));

export const eachText = (value, change) =>
  each(value, (one) => (typeof one === 'string' ? change(one) : one));

/** Loads the plugin with other settings of its own: what `change` makes of those that it has. */
export const withSettings = (plugin, change) => {
  const load = plugin.load.bind(plugin);
  plugin.load = (context, analytics) => {
    const { integrations } = analytics.settings.cdnSettings;
    const own = change(integrations[plugin.name]);
    const settings = { cdnSettings: { integrations: { ...integrations, [plugin.name]: own } } };
    return load(context, Object.create(analytics, { settings: { value: settings } }));
  };
  return plugin;
};

/** Loads the plugin with an analytics object of which these properties are other. */
export const withAnalytics = (plugin, others) => {
  const load = plugin.load.bind(plugin);
  plugin.load = (context, analytics) => {
    const values = Object.entries(others(analytics)).map(([name, value]) => [name, { value }]);
    return load(context, Object.create(analytics, Object.fromEntries(values)));
  };
  return plugin;
};

/** Does something more at load(), where the plugin has settings. */
export const whenSetUp = (plugin, act) => {
  const load = plugin.load.bind(plugin);
  plugin.load = (context, analytics) => {
    const loaded = load(context, analytics);
    if (analytics.settings.cdnSettings.integrations[plugin.name]) {
      act(analytics, loaded);
    }
    return loaded;
  };
  return plugin;
};
