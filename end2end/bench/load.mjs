// Load by wrk, from one processor.
import { fileURLToPath } from 'node:url';
import { LOAD_CORE, run } from './serve.mjs';

const visits = fileURLToPath(new URL('visits.lua', import.meta.url));
const MILLISECONDS = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** Asks an address for `seconds` from `connections` at once; with `paths`, one path after another. */
export async function load(address, { seconds, connections = 16, paths = [], headers = [] }) {
  const args = ['--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`, '--timeout', '10s', '--latency'];
  for (const header of headers) args.push('--header', header);
  if (paths.length) args.push('--script', visits);
  const said = await run('wrk', [...args, address, ...(paths.length ? ['--', ...paths] : [])], { core: LOAD_CORE });
  const trouble = said.match(/Non-2xx.*|Socket errors.*/g);
  if (trouble) throw new Error(`${address}: ${trouble.join('; ')}`);
  const [, p99, unit] = said.match(/99%\s+([\d.]+)(us|ms|s|m)/);
  return {
    perSecond: Number(said.match(/Requests\/sec:\s+([\d.]+)/)[1]),
    requests: Number(said.match(/(\d+) requests in/)[1]),
    p99: Number(p99) * MILLISECONDS[unit],
  };
}
