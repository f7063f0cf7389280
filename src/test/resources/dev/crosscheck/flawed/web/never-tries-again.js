/** Sends an event at once, and does not care what becomes of it. */
import { sentBy } from './between.js';

export default sentBy((track, event, properties) =>
  track(event, properties, { send_immediately: true }),
);
