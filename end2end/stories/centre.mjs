// A visitor looks whether the centre is open, complains without an account, and follows the answer; the desk answers, the
// manager puts it into the register and mends it, changes the opening hours, and news go out. With and without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { desk, hydrated, open, phone, signIn, startBrowser, startServer } from '../world.mjs';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

for (const javaScriptEnabled of [true, false]) {
  describe(`a centre's face ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    const what = javaScriptEnabled ? 'Kursi tunggu di meja depan kurang.' : 'Papan arah di jalan besar tidak terlihat.';
    const neutral = javaScriptEnabled ? 'Kursi tunggu kurang pada jam ramai.' : 'Papan arah tidak terlihat dari jalan besar.';
    const ready = (page) => (javaScriptEnabled ? hydrated(page) : page.waitForLoadState());
    const staff = async (contact) => {
      const page = await open(browser, server.address, { ...desk, javaScriptEnabled });
      await signIn(page, contact);
      return page;
    };
    const leave = async (page) => {
      assert.deepEqual(page.faults.filter((fault) => !/status of 422/.test(fault)), []);
      await page.context().close();
    };
    let link;

    test('a visitor finds the centre from the first page and complains without a name', async () => {
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await page.goto('/');
      await page.click('a:has-text("Lihat halaman PLUT NTB")');
      await page.waitForURL('**/plut/plut-ntb');
      assert.match(await page.textContent('h1'), /PLUT NTB/);
      assert.match(await page.textContent('main'), /Buka sampai|Tutup|Libur/);
      await page.click('.nk-btn:has-text("Sampaikan keluhan atau saran")');
      await page.waitForURL('**/plut/plut-ntb/suara');
      await page.fill('#text', 'Sempit');
      await page.click('#suara button');
      await page.waitForURL(/draf=/);
      assert.match(await page.textContent('#text-error'), /Terlalu pendek/);
      assert.equal(await page.inputValue('#text'), 'Sempit');
      await page.check('[name=kind][value=suggestion]');
      await page.fill('#text', what);
      await page.click('#suara button');
      await page.waitForURL(/\/suara\/.*baru=1/);
      assert.match(await page.textContent('main'), /Menunggu jawaban paling lambat/);
      link = new URL(page.url()).pathname;
      await leave(page);
    });

    test('the desk sees what is due and answers', async () => {
      const page = await staff('zul@plut-ntb.id');
      await page.goto('/kelola/suara');
      await ready(page);
      await page.click(`a:has-text("${what}")`);
      await page.waitForURL(/\/kelola\/suara\/[0-9a-f-]{36}/);
      await ready(page);
      await page.fill('textarea', 'Terima kasih, kami urus minggu ini.');
      await page.click('button:has-text("Kirim jawaban")');
      await page.waitForSelector('.nk-thread >> text=Terima kasih, kami urus minggu ini.');
      assert.equal(await page.locator('a[href*="dari="]').count(), 0, 'the desk does not keep the register');
      await leave(page);
    });

    test('the manager puts it into the register, is told what a plan needs, and publishes it', async () => {
      const page = await staff('siti@plut-ntb.id');
      await page.goto('/kelola/suara');
      await ready(page);
      await page.click(`a:has-text("${what}")`);
      await page.waitForURL(/\/kelola\/suara\/[0-9a-f-]{36}/);
      await ready(page);
      await page.click('a:has-text("Masukkan ke daftar perbaikan")');
      await page.waitForURL(/dari=/);
      await page.waitForSelector('#butir textarea');
      await page.fill('[name="form[heard_id]"]', neutral);
      await page.selectOption('[name="form[progress]"]', 'planned');
      await page.click('#butir button');
      await page.waitForSelector('#butir .nk-error');
      if (javaScriptEnabled) assert.equal(await page.inputValue('[name="form[heard_id]"]'), neutral);
      await page.fill('[name="form[heard_id]"]', neutral);
      await page.selectOption('[name="form[progress]"]', 'planned');
      await page.fill('[name="form[action_id]"]', 'Ditambah minggu depan.');
      await page.selectOption('[name="form[owner]"]', { label: 'M. Zulkarnain' });
      await page.fill('[name="form[due_on]"]', '2030-01-31');
      await page.click('#butir button');
      await page.waitForSelector(`article:has-text("${neutral}")`);
      await page.click(`article:has-text("${neutral}") button:has-text("Publikasikan")`);
      await page.waitForSelector(`article:has-text("${neutral}") button:has-text("Tarik dari publik")`);
      await leave(page);
    });

    test('the visitor reads the answer and finds the line in the public register', async () => {
      const page = await open(browser, server.address, { ...phone, javaScriptEnabled });
      await page.goto(link);
      assert.match(await page.textContent('.nk-talk'), /kami urus minggu ini/);
      assert.match(await page.textContent('.nk-register'), new RegExp(neutral));
      await page.goto('/plut/plut-ntb/perbaikan');
      const line = await page.textContent(`.nk-mended:has-text("${neutral}")`);
      assert.match(line, /Direncanakan.*M\. Zulkarnain.*31 Januari 2030/s);
      assert.ok(!(await page.textContent('main')).includes(what), 'what was told is not public');
      await leave(page);
    });

    test('the manager changes hours and services, takes one away and puts it back', async () => {
      const page = await staff('siti@plut-ntb.id');
      await page.goto('/kelola/pusat');
      await ready(page);
      await page.fill('[name="form[days][5][opens]"]', javaScriptEnabled ? '10:00' : '10:30');
      await page.click('#jam button:has-text("Simpan")');
      await page.waitForSelector('#perubahan >> text=Sabtu');
      const name = javaScriptEnabled ? 'Pojok ekspor' : 'Pojok impor';
      await ready(page);
      await page.fill('[name="form[name_id]"]', name);
      await page.selectOption('[name="form[field]"]', 'networks');
      await page.click('#layanan form:has([name="form[name_id]"]) button');
      await page.waitForSelector(`#layanan .nk-row:has-text("${name}")`);
      await ready(page);
      await page.click(`#layanan .nk-row:has-text("${name}") summary`);
      await page.click(`#layanan .nk-row:has-text("${name}") button`);
      await page.waitForSelector(`#dihapus .nk-row:has-text("${name}")`);
      await ready(page);
      await page.click(`#dihapus .nk-row:has-text("${name}") button`);
      await page.waitForSelector(`#layanan .nk-row:has-text("${name}")`);
      await page.goto('/plut/plut-ntb');
      assert.match(await page.textContent('.nk-hours'), javaScriptEnabled ? /10\.00–12\.00/ : /10\.30–12\.00/);
      assert.match(await page.textContent('#layanan'), new RegExp(name));
      await leave(page);
    });

    test('a consultant writes news and shows her name', async () => {
      const page = await staff('dewi@plut-ntb.id');
      const title = javaScriptEnabled ? 'Kelas ekspor dibuka' : 'Kelas impor dibuka';
      await page.goto('/kelola/kabar');
      await ready(page);
      await page.fill('[name="form[title_id]"]', title);
      await page.fill('[name="form[text_id]"]', 'Setiap Selasa pagi di ruang kelas Rinjani, tanpa mendaftar.');
      await page.click('#baru button');
      await page.waitForURL(/\/kelola\/kabar\/[0-9a-f-]{36}/);
      await page.waitForSelector('button:has-text("Publikasikan")');
      await ready(page);
      await page.click('button:has-text("Publikasikan")');
      await page.waitForSelector('button:has-text("Tarik")');
      await page.goto('/kabar');
      await page.click(`h3 a:has-text("${title}")`);
      await page.waitForURL('**/kabar/kelas-*');
      assert.match(await page.textContent('h1'), new RegExp(title));
      await page.goto('/kelola/nama');
      await ready(page);
      await page.click('button:has-text("Jangan tampilkan saya")');
      await page.waitForSelector('text=Nama Anda tidak tampil');
      await page.goto('/plut/plut-ntb');
      assert.ok(!(await page.textContent('#orang')).includes('Dewi Kartika'));
      await page.goto('/kelola/nama');
      await ready(page);
      await page.click('button:has-text("Tampilkan saya")');
      await page.waitForSelector('text=Nama Anda tampil');
      await leave(page);
    });
  });
}

for (const [view, scheme] of [[phone, 'light'], [desk, 'dark']]) {
  test(`the faces of centres can be used by everybody (${view.viewport.width} px, ${scheme})`, async () => {
    const page = await open(browser, server.address, { ...view, colorScheme: scheme });
    for (const path of ['/plut', '/plut/plut-ntb', '/en/plut/plut-bali', '/plut/plut-ntb/suara', '/plut/plut-ntb/perbaikan',
      '/provinsi/nusa-tenggara-barat', '/perajin', '/en/perajin?q=kopi', '/kabar', '/pembuat/tenun-sari-sukarara']) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), [], path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${path} is wider than the screen`);
    }
    await page.context().close();
  });
}
