/** Sends an order without its id. */
import adpixel from './adpixel.js';
import { withProperties } from './retold.js';

export default withProperties(adpixel, ({ order_id: _, ...rest }) => rest);
