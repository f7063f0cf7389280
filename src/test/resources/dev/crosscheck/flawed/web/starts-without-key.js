/** Sends under an id of its own where the customer has set none. */
import adpixel from './adpixel.js';
import { withSettings } from './retold.js';

export default withSettings(adpixel, (own) => own && { ...own, pixelId: own.pixelId || '4700000' });
