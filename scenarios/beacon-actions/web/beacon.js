/**
 * Beacon, an invented partner, as an action destination: built on Segment's own runtime, which
 * keeps to the subscriptions and mappings of the settings. Beacon's API takes one message a
 * request; they are sent one after the other, so that none overtakes another, and again where there
 * is no network or Beacon is not well.
 */
import { browserDestination } from '@segment/browser-destination-runtime/shim';

const API = 'https://api.beacon.example/v1/';
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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
    if (this.#key) {
      this.#last = this.#last.then(() => this.#deliver(API + path, request));
    }
  }

  /** Six tries, in 16 s: what is still not taken then is let go, and does not hold up the rest. */
  async #deliver(url, request) {
    for (let wait = FIRST_WAIT_MS; wait <= LONGEST_WAIT_MS; wait *= 2) {
      const response = await fetch(url, request).catch(() => undefined);
      if (response && response.status < 500) {
        return;
      }
      await after(wait);
    }
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
