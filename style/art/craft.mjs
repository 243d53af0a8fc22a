// Pottery, plaiting, pearls, soap.
import { pattern, random, tumpal, wajik } from './motifs.mjs';
import { across, clip, shadow, stops, text } from './stage.mjs';

const clay = (id, seed = 8) => `<filter id="${id}"><feTurbulence type="fractalNoise" baseFrequency=".05 .4" numOctaves="3" seed="${seed}"/><feColorMatrix values="0 0 0 0 .2  0 0 0 0 .06  0 0 0 0 .02  0 0 0 1.6 -.6"/></filter>`;
const ball = (id, [light, middle, dark]) => `<radialGradient id="${id}" cx=".34" cy=".34" r=".8">${stops([0, light], [0.5, middle], [1, dark])}</radialGradient>`;
const shade = (id) => across(id, [0, '#000', 0.26], [0.2, '#000', 0], [0.66, '#000', 0], [1, '#1a0803', 0.6]);
export const earth = ['#dc9068', '#b5623c', '#71341c'];
export const soot = ['#6d625b', '#3d3532', '#17120f'];
export const cream = ['#f4e6cf', '#d9bf98', '#93714a'];

const shapes = {
  kendi: { d: 'M158 120Q160 108 200 108T242 120Q238 150 246 168Q322 206 318 290Q314 372 246 408Q200 416 154 408Q86 372 82 290Q78 206 154 168Q162 150 158 120Z', mouth: [42, 11, 119], band: 238 },
  vas: { d: 'M150 96Q152 84 200 84T250 96Q240 132 232 158Q292 216 286 300Q280 380 240 410Q200 418 160 410Q120 380 114 300Q108 216 168 158Q160 132 150 96Z', mouth: [50, 12, 95], band: 246 },
  guci: { d: 'M142 142Q144 128 200 128T258 142Q262 156 268 166Q312 196 306 268Q300 350 252 408Q200 418 148 408Q100 350 94 268Q88 196 132 166Q138 156 142 142Z', mouth: [58, 14, 141], band: 226 },
};

/** A hand-built pot with an engraved band. */
export function pot({ u = 'o', shape = 'kendi', colours = earth, ink = '#5d2413', slip = '#f0c39d', rows = tumpal() } = {}) {
  const { d, mouth: [rx, ry, y], band } = shapes[shape];
  const ring = (at) => `<path d="M70 ${at}Q200 ${at + 37} 330 ${at}" stroke="${ink}" stroke-width="3" fill="none" opacity=".55"/><path d="M70 ${at + 3}Q200 ${at + 40} 330 ${at + 3}" stroke="#fff" stroke-width="1.6" fill="none" opacity=".3"/>`;
  return {
    defs: pattern(`${u}band`, rows, { a: slip, b: ink, c: slip }, 4.2, `translate(66 ${band + 8})`) + clip(`${u}shape`, d) + ball(`${u}ball`, colours) + shade(`${u}shade`) + clay(`${u}clay`),
    body: `${shadow(204, 408, 112, 22, 0.48)}<path d="${d}" fill="url(#${u}ball)"/><g clip-path="url(#${u}shape)"><path d="M70 ${band - 12}Q200 ${band + 24} 330 ${band - 12}V${band + 62}Q200 ${band + 100} 70 ${band + 62}Z" fill="${ink}" opacity=".38"/><path d="M70 ${band}Q200 ${band + 36} 330 ${band}V${band + 52}Q200 ${band + 90} 70 ${band + 52}Z" fill="url(#${u}band)" opacity=".85"/>${[band - 16, band + 66, band + 80].map(ring).join('')}<rect width="400" height="500" filter="url(#${u}clay)" opacity=".34"/><path d="${d}" fill="url(#${u}shade)"/></g><ellipse cx="200" cy="${y}" rx="${rx}" ry="${ry}" fill="${colours[2]}"/><ellipse cx="200" cy="${y + 2}" rx="${rx - 8}" ry="${ry - 3.5}" fill="#1c0b05"/><path d="M${200 - rx + 1} ${y + 2}Q200 ${y + 20} ${200 + rx - 1} ${y + 2}" stroke="#fff" stroke-width="2.5" fill="none" opacity=".34"/><ellipse cx="138" cy="246" rx="15" ry="54" fill="#fff" opacity=".2" transform="rotate(14 138 246)" filter="url(#near)"/>`,
  };
}

