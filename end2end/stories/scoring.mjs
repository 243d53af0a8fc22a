// Staff at work in a curation: scoring by keyboard, stepping back, what a conflict of interest forbids, and how a manager
// runs a round to its release.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assign, beginProduct, cast, openRound, release, score, send } from '../curating.mjs';
import { phone, startBrowser, startServer } from '../world.mjs';

const rohani = '0812 3456 7802';
const siti = 'siti@plut-ntb.id';
const dewi = 'dewi@plut-ntb.id';
const curators = ['baiq', 'hamdan', 'ratna', 'nurul', 'nengah'].map((name) => `${name}@plut-ntb.id`);

let server;
let browser;
before(async () => { browser = await startBrowser(); });
after(async () => { await browser?.close(); });

/** A village of its own: a product goes to the round that closes first, so rounds of two stories must not meet. */
function ownVillage() {
  before(async () => { server = await startServer(); });
  after(async () => { await server?.stop(); });
}

/** A jug of Rohani's, sent in. The path of its result. */
async function sendJug(people, name, picture) {
  const page = await people.enter(rohani, phone);
  await beginProduct(people, page, { name, family: 'craft', photos: [picture], words: 'Kendi tanah liat, bakar sekam.' });
  await page.fill('[name="form[price]"]', '95.000');
  await page.fill('[name="form[unit]"]', 'buah');
  await page.fill('[name="form[capacity]"]', '120');
  await page.click('button:has-text("Simpan dan lanjut")');
  await page.waitForURL(/langkah=kirim/);
  return send(people, page);
}

/** The curator of this list who has a sheet of the season, with the sheet opened. */
async function atTheSheet(people, season, skip = []) {
  for (const contact of curators.filter((one) => !skip.includes(one))) {
    const page = await people.enter(contact);
    await page.goto('/nilai');
    const sheet = page.locator(`section.nk-card-next:has-text("${season}") a, a.nk-row:has-text("${season}"):not(:has(.nk-chip-ok))`).first();
    if (await sheet.count() === 0) continue;
    await sheet.click();
    await page.waitForURL(/\/nilai\/[0-9a-f-]{36}/);
    await people.ready(page);
    await page.waitForSelector('.nk-crit');
    return { page, contact };
  }
  throw new Error(`nobody has a sheet of ${season}`);
}

