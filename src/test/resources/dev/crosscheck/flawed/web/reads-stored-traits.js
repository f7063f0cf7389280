/** Tells of a user what analytics.js keeps, and not what it is told. */
import beacon from './beacon.js';
import { retold } from './retold.js';

const reading = (action) => {
  const load = action.load.bind(action);
  let kept;
  action.load = (context, analytics) => {
    kept = () => analytics.user().traits();
    return load(context, analytics);
  };
  return retold(action, ['identify'], (event) => ({ ...event, traits: kept() }));
};

export default async (...args) => (await beacon(...args)).map(reading);
