// S7: memory at rest, after many requests, and whether it still grows in the second half of them.
import { Figures, full, quick } from './figures.mjs';
import { load } from './load.mjs';
import { SERVER_CORE, serve, village } from './serve.mjs';

const REQUESTS = full ? 1_000_000 : quick ? 20_000 : 100_000;
const BUSINESSES = Number(process.env.SCALE ?? 5000);
const SLICE = 2; // seconds between two looks

const figures = new Figures(import.meta.url);
const pause = (seconds) => new Promise((next) => setTimeout(next, 1000 * seconds));

/** Does something with a server that has only just started: the filling of the database is not in its memory. */
async function rested(scale, then) {
  const home = await village({ scale });
  const server = await serve(home.folder, { core: SERVER_CORE });
  try {
    await pause(2);
    const idle = await server.memory();
    const name = scale ? `S7 memory at rest, ${scale} businesses` : 'S7 memory at rest, demo village';
    figures.figure({ name, ours: idle.now, unit: 'MB', most: 60, without_files: idle.own });
    await then?.(server);
  } finally {
    await server.stop();
    await home.remove();
  }
}

await rested();
await rested(BUSINESSES, async (server) => {
  const page = await (await fetch(`${server.address}/galeri`)).text();
  const products = [...new Set(page.match(/\/produk\/[a-z0-9-]+/g))].slice(0, 10);
  const pages = Array.from({ length: 20 }, (_, n) => `/galeri?hal=${n + 1}`);
  const paths = ['/', '/masuk', '/galeri?q=kopi', '/galeri?q=songkt', '/en/galeri', ...pages, ...products];
  const looks = [];
  for (let asked = 0; asked < REQUESTS;) {
    const { requests } = await load(server.address, { seconds: SLICE, paths });
    asked += requests;
    looks.push({ asked, ...(await server.memory()) });
  }
  const last = looks.at(-1);
  const half = looks.find(({ asked }) => asked >= last.asked / 2);
  const name = `S7 memory after ${last.asked.toLocaleString('en')} requests`;
  figures.figure({ name, ours: last.now, unit: 'MB', most: 150, looks });
  figures.figure({ name: 'S7 growth in the second half of them', ours: 100 * (last.now / half.now - 1), unit: '%', most: 2 });
  await pause(5);
  figures.figure({ name: 'S7 memory five seconds later', ours: (await server.memory()).now, unit: 'MB', most: 150 });
});
await figures.keep();
