// A page is there before its script is: on a bad signal for many seconds. What is tapped meanwhile works, as without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cast } from '../curating.mjs';
import { phone, startBrowser, startServer } from '../world.mjs';

const rahmi = '0812 3456 7801';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

/** The page whose pieces of wasm, but the first, are still on their way when this returns. `arrive` lets them come. */
async function halfAwake(page, path) {
  let arrive;
  const arrived = new Promise((next) => { arrive = next; });
  await page.route(/chunk_.*\.wasm/, async (route) => { await arrived; await route.continue(); });
  const asked = page.waitForRequest(/chunk_.*\.wasm/);
  await page.goto(path, { waitUntil: 'commit' });
  await asked;
  return arrive;
}

const awake = (page) => page.evaluate(() => document.documentElement.dataset.siap === '1');

describe('a page that is waking', () => {
  test('follows a link before its script is whole', async () => {
    const people = cast(browser, () => server, true);
    const page = await people.enter(rahmi, phone);
    const arrive = await halfAwake(page, '/produk-saya');
    assert.equal(await awake(page), false, 'it does not claim to be awake');
    await page.click('nav.nk-tabs a[href="/saya"]', { noWaitAfter: true });
    setTimeout(arrive, 500);
    await page.waitForURL('**/saya');
    await people.ready(page);
    assert.match(await page.textContent('h1'), /Saya|Akun/);
    await people.leave();
  });

  test('goes back to where it was opened from', async () => {
    const people = cast(browser, () => server, true);
    const page = await people.enter(rahmi, phone);
    await page.goto('/produk-saya');
    await people.ready(page);
    await page.click('nav.nk-tabs a[href="/tugas"]');
    await page.waitForURL('**/tugas');
    const arrive = await halfAwake(page, '/tugas');
    await page.evaluate(() => { window.history.back(); });
    setTimeout(arrive, 500);
    await page.waitForURL('**/produk-saya');
    await people.ready(page);
    assert.match(await page.textContent('h1'), /Produk/);
    await people.leave();
  });
});
