/**
 * Beacon, an invented partner, as an action destination: built on Segment's own runtime, which
 * keeps to the subscriptions and mappings of the settings. Beacon's API takes one message a
 * request; they are sent one after the other, so that none overtakes another.
 */
import { browserDestination } from '@segment/browser-destination-runtime/shim';

const API = 'https://api.beacon.example/v1/';

class Client {
  #key;
  #last = Promise.resolve();

  constructor(key) {
    this.#key = key;
  }

  send(path, message) {
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Beacon-Key': this.#key },
      body: JSON.stringify(message),
      keepalive: true,
    };
    this.#last = this.#last.then(() => fetch(API + path, request)).catch(() => {});
  }
}

const field = (label, type, required = false) => ({ label, type, required });

const destination = {
  name: 'Beacon',
  slug: 'actions-beacon',
  mode: 'device',
  settings: { writeKey: field('Write key', 'string', true) },
  initialize: ({ settings }) => new Client(settings.writeKey),
  actions: {
    sendEvent: {
      title: 'Send an event',
      platform: 'web',
      fields: {
        id: field('Message id', 'string', true),
        name: field('Name', 'string', true),
        person: field('Person', 'string'),
        value: field('Value', 'number'),
        details: field('Details', 'object'),
      },
      perform: (client, { payload }) => client.send('events', payload),
    },
    updatePerson: {
      title: 'Update a person',
      platform: 'web',
      fields: {
        id: field('Message id', 'string', true),
        person: field('Person', 'string'),
        visitor: field('Visitor', 'string', true),
        traits: field('Traits', 'object'),
      },
      perform: (client, { payload }) => client.send('people', payload),
    },
  },
};

export default browserDestination(destination);
