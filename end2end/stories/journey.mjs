// The main job: a songket travels from a weaver's phone to the public gallery, and a buyer's question back to her.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { desk, hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

const photo = (name) => fileURLToPath(new URL(`../../server/centre/demo/photos/${name}.jpg`, import.meta.url));
const lale = '0812 3456 7801';
const curators = ['baiq@plut-ntb.id', 'hamdan@plut-ntb.id', 'ratna@plut-ntb.id'];

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

/** `2026-11-24T09:30`, as a form of the centre's time (WITA) takes it, so many hours from now. */
const inHours = (hours) => new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  const season = `Putaran cerita ${how}`;
  const cloth = javaScriptEnabled ? 'Songket Bintang Empat' : 'Songket Keker Wangi';
  const people = [];
  const person = async (contact, view = desk) => {
    const page = await open(browser, server.address, { ...view, javaScriptEnabled });
    people.push(page);
    if (contact) await signIn(page, contact);
    return page;
  };
  const ready = (page) => (javaScriptEnabled ? hydrated(page) : undefined);

  describe(`a songket ${how} script`, () => {
    let result;
    let round;
    let letter;
    after(async () => {
      for (const page of people) {
        const refused = /status of (401|404|409|422)/;
        assert.deepEqual(page.faults.filter((fault) => !refused.test(fault)), []);
        await page.context().close();
      }
    });

    test('the manager opens a round for cloth', async () => {
      const siti = await person('siti@plut-ntb.id');
      await siti.goto('/putaran');
      await ready(siti);
      await siti.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; })).catch(() => {});
      await siti.fill('[name="form[name]"]', season);
      for (const box of await siti.$$('[name="form[categories][]"]')) await box.setChecked(await box.getAttribute('value') === 'fashion');
      await siti.fill('[name="form[opens_at]"]', inHours(-1));
      await siti.fill('[name="form[submit_until]"]', inHours(2));
      await siti.fill('[name="form[score_until]"]', inHours(4));
      await siti.click('button:has-text("Buka putaran")');
      await siti.waitForURL(/\/putaran\/[0-9a-f-]{36}/);
      round = new URL(siti.url()).pathname;
      assert.match(await siti.textContent('main'), new RegExp(season));
    });

    test('the weaver writes it in four steps, with photos, and sends it', async () => {
      const page = await person(lale, phone);
      await page.goto('/produk-saya/baru');
      await ready(page);
      await page.fill('[name="form[name]"]', cloth);
      await page.check('[name="form[category]"][value=fashion]');
      await page.click('button:has-text("Simpan dan lanjut")');
      await page.waitForURL(/langkah=foto/);
      await ready(page);
      const files = [photo(javaScriptEnabled ? 'songket-subahnale-1' : 'songket-subahnale-2')];
      if (javaScriptEnabled) {
        await page.setInputFiles('[name=photo][multiple]', files);
        await page.waitForSelector('.nk-uploads img');
      } else {
        await page.setInputFiles('[name=photo][multiple]', files);
        await page.click('form:has([name=photo][multiple]) button');
        await page.waitForSelector('.nk-uploads img');
      }
      await page.fill('[name="form[description]"]', 'Songket sutra 105 × 180 cm, motif bintang empat, benang emas.');
      await page.click('button:has-text("Simpan dan lanjut")');
      await page.waitForURL(/langkah=harga/);
      await ready(page);
      await page.fill('[name="form[price]"]', 'sejuta');
      await page.fill('[name="form[unit]"]', 'lembar');
      await page.fill('[name="form[capacity]"]', '6');
      await page.click('button:has-text("Simpan dan lanjut")');
      await page.waitForSelector('.nk-error');
      assert.match(await page.textContent('.nk-error'), /Tulis jumlah rupiah/);
      assert.equal(await page.inputValue('[name="form[price]"]'), 'sejuta', 'what was typed is kept');
      await page.fill('[name="form[price]"]', '1.950.000');
      await page.click('button:has-text("Simpan dan lanjut")');
      await page.waitForURL(/langkah=kirim/);
      await page.waitForSelector('text=Semua lengkap');
      await ready(page);
      await page.click('button:has-text("Kirim ke kurator")');
      await page.waitForURL(/\/hasil\//);
      result = new URL(page.url()).pathname;
      assert.match(await page.textContent('main'), /Sudah kami terima/);
    });

    test('two curators are chosen, score blind and far apart, and a third decides', async () => {
      const siti = await person('siti@plut-ntb.id');
      await siti.goto(`${round}?rencana=1`);
      await ready(siti);
      await siti.click('button:has-text("Tugaskan")');
      await siti.waitForLoadState();
      const values = [5, 3, 4];
      let scored = 0;
      for (let turn = 0; turn < 2 && scored < 3; turn += 1) {
        for (const contact of curators) {
          const page = await person(contact);
          await page.goto('/nilai');
          const sheet = page.locator(`section.nk-card-next:has-text("${season}") a, a.nk-row:has-text("${season}")`).first();
          if (await sheet.count() === 0) continue;
          await sheet.click();
          await page.waitForURL(/\/nilai\/[0-9a-f-]{36}/);
          await ready(page);
          const seen = await page.content();
          for (const secret of ['Lale', 'Suryani', 'Sari Sukarara', '81234567801', '9120304471001']) {
            assert.ok(!seen.includes(secret), `the sheet says ${secret}`);
          }
          for (const section of await page.$$('.nk-crit')) {
            const gate = await section.$('.nk-segment');
            const radios = await section.$$('input[type=radio]');
            await radios[gate ? 0 : values[scored] - 1].check({ force: true });
          }
          const notes = await page.$$('.nk-crit textarea');
          await notes[0].fill('Tenunan rapat, benang emas rata.');
          await page.click('button:has-text("Simpan & lanjut"):visible, button:has-text("Simpan dan lanjut"):visible');
          await page.waitForURL((url) => url.pathname === '/nilai' || !url.pathname.endsWith(new URL(page.url()).pathname));
          scored += 1;
        }
      }
      assert.equal(scored, 3, 'forty points apart call a third');
    });

    test('she learns nothing before the decisions are released together', async () => {
      const page = await person(lale, phone);
      await page.goto(result);
      const before = await page.textContent('main');
      assert.match(before, /Sedang dinilai/);
      assert.doesNotMatch(before, /Nilai \d+ dari 100/);

      const siti = await person('siti@plut-ntb.id');
      await siti.goto(`${round}/keputusan`);
      await ready(siti);
      await siti.click('button:has-text("Siapkan keputusan")');
      await siti.waitForSelector('button:has-text("Rilis 1 keputusan")');
      await ready(siti);
      assert.equal(await (await fetch(`${server.address}/galeri?q=${encodeURIComponent(cloth)}`)).text().then((html) => html.includes(cloth)), false);
      await siti.click('button:has-text("Rilis 1 keputusan")');
      await siti.click('button:has-text("Ya, rilis sekarang")');
      await siti.waitForSelector('text=1 keputusan sudah dirilis');

      await page.goto(result);
      const told = await page.textContent('main');
      assert.match(told, /Nilai \d+ dari 100/);
      assert.match(told, /Nilai tengah dari 3 kurator/);
      assert.match(told, /Tenunan rapat, benang emas rata/);
    });

    test('a buyer finds it by a misspelt word and a facet, and asks', async () => {
      const buyer = await person(null, phone);
      await buyer.goto(`/galeri?q=${encodeURIComponent(cloth.replace('ngk', 'nk').toLowerCase())}`);
      await buyer.waitForSelector(`article:has-text("${cloth}")`);
      await buyer.goto('/galeri?kategori=fashion');
      await buyer.click(`a:has-text("${cloth}")`);
      await buyer.waitForURL(/\/produk\//);
      assert.match(await buyer.textContent('main'), /Tenun Sari Sukarara/);
      await buyer.click('button:has-text("keranjang")');
      await buyer.goto('/keranjang');
      await buyer.fill('[name=name]', 'Hotel Rajabasa');
      await buyer.fill('[name=contact]', '0721 123456');
      await buyer.fill('[name=message]', 'Bisa dua lembar sebelum Lebaran?');
      await buyer.click('form button:has-text("Kirim")');
      await buyer.waitForSelector('a[href*="/pesan/"]');
      letter = await buyer.getAttribute('a[href*="/pesan/"]', 'href');
    });

    test('the weaver answers, and the buyer reads it behind the secret link', async () => {
      const page = await person(lale, phone);
      await page.goto('/pesan-masuk');
      await page.click('a:has-text("Hotel Rajabasa")');
      await page.waitForURL(/\/pesan-masuk\/./);
      await ready(page);
      await page.fill('[name=text]', 'Bisa, siap tanggal 20.');
      await page.click('button:has-text("Kirim jawaban")');
      await page.waitForSelector('.nk-thread .is-mine:has-text("siap tanggal 20")');
      const buyer = await person(null, phone);
      await buyer.goto(letter);
      assert.match(await buyer.textContent('main'), /Bisa, siap tanggal 20\./);
    });
  });
}
