// C3: Lighthouse as a phone on slow 4G with a processor four times slower, the median of three visits.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { open, phone, signIn, startBrowser } from '../world.mjs';
import { Figures, median, quick } from './figures.mjs';
import { serve, village } from './serve.mjs';

const VISITS = quick ? 1 : 3;
const CATEGORIES = { performance: 'performance', accessibility: 'accessibility', 'best-practices': 'best practices', seo: 'SEO' };
const PUBLIC = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
const SIGNED_IN = { performance: 95, accessibility: 100, 'best-practices': 100 };
const SVELTEKIT = { value: 100, what: 'SvelteKit', recorded: true };

const figures = new Figures(import.meta.url);
const home = await village();
const server = await serve(home.folder);
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  logLevel: 'silent',
});

/** The cookies of somebody who has signed in, as a header. */
async function cookie(contact) {
  const browser = await startBrowser();
  try {
    const page = await open(browser, server.address, phone);
    await signIn(page, contact);
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  } finally {
    await browser.close();
  }
}

async function visit(path, budgets, headers = {}) {
  const name = path.replace(/^\/produk\/.+/, '/produk/{slug}');
  const answer = await fetch(server.address + path, { headers, redirect: 'manual' });
  if (answer.status !== 200) {
    figures.note(`C3 ${name}: not measured, it answers ${answer.status}`);
    return;
  }
  const scores = [];
  const failed = new Set();
  for (let n = 0; n < VISITS; n += 1) {
    const { lhr } = await lighthouse(server.address + path, {
      port: chrome.port, logLevel: 'silent', output: 'json', onlyCategories: Object.keys(budgets), extraHeaders: headers,
    });
    if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
    scores.push(lhr.categories);
    for (const category of Object.values(lhr.categories)) {
      for (const { id, weight } of category.auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) failed.add(`${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
      }
    }
  }
  for (const [category, least] of Object.entries(budgets)) {
    const ours = Math.round(100 * median(scores.map((one) => one[category].score)));
    const reference = category === 'performance' ? SVELTEKIT : undefined;
    figures.figure({ name: `C3 ${name}: ${CATEGORIES[category]}`, ours, reference, least, visits: scores.map((one) => one[category].score) });
  }
  if (failed.size) figures.note(`C3 ${name}, what cost points: ${[...failed].join('; ')}`);
}

try {
  const [shown] = (await (await fetch(`${server.address}/galeri`)).text()).match(/\/produk\/[a-z0-9-]+/) ?? [];
  await visit('/galeri', PUBLIC);
  if (shown) await visit(shown, PUBLIC);
  else figures.note('C3 /produk/{slug}: not measured, the gallery of the demo village is empty');
  await visit('/', PUBLIC);
  await visit('/beranda', SIGNED_IN, { Cookie: await cookie('081234567801') });
  await visit('/nilai', SIGNED_IN, { Cookie: await cookie('baiq@plut-ntb.id') });
} finally {
  chrome.kill();
  await server.stop();
  await home.remove();
}
await figures.keep();
