// Packages: pouch, snack bag, jar, bottle, carton, bar; each with its brand in front or the legal label on its back.
import { pattern, random, subahnale, tumpal } from './motifs.mjs';
import { across, aslant, clip, down, line, shadow, text } from './stage.mjs';

const barcode = (x, y, ink) => `<g fill="${ink}">${[0, 3, 5, 9, 11, 14, 18, 20, 24, 26].map((step, i) => `<rect x="${x + step}" y="${y}" width="${i % 3 ? 1.3 : 2.2}" height="15"/>`).join('')}</g>`;

/** The nine facts a food label must give, as small print. */
function smallPrint(x, y, width, ink, lines) {
  return lines.map((words, i) => line(x, y + i * 13.5, i ? 8 : 11, i ? 600 : 800, ink, words)).join('') + `<rect x="${x + width - 44}" y="${y + lines.length * 13.5 - 8}" width="44" height="22" fill="#fff"/>${barcode(x + width - 36, y + lines.length * 13.5 - 5, '#1c1a18')}`;
}

/** A stand-up pouch. `back` = lines of the label behind. */
export function pouch({ u = 'p', body, label, ink, border, name, kind, weight, back, extra = '' }) {
  const shape = 'M112 96H288Q293 96 293 102L302 396Q304 414 286 416Q200 424 114 416Q96 414 98 396L107 102Q107 96 112 96Z';
  const panel = back ? 'M124 172H276L280 366H120Z' : 'M132 188H268L271 350H129Z';
  const front = `<g clip-path="url(#${u}panel)"><rect x="126" y="188" width="150" height="27" fill="url(#${u}border)"/></g>${text(200, 249, name.length > 9 ? 19 : 23, 800, ink, name, 'letter-spacing=".5"')}${text(200, 270, 12.5, 600, ink, kind)}<path d="M172 284h56" stroke="${border.a}" stroke-width="2.5"/>${text(200, 308, 10.5, 600, ink, weight, 'opacity=".8"')}<circle cx="150" cy="333" r="7" fill="none" stroke="${ink}" stroke-width="1.4"/><path d="M147 333l2.5 2.6 4-5" stroke="${ink}" fill="none" stroke-width="1.4"/>${barcode(226, 325, ink)}`;
  return {
    defs: pattern(`${u}border`, tumpal(16, 10), border, 2.7, 'translate(126 188)') + clip(`${u}panel`, panel) + across(`${u}round`, [0, '#000', 0.42], [0.12, '#000', 0.05], [0.3, '#fff', 0.2], [0.62, '#000', 0.03], [1, '#000', 0.46]),
    body: `${shadow(202, 414, 118, 20)}<path d="${shape}" fill="${body}"/><path d="${shape}" fill="url(#${u}round)"/><path d="M107 100H293L293.6 124H106.4Z" fill="#fff" opacity=".13"/><path d="M107 124H293" stroke="#000" stroke-opacity=".25"/><path d="M107 136H293" stroke="#fff" stroke-opacity=".18" stroke-width="3"/><path d="M101 372Q200 402 299 372L302 396Q304 414 286 416Q200 424 114 416Q96 414 98 396Z" fill="#000" opacity=".16"/>${back ? '' : '<circle cx="200" cy="160" r="9" fill="#000" opacity=".22"/><circle cx="199" cy="159" r="7.5" fill="#fff" opacity=".16"/>'}<path d="${panel}" fill="${label}"/>${back ? smallPrint(132, 192, 136, ink, back) : front}<path d="${panel}" fill="url(#${u}round)" opacity=".5"/><path d="M120 110Q114 260 112 400" stroke="#fff" stroke-opacity=".28" stroke-width="7" fill="none" filter="url(#near)"/>${extra}`,
  };
}

/** Coffee beans scattered on the table. */
export function beans(seed, count, y, colour = '#4a2b18') {
  const next = random(seed);
  return Array.from({ length: count }, () => `<g transform="translate(${Math.round(90 + next() * 250)} ${Math.round(y + next() * 34)}) rotate(${Math.round(next() * 180)})"><ellipse cx="2" cy="4" rx="11" ry="7" fill="#000" opacity=".22"/><ellipse rx="11" ry="7" fill="${colour}"/><ellipse cx="-2" cy="-2" rx="7" ry="3" fill="#fff" opacity=".13"/><path d="M-9 0Q-3 3 0 0T9 0" stroke="#22120a" stroke-width="1.5" fill="none"/></g>`).join('');
}

