// C1: everything but photos that a browser loads for a public page, and that none of it is wasm.
import { open, phone, startBrowser } from '../world.mjs';
import { Figures } from './figures.mjs';
import { serve, village } from './serve.mjs';
import { bytes, isPhoto, isProgram, isWasm, kilobytes, listen } from './wire.mjs';

const SVELTEKIT = { value: 51, what: 'SvelteKit, bare page', recorded: true };

const figures = new Figures(import.meta.url);
const home = await village();
const server = await serve(home.folder);
const browser = await startBrowser();
try {
  const [shown] = (await (await fetch(`${server.address}/galeri`)).text()).match(/\/produk\/[a-z0-9-]+/) ?? [];
  if (!shown) figures.note('C1 /produk/{slug}: not measured, the gallery of the demo village is empty');
  for (const path of ['/', '/galeri', ...(shown ? [shown] : [])]) {
    const name = path.replace(/^\/produk\/.+/, '/produk/{slug}');
    const page = await open(browser, server.address, phone); // a context of its own: nothing is cached
    const wire = await listen(page);
    const answer = await page.goto(path);
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
    // Not every browser without a window asks for the icon; others do. Asked for twice, it comes from the cache.
    await page.evaluate(() => fetch(document.querySelector('link[rel=icon]').href).then((icon) => icon.blob()));
    await wire.quiet();
    const files = wire.heard();
    const counted = files.filter((file) => !isPhoto(file));
    figures.figure({
      name: `C1 ${name}: all bytes but photos`,
      ours: kilobytes(bytes(counted)),
      unit: 'kB',
      reference: SVELTEKIT,
      most: 51,
      files: counted.map(({ path: file, bytes: weight, coding }) => ({ file, weight, coding })),
    });
    figures.figure({ name: `C1 ${name}: wasm`, ours: bytes(files.filter(isWasm)), unit: 'B', most: 0 });
    figures.figure({ name: `C1 ${name}: script`, ours: kilobytes(bytes(files.filter(isProgram))), unit: 'kB' });
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.stop();
  await home.remove();
}
await figures.keep();