/** A cup with a handle. */
export function cup({ u = 'u', colours = earth, ink = '#5d2413', slip = '#f0c39d' } = {}) {
  const d = 'M132 268H268L260 388Q256 408 232 410H168Q144 408 140 388Z';
  return {
    defs: pattern(`${u}band`, tumpal(16, 10), { a: slip, b: ink, c: slip }, 3, 'translate(128 312)') + clip(`${u}shape`, d) + ball(`${u}ball`, colours) + shade(`${u}shade`) + clay(`${u}clay`, 5),
    body: `${shadow(206, 408, 84, 16, 0.48)}<path d="M262 292Q318 286 312 334 306 376 254 376" stroke="${colours[2]}" stroke-width="18" fill="none"/><path d="M262 290Q314 286 308 332 302 372 254 372" stroke="${colours[1]}" stroke-width="11" fill="none"/><path d="M266 286Q312 284 306 326" stroke="#fff" stroke-opacity=".3" stroke-width="3" fill="none"/><path d="${d}" fill="url(#${u}ball)"/><g clip-path="url(#${u}shape)"><path d="M120 304Q200 324 280 304V348Q200 368 120 348Z" fill="${ink}" opacity=".38"/><path d="M120 310Q200 330 280 310V340Q200 360 120 340Z" fill="url(#${u}band)" opacity=".9"/><rect width="400" height="500" filter="url(#${u}clay)" opacity=".34"/><path d="${d}" fill="url(#${u}shade)"/></g><ellipse cx="200" cy="268" rx="68" ry="15" fill="${colours[0]}"/><ellipse cx="200" cy="270" rx="60" ry="11.5" fill="${colours[2]}"/><ellipse cx="200" cy="274" rx="55" ry="8" fill="#24140b"/><path d="M150 274Q176 268 200 268" stroke="#c98f5a" stroke-opacity=".6" stroke-width="2" fill="none"/>`,
  };
}

/** A serving plate from above. */
export function plate({ u = 'l', colours = earth, ink = '#5d2413', slip = '#f0c39d', turn = 0 } = {}) {
  const teeth = Array.from({ length: 36 }, (_, i) => `<path d="M0-138L8-118 0-112-8-118Z" fill="${i % 2 ? slip : ink}" opacity=".9" transform="rotate(${i * 10})"/>`).join('');
  return {
    defs: `<radialGradient id="${u}bowl" cx=".4" cy=".36" r=".72">${stops([0, colours[0]], [0.62, colours[1]], [1, colours[2]])}</radialGradient><radialGradient id="${u}well" cx=".6" cy=".64" r=".72">${stops([0, colours[0]], [0.6, colours[1]], [1, colours[2]])}</radialGradient>` + clay(`${u}clay`, 3) + `<clipPath id="${u}round"><circle r="156"/></clipPath>`,
    body: `<g transform="translate(200 250) rotate(${turn})"><circle cx="18" cy="22" r="152" fill="#1d1208" opacity=".5" filter="url(#soft)"/><circle r="156" fill="url(#${u}bowl)"/><g clip-path="url(#${u}round)"><circle r="128" fill="none" stroke="${ink}" stroke-opacity=".4" stroke-width="34"/>${teeth}<circle r="98" fill="url(#${u}well)"/><circle r="98" fill="none" stroke="#000" stroke-opacity=".35" stroke-width="5" filter="url(#blur)"/>${[82, 64, 46, 28].map((r) => `<circle r="${r}" fill="none" stroke="${ink}" stroke-opacity=".3" stroke-width="2"/><circle r="${r - 2}" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="1.4"/>`).join('')}<rect x="-160" y="-160" width="320" height="320" filter="url(#${u}clay)" opacity=".3"/></g><path d="M-118-84A145 145 0 0 1 20-143" stroke="#fff" stroke-opacity=".4" stroke-width="6" fill="none" stroke-linecap="round" filter="url(#blur)"/></g>`,
  };
}