const crisp = (fill, rim, big = 1) => `<ellipse rx="${26 * big}" ry="${14 * big}" fill="${fill}"/><ellipse rx="${17 * big}" ry="${8 * big}" fill="none" stroke="${rim}" stroke-width="1.5" opacity=".75"/>`;

/** A snack bag with a window. */
export function snack({ u = 's', colours, border, name, kind, note, crisps = ['#f4cf6b', '#eab94a', '#f8dc8a'], rim = '#c98f22', back, seed = 9 }) {
  const [light, dark] = colours;
  const teeth = Array.from({ length: 30 }, (_, i) => `l3.3 ${i % 2 ? 4 : -4}l3.3 ${i % 2 ? -4 : 4}`).join('');
  const shape = `M102 92${teeth}Q288 200 294 260T300 412H100Q96 330 106 260T102 92Z`;
  const next = random(seed);
  const inside = Array.from({ length: 26 }, (_, i) => `<g transform="translate(${Math.round(150 + next() * 100)} ${Math.round(292 + next() * 66)}) rotate(${Math.round(next() * 180)}) scale(.78)"><ellipse rx="26" ry="16" cy="3" fill="#000" opacity=".28"/>${crisp(crisps[i % crisps.length], rim)}</g>`).join('');
  const loose = [[96, 432, 10], [142, 446, -24], [302, 440, 30], [262, 452, -8]].map(([x, y, turn], i) => `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="27" ry="9" cy="7" fill="#000" opacity=".25" filter="url(#near)"/>${crisp(crisps[i % 2], rim)}</g>`).join('');
  const front = `${text(200, 196, name.length > 8 ? 24 : 30, 800, '#fff8e6', name, 'letter-spacing="-.5"')}${text(200, 222, 17, 700, '#fff8e6', kind)}<rect x="142" y="236" width="116" height="24" rx="12" fill="#fff8e6"/>${text(200, 252.5, 11.5, 700, dark, note)}<rect x="132" y="276" width="136" height="98" rx="46" fill="${dark}"/><rect x="132" y="276" width="136" height="98" rx="46" fill="#000" opacity=".35"/><g clip-path="url(#${u}window)">${inside}<rect x="132" y="276" width="136" height="98" fill="url(#${u}glass)"/></g>`;
  const label = `<path d="M126 176H276L280 372H122Z" fill="#fff8e6"/>${smallPrint(134, 196, 134, '#3a2415', back ?? [])}`;
  return {
    defs: pattern(`${u}border`, tumpal(16, 10), border, 2.8, 'translate(98 128)') + clip(`${u}shape`, shape) + `<clipPath id="${u}window"><rect x="132" y="276" width="136" height="98" rx="46"/></clipPath>` + down(`${u}foil`, [0, light], [1, dark]) + across(`${u}round`, [0, '#000', 0.3], [0.15, '#fff', 0.12], [0.75, '#000', 0], [1, '#000', 0.38]) + aslant(`${u}glass`, [0, '#fff', 0.5], [0.4, '#fff', 0]),
    body: `${shadow(202, 416, 112, 20, 0.4)}<path d="${shape}" fill="url(#${u}foil)"/><g clip-path="url(#${u}shape)"><rect x="98" y="92" width="204" height="20" fill="#fff" opacity=".2"/><g stroke="#000" stroke-opacity=".15">${Array.from({ length: 34 }, (_, i) => `<path d="M${100 + i * 6} 90v22"/>`).join('')}</g><rect x="98" y="128" width="204" height="28" fill="url(#${u}border)"/>${back ? label : front}<path d="M118 120Q150 250 112 410M282 130Q258 260 288 400M150 384Q200 396 250 382" stroke="#fff" stroke-opacity=".34" stroke-width="9" fill="none" filter="url(#near)"/><path d="M132 118Q140 240 128 400M270 124Q282 260 266 404" stroke="#000" stroke-opacity=".2" stroke-width="8" fill="none" filter="url(#near)"/><rect x="96" y="80" width="210" height="340" fill="url(#${u}round)"/></g>${back ? '' : loose}`,
  };
}

