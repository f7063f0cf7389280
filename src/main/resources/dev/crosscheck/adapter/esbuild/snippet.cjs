// Renders Segment's snippet: {modules, writeKey} in, {snippet} out.
const { createRequire } = require('node:module');

const { modules, writeKey } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const snippet = createRequire(modules + '/')('@segment/snippet');
// load and page are left to the page, which knows the options
const text = snippet.min({ apiKey: writeKey, load: false, page: false });
process.stdout.write(JSON.stringify({ snippet: text }));
