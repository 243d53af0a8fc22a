// Takes every photo of catalogue.mjs: 1200 × 1500 JPEG into server/centre/demo/photos, with index.json for the demo.
// `make art`, or `node style/art/render.mjs [NAME…]` for some. CHROMIUM names the browser.
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { catalogue } from './catalogue.mjs';
import { photo } from './stage.mjs';

const root = new URL('../../', import.meta.url);
const require = createRequire(new URL('end2end/package.json', root));
const { chromium } = require('playwright-core');

const folder = new URL('server/centre/demo/photos/', root);
const wanted = process.argv.slice(2);
const light = 110_000; // bytes; a fine weave may need more
const font = await readFile(new URL('frontend/public/fonts/plus-jakarta-sans.woff2', root), 'base64');
const sheet = `@font-face{font-family:"Plus Jakarta Sans Variable";src:url(data:font/woff2;base64,${font});font-weight:400 800}body{margin:0}svg{display:block;width:1200px;height:1500px}`;

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
for (const { file, picture } of catalogue) {
  if (wanted.length && !wanted.some((name) => file.startsWith(name))) continue;
  await page.setContent(`<style>${sheet}</style>${photo(picture)}`);
  await page.evaluate(() => document.fonts.ready);
  let taken;
  for (const quality of [80, 74, 68, 60, 52, 44]) {
    taken = await page.screenshot({ type: 'jpeg', quality });
    if (taken.length <= light) break;
  }
  await writeFile(new URL(file, folder), taken);
}
await browser.close();

const index = catalogue.map(({ picture, ...entry }) => `  ${JSON.stringify(entry)}`);
await writeFile(new URL('index.json', folder), `[\n${index.join(',\n')}\n]\n`);
