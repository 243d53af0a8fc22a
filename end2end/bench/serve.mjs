// Servers to measure: each a process of its own, if wanted on one processor of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The processors of the server and of whoever asks it. */
export const SERVER_CORE = '0';
export const LOAD_CORE = '1';

const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

const pinned = (core, command, args) => (core === undefined ? [command, args] : ['taskset', ['--cpu-list', core, command, ...args]]);

/** Runs a command to its end and hands back what it said. */
export function run(command, args, { core, env } = {}) {
  const [first, rest] = pinned(core, command, args);
  const child = spawn(first, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (text) => { said += text; });
  child.stderr.on('data', (text) => { complained += text; });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(said) : failed(new Error(`${command} ${args.join(' ')}:\n${said}${complained}`))));
  });
}

/** A folder with the demo village in a database; with `scale`, as many further businesses with products. */
export async function village({ scale } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'naikkelas-bench-'));
  const more = scale ? ['--scale', String(scale)] : [];
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await run(process.env.NAIKKELAS, ['seed', '--demo', ...more, ...places(folder)], { env: { RUST_LOG: 'warn' } });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

const places = (folder) => [
  '--database-url', `sqlite:${join(folder, 'bench.db')}`, '--files', join(folder, 'files'), '--key-file', join(folder, 'key'),
];

/** Starts the product on such a folder. */
export async function serve(folder, { core } = {}) {
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['serve', '--addr', address, '--sign-in-burst', '500', ...places(folder)];
  return start(process.env.NAIKKELAS, args, `http://${address}`, '/readyz', core);
}

/** Starts the bare axum server. */
export async function hello({ core } = {}) {
  const address = `127.0.0.1:${await freePort()}`;
  return start(process.env.HELLO, [address], `http://${address}`, '/', core);
}

async function start(command, args, address, question, core) {
  const [first, rest] = pinned(core, command, args);
  // taskset becomes the server, so the process is the one to look at and to end.
  const child = spawn(first, rest, { env: { ...process.env, RUST_LOG: 'warn' }, stdio: ['ignore', 'ignore', 'pipe'] });
  let complained = '';
  child.stderr.on('data', (text) => { complained += text; });
  const ended = new Promise((done) => { child.once('close', done); });
  process.once('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; ; tries += 1) {
    if (await fetch(address + question).then((answer) => answer.ok, () => false)) break;
    if (child.exitCode !== null || tries > 600) throw new Error(`${command} did not start:\n${complained}`);
    await new Promise((next) => setTimeout(next, 100));
  }
  return {
    address,
    memory: () => memory(child.pid),
    forgetPeak: () => writeFile(`/proc/${child.pid}/clear_refs`, '5'),
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** Megabytes in memory, now and at most; `own` is without the pages of files (code, mapped indexes). */
async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const of = (line) => Number(status.match(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm'))?.[1]) * 1024 / 1e6;
  return { now: of('VmRSS'), own: of('RssAnon'), peak: of('VmHWM') };
}