describe('a curator at the keyboard', () => {
  ownVillage();
  const season = 'Papan ketik';
  const people = () => cast(browser, () => server, true);
  let round;

  test('scores a whole sheet with 1–5, J, K and Enter; every value is saved while she goes on', async () => {
    const crew = people();
    round = await openRound(crew, siti, season, 'craft');
    await sendJug(crew, 'Kendi susun', 'kendi-gerabah-1');
    await assign(crew, siti, round);
    const { page, contact } = await atTheSheet(crew, season);
    const criteria = await page.locator('.nk-crit').count();
    assert.ok(criteria >= 8);
    await page.keyboard.press('?');
    assert.ok(await page.isVisible('#pintasan'));
    await page.keyboard.press('Escape');

    await page.keyboard.press('3');
    assert.equal(await page.locator('.nk-crit.is-active :checked').count(), 0, 'a gate takes 1 and 5 only');
    await page.keyboard.press('5');
    await page.keyboard.press('j');
    await page.keyboard.press('5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    const weak = page.locator('.nk-crit.is-active');
    await assert.doesNotReject(weak.locator('.nk-crit-task').waitFor(), 'a weak value says what it leads to');
    await page.keyboard.press('n');
    await page.keyboard.type('Segelnya 5 kali terbuka.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.waitForFunction(() => !document.querySelector('.nk-desk-sum [role=status]').textContent);

    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.siap === '1');
    assert.equal(await page.locator('.nk-crit :checked').count(), 3, 'three values were saved without a button');
    assert.equal(await page.inputValue('.nk-crit:nth-of-type(3) textarea'), 'Segelnya 5 kali terbuka.');

    const path = new URL(page.url()).pathname;
    for (let left = criteria - 3; left > 0; left -= 1) {
      await page.keyboard.press(await page.locator('.nk-crit.is-active .nk-segment').count() ? '5' : '4');
      if (left > 1) await page.keyboard.press('Enter');
    }
    await page.waitForFunction(() => /dari 100/.test(document.querySelector('.nk-desk-sum').textContent));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== path);
    await page.goto('/nilai');
    assert.match(await page.textContent('main'), /nilai \d+/);
    await crew.leave();
    curators.unshift(...curators.splice(curators.indexOf(contact), 1));
  });

  test('finds the next sheet empty, whatever was chosen and written on the one before', async () => {
    const crew = people();
    const page = await crew.enter('dian@plut-lampung.id');
    await page.goto('/nilai');
    await page.locator('main a[href^="/nilai/"]').first().click();
    await page.waitForSelector('.nk-crit');
    await crew.ready(page);
    const [path, title] = [page.url(), await page.title()];
    await page.keyboard.press('y');
    assert.equal(await page.locator('.nk-crit.is-active :checked').getAttribute('value'), '5', 'Y is yes');
    await page.keyboard.press('n');
    await page.keyboard.type('Tutupnya longgar.');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('.nk-desk-sum [role=status]').textContent);
    await page.keyboard.press('s');
    await page.waitForURL((url) => url.href !== path);
    await page.waitForFunction((title) => document.title !== title && document.querySelector('.nk-crit'), title);
    assert.equal(await page.locator('.nk-crit :checked').count(), 0);
    assert.deepEqual(await page.locator('.nk-crit textarea').evaluateAll((all) => all.map((one) => one.value).filter(Boolean)), []);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await page.keyboard.press('y');
    await saved;
    await page.reload();
    assert.equal(await page.locator('.nk-crit :checked').count(), 1, 'and what is chosen there counts');
    await crew.leave();
  });

  test('loses no value when the signal goes: they wait on the sheet and are sent when it is back', async () => {
    const crew = people();
    const { page } = await atTheSheet(crew, season, [curators[0]]);
    await page.context().setOffline(true);
    await page.keyboard.press('5');
    await page.waitForSelector('.nk-desk-sum :text("Belum tersimpan")');
    assert.equal(await page.locator('.nk-crit :checked').count(), 1);
    await page.context().setOffline(false);
    await page.waitForFunction(() => !document.querySelector('.nk-desk-sum [role=status]').textContent, null, { timeout: 15_000 });
    await page.reload();
    assert.equal(await page.locator('.nk-crit :checked').count(), 1);
    page.faults = page.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault));
    await crew.leave();
  });

  test('steps back from a sheet she is not free to judge, and another gets it', async () => {
    const crew = people();
    const { page, contact } = await atTheSheet(crew, season, [curators[0]]);
    const path = new URL(page.url()).pathname;
    await page.keyboard.press('c');
    await page.click('#mundur button:has-text("Mundur")');
    await page.waitForURL((url) => url.pathname !== path);
    await page.goto(path);
    assert.match(await page.textContent('main'), /tidak ada|tidak bisa dibuka/i);
    const manager = await crew.enter(siti);
    await manager.goto(round);
    const row = await manager.textContent('tr:has-text("Kendi susun")');
    assert.match(row, /konflik/);
    const other = await atTheSheet(crew, season, [curators[0], contact]);
    assert.notEqual(other.contact, contact);
    await crew.leave();
  });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  const season = `Kendi ${how}`;
  const jug = javaScriptEnabled ? 'Kendi berkuping' : 'Kendi bertutup';

  describe(`a consultant who also curates, ${how} script`, () => {
    ownVillage();
    const crew = () => cast(browser, () => server, javaScriptEnabled);

    test('is invited to the curators, and is kept away from the client whose turnover she noted', async () => {
      const people = crew();
      const manager = await people.enter(siti);
      await manager.goto('/tim');
      await people.ready(manager);
      await manager.fill('#undang [name="form[contact]"]', 'bukan kontak');
      await manager.click('#undang button');
      await manager.waitForSelector('#undang .nk-error');
      await manager.fill('#undang [name="form[contact]"]', dewi);
      await manager.selectOption('#undang [name="form[role]"]', 'curator');
      await manager.click('#undang button');
      await manager.waitForSelector('input[readonly]');
      const link = new URL(await manager.inputValue('input[readonly]')).pathname;

      const guest = await people.enter(dewi);
      await guest.goto(link);
      await people.ready(guest);
      assert.match(await guest.textContent('main'), /mengundang Anda sebagai kurator/);
      await guest.click('button:has-text("Terima undangan")');
      await guest.waitForURL('**/beranda');
      await guest.goto(link);
      assert.match(await guest.textContent('main'), /sudah dipakai/, 'a link works once');
      const consultant = await people.enter(dewi);
      await consultant.goto('/binaan');
      await consultant.click('a:has-text("Gerabah Ibu Rohani")');
      await consultant.waitForURL(/\/usaha\//);
      await people.ready(consultant);
      await consultant.fill('[name="form[turnover]"]', javaScriptEnabled ? '60.000.000' : '64.000.000');
      await consultant.fill('[name="form[as_of]"]', '2025-12-31');
      await consultant.fill('[name="form[workers_women]"]', '3');
      await consultant.fill('[name="form[workers_men]"]', '0');
      await consultant.click('#angka button');
      await consultant.waitForSelector('.nk-figure');

      const round = await openRound(people, siti, season, 'craft');
      await sendJug(people, jug, javaScriptEnabled ? 'kendi-gerabah-2' : 'cangkir-gerabah-1');
      await manager.goto(`${round}?rencana=1`);
      await people.ready(manager);
      assert.doesNotMatch(await manager.textContent('#rencana'), /Dewi Kartika/, 'the plan keeps her away');
      assert.match(await manager.textContent(`tr:has-text("${jug}")`), /konflik:.*Dewi Kartika/);
      await assign(people, siti, round);
      await consultant.goto('/nilai');
      assert.doesNotMatch(await consultant.textContent('main'), new RegExp(season));
      await people.leave();
    });

    test('the manager decides otherwise with a reason, takes it back, and releases', async () => {
      const people = crew();
      const manager = await people.enter(siti);
      await manager.goto('/putaran');
      const round = await manager.getAttribute(`a:has-text("${season}")`, 'href');
      assert.equal(await score(people, curators, season, [3, 3]), 2);
      await manager.goto(`${round}/keputusan`);
      await people.ready(manager);
      await manager.click('button:has-text("Siapkan keputusan")');
      const card = manager.locator(`article:has-text("${jug}")`);
      await card.waitFor();
      await people.ready(manager);
      await card.locator('summary').click();
      await card.locator('select').selectOption('passed');
      await card.locator('button:has-text("Simpan")').click();
      await card.locator('.nk-error').waitFor();
      assert.equal(await card.locator('select').inputValue(), 'passed', 'what was chosen is kept');
      await card.locator('textarea').fill('Sudah dilihat langsung di bengkelnya.');
      await card.locator('button:has-text("Simpan")').click();
      await manager.waitForSelector('text=Diubah karena: Sudah dilihat langsung');
      await people.ready(manager);
      if (!(await card.locator('button:has-text("Batalkan")').isVisible())) await card.locator('summary').click();
      await card.locator('button:has-text("Batalkan")').click();
      await manager.waitForSelector('button:has-text("Siapkan keputusan")');
      await release(people, siti, round);
      const owner = await people.enter(rohani, phone);
      await owner.goto('/pemberitahuan');
      assert.match(await owner.textContent('main'), new RegExp(`Hasil kurasi ${jug}`));
      await people.leave();
    });
  });
}
