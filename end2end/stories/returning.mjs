// A weak food product comes back with tasks, is mended, returns in the next round, and passes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assign, beginProduct, cast, openRound, release, score, send } from '../curating.mjs';
import { phone, startBrowser, startServer } from '../world.mjs';

const yuliana = '0812 3456 7803';
const hendra = 'hendra@plut-lampung.id';
const curators = ['sri', 'bambang', 'dian'].map((name) => `${name}@plut-lampung.id`);
const label = ['name', 'ingredients', 'net_content', 'maker', 'halal', 'best_before', 'licence'];

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  const crisps = javaScriptEnabled ? 'Keripik talas pedas' : 'Keripik sukun gurih';
  const season = (n) => `Pangan ${n} ${how}`;

  describe(`weak crisps ${how} script`, () => {
    const crew = () => cast(browser, () => server, javaScriptEnabled);
    let product;
    let first;

    test('cannot be sent before the label says what the law asks', async () => {
      const people = crew();
      await openRound(people, hendra, season(1), 'food', 7);
      const page = await people.enter(yuliana, phone);
      await beginProduct(people, page, {
        name: crisps, family: 'food', photos: [javaScriptEnabled ? 'keripik-pisang-1' : 'keripik-pisang-2'],
        label: 'keripik-pisang-label', words: 'Keripik tipis, digoreng dua kali.',
      });
      await page.fill('[name="form[price]"]', '17.000');
      await page.fill('[name="form[unit]"]', 'bungkus');
      await page.fill('[name="form[capacity]"]', '900');
      await page.fill('[name="form[net_content]"]', '150 g');
      await page.click('button:has-text("Simpan dan lanjut")');
      await page.waitForURL(/langkah=kirim/);
      await people.ready(page);
      product = new URL(page.url()).pathname;
      for (const item of label) await page.check(`[name="form[label][]"][value=${item}]`);
      await page.click('button:has-text("Simpan daftar label")');
      await page.waitForSelector('a:has-text("Tanggal dan kode produksi")');
      await people.ready(page);
      assert.ok(await page.isDisabled('button:has-text("Kirim ke kurator")'));
      await page.check('[name="form[label][]"][value=production_code]');
      await page.click('button:has-text("Simpan daftar label")');
      first = await send(people, page);
      await people.leave();
    });

    test('are returned with tasks', async () => {
      const people = crew();
      const manager = await people.enter(hendra);
      await manager.goto('/putaran');
      const round = await manager.getAttribute(`a:has-text("${season(1)}")`, 'href');
      await assign(people, hendra, round);
      assert.equal(await score(people, curators, season(1), [2, 2], { note: 'Segel mudah terbuka.' }), 2);
      await release(people, hendra, round);
      const page = await people.enter(yuliana, phone);
      await page.goto(first);
      const told = await page.textContent('main');
      assert.match(told, /Perlu perbaikan/);
      assert.match(told, /Segel mudah terbuka/);
      await people.ready(page);
      const tasks = page.locator('.nk-task:not(.is-done)');
      const count = await tasks.count();
      assert.ok(count > 0, 'every weak score is a task');
      await tasks.first().locator('summary').click();
      await tasks.first().locator('textarea').fill('Segel diganti dengan mesin panas.');
      await tasks.first().locator('button').click();
      await page.waitForFunction((count) => document.querySelectorAll('.nk-task:not(.is-done)').length === count, count - 1);
      await people.leave();
    });

    test('come back in the next round and pass, with the earlier grade beside', async () => {
      const people = crew();
      const round = await openRound(people, hendra, season(2), 'food', 7);
      const page = await people.enter(yuliana, phone);
      await page.goto(`${product}?langkah=kirim`);
      const second = await send(people, page);
      assert.notEqual(second, first);
      await assign(people, hendra, round);
      assert.equal(await score(people, curators, season(2), [4, 4]), 2);
      await release(people, hendra, round);
      await page.goto(second);
      const told = await page.textContent('main');
      assert.match(told, /Nilai 80 dari 100/);
      assert.match(told, new RegExp(season(1)), 'the earlier round is part of its journey');
      await page.goto('/produk-saya');
      assert.match(await page.textContent(`article:has-text("${crisps}")`), /Tampil di galeri/);
      await people.leave();
    });
  });
}
