// One line a figure: name, ours, reference, ratio, budget. Kept as JSON in end2end/results too.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename } from 'node:path';

const results = new URL('../results/', import.meta.url);

const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
const say = (value, unit) => `${round(value).toLocaleString('en', { maximumSignificantDigits: 12 })}${unit ? ` ${unit}` : ''}`;

/** The middle one; of an even number the higher of both. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Whether shorter runs will do: `QUICK=1`. Whether the long ones are wanted: `FULL=1`. */
export const quick = Boolean(process.env.QUICK);
export const full = Boolean(process.env.FULL);

/** The columns. `bench.sh` prints them once. */
export const columns = (name, ours, reference, ratio, budget) =>
  [name.padEnd(58), ours.padStart(14), reference.padStart(38), ratio.padStart(8), budget].join('  ').trimEnd();

/** Collects the figures of one part, printing each. */
export class Figures {
  #kept = [];
  #part;
  #load = loadavg()[0];

  constructor(address) {
    this.#part = basename(new URL(address).pathname, '.mjs');
  }

  /**
   * `reference` is `{ value, what, recorded }`: recorded ones were measured elsewhere and earlier. `most` and `least` are
   * budgets in the unit of `ours`; `of: 'ratio'` means the ratio instead.
   */
  figure({ name, ours, unit = '', reference, most, least, of = 'ours', ...more }) {
    const ratio = reference && ours / reference.value;
    const judged = of === 'ratio' ? ratio : ours;
    const holds = (most === undefined || judged <= most) && (least === undefined || judged >= least);
    const bound = most === undefined ? `≥ ${say(least ?? 0, of === 'ours' && unit)}` : `≤ ${say(most, of === 'ours' && unit)}`;
    const budget = most === undefined && least === undefined ? '' : `${bound}: ${holds ? 'within' : 'MISSED'}`;
    const beside = reference ? `${say(reference.value, unit)} ${reference.what}${reference.recorded ? ', recorded' : ''}` : '–';
    console.log(columns(name, say(ours, unit), beside, ratio === undefined ? '–' : ratio.toPrecision(3), budget));
    this.#kept.push({ name, ours, unit, reference, ratio, budget: { most, least, of, holds }, ...more });
  }

  /** A sentence between the figures: what was left out, and why. */
  note(sentence) {
    console.log(`  ${sentence}`);
    this.#kept.push({ note: sentence });
  }

  /** Writes them down. */
  async keep() {
    await mkdir(results, { recursive: true });
    const machine = { processors: cpus().length, model: cpus()[0]?.model, load_before: this.#load, load_after: loadavg()[0] };
    const file = new URL(`${this.#part}.json`, results);
    await writeFile(file, `${JSON.stringify({ at: new Date(), quick, full, machine, figures: this.#kept }, null, 2)}\n`);
  }
}
