/** Sends an event that was not answered well again after 50 ms, and again, without end. */
import { sentBy } from './between.js';

const PAUSE_MS = 50;
const FAILED = 0;

export default sentBy((track, event, properties) => {
  const same = { ...properties, $insert_id: crypto.randomUUID(), time: Date.now() / 1000 };
  const send = () =>
    track(event, same, { send_immediately: true }, (answer) => {
      if (answer === FAILED) {
        setTimeout(send, PAUSE_MS);
      }
    });
  send();
});