/** A jar with a screw lid; `specks` float inside. */
export function jar({ u = 'j', fill, lid, label, ink, border, name, kind, weight, back, specks = '' }) {
  const [inner, outer] = fill;
  const shape = 'M128 158H272Q276 172 290 184Q298 192 298 208V384Q298 408 272 410H128Q102 408 102 384V208Q102 192 110 184Q124 172 128 158Z';
  const band = 'M102 232Q200 246 298 232V352Q200 366 102 352Z';
  const front = `<g clip-path="url(#${u}band)"><rect x="100" y="232" width="200" height="34" fill="url(#${u}border)"/></g>${text(200, 296, name.length > 11 ? 18 : 22, 800, ink, name)}${text(200, 315, 12, 600, ink, kind)}${text(200, 340, 10.5, 600, ink, weight, 'opacity=".75"')}`;
  return {
    defs: pattern(`${u}border`, tumpal(16, 10), border, 2.8, 'translate(102 238)') + clip(`${u}shape`, shape) + clip(`${u}band`, band) + aslant(`${u}inside`, [0, outer], [0.5, inner], [1, outer]) + across(`${u}round`, [0, '#000', 0.3], [0.14, '#fff', 0.16], [0.4, '#fff', 0.03], [1, '#000', 0.42]),
    body: `${shadow(204, 408, 112, 20)}<ellipse cx="232" cy="420" rx="96" ry="14" fill="${inner}" opacity=".34" filter="url(#near)"/><path d="${shape}" fill="url(#${u}inside)"/><g clip-path="url(#${u}shape)"><path d="M96 198Q200 212 304 198V158H96Z" fill="#fff" opacity=".38"/><path d="M96 198Q200 212 304 198" stroke="#fff" stroke-opacity=".6" stroke-width="2" fill="none"/>${specks}<rect x="96" y="158" width="210" height="270" fill="url(#${u}round)"/></g><rect x="118" y="112" width="164" height="50" rx="9" fill="${lid}"/><rect x="118" y="112" width="164" height="50" rx="9" fill="url(#${u}round)"/><g stroke="#000" stroke-opacity=".14">${Array.from({ length: 26 }, (_, i) => `<path d="M${122 + i * 6.2} 118v38"/>`).join('')}</g><rect x="118" y="112" width="164" height="7" rx="3.5" fill="#fff" opacity=".25"/><path d="${band}" fill="${label}"/>${back ? smallPrint(118, 262, 166, ink, back) : front}<path d="${band}" fill="url(#${u}round)" opacity=".6"/><path d="M120 202V392" stroke="#fff" stroke-opacity=".55" stroke-width="7" stroke-linecap="round" filter="url(#blur)"/>`,
  };
}

/** A slim bottle. */
export function bottle({ u = 'b', liquid, cap, label, ink, border, name, kind, weight }) {
  const [inner, outer] = liquid;
  const shape = 'M176 118H224V156Q224 172 244 190Q264 206 264 234V392Q264 412 246 412H154Q136 412 136 392V234Q136 206 156 190Q176 172 176 156Z';
  return {
    defs: pattern(`${u}border`, tumpal(16, 10), border, 2.4, 'translate(136 262)') + clip(`${u}shape`, shape) + clip(`${u}label`, 'M136 254Q200 264 264 254V378Q200 388 136 378Z') + aslant(`${u}inside`, [0, outer], [0.45, inner], [1, outer]) + across(`${u}round`, [0, '#000', 0.36], [0.16, '#fff', 0.3], [0.42, '#fff', 0.04], [0.8, '#000', 0.1], [1, '#000', 0.46]),
    body: `${shadow(204, 410, 82, 17, 0.46)}<ellipse cx="236" cy="420" rx="74" ry="11" fill="${inner}" opacity=".5" filter="url(#near)"/><path d="${shape}" fill="url(#${u}inside)"/><g clip-path="url(#${u}shape)"><path d="M130 118H270V186Q200 198 130 186Z" fill="#fff" opacity=".4"/><path d="M136 186Q200 198 264 186" stroke="#fff" stroke-opacity=".7" stroke-width="1.6" fill="none"/><rect x="130" y="110" width="140" height="310" fill="url(#${u}round)"/></g><rect x="170" y="86" width="60" height="40" rx="6" fill="${cap}"/><rect x="170" y="86" width="60" height="40" rx="6" fill="url(#${u}round)"/><rect x="170" y="86" width="60" height="6" rx="3" fill="#fff" opacity=".28"/><g clip-path="url(#${u}label)"><rect x="130" y="250" width="140" height="140" fill="${label}"/><rect x="136" y="262" width="130" height="24" fill="url(#${u}border)"/></g>${text(200, 316, name.length > 9 ? 15 : 20, 800, ink, name)}${text(200, 334, 10, 600, ink, kind)}${text(200, 362, 9, 600, ink, weight, 'opacity=".75"')}<path d="M136 254Q200 264 264 254V378Q200 388 136 378Z" fill="url(#${u}round)" opacity=".6"/><path d="M150 232V396" stroke="#fff" stroke-opacity=".6" stroke-width="5" stroke-linecap="round" filter="url(#blur)"/>`,
  };
}

