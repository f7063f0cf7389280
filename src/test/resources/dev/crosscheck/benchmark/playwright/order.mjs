/*
 * The scenario "an order arrives" as one writes it by hand with Playwright. The process stays warm: its first argument
 * says with what it works, each line of its input asks for one cell, and each line of its output tells of one:
 *
 *   node order.mjs '{"modules": "…/node_modules", "chromium": "…", "page": "https://…/", "answers": "capture.har", "window": [1280, 813]}'
 *   {"har": "…", "screenshot": "…", "proxy": "127.0.0.1:1234"}   without proxy, routes give the answers of the HAR
 *   {"ms": 512.3}                                                or {"failure": "…"}
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const setup = JSON.parse(process.argv[2]);
const PARTNER = 'https://api.partner.test';
const OF_THE_WIRE = new Set(['content-length', 'connection', 'keep-alive', 'transfer-encoding', 'date']);

const { chromium } = createRequire(`${setup.modules}/`)('playwright-core');
const browser = await chromium.launch({
  executablePath: setup.chromium,
  headless: true,
  args: ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const answers = await recorded(setup.answers);

async function recorded(har) {
  const entries = JSON.parse(await readFile(har, 'utf8')).log.entries;
  return new Map(
    entries.map(({ request, response }) => {
      const { text = '', encoding } = response.content;
      const headers = response.headers.filter(({ name }) => !OF_THE_WIRE.has(name.toLowerCase()));
      return [
        `${request.method} ${request.url}`,
        {
          status: response.status,
          headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
          body: Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8'),
        },
      ];
    }),
  );
}

async function order({ har, screenshot, proxy }) {
  const started = performance.now();
  const context = await browser.newContext({
    recordHar: { path: har, content: 'embed', mode: 'full' },
    viewport: { width: setup.window[0], height: setup.window[1] },
    ignoreHTTPSErrors: true,
    ...(proxy ? { proxy: { server: `http://${proxy}` } } : {}),
  });
  try {
    const unknown = [];
    if (!proxy) {
      await context.route('**/*', (route) => {
        const request = route.request();
        const answer = answers.get(`${request.method()} ${request.url()}`);
        if (!answer) {
          unknown.push(`${request.method()} ${request.url()}`);
        }
        return answer ? route.fulfill(answer) : route.abort();
      });
    }
    const page = await context.newPage();
    const lines = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(error.message));
    const answered = (path) =>
      page.waitForResponse((response) => response.url() === PARTNER + path && response.request().method() === 'POST');
    const both = Promise.all([answered('/engage'), answered('/track')]);
    await page.goto(setup.page, { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => new Promise((resolve) => analytics.ready(resolve)));
    await page.evaluate(() => analytics.identify('u-42', { email: 'jane@example.com' }).then(() => {}));
    await page.evaluate(() =>
      analytics
        .track('Order Completed', { order_id: '50314b8e', revenue: 25, currency: 'USD' })
        .then(() => {}),
    );
    const [profile, event] = await both;
    await page.screenshot({ path: screenshot });
    assert.deepEqual(profile.request().postDataJSON(), { user: 'u-42', traits: { email: 'jane@example.com' } });
    assert.equal(event.request().postDataJSON().user, 'u-42');
    assert.equal(event.request().postDataJSON().event, 'Order Completed');
    assert.equal(event.request().postDataJSON().properties.revenue, 25);
    assert.deepEqual(unknown, []);
  } finally {
    await context.close();
  }
  return performance.now() - started;
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ ms: await order(JSON.parse(line)) }));
  } catch (failure) {
    console.log(JSON.stringify({ failure: String(failure.stack || failure) }));
  }
}
await browser.close();
