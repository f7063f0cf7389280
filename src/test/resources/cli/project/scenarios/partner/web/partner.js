export default {
  name: "Partner",
  type: "destination",
  version: "1.0.0",
  isLoaded: () => true,
  load: () => Promise.resolve(),
  track: (ctx) => {
    const { event, properties, messageId } = ctx.event;
    fetch("https://api.partner.test/track", {
      method: "POST",
      body: JSON.stringify({ event, properties, id: messageId }),
    });
    return ctx;
  },
};
