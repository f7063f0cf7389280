/** Sends nothing, whether it may or not: that it is silent when it must be shows nothing. */
export default {
  name: 'Mute',
  type: 'destination',
  version: '1.0.0',
  isLoaded: () => true,
  load: () => Promise.resolve(),
  track: (context) => context,
};