/** A lidded basket of ketak grass. */
export function basket() {
  const rows = Array.from({ length: 17 }, (_, i) => {
    const y = 236 + i * 10.4;
    const swell = Math.sin((Math.PI * (i + 2.2)) / 19.5) * 44;
    const [half, dark] = [84 + swell, i % 8 < 4 ? i % 8 : 8 - (i % 8)];
    const d = `M${(200 - half).toFixed(1)} ${y.toFixed(1)}Q200 ${(y + 34).toFixed(1)} ${(200 + half).toFixed(1)} ${y.toFixed(1)}`;
    return { y, half: 90 + swell, svg: `<path d="${d}" stroke="#5a3413" stroke-width="12" fill="none" stroke-linecap="round"/><path d="${d}" stroke="${i === 3 || i === 12 ? '#6b3d17' : '#c08446'}" stroke-width="9.6" fill="none" stroke-linecap="round"/><path d="${d}" stroke="#7c4a1e" stroke-opacity=".75" stroke-width="9.6" fill="none" stroke-dasharray="1.4 4.6"/><path d="${d}" stroke="#4a260c" stroke-width="9.6" fill="none" stroke-dasharray="${6 + dark * 4} ${48 - dark * 4}" stroke-dashoffset="${dark * 2 + 3}" opacity="${i > 3 && i < 12 ? 0.8 : 0}"/><path d="${d}" transform="translate(0 -3)" stroke="#ffe2ad" stroke-opacity=".35" stroke-width="1.8" fill="none"/>` };
  });
  const side = (sign) => rows.map(({ y, half }) => `${(200 + sign * half).toFixed(0)} ${y.toFixed(0)}`);
  const outline = `M${side(-1).join('L')}Q200 446 ${side(1).reverse().join('L')}Q200 282 110 236Z`;
  const lid = Array.from({ length: 9 }, (_, i) => {
    const [rx, ry, y] = [112 - i * 12.4, 33 - i * 3.5, 222 - i * 7.4];
    return `<ellipse cx="200" cy="${y}" rx="${rx}" ry="${ry}" fill="#5a3413"/><ellipse cx="200" cy="${y - 1.5}" rx="${rx - 1}" ry="${ry - 1}" fill="${i === 1 || i === 5 ? '#6b3d17' : '#c88c4c'}"/><ellipse cx="200" cy="${y - 1.5}" rx="${rx - 4}" ry="${Math.max(ry - 3, 1)}" fill="none" stroke="#7c4a1e" stroke-opacity=".7" stroke-width="7" stroke-dasharray="1.4 4.4"/>`;
  }).join('');
  return {
    defs: across('round', [0, '#000', 0.3], [0.25, '#fff', 0.12], [0.6, '#000', 0.05], [1, '#000', 0.55]),
    body: `${shadow(206, 420, 132, 22, 0.5)}${rows.map((row) => row.svg).join('')}<path d="${outline}" fill="url(#round)"/><path d="M92 232Q200 286 308 232Q300 262 200 270T92 232Z" fill="#000" opacity=".32" filter="url(#near)"/>${lid}<ellipse cx="200" cy="152" rx="15" ry="9" fill="#5a3413"/><ellipse cx="200" cy="148" rx="14" ry="9" fill="#d79d5c"/><path d="M88 222A112 33 0 0 1 200 189V150Q110 176 88 222Z" fill="#fff" opacity=".14" filter="url(#near)"/>`,
  };
}

const coil = (radius, step, star) =>
  Array.from({ length: Math.floor(radius / step) }, (_, i) => {
    const r = radius - i * step - step / 2;
    return `<circle r="${r}" fill="none" stroke="#5a3413" stroke-width="${step}"/><circle r="${r}" fill="none" stroke="${star.includes(i) ? '#6b3d17' : '#c68a4a'}" stroke-width="${step * 0.8}"/><circle r="${r}" fill="none" stroke="#6b3d17" stroke-opacity=".8" stroke-width="${step * 0.8}" stroke-dasharray="1.4 4.4"/><circle r="${r}" fill="none" stroke="#ffe2ad" stroke-opacity=".3" stroke-width="1.4"/>`;
  }).join('');

