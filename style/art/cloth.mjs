// Cloth and what is sewn from it.
import { bintang, pattern, threads, tumpal, wajik } from './motifs.mjs';
import { aslant, clip, down, shadow, stops, text, tints } from './stage.mjs';

const folds = (id, count, width, x) =>
  `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x}" x2="${x + width / count}" y1="0" y2="6" spreadMethod="repeat">${stops([0, '#000', 0.34], [0.22, '#000', 0.06], [0.45, '#fff', 0.2], [0.7, '#000', 0.02], [1, '#000', 0.34])}</linearGradient>`;
const waves = (id, by = 13, seed = 4) =>
  `<filter id="${id}" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency=".009 .004" numOctaves="2" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${by}" xChannelSelector="R" yChannelSelector="G"/></filter>`;

/** A cloth on a bamboo bar, with a border of tumpal and a fringe. */
export function hanging({ rows, palette, border, cell = 3.4, seed = 4 }) {
  const cloth = 'M74 82Q200 90 326 82L332 428Q300 440 268 431T200 434T132 431T68 430Z';
  const fringe = Array.from({ length: 62 }, (_, i) => `M${72 + i * 4.2} 426l${((i * 7) % 5) - 2} ${20 + ((i * 13) % 9)}`).join('');
  return {
    defs: pattern('cloth', rows, palette, cell) + pattern('border', tumpal(), border, 3.2, 'translate(70 366)') + threads('threads', 1.7) + folds('folds', 4.5, 260, 70) + clip('edge', cloth) + waves('waves', 13, seed)
      + down('fall', [0, '#fff', 0.14], [0.6, '#000', 0], [1, '#000', 0.22]) + down('bamboo', [0, '#e4c48c'], [0.5, '#b98b4c'], [1, '#7d5829']),
    body: `<path d="M96 96H352L362 444 96 452Z" fill="#1d1710" opacity=".3" filter="url(#soft)"/>
<g filter="url(#waves)"><path d="${fringe}" stroke="${palette.a}" stroke-width="2.3" stroke-linecap="round"/><path d="${cloth}" fill="url(#cloth)"/><g clip-path="url(#edge)"><rect x="60" y="352" width="290" height="90" fill="${palette.bg}"/><rect x="60" y="366" width="290" height="38.4" fill="url(#border)"/><rect x="60" y="352" width="290" height="5" fill="${palette.a}"/><rect x="60" y="409" width="290" height="4" fill="${palette.a}"/><rect x="60" y="417" width="290" height="9" fill="${palette.b}"/></g><path d="${cloth}" fill="url(#threads)" opacity=".7"/><path d="${cloth}" fill="url(#folds)"/><path d="${cloth}" fill="url(#fall)"/></g>
<rect x="40" y="66" width="320" height="17" rx="8.5" fill="url(#bamboo)"/><path d="M118 66v17M214 66v17M300 66v17" stroke="#6d4c24" stroke-width="2.5" opacity=".6"/><path d="M74 82Q200 90 326 82L325 98Q200 106 75 98Z" fill="#000" opacity=".16"/>`,
  };
}

/** The weave from a hand's breadth away. */
export function macro({ rows, palette, border, cell = 9 }) {
  return {
    defs: pattern('cloth', rows, palette, cell, 'rotate(-8) translate(12 -6)') + pattern('border', tumpal(), border, 8, 'rotate(-8) translate(-20 392)') + threads('threads', 3.2) + waves('waves', 26, 9)
      + `<linearGradient id="fold" gradientUnits="userSpaceOnUse" x1="-40" y1="60" x2="360" y2="430">${stops([0, '#000', 0.5], [0.16, '#000', 0.05], [0.3, '#fff', 0.3], [0.44, '#000', 0.08], [0.56, '#000', 0.45], [0.62, '#000', 0.12], [0.76, '#fff', 0.26], [1, '#000', 0.4])}</linearGradient>`,
    body: `<g filter="url(#waves)"><rect x="-40" y="-40" width="480" height="580" fill="url(#cloth)"/><g transform="rotate(-8)"><rect x="-90" y="384" width="560" height="230" fill="${palette.bg}"/><rect x="-90" y="384" width="560" height="9" fill="${palette.a}"/></g><path d="M-60 402L460 329V425L-60 498Z" fill="url(#border)"/><g transform="rotate(-8)"><rect x="-90" y="494" width="560" height="9" fill="${palette.a}"/><rect x="-90" y="512" width="560" height="16" fill="${palette.b}"/></g><rect x="-40" y="-40" width="480" height="580" fill="url(#threads)" opacity=".6"/></g><rect width="400" height="500" fill="url(#fold)"/>`,
  };
}

