// Writes a Brotli twin beside every text file of the built site, so that the server never compresses them again.
// Usage: node style/precompress.mjs FOLDER
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const texts = /\.(css|js|json|svg|wasm|webmanifest)$/;

for (const entry of await readdir(process.argv[2], { recursive: true })) {
  const file = join(process.argv[2], entry);
  if (!texts.test(file)) continue;
  const twin = await stat(`${file}.br`).catch(() => undefined);
  if (twin && twin.mtimeMs >= (await stat(file)).mtimeMs) continue;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await writeFile(`${file}.br`, brotliCompressSync(await readFile(file), quality));
}