/** A carton box, three sides seen. */
export function carton({ u = 'c', face, side, ink, border, name, kind, weight, window: seen }) {
  return {
    defs: pattern(`${u}border`, tumpal(16, 10), border, 3.4, 'translate(84 150)') + aslant(`${u}light`, [0, '#fff', 0.24], [0.6, '#fff', 0], [1, '#000', 0.16]),
    body: `${shadow(216, 410, 142, 20, 0.46)}<path d="M84 150L268 162 268 412 84 396Z" fill="${face}"/><path d="M268 162L328 146 328 390 268 412Z" fill="${side}"/><path d="M84 150L268 162 328 146 152 136Z" fill="${face}"/><path d="M84 150L268 162 328 146 152 136Z" fill="#fff" opacity=".22"/><path d="M118 143L298 154" stroke="#000" stroke-opacity=".3" stroke-width="1.4"/><g transform="matrix(1 .076 0 1 0 -6.4)"><rect x="84" y="150" width="184" height="34" fill="url(#${u}border)"/>${text(176, 232, name.length > 9 ? 23 : 29, 800, ink, name)}${text(176, 256, 13, 600, ink, kind)}<path d="M146 270h60" stroke="${border.a}" stroke-width="3"/>${seen ?? ''}${text(176, 384, 11, 600, ink, weight, 'opacity=".85"')}</g><path d="M84 150L268 162 268 412 84 396Z" fill="url(#${u}light)"/><path d="M268 162L328 146 328 390 268 412Z" fill="#000" opacity=".26"/><path d="M84 150L268 162 328 146" stroke="#fff" stroke-opacity=".4" stroke-width="1.4" fill="none"/><path d="M268 162V412" stroke="#fff" stroke-opacity=".35" stroke-width="1.6"/><g transform="matrix(1 -.3 0 1 0 84)">${[0, 1, 2, 3, 4].map((i) => `<rect x="280" y="${190 + i * 11}" width="${i % 2 ? 26 : 36}" height="3.4" fill="${ink}" opacity=".4"/>`).join('')}${barcode(282, 300, ink)}</g>`,
  };
}

/** A chocolate bar, half unwrapped. */
export function bar({ wrap = '#26316b', ink = wrap, squares = ['#3c2013', '#52301d', '#8a5b3e'], name, kind, weight, yarn = { a: '#d9ad4f', b: '#a8443a', c: '#f3d98f' } }) {
  const [deep, flat, edge] = squares;
  const pieces = [0, 1].flatMap((row) => [0, 1, 2].map((column) => `<g transform="translate(${column * 52} ${row * 52})"><rect width="50" height="50" rx="4" fill="${deep}"/><rect x="4" y="4" width="42" height="42" rx="3" fill="${flat}"/><path d="M4 46V4H46" stroke="${edge}" stroke-width="2.4" fill="none"/><path d="M46 4V46H4" stroke="#000" stroke-opacity=".4" stroke-width="2.4" fill="none"/></g>`)).join('');
  const torn = 'M112 132l11 7 11-9 12 9 11-7 12 8 11-8 12 7 12-8 11 8 11-7 12 8 12-9 11 8 12-7 14 6';
  return {
    defs: pattern('wrap', subahnale(), yarn, 2.2) + aslant('sheen', [0, '#fff', 0.26], [0.4, '#fff', 0], [1, '#000', 0.36]),
    body: `<g transform="rotate(-9 200 250)"><rect x="122" y="66" width="176" height="330" rx="5" fill="#1d1710" opacity=".42" filter="url(#soft)"/><g transform="translate(122 42)">${pieces}</g><path d="${torn}V398H112Z" fill="#d8d3c8"/><path d="${torn}V152H112Z" fill="#fff" opacity=".5"/><rect x="110" y="152" width="178" height="252" rx="3" fill="${wrap}"/><rect x="110" y="152" width="178" height="252" fill="url(#wrap)" opacity=".95"/><rect x="128" y="218" width="142" height="116" rx="3" fill="#fbf3df"/>${text(199, 256, 20, 800, ink, name)}${text(199, 277, 12, 600, ink, kind)}<path d="M176 290h46" stroke="#a23b2c" stroke-width="2.5"/>${text(199, 316, 10.5, 600, '#5b5348', weight)}<rect x="110" y="152" width="178" height="252" fill="url(#sheen)"/></g><g transform="translate(292 398) rotate(24)"><rect x="4" y="6" width="50" height="44" fill="#000" opacity=".3" filter="url(#near)"/><path d="M0 4L46 0 50 42 22 47 0 40Z" fill="${deep}"/><path d="M4 8L40 5 44 38 22 42 5 36Z" fill="${flat}"/></g>`,
  };
}