/** Folded cloths on each other, tied, with the weaver's tag. */
export function stack({ cloths, tag = 'TENUN', note = 'pewarna alam' }) {
  let y = 388;
  const layers = cloths.map(({ rows, palette, cell = 2.6 }, i) => {
    const [height, x, width] = [62, 62 + i * 7, 276 - i * 12];
    y -= height;
    const d = `M${x + 22} ${y}H${x + width - 6}q7 0 7 8v${height - 16}q0 8-7 8H${x + 22}q-24 0-24-${height / 2}t24-${height / 2}z`;
    return {
      defs: pattern(`cloth${i}`, rows, palette, cell),
      body: `<path d="${d}" fill="url(#cloth${i})"/><path d="${d}" fill="url(#threads)"/><path d="${d}" fill="url(#round)"/><path d="M${x + 8} ${y + height / 2}H${x + width}" stroke="#000" stroke-opacity=".22" stroke-width="2"/><path d="M${x + 8} ${y + height / 2 + 2.5}H${x + width}" stroke="#fff" stroke-opacity=".22" stroke-width="1.5"/>`,
    };
  });
  return {
    defs: layers.map((l) => l.defs).join('') + threads('threads', 1.6) + down('round', [0, '#fff', 0.26], [0.28, '#fff', 0], [0.5, '#000', 0.2], [0.56, '#fff', 0.12], [1, '#000', 0.42]),
    body: shadow(200, 402, 150, 20) + layers.map((l) => l.body).join('') + `<path d="M236 ${y}V388" stroke="#d8c39a" stroke-width="5"/><path d="M236 ${y}V388" stroke="#9d8354" stroke-width="1.2" stroke-dasharray="3 3"/><g transform="rotate(5 262 ${y + 70})"><rect x="240" y="${y + 46}" width="66" height="86" rx="4" fill="#1d1710" opacity=".3" filter="url(#near)"/><rect x="236" y="${y + 42}" width="66" height="86" rx="4" fill="#fbf5e8"/><circle cx="269" cy="${y + 52}" r="3.5" fill="#8b7a5c"/>${text(269, y + 84, 11, 800, '#2c3570', tag)}${text(269, y + 97, 8, 600, '#5b5348', note)}<path d="M246 ${y + 108}h46" stroke="#a23b2c" stroke-width="3" stroke-dasharray="3 2"/></g>`,
  };
}

/** A shirt, folded for the shelf. */
export function shirt({ rows, palette, cell = 2.6, collar }) {
  const body = 'M92 132Q140 108 158 104L242 104Q260 108 308 132Q320 140 320 160V402Q320 414 308 414H92Q80 414 80 402V160Q80 140 92 132Z';
  return {
    defs: pattern('cloth', rows, palette, cell, 'translate(200 104)') + pattern('collar', rows, palette, cell, 'rotate(34) translate(30 0)') + threads('threads', 1.6) + clip('edge', body)
      + `<linearGradient id="side">${stops([0, '#000', 0.4], [0.1, '#000', 0], [0.25, '#fff', 0.12], [0.5, '#000', 0.04], [0.8, '#fff', 0.08], [0.92, '#000', 0.05], [1, '#000', 0.45])}</linearGradient>` + down('fall', [0, '#fff', 0.14], [0.5, '#000', 0], [1, '#000', 0.3]),
    body: `<path d="M98 140H330L336 424H88Z" fill="#1d1710" opacity=".42" filter="url(#soft)"/><path d="${body}" fill="url(#cloth)"/><path d="${body}" fill="url(#threads)"/><g clip-path="url(#edge)"><path d="M80 150Q120 300 96 414M320 150Q280 300 304 414" stroke="#000" stroke-opacity=".3" stroke-width="9" fill="none" filter="url(#near)"/><path d="M186 190H216V414H186Z" fill="#000" opacity=".1"/><path d="M186 190V414M216 190V414" stroke="#000" stroke-opacity=".35" stroke-width="1.4"/><path d="M190 190V414M212 190V414" stroke="#fff" stroke-opacity=".25" stroke-dasharray="4 3"/><path d="M236 236H300V314L268 328 236 314Z" fill="#000" opacity=".06" stroke="#000" stroke-opacity=".36" stroke-width="1.4"/><path d="M236 246H300" stroke="#fff" stroke-opacity=".28" stroke-dasharray="4 3"/>${[214, 262, 310, 358, 402].map((y) => `<circle cx="201" cy="${y + 1.5}" r="5.6" fill="#000" opacity=".35"/><circle cx="201" cy="${y}" r="5.2" fill="#e9dcc0"/><circle cx="199.6" cy="${y}" r=".9" fill="#6b5a3c"/><circle cx="202.4" cy="${y}" r=".9" fill="#6b5a3c"/>`).join('')}</g><path d="${body}" fill="url(#side)"/><path d="${body}" fill="url(#fall)"/>
<path d="M158 104Q200 88 242 104L228 138Q200 152 172 138Z" fill="${collar}"/><path d="M158 104Q200 88 242 104L236 118Q200 104 164 118Z" fill="#000" opacity=".4"/><path d="M156 104L146 138 186 190 204 158Q176 140 160 108Z" fill="url(#collar)" stroke="#000" stroke-opacity=".3"/><path d="M244 104L254 138 218 190 200 158Q226 140 240 108Z" fill="url(#collar)" stroke="#000" stroke-opacity=".3"/><path d="M156 104L146 138 186 190M244 104L254 138 218 190" stroke="#000" stroke-opacity=".4" stroke-width="3" fill="none" filter="url(#blur)"/><rect x="184" y="112" width="32" height="16" rx="2" fill="#fbf5e8"/>${text(200, 123, 7.5, 800, '#2c3570', 'ENDEK')}`,
  };
}

