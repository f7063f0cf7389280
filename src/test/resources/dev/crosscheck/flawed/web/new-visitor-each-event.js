/** Gives an anonymous visitor another id with every event. */
import { sentBy } from './between.js';

export default sentBy((track, event, properties) => {
  const { mixpanel: library } = window;
  if (!library.get_property('$user_id')) {
    const id = crypto.randomUUID();
    library.register({ distinct_id: `$device:${id}`, $device_id: id });
  }
  track(event, properties);
});
