// The photographer's table: wall, floor, window light with the shadow of a palm leaf, film grain. A thing is
// { defs, body } in a room of 400 × 500; `place` moves it, `photo` takes the picture.
import { random } from './motifs.mjs';

export const tints = {
  kapas: ['#f3ece0', '#d9cbb6'], tarum: ['#d9dfee', '#aab6d2'], tanah: ['#f0d9cb', '#d3a98f'], daun: ['#dfe6d6', '#b2c0a0'],
  kunyit: ['#f8e6bd', '#e0bd78'], mawar: ['#f2dcd9', '#d4aaa6'], batu: ['#e4e3e0', '#b9b6b0'], laut: ['#d6e6e6', '#9fbfc1'],
  malam: ['#59607e', '#2d3350'], arang: ['#6b625a', '#37302a'],
};

export const font = 'font-family="Plus Jakarta Sans Variable"';
export const text = (x, y, size, weight, fill, words, more = '') =>
  `<text ${font} x="${x}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${fill}" ${more}>${words}</text>`;
export const line = (x, y, size, weight, fill, words) =>
  `<text ${font} x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${words}</text>`;
export const stops = (...list) => list.map(([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`).join('');
export const across = (id, ...list) => `<linearGradient id="${id}">${stops(...list)}</linearGradient>`;
export const down = (id, ...list) => `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops(...list)}</linearGradient>`;
export const aslant = (id, ...list) => `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="1">${stops(...list)}</linearGradient>`;
export const clip = (id, d) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`;

/** What a thing leaves on the table: a wide soft shadow and a narrow dark one. */
export const shadow = (x, y, rx, ry, depth = 0.42) =>
  `<ellipse cx="${x + 16}" cy="${y + 3}" rx="${rx}" ry="${ry}" fill="#1d1710" opacity="${depth * 0.75}" filter="url(#soft)"/><ellipse cx="${x}" cy="${y}" rx="${rx * 0.86}" ry="${ry * 0.42}" fill="#1d1710" opacity="${depth}" filter="url(#near)"/>`;

export const place = (thing, x, y, scale = 1, turn = 0, around = '200 410') => ({
  defs: thing.defs,
  body: `<g transform="translate(${x} ${y}) translate(${around}) scale(${scale}) rotate(${turn}) translate(${around.split(' ').map((n) => -n).join(' ')})">${thing.body}</g>`,
});

export const together = (...things) => ({ defs: things.map((t) => t.defs ?? '').join(''), body: things.map((t) => t.body).join('') });

function leaves(seed) {
  const next = random(seed * 77 + 5);
  return Array.from({ length: 9 }, () => {
    const [x, y, turn] = [250 + next() * 190, next() * 190 - 20, 100 + next() * 70].map(Math.round);
    return `<ellipse cx="${x}" cy="${y}" rx="${Math.round(46 + next() * 34)}" ry="${Math.round(8 + next() * 7)}" transform="rotate(${turn} ${x} ${y})"/>`;
  }).join('');
}

const wood = '<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".006 .16" numOctaves="4" seed="11"/><feColorMatrix values="0 0 0 0 .24  0 0 0 0 .13  0 0 0 0 .05  0 0 0 1.7 -.62"/></filter>';

/** A table top of boards that fills the whole picture, seen from above. */
export const boards = (colour = '#b98a58') => ({
  defs: wood,
  body: `<rect width="400" height="500" fill="${colour}"/><rect width="400" height="500" filter="url(#grain)"/><path d="M0 124H400M0 252H400M0 378H400" stroke="#2a1608" stroke-opacity=".5" stroke-width="1.6"/><path d="M0 126H400M0 254H400M0 380H400" stroke="#fff" stroke-opacity=".13" stroke-width="1.2"/>`,
});

/** The whole picture as SVG. */
export function photo({ tint = 'kapas', leaf = 1, floor = 372, thing, ground }) {
  const [light, dark] = tints[tint];
  const room = ground?.body ?? `<rect width="400" height="500" fill="url(#wall)"/><rect y="${floor - 40}" width="400" height="${540 - floor}" fill="url(#floor)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" preserveAspectRatio="xMidYMid slice"><defs>
<linearGradient id="wall" x1="0" y1="0" x2=".25" y2="1">${stops([0, light], [1, dark])}</linearGradient>${down('floor', [0, light, 0], [0.25, light, 0.75], [1, light, 0.35])}
<radialGradient id="lamp" cx=".25" cy=".12" r=".9">${stops([0, '#fff', 0.62], [1, '#fff', 0])}</radialGradient><radialGradient id="vignette" cx=".45" cy=".42" r=".8">${stops([0.62, '#1a1208', 0], [1, '#1a1208', 0.2])}</radialGradient>
<filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="14"/></filter><filter id="near" x="-40%" y="-80%" width="180%" height="260%"><feGaussianBlur stdDeviation="5"/></filter><filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="1.5"/></filter><filter id="far" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="3.2"/></filter>
<filter id="film" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${leaf + 2}"/><feColorMatrix values="0 0 0 0 .2  0 0 0 0 .15  0 0 0 0 .1  0 0 0 -1.1 .72"/></filter>
${ground?.defs ?? ''}${thing.defs ?? ''}</defs>
${room}<rect width="400" height="500" fill="url(#lamp)" opacity="${ground ? 0.45 : 1}"/>
${leaf ? `<g fill="#2a2418" opacity="${ground ? 0.2 : 0.13}" filter="url(#near)">${leaves(leaf)}</g>` : ''}${thing.body}<rect width="400" height="500" fill="url(#vignette)"/><rect width="400" height="500" filter="url(#film)" opacity=".05"/></svg>`;
}
