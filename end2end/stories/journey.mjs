// The main job: a songket travels from a weaver's phone to the public gallery, and a buyer's question back to her.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assign, beginProduct, cast, openRound, release, score, send } from '../curating.mjs';
import { phone, startBrowser, startServer } from '../world.mjs';

const lale = '0812 3456 7801';
const siti = 'siti@plut-ntb.id';
const curators = ['baiq', 'hamdan', 'ratna', 'nurul', 'nengah'].map((name) => `${name}@plut-ntb.id`);
const secrets = ['Lale', 'Suryani', 'Sari Sukarara', '81234567801', '9120304471001', 'Bun Sundak'];

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  const season = `Putaran cerita ${how}`;
  const cloth = javaScriptEnabled ? 'Songket Bintang Empat' : 'Songket Keker Wangi';

  describe(`a songket ${how} script`, () => {
    const crew = () => cast(browser, () => server, javaScriptEnabled);
    let round;
    let result;
    let letter;

    test('the manager opens a round for cloth', async () => {
      const people = crew();
      round = await openRound(people, siti, season, 'fashion');
      await people.leave();
    });

    test('the weaver writes it in four steps on her phone, is told what a field lacks, and sends it', async () => {
      const people = crew();
      const page = await people.enter(lale, phone);
      await beginProduct(people, page, {
        name: cloth, family: 'fashion', photos: [javaScriptEnabled ? 'songket-subahnale-1' : 'songket-subahnale-2'],
        words: 'Songket sutra 105 × 180 cm, motif bintang empat, benang emas.',
      });
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
      result = await send(people, page);
      await page.waitForSelector('h2:has-text("Sudah kami terima")');
      await people.leave();
    });

    test('two curators score it blind and far apart, and a third is called', async () => {
      const people = crew();
      await assign(people, siti, round);
      const blind = (html) => secrets.forEach((secret) => assert.ok(!html.includes(secret), `the sheet says ${secret}`));
      const scored = await score(people, curators, season, [5, 3, 4], { note: 'Tenunan rapat, benang emas rata.', check: blind });
      assert.equal(scored, 3, 'forty points apart call a third');
      await people.leave();
    });

    test('she learns nothing before the decisions are released together, and everything after', async () => {
      const people = crew();
      const page = await people.enter(lale, phone);
      await page.goto(result);
      assert.match(await page.textContent('main'), /Sedang dinilai/);
      assert.doesNotMatch(await page.textContent('main'), /Nilai \d+ dari 100/);
      const shelf = await fetch(`${server.address}/galeri?q=${encodeURIComponent(cloth)}`);
      assert.ok(!(await shelf.text()).includes(`>${cloth}<`), 'it stands nowhere yet');

      await release(people, siti, round);
      await page.goto(result);
      const told = await page.textContent('main');
      assert.match(told, /Nilai \d+ dari 100/);
      assert.match(told, /Nilai tengah dari 3 kurator/);
      assert.match(told, /Tenunan rapat, benang emas rata/);
      await people.leave();
    });

    test('a buyer finds it by a misspelt word and by a facet, and asks', async () => {
      const people = crew();
      const buyer = await people.enter(null, phone);
      await buyer.goto(`/galeri?q=${encodeURIComponent(cloth.replace('ngk', 'nk').toLowerCase())}`);
      await buyer.waitForSelector(`article:has-text("${cloth}")`);
      await buyer.goto('/galeri');
      await buyer.click('.nk-cats a:has-text("Tenun")');
      await buyer.click(`article a:has-text("${cloth}")`);
      await buyer.waitForURL(/\/produk\//);
      assert.match(await buyer.textContent('main'), /Tenun Sari Sukarara/);
      await buyer.click('main button:has-text("keranjang")');
      await buyer.goto('/keranjang');
      await buyer.fill('[name=name]', 'Hotel Rajabasa');
      await buyer.fill('[name=contact]', '0721 123456');
      await buyer.fill('[name=message]', 'Bisa dua lembar sebelum Lebaran?');
      await buyer.click('main form button.nk-btn-primary:has-text("Kirim")');
      await buyer.waitForSelector('a[href*="/pesan/"]');
      letter = await buyer.getAttribute('a[href*="/pesan/"]', 'href');
      await people.leave();
    });

    test('the weaver answers, and the buyer reads it behind the secret link', async () => {
      const people = crew();
      const page = await people.enter(lale, phone);
      await page.goto('/pesan-masuk');
      await page.click('a:has-text("Hotel Rajabasa")');
      await page.waitForURL(/\/pesan-masuk\/./);
      await people.ready(page);
      await page.fill('[name=text]', 'Bisa, siap tanggal 20.');
      await page.click('button:has-text("Kirim jawaban")');
      await page.waitForSelector('.nk-thread .is-mine:has-text("siap tanggal 20")');
      const buyer = await people.enter(null, phone);
      await buyer.goto(letter);
      assert.match(await buyer.textContent('main'), /Bisa, siap tanggal 20\./);
      await people.leave();
    });
  });
}