/** A round shoulder bag of ketak. */
export function roundBag() {
  return {
    defs: `<radialGradient id="round" cx=".36" cy=".32" r=".78">${stops([0, '#fff', 0.3], [0.5, '#fff', 0], [1, '#000', 0.55])}</radialGradient>`,
    body: `${shadow(206, 414, 112, 18, 0.5)}<path d="M96 222Q84 66 200 60T304 222" stroke="#2a170b" stroke-width="11" fill="none" opacity=".25" filter="url(#near)"/><path d="M92 226Q76 60 200 54T308 226" stroke="#4a2a14" stroke-width="10" fill="none"/><path d="M92 226Q76 60 200 54T308 226" stroke="#8a5a32" stroke-width="6" fill="none"/><path d="M92 226Q76 60 200 54T308 226" stroke="#e9c89a" stroke-width="1" fill="none" stroke-dasharray="4 3"/><g transform="translate(206 294)"><circle r="124" fill="#3a2010"/></g><g transform="translate(200 290)"><circle r="126" fill="#5a3413"/>${coil(124, 10.4, [1, 5, 6, 9])}<circle r="126" fill="url(#round)"/></g>${[[92, 224], [308, 224]].map(([x, y]) => `<rect x="${x - 9}" y="${y - 10}" width="18" height="30" rx="5" fill="#6d4321"/><circle cx="${x}" cy="${y + 12}" r="3.4" fill="#e0b85e"/>`).join('')}<path d="M184 158H216V222Q216 236 200 238 184 236 184 222Z" fill="#4a2a14"/><path d="M187 160H213V220Q213 232 200 234 187 232 187 220Z" fill="#7d4f29"/><path d="M190 164H210V218Q208 228 200 229 192 228 190 218Z" fill="none" stroke="#e9c89a" stroke-width="1" stroke-dasharray="4 3"/><circle cx="200" cy="218" r="6" fill="#8d6a24"/><circle cx="199" cy="217" r="5" fill="#e9c572"/>`,
  };
}

/** Table mats of ketak from above. */
export function mats() {
  const mat = (x, y, r, star) => `<g transform="translate(${x} ${y})"><circle cx="12" cy="14" r="${r}" fill="#1d1208" opacity=".5" filter="url(#near)"/><circle r="${r}" fill="#5a3413"/>${coil(r, 9, star)}<circle r="${r}" fill="url(#round)"/></g>`;
  return {
    defs: `<radialGradient id="round" cx=".36" cy=".32" r=".8">${stops([0, '#fff', 0.22], [0.55, '#fff', 0], [1, '#000', 0.4])}</radialGradient>`,
    body: mat(262, 178, 104, [1, 4, 5, 8]) + mat(122, 216, 72, [0, 3, 6]) + mat(196, 350, 118, [2, 3, 7, 10]),
  };
}

const pearl = (x, y, r) => `<circle cx="${x + r * 0.2}" cy="${y + r * 0.3}" r="${r}" fill="#1d1710" opacity=".28" filter="url(#near)"/><circle cx="${x}" cy="${y}" r="${r}" fill="url(#pearl)"/><ellipse cx="${x - r * 0.35}" cy="${y - r * 0.42}" rx="${r * 0.26}" ry="${r * 0.16}" fill="#fff" opacity=".95" transform="rotate(-35 ${x - r * 0.35} ${y - r * 0.42})"/><path d="M${x - r * 0.7} ${y + r * 0.45}A${r * 0.86} ${r * 0.86} 0 0 0 ${x + r * 0.7} ${y + r * 0.45}" stroke="#fff" stroke-opacity=".4" stroke-width="${r / 10}" fill="none" filter="url(#blur)"/>`;
const nacre = (tone = ['#fffdf8', '#f7e6d6', '#e3c3b2', '#b99aa2', '#8f7f96']) => `<radialGradient id="pearl" cx=".36" cy=".32" r=".8">${stops([0, tone[0]], [0.35, tone[1]], [0.62, tone[2]], [0.82, tone[3]], [1, tone[4]])}</radialGradient>`;
export const golden = ['#fffbe8', '#f6dfa0', '#dcae58', '#a9762f', '#7d5a35'];