/** A bowl or flat basket from above, full of small things drawn by `one(i, next)`. */
export function full({ u = 'f', rim = '#b98a4e', inside = '#7d5526', radius = 158, count = 150, seed = 3, one }) {
  const next = random(seed);
  const things = Array.from({ length: count }, (_, i) => {
    const [angle, r] = [next() * Math.PI * 2, Math.sqrt(next()) * (radius - 24)];
    return `<g transform="translate(${(200 + Math.cos(angle) * r).toFixed(1)} ${(250 + Math.sin(angle) * r).toFixed(1)}) rotate(${Math.round(next() * 360)})">${one(i, next)}</g>`;
  });
  return {
    defs: `<radialGradient id="${u}deep" cx=".46" cy=".44"><stop offset=".55" stop-color="#2a1404" stop-opacity="0"/><stop offset="1" stop-color="#2a1404" stop-opacity=".6"/></radialGradient><clipPath id="${u}inner"><circle cx="200" cy="250" r="${radius - 18}"/></clipPath>`,
    body: `<circle cx="216" cy="268" r="${radius}" fill="#1d1208" opacity=".5" filter="url(#soft)"/><circle cx="200" cy="250" r="${radius}" fill="${rim}"/>${[0, 5, 10, 15].map((step) => `<circle cx="200" cy="250" r="${radius - 3 - step}" fill="none" stroke="#000" stroke-opacity=".28" stroke-width="4" stroke-dasharray="2 5" stroke-dashoffset="${step}"/>`).join('')}<circle cx="200" cy="250" r="${radius - 2}" fill="none" stroke="#fff" stroke-opacity=".25" stroke-width="2"/><circle cx="200" cy="250" r="${radius - 20}" fill="${inside}"/><g clip-path="url(#${u}inner)">${things.join('')}</g><circle cx="200" cy="250" r="${radius - 18}" fill="url(#${u}deep)"/>`,
  };
}

export const oneCrisp = (crisps, rim) => (i) => `<ellipse rx="25" ry="16" cy="4" fill="#000" opacity=".3"/>${crisp(crisps[i % crisps.length], rim)}<path d="M-16-6Q0-13 16-6" stroke="#fff" stroke-opacity=".35" stroke-width="2" fill="none"/>`;
export const oneBean = (colours) => (i) => `<ellipse cx="2" cy="4" rx="15" ry="10" fill="#000" opacity=".4"/><ellipse rx="15" ry="10" fill="${colours[i % colours.length]}"/><ellipse cx="-3" cy="-3" rx="9" ry="4" fill="#fff" opacity=".2"/><path d="M-13 0Q-4 4 0 0T13 0" stroke="#1a0d06" stroke-width="2" fill="none"/>`;
export const oneCrystal = (i, next) => `<g transform="scale(${(0.7 + next() * 0.7).toFixed(2)})"><path d="M-12 9L12 9 15 14-9 14Z" fill="#000" opacity=".2"/><path d="M-12 9L0-12 12 9Z" fill="#fbfaf7"/><path d="M0-12L12 9 3 9Z" fill="#c9ccd0"/><path d="M-7 5L0-7 6 5Z" fill="none" stroke="#fff" stroke-width="1.2"/></g>`;
