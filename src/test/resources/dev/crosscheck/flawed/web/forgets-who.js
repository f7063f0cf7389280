/** Sends events without the id of the user whom Segment knows. */
import beacon from './beacon.js';
import { retold } from './retold.js';

export default async (...args) =>
  (await beacon(...args)).map((action) =>
    retold(action, ['track'], (event) => ({ ...event, userId: undefined })),
  );
