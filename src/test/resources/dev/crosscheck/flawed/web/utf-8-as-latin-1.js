/** Sends the bytes of UTF-8 as if they were Latin-1: "Ã©" for "é". */
import chatter from './chatter-plugin.js';
import { eachText, withProperties } from './retold.js';

const misread = (text) => String.fromCharCode(...new TextEncoder().encode(text));

export default withProperties(chatter, (properties) => eachText(properties, misread));
