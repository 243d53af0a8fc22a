// Every page, for whom it is, at both widths and in both languages: nothing fails, nothing sticks out, and axe finds nothing.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { desk, hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

const { default: AxeBuilder } = createRequire(import.meta.url)('@axe-core/playwright');

const people = {
  visitor: { pages: ['/', '/galeri', '/galeri?kategori=fashion', '/galeri?q=tidakadasamasekali', '/koleksi', '/keranjang', '/katalog', '/masuk', '/daftar', '/lupa-sandi', '/sandi-baru',
    '/perajin', '/perajin?q=tidakadasamasekali', '/plut', '/plut/plut-ntb', '/plut/plut-ntb/suara', '/plut/plut-ntb/perbaikan', '/provinsi/bali', '/kabar'],
    links: [['/galeri', 'article h3 a'], ['/koleksi', 'main a[href*="/koleksi/"]'], ['/perajin', 'article h3 a'], ['/kabar', 'main a[href*="/kabar/"]']] },
  weaver: { contact: '0812 3456 7801', pages: ['/beranda', '/produk-saya', '/produk-saya/baru', '/tugas', '/pemberitahuan', '/pesan-masuk', '/saya'],
    links: [['/beranda', 'a[href^="/usaha/"]'], ['/produk-saya', 'a[href^="/hasil/"]'], ['/pesan-masuk', 'a[href^="/pesan-masuk/"]']] },
  curator: { contact: 'baiq@plut-ntb.id', pages: ['/beranda', '/nilai', '/kelola/koleksi', '/saya'],
    links: [['/nilai', 'a[href^="/nilai/"]'], ['/kelola/koleksi', 'a[href^="/kelola/koleksi/"]']] },
  desk: { contact: 'zul@plut-ntb.id', pages: ['/beranda', '/kelola/suara', '/kelola/kabar', '/kelola/nama', '/bantu-masuk', '/bantu-masuk?kontak=081234567801', '/bantu-masuk?kontak=siapa'],
    links: [['/kelola/suara', 'main a[href^="/kelola/suara/"]'], ['/kelola/kabar', 'main a[href^="/kelola/kabar/"]']] },
  partner: { contact: 'inkubator@unram.id', pages: ['/beranda', '/saya'], links: [] },
  manager: { contact: 'siti@plut-ntb.id', pages: ['/beranda', '/putaran', '/binaan', '/rubrik', '/kurator', '/tim', '/kelola/pusat', '/kelola/perbaikan', '/pekerjaan', '/jejak', '/jejak?periksa=1'],
    links: [['/kelola/pusat', 'main a[href*="ubah="]'], ['/kelola/perbaikan', 'main a[href*="ubah="]'], ['/putaran', 'a[href^="/putaran/"]'], ['/putaran', 'a[href^="/putaran/"]', '?rencana=1'], ['/putaran', 'a[href^="/putaran/"]', '/keputusan'], ['/rubrik', 'a[href^="/rubrik/"]']] },
};

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

/** What is wrong with the page that stands open. */
async function look(page, where) {
  const wrong = [];
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) wrong.push(`${where} sticks out by ${over} px`);
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  for (const one of found.violations) {
    wrong.push(`${where} ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`);
  }
  return wrong;
}

/** A page's answers are found by their places in it. They must not depend on how fast the server is. */
async function restless(page, path) {
  const texts = await Promise.all([1, 2, 3, 4, 5, 6].map(async () => (await page.request.get(path)).text()));
  const orders = texts.map((text) => [...text.matchAll(/__RESOLVED_RESOURCES\[(\d+)\]/g)].map(([, place]) => place).join());
  return new Set(orders).size === 1 && orders[0] !== '' ? [] : [`${path} keeps its answers in other places: ${[...new Set(orders)].join(' or ')}`];
}

async function walk(view, { contact, pages, links }, english) {
  const page = await open(browser, server.address, view);
  const wrong = [];
  if (contact) await signIn(page, contact);
  const prefix = english && !contact ? '/en' : '';
  if (english && contact) {
    await page.goto('/saya');
    await page.selectOption('[name="form[language]"]', 'en');
    await page.click('#setelan button');
    await page.waitForURL('**/saya?setelan=baru#setelan');
    if (await page.getAttribute('html', 'lang') !== 'en') wrong.push('the workspace does not speak English');
  }
  const visit = async (path) => {
    const answer = await page.goto(path);
    if (answer.status() !== 200) wrong.push(`${path} answers ${answer.status()}`);
    if (contact) {
      await hydrated(page);
      wrong.push(...await restless(page, path));
    }
    wrong.push(...await look(page, `${path} at ${view.viewport.width}`));
  };
  for (const path of pages) await visit(path === '/' && prefix ? prefix : prefix + path);
  for (const [from, link, more = ''] of links) {
    await page.goto(prefix + from);
    const to = await page.locator(link).first().getAttribute('href', { timeout: 5000 }).catch(() => null);
    if (!to) wrong.push(`${from} leads nowhere (${link})`);
    else await visit(to + more);
  }
  wrong.push(...page.faults);
  await page.context().close();
  return wrong;
}

for (const [who, what] of Object.entries(people)) {
  describe(`the pages of a ${who}`, () => {
    test('on a phone', async () => assert.deepEqual(await walk(phone, what, false), []));
    test('on an office screen, in dark colours', async () => assert.deepEqual(await walk({ ...desk, colorScheme: 'dark' }, what, false), []));
    // The last: it changes what the person reads.
    test('in English', async () => assert.deepEqual(await walk(phone, what, true), []));
  });
}
