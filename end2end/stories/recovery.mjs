// A weaver who has only a phone forgets her password, and is back after five minutes at the front desk.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cast } from '../curating.mjs';
import { open, phone, signIn, startBrowser, startServer } from '../world.mjs';

const zul = 'zul@plut-ntb.id';
const better = 'alat tenun kayu nangka';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  const [contact, name] = javaScriptEnabled ? ['0812 3456 7801', 'Lale Suryani'] : ['0812 3456 7802', 'Rohani'];

  describe(`a forgotten password ${how} script`, () => {
    const crew = () => cast(browser, () => server, javaScriptEnabled);
    let code;

    test('the desk finds the account, says what it looked at, and gets a code', async () => {
      const people = crew();
      const desk = await people.enter(zul);
      await people.ready(desk);
      await desk.click('a[href="/bantu-masuk"]:visible');
      await desk.waitForURL('**/bantu-masuk');
      await desk.fill('#kontak', 'baiq@plut-ntb.id');
      await desk.click('button:has-text("Cari akun")');
      await desk.waitForSelector('text=Akun ini milik staf');
      await people.ready(desk);
      await desk.fill('#kontak', contact);
      await desk.click('button:has-text("Cari akun")');
      await desk.waitForSelector(`h2:has-text("${name}")`);
      await people.ready(desk);
      await desk.click('button:has-text("Buat kode")');
      await desk.waitForSelector('.nk-error');
      if (!javaScriptEnabled) assert.equal(await desk.inputValue('#kontak'), contact);
      await desk.check('[name=checked][value=card]');
      await desk.click('button:has-text("Buat kode")');
      await desk.waitForSelector('.nk-code');
      code = await desk.textContent('.nk-code');
      assert.match(code, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      assert.ok(!desk.url().includes(code), 'a code does not stand in the address');
      await people.leave();
    });

    test('she is told when the code is wrong or the password weak, and is in with the right ones', async () => {
      const people = crew();
      const page = await people.enter(null, phone);
      await page.goto('/masuk');
      await page.click('a:has-text("Lupa kata sandi?")');
      await page.click('a:has-text("Saya sudah punya kode")');
      await page.waitForURL('**/sandi-baru');
      const answer = async (typed, password) => {
        await page.fill('#code', typed);
        await page.fill('#password', password);
        await page.click('button:has-text("Simpan dan masuk")');
      };
      await page.fill('#contact', contact);
      await answer('AAAA-AAAA', better);
      await page.waitForURL(/draf=/);
      assert.match(await page.textContent('[role=alert]'), /kodenya tidak cocok/);
      assert.equal(await page.inputValue('#contact'), contact);
      await answer(code, 'password');
      await page.waitForSelector('text=paling sering dipakai');
      await answer(code.replace('-', ' ').toLowerCase(), better);
      await page.waitForURL('**/beranda');
      assert.match(await page.textContent('h1'), new RegExp(name.split(' ')[0]));
      await page.goto('/pemberitahuan');
      assert.match(await page.textContent('main'), /diganti dengan kode dari meja depan/);
      await page.goto('/saya');
      assert.match(await page.textContent('main'), /M\. Zulkarnain/);
      await people.leave();
    });

    test('the new password opens the door and the old one does not', async () => {
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await signIn(page, contact);
      assert.match(page.url(), /masuk.*draf=/);
      await signIn(page, contact, better);
      await page.waitForURL('**/beranda');
      await page.context().close();
    });
  });
}
