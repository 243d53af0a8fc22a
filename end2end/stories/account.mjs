// A weaver opens an account and a business file from her phone, with and without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

for (const javaScriptEnabled of [true, false]) {
  describe(`a weaver ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    const contact = javaScriptEnabled ? '0812 9999 0001' : '0812 9999 0002';

    test('signs up, is told why a password is weak, and loses nothing she typed', async () => {
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await page.goto('/daftar');
      await page.fill('#name', 'Inaq Sahnun');
      await page.fill('#contact', contact);
      await page.fill('#password', 'password');
      await page.click('button:has-text("Buat akun")');
      await page.waitForURL(/draf=/);
      assert.match(await page.textContent('[role=alert]'), /paling sering dipakai/);
      assert.equal(await page.inputValue('#name'), 'Inaq Sahnun');
      assert.equal(await page.inputValue('#contact'), contact);
      assert.equal(await page.inputValue('#password'), '');
      await page.fill('#password', 'tenun pagi di bawah lumbung');
      await page.click('button:has-text("Buat akun")');
      await page.waitForURL('**/beranda');
      assert.match(await page.textContent('h1'), /Inaq Sahnun/);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });

    test('opens a business file, is told what a field lacks, and sees her size class with its reason', async () => {
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await signIn(page, contact, 'tenun pagi di bawah lumbung');
      await page.waitForURL('**/beranda');
      if (javaScriptEnabled) await hydrated(page);
      await page.click('a:has-text("Daftarkan usaha")');
      await page.waitForURL('**/usaha/baru');
      await page.fill('[name="form[name]"]', 'Tenun Inaq Sahnun');
      await page.fill('[name="form[whatsapp]"]', '0812 33');
      await page.click('button:has-text("Buka berkas usaha")');
      await page.waitForSelector('.nk-error');
      assert.equal(await page.inputValue('[name="form[name]"]'), 'Tenun Inaq Sahnun');
      await page.selectOption('[name="form[district]"]', '520202');
      await page.fill('[name="form[whatsapp]"]', '081299990001');
      await page.click('button:has-text("Buka berkas usaha")');
      await page.waitForURL(/\/usaha\/[0-9a-f-]{36}/);
      await page.waitForSelector('h1:has-text("Tenun Inaq Sahnun")');
      if (javaScriptEnabled) await hydrated(page);

      await page.fill('[name="form[turnover]"]', '84.000.000');
      await page.fill('[name="form[as_of]"]', '2025-12-31');
      await page.fill('[name="form[workers_women]"]', '6');
      await page.fill('[name="form[workers_men]"]', '1');
      await page.click('#angka button');
      await page.waitForSelector('.nk-figure');
      assert.match(await page.textContent('.nk-figure'), /Mikro/);
      await page.click('summary:has-text("Mengapa?")');
      assert.match(await page.textContent('details'), /Rp84\.000\.000, tidak lebih dari Rp2\.000\.000\.000.*PP 7\/2021/s);

      if (javaScriptEnabled) {
        const file = page.url();
        await page.click('nav.nk-tabs a[href="/beranda"]');
        await page.waitForURL('**/beranda');
        await page.click('nav.nk-tabs a[href="/saya"]');
        await page.waitForURL('**/saya');
        const gallery = page.locator('li:has-text("Galeri umum")');
        await gallery.locator('button').click();
        await gallery.locator('summary').click();
        assert.match(await gallery.textContent(), /hilang dari galeri umum/);
        await page.goto(file);
        await hydrated(page);
      }
      await page.selectOption('[name="form[kind]"]', 'pirt');
      await page.fill('[name="form[number]"]', '2 10 1871 01 0452');
      await page.click('#izin button');
      await page.waitForSelector('#izin .nk-error');
      assert.match(await page.textContent('#izin .nk-error'), /Baru 13 angka. Salin semua 15 angka/);
      assert.equal(await page.inputValue('[name="form[number]"]'), '2 10 1871 01 0452');
      const expected = javaScriptEnabled ? page.faults.filter((fault) => !/status of 422/.test(fault)) : page.faults;
      assert.deepEqual(expected, []);
      await page.context().close();
    });
  });
}

test('what another centre keeps does not exist for a manager, and an owner sees who read her file', async () => {
  const owner = await open(browser, server.address);
  await signIn(owner, '0812 3456 7801');
  await owner.click('a:has-text("Tenun Sari Sukarara")');
  await owner.waitForURL(/\/usaha\//);
  const file = new URL(owner.url()).pathname;

  const stranger = await open(browser, server.address);
  await signIn(stranger, 'hendra@plut-lampung.id');
  await stranger.goto(file);
  assert.match(await stranger.textContent('main'), /404/);
  assert.doesNotMatch(await stranger.textContent('main'), /Sukarara/);

  const manager = await open(browser, server.address);
  await signIn(manager, 'siti@plut-ntb.id');
  await manager.goto('/binaan');
  await manager.click('a:has-text("Tenun Sari Sukarara")');
  await manager.waitForURL(/\/usaha\//);
  assert.match(await manager.textContent('h1'), /Tenun Sari Sukarara/);

  await owner.goto('/saya');
  assert.match(await owner.textContent('main'), /Siti Rahmawati/);
  await Promise.all([owner, stranger, manager].map((page) => page.context().close()));
});