/** Earrings on the maker's card. */
export function earrings({ tone } = {}) {
  const one = (x) => `<path d="M${x} 250Q${x - 2} 206 ${x + 11} 204Q${x + 23} 206 ${x + 20} 232" stroke="#c9983a" stroke-width="3.4" fill="none" stroke-linecap="round"/><path d="M${x} 250Q${x - 2} 206 ${x + 11} 204" stroke="#ffe9b0" stroke-width="1.1" fill="none"/><g transform="translate(${x} 262)"><path d="M0-12L10 0 0 12-10 0Z" fill="#d2a343"/><path d="M0-12L10 0 0 4-10 0Z" fill="#f3d68a"/></g><path d="M${x} 273v8" stroke="#c9983a" stroke-width="3"/><path d="M${x - 9} 284Q${x} 276 ${x + 9} 284L${x + 5} 291H${x - 5}Z" fill="#d2a343"/>${pearl(x, 308, 24)}`;
  return {
    defs: nacre(tone) + pattern('border', tumpal(16, 10), { a: '#2c3570', b: '#c9983a', c: '#a23b2c' }, 2.7, 'translate(86 366)') + `<linearGradient id="card" x1="0" y1="0" x2="1" y2="1">${stops([0, '#fff', 0.6], [1, '#c9b48f', 0.35])}</linearGradient>`,
    body: `<rect x="98" y="100" width="224" height="320" rx="10" fill="#1d1710" opacity=".32" filter="url(#soft)"/><rect x="86" y="84" width="228" height="324" rx="8" fill="#fbf6ec"/><rect x="86" y="84" width="228" height="324" rx="8" fill="url(#card)"/>${text(200, 146, 21, 800, '#2c3570', 'SEKARBELA', 'letter-spacing="3"')}${text(200, 166, 11, 600, '#6a6156', 'MUTIARA LOMBOK', 'letter-spacing="1.4"')}<rect x="86" y="366" width="228" height="27" fill="url(#border)"/>${one(148)}${one(242)}`,
  };
}

/** A string of pearls on dark velvet. */
export function necklace({ tone, velvet = ['#3b4468', '#1a2038'] } = {}) {
  const pearls = Array.from({ length: 45 }, (_, i) => {
    const t = (i / 44) * Math.PI;
    const side = Math.cos(t);
    return pearl(200 - Math.sign(side) * Math.abs(side) ** 0.8 * 92, 34 + Math.sin(t) ** 0.9 * 290, 8 + Math.sin(t) * 6);
  });
  return {
    defs: nacre(tone) + `<radialGradient id="velvet" cx=".4" cy=".3" r=".9">${stops([0, velvet[0]], [1, velvet[1]])}</radialGradient>`,
    body: `<path d="M110 0H300L430 180V500H-10V180Z" fill="#1d1710" opacity=".45" transform="translate(14 8)" filter="url(#soft)"/><path d="M104-20Q112 96 46 150-20 200-10 520H410Q420 200 354 150 288 96 296-20Z" fill="url(#velvet)"/><path d="M104-20Q112 96 46 150-20 200-10 400" stroke="#fff" stroke-opacity=".2" stroke-width="10" fill="none" filter="url(#near)"/><path d="M120 60Q110 260 150 470" stroke="#fff" stroke-opacity=".09" stroke-width="60" fill="none" filter="url(#soft)"/>${pearls.join('')}`,
  };
}