/** An evening bag of tapis. */
export function clutch({ body: ground = '#1d1b2c', flap: flapGround = '#6f1d1a', strap = true } = {}) {
  const body = 'M64 220Q64 206 78 206H322Q336 206 336 220V372Q336 388 320 388H80Q64 388 64 372Z';
  const flap = 'M60 216Q60 198 78 198H322Q340 198 340 216V246L200 326 60 246Z';
  return {
    defs: pattern('stars', bintang(), { a: '#d8ac4e', b: '#a87c2c', c: '#f5df9c' }, 2.7) + pattern('diamonds', wajik(), { a: '#e0b85e', b: '#b1852f', c: '#fff0c0' }, 2.5, 'translate(0 198)') + threads('threads', 1.6) + aslant('sheen', [0, '#fff', 0.26], [0.45, '#fff', 0], [1, '#000', 0.5]),
    body: `${shadow(204, 390, 146, 22, 0.46)}${strap ? '<path d="M86 200Q90 96 200 92T314 200" stroke="#6b4a1c" stroke-width="7" fill="none"/><path d="M86 200Q90 96 200 92T314 200" stroke="#e0b85e" stroke-width="4.4" fill="none" stroke-dasharray="9 4"/>' : ''}<path d="${body}" fill="${ground}"/><path d="${body}" fill="url(#stars)"/><path d="${body}" fill="url(#threads)"/><path d="${body}" fill="url(#sheen)"/><path d="M60 250L200 334 340 250V262L200 348 60 262Z" fill="#000" opacity=".45" filter="url(#near)"/><path d="${flap}" fill="${flapGround}"/><path d="${flap}" fill="url(#diamonds)"/><path d="${flap}" fill="url(#threads)"/><path d="${flap}" fill="url(#sheen)"/><path d="M60 246L200 326 340 246" stroke="#e9c572" stroke-width="4" fill="none"/><path d="M60 240L200 319 340 240" stroke="#8d6a24" stroke-width="1.4" fill="none" stroke-dasharray="4 3"/><circle cx="200" cy="312" r="15" fill="#8d6a24"/><circle cx="199" cy="310" r="13.5" fill="#e9c572"/><circle cx="195" cy="306" r="5" fill="#fff3cf"/>`,
  };
}

/** A cloth laid over a table's edge, seen a little from above. */
export function runner({ rows, palette, border, cell = 3 }) {
  const top = 'M96 168L304 168 356 340 44 340Z';
  const front = 'M44 340H356V446Q330 438 304 446T252 446 200 446 148 446 96 446 44 446Z';
  return {
    defs: pattern('cloth', rows, palette, cell, 'translate(200 168) skewX(-12) scale(1 .62)') + pattern('front', rows, palette, cell * 1.25, 'translate(44 340)') + pattern('border', tumpal(), border, 3.4, 'translate(44 396)') + threads('threads', 1.8) + down('fall', [0, '#fff', 0.2], [0.12, '#000', 0.05], [1, '#000', 0.34]) + aslant('sheen', [0, '#fff', 0.3], [0.6, '#fff', 0], [1, '#000', 0.2]),
    body: `<path d="M20 344H380V360H20Z" fill="#1d1710" opacity=".4" filter="url(#near)"/><path d="M60 150H340L400 340H0Z" fill="#a5713f"/><path d="M0 340H400V362H0Z" fill="#6f4520"/><path d="M60 150H340L400 340H0Z" fill="${tints.kapas[0]}" opacity=".12"/><path d="M92 172L308 172 364 344 36 344Z" fill="#1d1710" opacity=".4" filter="url(#near)"/><path d="${top}" fill="url(#cloth)"/><path d="${top}" fill="url(#sheen)"/><path d="${front}" fill="url(#front)"/><path d="M44 392H356V438Q200 440 44 438Z" fill="${palette.bg}"/><path d="M44 396H356V436H44Z" fill="url(#border)"/><path d="${front}" fill="url(#threads)"/><path d="${front}" fill="url(#fall)"/><path d="M44 340H356" stroke="#fff" stroke-opacity=".4" stroke-width="2"/>`,
  };
}
