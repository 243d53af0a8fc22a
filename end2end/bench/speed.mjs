// S1: a gallery page of thousands of products against a bare axum route: one processor serves, the other asks, by turns.
import { Figures, median, quick } from './figures.mjs';
import { load } from './load.mjs';
import { hello, SERVER_CORE, serve, village } from './serve.mjs';

const REPETITIONS = 3;
const seconds = quick ? 3 : 10;
const BUSINESSES = Number(process.env.SCALE ?? 5000);
/** SvelteKit's list on axum's hello: a naive Leptos list was 0.044 of hello and 4.5 times SvelteKit's. */
const SVELTEKIT = 0.044 / 4.5;

const figures = new Figures(import.meta.url);
const home = await village({ scale: BUSINESSES });
const bare = await hello({ core: SERVER_CORE });
const server = await serve(home.folder, { core: SERVER_CORE });
try {
  const gallery = `${server.address}/galeri`;
  const page = await (await fetch(gallery)).text();
  const cards = new Set(page.match(/\/produk\/[a-z0-9-]+/g)).size;
  if (cards < 24) throw new Error(`a page of ${cards} products instead of 24`);
  const listed = await (await fetch(`${server.address}/sitemap.xml`)).text();
  const products = new Set(listed.match(/\/produk\/[a-z0-9-]+/g)).size;
  const contestants = {
    hello: () => load(bare.address, { seconds }),
    gallery: () => load(gallery, { seconds }),
    brotli: () => load(gallery, { seconds, headers: ['Accept-Encoding: br'] }),
  };
  const runs = { hello: [], gallery: [], brotli: [] };
  await load(gallery, { seconds: 2 }); // warm
  for (let n = 0; n < REPETITIONS; n += 1) {
    for (const [name, ask] of Object.entries(contestants)) runs[name].push(await ask());
  }
  const speed = (name) => median(runs[name].map((one) => one.perSecond));
  const p99 = (name) => median(runs[name].map((one) => one.p99));
  const reference = { value: speed('hello'), what: 'axum, hello' };
  figures.note(`S1: ${cards} of ${products} products (${BUSINESSES} businesses); 16 connections; ${REPETITIONS} × ${seconds} s by turns`);
  figures.figure({ name: 'S1 gallery page', ours: speed('gallery'), unit: 'pages/s', reference, least: 0.1, of: 'ratio', runs });
  figures.figure({
    name: 'S1 gallery page as a part of axum’s hello',
    ours: speed('gallery') / speed('hello'),
    reference: { value: SVELTEKIT, what: 'SvelteKit’s list', recorded: true },
    least: 8,
    of: 'ratio',
  });
  figures.figure({ name: 'S1 gallery page, p99', ours: p99('gallery'), unit: 'ms', reference: { value: p99('hello'), what: 'axum, hello' }, most: 20 });
  figures.figure({ name: 'S1 gallery page, compressed by brotli', ours: speed('brotli'), unit: 'pages/s', reference });
  figures.figure({ name: 'S1 gallery page, compressed by brotli, p99', ours: p99('brotli'), unit: 'ms' });
} finally {
  await Promise.all([bare.stop(), server.stop()]);
  await home.remove();
}
await figures.keep();