/** A ring with one pearl, in its box. */
export function ring({ tone = golden } = {}) {
  return {
    defs: nacre(tone) + across('sidelight', [0, '#000', 0.3], [0.2, '#fff', 0.14], [0.6, '#000', 0], [1, '#000', 0.45]) + pattern('border', wajik(), { bg: '#7d211c', a: '#e3bb62', b: '#b98f36', c: '#f7e3a5' }, 1.9, 'translate(80 300)') + `<linearGradient id="gold" x1="0" y1="0" x2="1" y2="1">${stops([0, '#fff2c4'], [0.4, '#e0b455'], [0.7, '#9a7024'], [1, '#e9c572'])}</linearGradient>`,
    body: `${shadow(206, 420, 150, 20, 0.5)}<path d="M84 130Q84 112 102 112H298Q316 112 316 130V266H84Z" fill="#5b1613"/><path d="M96 132Q96 124 106 124H294Q304 124 304 132V256H96Z" fill="#f3ead9"/><path d="M96 132Q96 124 106 124H294Q304 124 304 132V256H96Z" fill="#000" opacity=".08"/>${text(200, 160, 17, 800, '#a88442', 'SEKARBELA', 'letter-spacing="3"')}<path d="M72 266H328V400Q328 416 312 416H88Q72 416 72 400Z" fill="#6f1d1a"/><path d="M72 300H328V372H72Z" fill="url(#border)"/><path d="M72 266H328V400Q328 416 312 416H88Q72 416 72 400Z" fill="url(#sidelight)"/><path d="M84 266H316L304 290H96Z" fill="#f8f1e4"/><path d="M84 266H316L304 290H96Z" fill="#000" opacity=".12"/><ellipse cx="200" cy="276" rx="30" ry="7" fill="#000" opacity=".35" filter="url(#blur)"/><path d="M170 276Q168 226 200 224T230 276" stroke="url(#gold)" stroke-width="7" fill="none"/><path d="M184 232L190 214H210L216 232Z" fill="url(#gold)"/>${pearl(200, 204, 22)}`,
  };
}

/** Bars of soap, one wrapped in paper. */
export function soap() {
  const cake = (x, y, light, dark, words, turn = 0) => `<g transform="translate(${x} ${y}) rotate(${turn})"><rect x="6" y="10" width="170" height="74" rx="16" fill="#1d1710" opacity=".4" filter="url(#near)"/><rect width="170" height="74" rx="15" fill="${dark}"/><rect width="170" height="62" rx="14" fill="${light}"/><rect x="12" y="10" width="146" height="42" rx="9" fill="none" stroke="#000" stroke-opacity=".14" stroke-width="2"/>${words}<path d="M14 6H150" stroke="#fff" stroke-opacity=".7" stroke-width="4" stroke-linecap="round" filter="url(#blur)"/></g>`;
  const next = random(6);
  const petals = Array.from({ length: 9 }, () => `<ellipse cx="${Math.round(50 + next() * 300)}" cy="${Math.round(424 + next() * 34)}" rx="9" ry="5" fill="#f5d7c9" transform="rotate(${Math.round(next() * 90)} ${Math.round(50 + next() * 300)} 440)" opacity=".9"/>`).join('');
  return {
    defs: pattern('border', tumpal(16, 10), { bg: '#24546a', a: '#e9dcc0', b: '#e3bb62', c: '#b8493a' }, 2.6, 'translate(0 8)'),
    body: `${shadow(204, 410, 150, 20, 0.4)}${cake(116, 338, '#f6efe0', '#d8c9ab', text(85, 38, 15, 800, '#b7a683', 'KELAPA', 'letter-spacing="2"'))}${cake(96, 270, '#dfe7cf', '#a9b98d', text(85, 38, 15, 800, '#8fa070', 'KELOR', 'letter-spacing="2"'), -2)}<g transform="translate(124 196) rotate(3)"><rect x="6" y="10" width="170" height="78" rx="8" fill="#1d1710" opacity=".4" filter="url(#near)"/><rect width="170" height="78" rx="6" fill="#c9a676"/><rect width="170" height="66" rx="6" fill="#e3c699"/><rect y="8" width="170" height="26" fill="url(#border)"/>${text(85, 55, 15, 800, '#24546a', 'Sabun Nyiur')}</g>${petals}`,
  };
}
