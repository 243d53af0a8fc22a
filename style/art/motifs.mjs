// Woven motifs as grids of letters (a, b, c = three yarns, . = ground), and what draws them. Deterministic, no I/O.

/** A small repeatable random source: photos must come out the same each time. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function grid(width, height, letter) {
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => letter(x, y)).join(''));
}

/** The letter of the first limit that `value` stays below. */
function below(value, limits, otherwise = '.') {
  return limits.find(([limit]) => value < limit)?.[1] ?? otherwise;
}

/** Wajik: nested diamonds around a star. */
export const wajik = () =>
  grid(16, 16, (x, y) => {
    const d = Math.abs(x - 7.5) + Math.abs(y - 7.5);
    return below(d, [[2, 'c'], [3, '.'], [5, 'a'], [6, '.'], [7, 'b'], [8.5, '.'], [9.6, 'a'], [11, '.']], 'b');
  });

/** Bintang: the eight-pointed star of tapis. */
export const bintang = () =>
  grid(18, 18, (x, y) => {
    const [dx, dy] = [Math.abs(x - 8.5), Math.abs(y - 8.5)];
    const [sum, far, near] = [dx + dy, Math.max(dx, dy), Math.min(dx, dy)];
    if (sum < 2) return 'c';
    if ((far < 6 && near < 1) || (Math.abs(dx - dy) < 1 && far < 4.6)) return 'a';
    if ((far >= 5 && far < 7 && near < 2) || sum > 14) return sum > 14 ? 'a' : 'b';
    return sum > 11 && sum <= 12.2 ? 'b' : '.';
  });

/** Tumpal: stepped triangles, the border of every cloth here. */
export const tumpal = (width = 16, height = 12) =>
  grid(width, height, (x, y) => {
    const inside = ((y + 1) * width) / 2 / height - Math.abs(x + 0.5 - width / 2);
    return inside > 4.5 ? 'c' : inside > 3 ? '.' : inside > 1.6 ? 'b' : inside > 0 ? 'a' : '.';
  });

/** Subahnale: honeycomb with a flower in each cell. */
export const subahnale = () =>
  grid(20, 20, (x, y) => {
    const [dx, dy] = [Math.abs(x - 9.5), Math.abs(y - 9.5)];
    if (dx + dy < 2) return 'c';
    if ((dx < 1 && dy < 5) || (dy < 1 && dx < 5)) return 'a';
    if (Math.abs(dx - dy) < 1 && dx < 4) return 'b';
    const edge = Math.max(dy, dx * 0.72 + dy * 0.5);
    return edge > 9 ? 'a' : edge > 7.9 ? '.' : edge > 7 ? 'b' : '.';
  });

/** Ikat: a flame whose edges run, as bound and dyed yarn does. */
export function ikat(seed = 3) {
  const next = random(seed);
  const shifts = Array.from({ length: 24 }, () => Math.round(next() * 1.4));
  return grid(24, 24, (x, y) => {
    const d = Math.abs(((x + shifts[y]) % 24) - 11.5) * 1.15 + Math.abs(y - 11.5);
    return below(d, [[3, 'c'], [5, '.'], [7.5, 'a'], [8.6, '.'], [10.4, 'b'], [15.5, '.']], 'a');
  });
}

/** Rangrang: zigzags that never close. */
export const rangrang = () =>
  grid(20, 20, (x, y) => {
    const wave = (y + Math.abs((x % 20) - 9.5)) % 20;
    return below(wave, [[2, 'a'], [4, '.'], [7, 'b'], [9, '.'], [11, 'c'], [13, '.'], [15, 'a']]);
  });

/** Ragi: the plain stripes of Pringgasela. */
export const ragi = () => grid(22, 4, (x) => 'aa..b.ccc.b..aa....b..'[x]);

/** Rows of letters as one path a yarn. */
function yarns(rows, palette, cell) {
  const paths = {};
  rows.forEach((row, y) => {
    for (const run of row.matchAll(/(.)\1*/g)) {
      const [width, x] = [run[0].length * cell, run.index * cell];
      if (palette[run[1]]) (paths[run[1]] ??= []).push(`M${x} ${y * cell}h${width}v${cell}h${-width}z`);
    }
  });
  return Object.entries(paths).map(([letter, d]) => `<path fill="${palette[letter]}" d="${d.join('')}"/>`).join('');
}

/** An SVG pattern of a motif; `palette` = { bg, a, b, c }. */
export function pattern(id, rows, palette, cell, at = '') {
  const [width, height] = [rows[0].length * cell, rows.length * cell];
  const ground = palette.bg ? `<rect width="${width}" height="${height}" fill="${palette.bg}"/>` : '';
  return `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${width}" height="${height}" ${at && `patternTransform="${at}"`}>${ground}${yarns(rows, palette, cell)}</pattern>`;
}

/** Warp and weft seen from near: laid over a cloth it stops looking printed. */
export const threads = (id, size = 2.4) =>
  `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${size}" height="${size}"><path d="M0 ${size * 0.2}H${size}" stroke="#fff" stroke-opacity=".2" stroke-width="${size * 0.3}"/><path d="M0 ${size * 0.75}H${size}" stroke="#000" stroke-opacity=".2" stroke-width="${size * 0.35}"/><path d="M${size * 0.5} 0V${size}" stroke="#000" stroke-opacity=".14" stroke-width="${size * 0.25}"/></pattern>`;

export const gold = { a: '#e3bb62', b: '#b98f36', c: '#f7e3a5' };
