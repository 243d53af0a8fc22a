// Takes the pictures that README opens with, of the demo village: `make pictures`.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { desk, hydrated, open, signIn, startBrowser, startServer } from './world.mjs';

const folder = fileURLToPath(new URL('pictures/', import.meta.url));
const [server, browser] = await Promise.all([startServer(), startBrowser()]);
await mkdir(folder, { recursive: true });

async function take(name, contact, path, link) {
  const page = await open(browser, server.address, desk);
  if (contact) await signIn(page, contact);
  await page.goto(path);
  if (link) {
    await page.goto(await page.locator(link).first().getAttribute('href'));
    await hydrated(page);
  }
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}${name}.jpg`, type: 'jpeg', quality: 82 });
  await page.context().close();
}

await take('gallery', null, '/galeri');
await take('scoring', 'baiq@plut-ntb.id', '/nilai', 'main a[href^="/nilai/"]');
await browser.close();
await server.stop();
