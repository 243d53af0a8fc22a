// What people do in a curation, step by step, as the stories tell it. Every step works with and without script.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { desk, hydrated, open, signIn } from './world.mjs';

/** One of the village's photos. */
export const photo = (name) => fileURLToPath(new URL(`../server/centre/demo/photos/${name}.jpg`, import.meta.url));

/** `2026-11-24T09:30`, as a form of a centre's time takes it (WITA is UTC+8), so many hours from now. */
const inHours = (hours, zone) => new Date(Date.now() + (hours + zone) * 3_600_000).toISOString().slice(0, 16);

/** The people of one story: opens their browsers, and at the end wants no fault in any of them. */
export function cast(browser, server, javaScriptEnabled) {
  const pages = [];
  return {
    async enter(contact, view = desk) {
      const page = await open(browser, server().address, { ...view, javaScriptEnabled });
      pages.push(page);
      if (contact) await signIn(page, contact);
      return page;
    },
    ready: (page) => (javaScriptEnabled ? hydrated(page) : undefined),
    async leave() {
      const refused = /status of (401|403|404|409|422)/;
      for (const page of pages.splice(0)) {
        assert.deepEqual(page.faults.filter((fault) => !refused.test(fault)), []);
        await page.context().close();
      }
    },
  };
}

/** The manager opens a round for one family; it closes sooner than the village's own. The path of its page. */
export async function openRound(people, manager, name, family, zone = 8) {
  const page = await people.enter(manager);
  await page.goto('/putaran');
  await people.ready(page);
  const summary = page.locator('details:has([name="form[name]"]) > summary');
  if (await summary.count() > 0 && !(await page.isVisible('[name="form[name]"]'))) await summary.click();
  await page.fill('[name="form[name]"]', name);
  for (const box of await page.$$('[name="form[categories][]"]')) await box.setChecked(await box.getAttribute('value') === family);
  await page.fill('[name="form[opens_at]"]', inHours(-1, zone));
  await page.fill('[name="form[submit_until]"]', inHours(2, zone));
  await page.fill('[name="form[score_until]"]', inHours(4, zone));
  await page.click('button:has-text("Buka putaran")');
  await page.waitForURL(/\/putaran\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The first two steps of writing a product: its name and family, photos and words. Ends on the third. */
export async function beginProduct(people, page, { name, family, photos, label, words }) {
  await page.goto('/produk-saya/baru');
  await people.ready(page);
  await page.fill('[name="form[name]"]', name);
  await page.check(`[name="form[category]"][value=${family}]`);
  await page.click('button:has-text("Simpan dan lanjut")');
  await page.waitForURL(/langkah=foto/);
  await people.ready(page);
  await addPhotos(page, '[name=photo][multiple]', photos.map(photo), photos.length);
  if (label) await addPhotos(page, '[name=photo]:not([multiple])', [photo(label)], photos.length + 1);
  await people.ready(page);
  await page.fill('[name="form[description]"]', words);
  await page.click('button:has-text("Simpan dan lanjut")');
  await page.waitForURL(/langkah=harga/);
  await people.ready(page);
}

async function addPhotos(page, input, files, count) {
  await page.setInputFiles(input, files);
  const button = page.locator(`form:has(${input}) button`);
  if (await button.isVisible().catch(() => false)) await button.click();
  await page.waitForFunction((count) => document.querySelectorAll('.nk-uploads img').length === count, count);
}

/** Sends in a product whose form says that everything is there. The path of its result. */
export async function send(people, page) {
  await page.waitForSelector('text=Semua lengkap');
  await people.ready(page);
  await page.click('button:has-text("Kirim ke kurator")');
  await page.waitForURL(/\/hasil\//);
  return new URL(page.url()).pathname;
}

/** The manager lets the entries of a round be given to curators. */
export async function assign(people, manager, round) {
  const page = await people.enter(manager);
  await page.goto(`${round}?rencana=1`);
  await people.ready(page);
  await page.click('button:has-text("Tugaskan")');
  await page.waitForFunction(() => !document.querySelector('button[disabled]') || true);
  await page.waitForLoadState('networkidle');
}

/**
 * Every curator of the list opens what waits in this round and scores it: the n-th sheet gets `values[n]` everywhere, and
 * its gates are met unless `gates` says "no". Says how many sheets were scored.
 */
export async function score(people, curators, season, values, { gates = 'yes', note = 'Rapi.', check = () => {} } = {}) {
  let scored = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    for (const contact of curators) {
      if (scored === values.length) return scored;
      const page = await people.enter(contact);
      await page.goto('/nilai');
      const waiting = `section.nk-card-next:has-text("${season}") a, a.nk-row:has-text("${season}"):not(:has(.nk-chip-ok))`;
      const sheet = page.locator(waiting).first();
      if (await sheet.count() === 0) continue;
      await sheet.click();
      await page.waitForURL(/\/nilai\/[0-9a-f-]{36}/);
      await page.waitForSelector('.nk-crit');
      await people.ready(page);
      check(await page.content());
      for (const section of await page.$$('.nk-crit')) {
        const radios = await section.$$('input[type=radio]');
        const gate = radios.length === 2;
        // By the page itself: on a small screen the bar of the sum may lie over a value.
        await radios[gate ? (gates === 'yes' ? 0 : 1) : values[scored] - 1].evaluate((radio) => radio.click());
      }
      const counted = page.locator('.nk-crit:not(.nk-gate)').first();
      await counted.locator('h3').click();
      await counted.locator('textarea').fill(note);
      const path = new URL(page.url()).pathname;
      await page.locator('.nk-desk-sum button.nk-btn-primary:visible').click();
      await page.waitForURL((url) => url.pathname !== path);
      scored += 1;
    }
  }
  return scored;
}

/** The manager prepares the decisions of a round and releases them together. */
export async function release(people, manager, round, count = 1) {
  const page = await people.enter(manager);
  await page.goto(`${round}/keputusan`);
  await people.ready(page);
  await page.click('button:has-text("Siapkan keputusan")');
  await page.waitForSelector(`button:has-text("Rilis ${count} keputusan")`);
  await people.ready(page);
  await page.click(`button:has-text("Rilis ${count} keputusan")`);
  await page.click('button:has-text("Ya, rilis sekarang")');
  await page.waitForSelector(`text=${count} keputusan sudah dirilis`);
}
