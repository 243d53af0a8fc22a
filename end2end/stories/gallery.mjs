// A buyer finds products by facet and by a misspelt word and asks two makers at once, with and without script; the weaver
// answers. Every page is checked for what keeps people out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { desk, hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

const text = (page, selector) => page.textContent(selector);
const names = (page) => page.locator('.nk-product h3').allTextContents();

for (const javaScriptEnabled of [true, false]) {
  describe(`a buyer ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    let page;
    let follow;
    const buyer = javaScriptEnabled ? 'Hotel Rajabasa' : 'Kafe Senggigi';
    before(async () => { page = await open(browser, server.address, { ...phone, javaScriptEnabled }); });
    after(async () => { assert.deepEqual(page.faults, []); await page.context().close(); });

    test('narrows the gallery by facets and takes one off again', async () => {
      await page.goto('/');
      await page.click('.nk-family:has-text("Tenun")');
      await page.waitForURL(/kategori=fashion/);
      const all = (await names(page)).length;
      await page.click('.nk-filterbar button[popovertarget=saring]');
      await page.check('#saring input[name=grade][value=A]');
      await page.click('#saring > .nk-btn');
      await page.waitForURL(/grade=A/);
      const some = (await names(page)).length;
      assert.ok(some > 0 && some < all, `${some} of ${all}`);
      assert.deepEqual(new Set(await page.locator('.nk-product .nk-grade b').allTextContents()), new Set(['A']));
      await page.click('a.nk-pill:has-text("Siap ekspor")');
      await page.waitForURL((url) => !url.search.includes('grade'));
      assert.equal((await names(page)).length, all);
      await page.goto('/galeri?maks=1');
      assert.match(await text(page, '.nk-empty'), /Tidak ada yang cocok/);
    });

    test('finds songket by a misspelt word, sees why it bears its label, and puts it into the basket', async () => {
      await page.goto('/galeri');
      await page.fill('.nk-search input', 'sonket');
      await page.press('.nk-search input', 'Enter');
      await page.waitForURL(/q=sonket/);
      assert.ok((await names(page)).every((name) => /Songket/.test(name)));
      assert.match(await text(page, '.nk-meant'), /Maksud Anda songket/);
      await page.click('h3 a:has-text("Subahnale")');
      await page.waitForURL('**/produk/songket-subahnale*');
      await page.click('.nk-why summary');
      assert.match(await text(page, '.nk-why'), /Nilai \d kurator, tanpa melihat nama usaha.*Berlaku sampai/s);
      await page.click('.nk-buy .nk-btn-primary');
      await page.waitForURL('**/keranjang');
      assert.match(await text(page, '.nk-lines'), /Songket Subahnale/);
    });

    test('adds coffee from the shelf, is told what is wrong, loses nothing, and asks both makers', async () => {
      await page.goto('/galeri?q=kopi+drip');
      await page.click('.nk-pick');
      await page.waitForSelector('.nk-pick[aria-pressed=true]');
      assert.equal(await text(page, '.nk-top .nk-count'), '2');
      await page.click('.nk-top a[href="/keranjang"]');
      await page.waitForURL('**/keranjang');
      await page.fill('#name', buyer);
      await page.fill('#contact', '0812');
      await page.fill('#message', 'Apakah bisa dikirim ke Bandar Lampung?');
      await page.locator('[name=jumlah]').first().fill('3');
      await page.click('#kirim .nk-btn-primary');
      await page.waitForURL(/draf=/);
      assert.match(await text(page, '#contact-error'), /Terlalu pendek/);
      assert.equal(await page.inputValue('#name'), buyer);
      assert.equal(await page.locator('[name=jumlah]').first().inputValue(), '3');
      await page.fill('#contact', '0812 7777 0001');
      await page.click('#kirim .nk-btn-primary');
      await page.waitForURL('**/keranjang/terkirim?baru=2');
      assert.equal(await page.locator('.nk-letter').count(), 2);
      const links = await page.locator('.nk-letter a[href^="https://wa.me/62"]').evaluateAll((all) => all.map((a) => a.href));
      assert.equal(links.length, 2);
      const ready = new URL(links.find((link) => link.includes('Songket'))).searchParams.get('text');
      assert.match(ready, new RegExp(`Halo Tenun Sari Sukarara, saya ${buyer}.*- 3 lembar Songket Subahnale.*Bandar Lampung`, 's'));
      follow = await page.getAttribute('.nk-letter:has-text("Tenun Sari Sukarara") a[href^="/pesan/"]', 'href');
      await page.goto('/keranjang');
      assert.match(await text(page, '.nk-empty'), /masih kosong/);
    });

    test('reads the weaver\'s answer on the secret link and writes back', async () => {
      const weaver = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await signIn(weaver, '0812 3456 7801');
      await weaver.goto('/pesan-masuk');
      if (javaScriptEnabled) await hydrated(weaver);
      await weaver.click(`a:has-text("${buyer}")`);
      await weaver.waitForURL(/\/pesan-masuk\/[0-9a-f-]{36}/);
      if (javaScriptEnabled) await hydrated(weaver);
      await weaver.fill('textarea', 'Bisa, tiga lembar siap minggu ini.');
      await weaver.click('form:has(textarea) button');
      await weaver.waitForSelector('text=Bisa, tiga lembar siap minggu ini.');
      await weaver.context().close();

      await page.goto(follow);
      assert.match(await text(page, '.nk-talk'), /Bisa, tiga lembar siap minggu ini/);
      await page.fill('#text', 'Kami ambil ketiganya.');
      await page.click('#balas button');
      await page.waitForURL(/terkirim=1/);
      assert.match(await text(page, '.nk-talk'), /Kami ambil ketiganya/);
    });
  });
}

for (const [view, scheme] of [[phone, 'light'], [desk, 'dark']]) {
  test(`every public page can be used by everybody (${view.viewport.width} px, ${scheme})`, async () => {
    const page = await open(browser, server.address, { ...view, colorScheme: scheme });
    const look = async (path) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), [], path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${path} is wider than the screen`);
    };
    for (const path of ['/', '/en', '/galeri', '/en/galeri?q=kopi', '/galeri?maks=1', '/koleksi', '/katalog', '/keranjang', '/masuk', '/en/daftar']) {
      await look(path);
    }
    await page.goto('/galeri');
    const product = await page.getAttribute('.nk-product h3 a', 'href');
    await look(product);
    await look(`/en${product}`);
    await look(await page.getAttribute('.nk-by a', 'href'));
    await page.goto('/koleksi');
    await look(await page.getAttribute('.nk-shelf h2 a', 'href'));
    await page.context().close();
  });
}
