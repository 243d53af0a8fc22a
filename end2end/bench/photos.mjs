// What a photo of twelve megapixels costs: sent as her phone sends it, until every size of it is on the disk.
import { open, phone, signIn, startBrowser } from '../world.mjs';
import { Figures, median } from './figures.mjs';
import { SERVER_CORE, serve, village } from './serve.mjs';

const PHOTOS = 5;

/** A JPEG of 4000 × 3000 with threads, light and the grain of a camera; another one for another seed. */
const draw = (page, seed) => page.evaluate(async (first) => {
  const canvas = new OffscreenCanvas(4000, 3000);
  const pen = canvas.getContext('2d');
  let state = first;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const light = pen.createLinearGradient(0, 0, 4000, 3000);
  for (const [at, colour] of [[0, '#5b1a1a'], [0.4, '#c9962b'], [1, '#1d2b45']]) light.addColorStop(at, colour);
  pen.fillStyle = light;
  pen.fillRect(0, 0, 4000, 3000);
  for (let n = 0; n < 20_000; n += 1) {
    pen.fillStyle = `hsl(${360 * random()} 60% ${20 + 60 * random()}% / 0.5)`;
    pen.fillRect(4000 * random(), 3000 * random(), 4 + 120 * random(), 2 + 12 * random());
  }
  const picture = pen.getImageData(0, 0, 4000, 3000);
  for (let n = 0; n < picture.data.length; n += 4) {
    const grain = 24 * (random() - 0.5);
    for (let c = 0; c < 3; c += 1) picture.data[n + c] += grain;
  }
  pen.putImageData(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(',')[1]);
    reader.readAsDataURL(blob);
  });
}, seed);

const figures = new Figures(import.meta.url);
const home = await village();
const server = await serve(home.folder, { core: SERVER_CORE });
const browser = await startBrowser();
try {
  const page = await open(browser, server.address, { ...phone, javaScriptEnabled: false });
  await signIn(page, '081234567801');
  await page.goto('/produk-saya/baru');
  await page.fill('[name="form[name]"]', 'Songket Dua Belas Juta Titik');
  await page.locator('[name="form[category]"]').first().check({ force: true });
  await page.click('main form .nk-btn-primary');
  await page.waitForURL(/\/produk-saya\/[0-9a-f-]{36}/);
  const [product] = page.url().match(/[0-9a-f-]{36}/);
  const studio = await browser.newPage();
  const photos = [];
  for (let n = 0; n < PHOTOS; n += 1) photos.push(Buffer.from(await draw(studio, n + 1), 'base64'));

  const before = await server.memory();
  const times = [];
  const peaks = [];
  for (const [n, buffer] of photos.entries()) {
    await server.forgetPeak();
    const begun = performance.now();
    const answer = await page.context().request.post(`${server.address}/unggah/produk/${product}`, {
      headers: { Origin: server.address, Accept: 'application/json' },
      multipart: { photo: { name: `foto-${n}.jpg`, mimeType: 'image/jpeg', buffer } },
    });
    times.push(performance.now() - begun);
    if (!answer.ok()) throw new Error(`the photo was refused: ${answer.status()} ${await answer.text()}`);
    peaks.push((await server.memory()).peak);
  }
  const megabytes = median(photos.map((photo) => photo.length)) / 1e6;
  figures.note(`Photos: ${PHOTOS} JPEG of 4000 × 3000, ${megabytes.toFixed(1)} MB each, one processor; sent, decoded, three sizes and their blurs in WebP, written`);
  figures.figure({ name: 'Photo of 12 megapixels', ours: median(times), unit: 'ms', times });
  figures.figure({ name: 'Photo of 12 megapixels: server’s memory at its peak', ours: median(peaks), unit: 'MB', peaks });
  figures.figure({ name: 'Photo of 12 megapixels: above the server at rest', ours: median(peaks) - before.now, unit: 'MB' });
  figures.figure({ name: 'Photo of 12 megapixels: kept afterwards', ours: (await server.memory()).now - before.now, unit: 'MB' });
} finally {
  await browser.close();
  await server.stop();
  await home.remove();
}
await figures.keep();
