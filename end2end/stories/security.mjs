// Getting in with more than a password: the second step of a manager, a weaver's passkey, and a phone that was lost.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { cast } from '../curating.mjs';
import { desk, hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

const siti = 'siti@plut-ntb.id';
const lale = '0812 3456 7801';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

/** The six digits that an app shows for a secret, so many steps of half a minute from now (RFC 6238). */
function code(secret, ahead = 0) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  // Each way has a person of its own: codes open once.
  const who = javaScriptEnabled ? siti : 'baiq@plut-ntb.id';

  describe(`a second step ${how} script`, () => {
    const crew = () => cast(browser, () => server, javaScriptEnabled);
    let secret;
    let spare;

    test('is switched on with an app, which a wrong code does not prove', async () => {
      const people = crew();
      const page = await people.enter(who);
      await page.goto('/saya/keamanan');
      await people.ready(page);
      await page.click('button:has-text("Nyalakan")');
      await page.waitForSelector('.nk-square svg');
      await people.ready(page);
      secret = await page.textContent('.nk-secret');
      await page.fill('#code', '000000');
      await page.click('button:has-text("Periksa dan nyalakan")');
      await page.waitForSelector('#langkah-kedua .nk-error');
      assert.equal(await page.textContent('.nk-secret'), secret, 'the square to scan stays the same');
      await people.ready(page);
      await page.fill('#code', code(secret));
      await page.click('button:has-text("Periksa dan nyalakan")');
      await page.waitForSelector('.nk-spare');
      spare = await page.locator('.nk-spare li').allTextContents();
      assert.equal(spare.length, 10);
      await people.leave();
    });

    test('is asked after the password: for digits of the app, or a spare code, each once', async () => {
      const page = await open(browser, server.address, { ...desk, javaScriptEnabled });
      const step = async (typed) => {
        await page.fill('#code', typed);
        await page.click('button:has-text("Masuk")');
      };
      await signIn(page, who);
      await page.goto('/masuk/kode?ke=%2Fsaya');
      await step('123456');
      await page.waitForURL(/kode.*draf=/);
      assert.match(await page.textContent('.nk-error'), /cocok/);
      assert.match(page.url(), /ke=%2Fsaya/, 'where it leads is kept');
      await page.goto('/saya');
      assert.match(page.url(), /masuk/, 'half way in is not in');
      await page.goto('/masuk/kode?ke=%2Fsaya');
      await step(code(secret, 1));
      await page.waitForURL('**/saya');
      await page.context().clearCookies();
      await signIn(page, who);
      await page.goto('/masuk/kode?ke=%2Fsaya');
      await step(spare[0].toLowerCase());
      await page.waitForURL('**/saya');
      await page.goto('/saya/keamanan');
      assert.match(await page.textContent('#langkah-kedua'), /9 kode cadangan/);
      await page.context().close();
    });
  });

  describe(`a lost phone ${how} script`, () => {
    test('is told to its owner when it first signs in, and is signed out from another', async () => {
      const lost = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await signIn(lost, lale);
      await lost.waitForURL('**/beranda');
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await signIn(page, lale);
      await page.waitForURL('**/beranda');
      await page.goto('/pemberitahuan');
      assert.match(await page.textContent('main'), /perangkat baru: Chrome/);
      await page.goto('/saya/keamanan');
      if (javaScriptEnabled) await hydrated(page);
      const other = page.locator('#perangkat li:has-text("Masuk ·")').first();
      await other.locator('summary').click();
      await other.locator('button:has-text("Ya, keluarkan")').click();
      if (javaScriptEnabled) await other.waitFor({ state: 'detached' });
      await page.goto('/saya/keamanan');
      assert.match(await page.textContent('#perangkat'), /Perangkat ini/);
      await lost.goto('/saya');
      assert.match(lost.url(), /masuk/);
      await lost.context().close();
      await page.context().close();
    });
  });
}

test('a weaver makes a passkey on her phone and signs in with it, until she removes it', async () => {
  const page = await open(browser, server.address, phone);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  await signIn(page, lale);
  await page.waitForURL('**/beranda');
  await page.goto('/saya/keamanan');
  await hydrated(page);
  await page.fill('#kunci [name=name]', 'HP Lale');
  await page.click('button:has-text("Buat kunci sandi")');
  await page.waitForSelector('#kunci b:has-text("HP Lale")');
  await hydrated(page);

  await page.goto('/saya');
  await page.click('form[action$="sign_out"] button:visible');
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/masuk?ke=%2Ftugas');
  await page.click('button:has-text("Masuk dengan kunci sandi")');
  await page.waitForURL('**/tugas');

  await page.goto('/saya/keamanan');
  await hydrated(page);
  const row = page.locator('#kunci li:has-text("HP Lale")');
  await row.locator('summary').click();
  await row.locator('button').click();
  await row.waitFor({ state: 'detached' });
  await page.context().clearCookies();
  await page.goto('/masuk');
  await page.click('button:has-text("Masuk dengan kunci sandi")');
  await page.waitForSelector('[role=alert]:visible');
  assert.match(await page.textContent('[role=alert]:visible'), /Belum berhasil/);
  assert.ok(page.faults.every((fault) => /422/.test(fault)), page.faults.join('\n'));
  await page.context().close();
});
