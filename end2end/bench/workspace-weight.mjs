// C2: script and wasm of the workspace: the first page, what each further route adds, and who loads whose.
import { desk, hydrated, open, phone, signIn, startBrowser } from '../world.mjs';
import { Figures } from './figures.mjs';
import { serve, village } from './serve.mjs';
import { bytes, isProgram, kilobytes, listen } from './wire.mjs';

/** Who looks: one person of each kind, the entrepreneur first. */
const PEOPLE = [
  { who: 'entrepreneur', contact: '081234567801', screen: phone },
  { who: 'curator', contact: 'baiq@plut-ntb.id', screen: desk },
  { who: 'consultant', contact: 'dewi@plut-ntb.id', screen: desk },
  { who: 'manager', contact: 'siti@plut-ntb.id', screen: desk },
];
const HOME = '/beranda';

const pattern = (path) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}');

/** Walks every workspace route that links lead to; what each needs, by its pattern. */
async function walk(browser, server, { contact, screen }) {
  const visitor = await open(browser, server.address, screen);
  await signIn(visitor, contact);
  const cookies = await visitor.context().cookies();
  await visitor.context().close();

  const page = await open(browser, server.address, screen);
  await page.context().addCookies(cookies); // signed in, and nothing is cached
  const wire = await listen(page);
  const [needs, weights] = [new Map(), new Map()];
  let first;
  const ahead = [HOME];
  const seen = new Set(ahead);
  while (ahead.length) {
    const path = ahead.shift();
    await page.goto(path);
    const workspace = await page.evaluate(() => Boolean(document.querySelector('link[href*="/gaya/naikkelas.css"]')));
    if (workspace) await hydrated(page).catch(() => { throw new Error(`${path} does not wake up: ${page.faults.join('; ')}`); });
    await wire.quiet();
    const files = wire.heard();
    if (!workspace) continue;
    const program = files.filter(isProgram);
    first ??= { program, all: bytes(files.filter((file) => !file.path.startsWith('/foto/'))) };
    for (const file of program) if (!file.cached) weights.set(file.path, file.bytes);
    needs.set(pattern(path), new Set(program.map((file) => file.path)));
    for (const link of await page.$$eval('a[href^="/"]', (links) => links.map((one) => one.pathname))) {
      if (!seen.has(pattern(link)) && !/\.|^\/(foto|berkas|unggah|api|en)\//.test(link)) {
        seen.add(pattern(link));
        ahead.push(link);
      }
    }
  }
  await page.context().close();
  return { first, needs, weights };
}

const figures = new Figures(import.meta.url);
const home = await village();
const server = await serve(home.folder);
const browser = await startBrowser();
try {
  const everything = new Map(); // what each route needs, by its pattern
  let entrepreneur;
  for (const person of PEOPLE) {
    const { first, needs, weights } = await walk(browser, server, person);
    entrepreneur ??= needs;
    figures.figure({
      name: `C2 ${HOME}, ${person.who}: script and wasm, first load`,
      ours: kilobytes(bytes(first.program)),
      unit: 'kB',
      most: 200,
      files: first.program.map(({ path, bytes: weight, coding }) => ({ path, weight, coding })),
    });
    figures.figure({ name: `C2 ${HOME}, ${person.who}: in so many files`, ours: first.program.length });
    if (person.who === 'entrepreneur') {
      figures.figure({ name: `C2 ${HOME}, ${person.who}: with page, style, letters and words`, ours: kilobytes(first.all), unit: 'kB' });
    }
    const basis = needs.get(HOME);
    for (const [route, files] of needs) {
      if (everything.has(route)) continue;
      everything.set(route, files);
      if (route === HOME) continue;
      const own = [...files].filter((file) => !basis.has(file));
      const weight = own.reduce((sum, file) => sum + (weights.get(file) ?? 0), 0);
      figures.figure({ name: `C2 ${route}, ${person.who}: adds`, ours: kilobytes(weight), unit: 'kB', most: 40, files: own });
    }
  }
  // Each room is a file `split_…`, shared code is in `chunk_…`. She may need a chunk that the staff needs too, never a room.
  const rooms = (routes) => new Set(routes.flatMap(([, files]) => [...files]).filter((file) => /\/split_/.test(file)));
  const hers = rooms([...entrepreneur]);
  const staffs = rooms([...everything].filter(([route]) => !entrepreneur.has(route)));
  if (!hers.size || !staffs.size) throw new Error('no room is a file of its own: was the site built with --split?');
  const leaked = [...staffs].filter((file) => hers.has(file));
  figures.figure({ name: `C2 rooms with staff pages (of ${staffs.size}) that an entrepreneur loads`, ours: leaked.length, most: 0, leaked });
  for (const file of leaked) {
    const routes = [...everything].filter(([route, files]) => !entrepreneur.has(route) && files.has(file)).map(([route]) => route);
    figures.note(`C2 ${file} holds ${routes.join(', ')}`);
  }
} finally {
  await browser.close();
  await server.stop();
  await home.remove();
}
await figures.keep();
