// Makes the app icons of frontend/public from logo.svg: `node style/art/icons.mjs`, only when the logo changes.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const root = new URL('../../', import.meta.url);
const { chromium } = createRequire(new URL('end2end/package.json', root))('playwright-core');
const logo = await readFile(new URL('frontend/public/logo.svg', root), 'utf8');

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
// A maskable icon keeps its sign inside the middle four fifths, on ground that reaches the edge.
for (const [name, size, filled] of [['icon-192', 192, 0], ['icon-512', 512, 0], ['icon-maskable-512', 512, 1], ['apple-touch-icon', 180, 1]]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const art = filled ? logo.replace('viewBox="0 0 32 32"', 'viewBox="-3 -3 38 38"').replace('<rect width="32" height="32" rx="8"', '<rect x="-3" y="-3" width="38" height="38"') : logo;
  await page.setContent(`<style>body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${art}`);
  await writeFile(new URL(`frontend/public/${name}.png`, root), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
