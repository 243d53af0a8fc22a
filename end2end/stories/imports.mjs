// A clerk at the front desk brings an office's messy list, mends three rows, takes it over, undoes it, and does it again.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cast } from '../curating.mjs';
import { startBrowser, startServer } from '../world.mjs';

const zul = 'zul@plut-ntb.id';

let server;
let browser;
before(async () => { [server, browser] = await Promise.all([startServer(), startBrowser()]); });
after(async () => { await browser?.close(); await server?.stop(); });

/** The list as the office keeps it: a title, a group heading, a sum, and what people write into cells. */
const list = (mark) => `DINAS KOPERASI DAN UKM KABUPATEN LOMBOK TENGAH;;;;;;
Data UMKM binaan tahun 2025;;;;;;
;;;;;;
No;Nama Pemilik;Nama Usaha;Kecamatan;Kabupaten;No HP;Omzet/Bulan
1;IBU ${mark} SAHNUN;Tenun ${mark} Sahnun;Kec. Pujut;Lombok Tengah;0812 0000 ${mark}1;Rp 4.500.000
2;;Keripik ${mark} Rusdi;Praya;Loteng;0812-0000-${mark}2;2 jt
3;Amaq ${mark} Darma;Gerabah ${mark} Darma;Jonggat;Kab. Lombok Tengah;0812;1,5 juta
4;Inaq ${mark} Rahma;Ketak ${mark} Rahma;Kopang;Sumbawa Wangi;0812 0000 ${mark}4;tidak tentu
5;Ibu ${mark} Sahnun;TENUN ${mark} SAHNUN;Pujut;Lombok Tengah;+62 812 0000 ${mark}1;
JUMLAH;;;;;;Rp 8.000.000
`;

for (const javaScriptEnabled of [true, false]) {
  const mark = javaScriptEnabled ? '771' : '882';

  describe(`an office's list ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    const crew = () => cast(browser, () => server, javaScriptEnabled);
    let address;

    test('is no list when it is none, and is read row by row when it is one', async () => {
      const people = crew();
      const page = await people.enter(zul);
      await page.goto('/impor');
      const bring = async (name, text) => {
        await people.ready(page);
        await page.setInputFiles('#list', { name, mimeType: 'text/csv', buffer: Buffer.from(text) });
        await page.click('button:has-text("Baca daftar")');
      };
      await bring('surat.csv', 'Selamat pagi,\nini bukan daftar.\n');
      await page.waitForURL(/draf=/);
      assert.match(await page.textContent('[role=alert]'), /Tidak ada baris usaha/);
      await bring('dinas.csv', list(mark));
      await page.waitForURL(/\/impor\/[0-9a-f-]{36}$/);
      address = page.url();
      const kinds = await page.textContent('.nk-pills');
      assert.match(kinds, /Usaha baru\s*2/);
      assert.match(kinds, /Perlu diperbaiki\s*2/);
      assert.match(kinds, /Sudah ada\s*1/);
      assert.match(await page.textContent('table'), /Nomor HP tidak lengkap/);
      await people.leave();
    });

    test('has three rows mended: an owner, a place, a telephone', async () => {
      const people = crew();
      const page = await people.enter(zul);
      const mend = async (name, field, value) => {
        await page.goto(address);
        await people.ready(page);
        await page.click(`td a:has-text("${name}")`);
        await page.waitForURL(/baris/);
        await people.ready(page);
        if (field === 'district') await page.selectOption('[name="form[district]"]', value);
        else await page.fill(`[name="form[${field}]"]`, value);
        await page.click('button:has-text("Simpan")');
        await page.waitForSelector('header p:has-text("usaha baru")');
      };
      await page.goto(address);
      await people.ready(page);
      await page.click(`td a:has-text("Keripik ${mark}")`);
      await page.waitForURL(/baris/);
      assert.match(await page.textContent('.nk-cells'), /Praya/, 'what stood there is shown');
      await people.ready(page);
      await page.fill('[name="form[phone]"]', '12');
      await page.click('button:has-text("Simpan")');
      await page.waitForSelector('.nk-form .nk-error');
      assert.equal(await page.inputValue('[name="form[phone]"]'), '12', 'what was typed stays');
      await mend(`Keripik ${mark}`, 'owner', `Amaq ${mark} Rusdi`);
      await mend(`Ketak ${mark}`, 'district', '520203');
      await mend(`Gerabah ${mark}`, 'phone', `0812 0000 ${mark}3`);
      await people.leave();
    });

    test('is taken over, undone, and taken over again with the mended rows', async () => {
      const people = crew();
      const page = await people.enter(zul);
      await page.goto(address);
      await people.ready(page);
      await page.click('button:has-text("Masukkan 4 usaha")');
      await page.waitForSelector('td:has-text("sudah masuk")');
      await page.goto(`/binaan?q=${mark}`);
      assert.equal(await page.locator('tbody tr').count(), 4);
      await page.click(`a:has-text("Keripik ${mark} Rusdi")`);
      await page.waitForURL('**/usaha/**');
      await page.waitForSelector('text=Tercatat di daftar dinas.csv, omzet Rp24.000.000 setahun');
      await page.goto(address);
      await people.ready(page);
      await page.click('summary:has-text("Batalkan impor")');
      await page.click('button:has-text("Ya, batalkan")');
      await page.waitForSelector('text=4 berkas usaha sudah dihapus');
      await page.goto(`/binaan?q=${mark}`);
      assert.equal(await page.locator('tbody tr').count(), 0);
      await page.goto(address);
      await people.ready(page);
      await page.click('button:has-text("Masukkan 4 usaha")');
      await page.waitForSelector('td:has-text("sudah masuk")');
      await people.leave();
    });
  });
}
