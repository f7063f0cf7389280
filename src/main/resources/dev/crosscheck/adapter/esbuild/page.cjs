// What goes onto a page beside analytics.js: {modules, writeKey} in, {snippet, consentTools} out.
const { createRequire } = require('node:module');

const { modules, writeKey } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const installed = createRequire(modules + '/');
// load and page are left to the page, which knows the options
const snippet = installed('@segment/snippet').min({ apiKey: writeKey, load: false, page: false });
const { outputFiles } = installed('esbuild').buildSync({
  stdin: { contents: "export * from '@segment/analytics-consent-tools'", resolveDir: modules },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'segmentConsentTools',
  platform: 'browser',
  minify: true,
  logLevel: 'silent',
});
process.stdout.write(JSON.stringify({ snippet, consentTools: outputFiles[0].text }));
