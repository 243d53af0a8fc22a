// The world of a story: a server of its own on a fresh database with the demo village, and a browser.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** Starts the server that `make` built. `args` go to `serve`. */
export async function startServer(...args) {
  const folder = await mkdtemp(join(tmpdir(), 'naikkelas-story-'));
  const port = await freePort();
  const process_ = spawn(process.env.NAIKKELAS, [
    'serve', '--demo', '--addr', `127.0.0.1:${port}`, '--files', join(folder, 'files'),
    '--key-file', join(folder, 'key'), '--sign-in-burst', '500', ...args,
  ], { env: { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'story.db')}` }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  process_.stdout.on('data', (text) => { said += text; });
  process_.stderr.on('data', (text) => { said += text; });
  // By its name: passkeys belong to a name.
  const address = `http://localhost:${port}`;
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${address}/readyz`).then((answer) => answer.ok).catch(() => false);
    if (ready) break;
    if (process_.exitCode !== null || tries > 600) throw new Error(`the server did not start:\n${said}`);
    await new Promise((next) => setTimeout(next, 100));
  }
  return {
    address,
    said: () => said,
    async stop() {
      process_.kill('SIGINT');
      await new Promise((done) => process_.once('exit', done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the browser of all stories. */
export const startBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** The phone of a weaver: 360 px wide. */
export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** The screen of an office. */
export const desk = { viewport: { width: 1280, height: 800 } };

/** Opens a page that reports whatever goes wrong in it. */
export async function open(browser, address, options = phone) {
  const context = await browser.newContext({ baseURL: address, locale: 'id-ID', ...options });
  const page = await context.newPage();
  page.faults = [];
  // Chromium reports a cross-page transition that it gave up (a redirect in between) as an error; nothing is wrong.
  page.on('pageerror', (error) => { if (!/Transition was (aborted|skipped)/.test(error)) page.faults.push(String(error)); });
  page.on('console', (message) => { if (message.type() === 'error') page.faults.push(message.text()); });
  return page;
}

/** Waits until the page is hydrated: until then a click is a plain link or form. */
export const hydrated = (page) => page.waitForFunction(() => document.documentElement.dataset.siap === '1');

/** Signs in by the form, as a person does. */
export async function signIn(page, contact, password = 'benang emas dari sukarara') {
  await page.goto('/masuk');
  await page.fill('#contact', contact);
  await page.fill('#password', password);
  await page.click('button:has-text("Masuk")');
  await page.waitForURL((url) => url.pathname !== '/masuk' || url.search.includes('draf'));
}
