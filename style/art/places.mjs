// Where things are made. No people: a workshop tells enough, and nobody's face is borrowed.
import { pattern, random, subahnale, threads, tumpal } from './motifs.mjs';
import { earth, pot, soot } from './craft.mjs';
import { place, stops } from './stage.mjs';

const sky = (top, low) => `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">${stops([0, top], [1, low])}</linearGradient>`;
const range = (random01, base, height, step = 20) => {
  let d = `M-10 500V${base}`;
  for (let x = -10; x <= 420; x += step) d += `L${x} ${Math.round(base - random01() * height)}`;
  return `${d}V500Z`;
};

/** A loom by the window, warp stretched, cloth half done. */
export function loom() {
  const warp = Array.from({ length: 74 }, (_, i) => {
    const t = i / 73;
    return `M${(116 + t * 168).toFixed(1)} 128L${(74 + t * 252).toFixed(1)} 330`;
  }).join('');
  const ball = (x, y, r, colour) => `<ellipse cx="${x + 5}" cy="${y + r * 0.9}" rx="${r}" ry="${r * 0.3}" fill="#1d1208" opacity=".5" filter="url(#near)"/><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>${[-0.6, -0.2, 0.2, 0.6].map((k) => `<path d="M${x - r * 0.9} ${y + k * r * 0.6}Q${x} ${y + k * r * 1.6} ${x + r * 0.9} ${y + k * r * 0.5}" stroke="#fff" stroke-opacity=".25" stroke-width="1.6" fill="none"/><path d="M${x + k * r * 0.8} ${y - r * 0.8}Q${x + k * r * 1.5} ${y} ${x + k * r * 0.6} ${y + r * 0.85}" stroke="#000" stroke-opacity=".25" stroke-width="1.6" fill="none"/>`).join('')}<circle cx="${x - r * 0.3}" cy="${y - r * 0.35}" r="${r * 0.4}" fill="#fff" opacity=".16" filter="url(#blur)"/>`;
  const beam = (x, y, w, h) => `<rect x="${x + 5}" y="${y + 6}" width="${w}" height="${h}" rx="5" fill="#1d1208" opacity=".4" filter="url(#near)"/><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="5" fill="url(#${w > h ? 'log' : 'post'})"/>`;
  return {
    ground: {
      defs: sky('#fff7df', '#f3d9a4') + `<linearGradient id="plaster" x1="0" y1="0" x2="1" y2=".6">${stops([0, '#e9d9bf'], [1, '#a98d68'])}</linearGradient><linearGradient id="tiles" x1="0" y1="0" x2="0" y2="1">${stops([0, '#9a7450'], [1, '#5f4229'])}</linearGradient>`,
      body: '<rect width="400" height="500" fill="url(#plaster)"/><rect y="366" width="400" height="134" fill="url(#tiles)"/><path d="M0 366H400" stroke="#3a2615" stroke-opacity=".5" stroke-width="3"/><rect x="22" y="40" width="112" height="150" fill="#6f4e2d"/><rect x="30" y="48" width="96" height="134" fill="url(#sky)"/><path d="M30 150Q52 120 78 138T126 122V182H30Z" fill="#9fb27e" opacity=".8"/><path d="M78 48V182M30 112H126" stroke="#6f4e2d" stroke-width="6"/><path d="M130 60L420 300 420 420 134 186Z" fill="#fff3d0" opacity=".22" filter="url(#soft)"/>',
    },
    defs: pattern('cloth', subahnale(), { bg: '#7d211c', a: '#e3bb62', b: '#b98f36', c: '#f7e3a5' }, 3.2, 'translate(74 330)') + pattern('border', tumpal(), { bg: '#7d211c', a: '#e3bb62', b: '#2c3570', c: '#f7e3a5' }, 2.6, 'translate(74 330)') + threads('threads', 1.8)
      + `<linearGradient id="log" x1="0" y1="0" x2="0" y2="1">${stops([0, '#d3a869'], [0.45, '#a4743a'], [1, '#5f3d1b'])}</linearGradient><linearGradient id="post" x1="0" y1="0" x2="1" y2="0">${stops([0, '#8a5f30'], [0.4, '#c0904f'], [1, '#5c3a1a'])}</linearGradient><linearGradient id="fall" x1="0" y1="0" x2="0" y2="1">${stops([0, '#fff', 0.22], [0.3, '#000', 0], [1, '#000', 0.4])}</linearGradient>`,
    body: `<ellipse cx="206" cy="450" rx="190" ry="26" fill="#1d1208" opacity=".45" filter="url(#soft)"/>${beam(64, 92, 22, 340)}${beam(316, 92, 22, 340)}${beam(54, 104, 294, 26)}<path d="${warp}" stroke="#f1dfba" stroke-width="1.5"/><path d="${warp}" stroke="#a23b2c" stroke-width="1.5" stroke-dasharray="0 34 22 400"/>${beam(70, 196, 262, 11)}${beam(66, 234, 270, 11)}<path d="M70 330H330L338 430Q200 444 62 430Z" fill="url(#cloth)"/><path d="M70 330H330V361H70Z" fill="url(#border)"/><path d="M70 330H330L338 430Q200 444 62 430Z" fill="url(#threads)"/><path d="M70 330H330L338 430Q200 444 62 430Z" fill="url(#fall)"/>${beam(60, 318, 282, 14)}${beam(50, 424, 302, 24)}<g transform="translate(214 300) rotate(-7)"><path d="M-62 4Q0-18 62 4 0 18-62 4Z" fill="#1d1208" opacity=".35" filter="url(#near)"/><path d="M-62 0Q0-20 62 0 0 16-62 0Z" fill="#8a5a2c"/><path d="M-26-4Q0-12 26-4V4Q0 10-26 4Z" fill="#3a220f"/><rect x="-20" y="-5" width="40" height="8" rx="4" fill="#e3bb62"/></g>${ball(52, 462, 26, '#27326c')}${ball(102, 474, 20, '#a23b2c')}${ball(352, 466, 24, '#e0a93f')}${ball(310, 480, 16, '#e9dcc0')}`,
  };
}

/** Coffee cherries drying below the volcano. */
export function dryingBeds() {
  const next = random(21);
  const cherries = (y, depth) => Array.from({ length: Math.round(150 * depth) }, () => {
    const t = next();
    return `<circle cx="${(200 + (t - 0.5) * 330 * depth).toFixed(1)}" cy="${(y + next() * 26 * depth).toFixed(1)}" r="${(4.6 * depth).toFixed(1)}" fill="${['#8e1f1a', '#b23324', '#6f1613', '#c24a2c'][Math.floor(next() * 4)]}"/>`;
  }).join('');
  const bed = (y, depth) => `<path d="M${200 - 186 * depth} ${y + 34 * depth}H${200 + 186 * depth}L${200 + 190 * depth} ${y + 44 * depth}H${200 - 190 * depth}Z" fill="#5c3f22"/><path d="M${200 - 172 * depth} ${y - 2}H${200 + 172 * depth}L${200 + 186 * depth} ${y + 34 * depth}H${200 - 186 * depth}Z" fill="#4a1512"/>${cherries(y, depth)}${[-150, -50, 50, 150].map((x) => `<rect x="${200 + x * depth}" y="${y + 44 * depth}" width="${8 * depth}" height="${44 * depth}" fill="#6b4a28"/>`).join('')}<path d="M${200 - 186 * depth} ${y + 34 * depth}H${200 + 186 * depth}" stroke="#c79a5e" stroke-width="${5 * depth}"/>`;
  const bush = (x, y, r, tone) => Array.from({ length: 16 }, () => `<ellipse cx="${Math.round(x + (next() - 0.5) * r * 2)}" cy="${Math.round(y + (next() - 0.5) * r)}" rx="${Math.round(r * 0.36)}" ry="${Math.round(r * 0.16)}" fill="${tone}" transform="rotate(${Math.round(next() * 180)} ${x} ${y})" opacity="${(0.6 + next() * 0.4).toFixed(2)}"/>`).join('');
  return {
    ground: {
      defs: sky('#8fb4cc', '#f7e3bf'),
      body: `<rect width="400" height="500" fill="url(#sky)"/><circle cx="304" cy="96" r="26" fill="#fff3c9" opacity=".9" filter="url(#near)"/><path d="M-20 236L96 120 128 108 150 118 176 110 210 132 420 240V300H-20Z" fill="#7f8fa6"/><path d="M96 120L128 108 150 118 176 110 210 132 176 150 150 140 118 148Z" fill="#fff" opacity=".22"/><path d="M-20 250Q120 200 240 232T420 214V330H-20Z" fill="#6f8f76"/><path d="M-20 284Q110 246 230 268T420 252V500H-20Z" fill="#4f7350"/><rect y="300" width="400" height="200" fill="#7a6a42"/><rect y="286" width="400" height="60" fill="#4f7350"/>`,
    },
    defs: '',
    body: `${bush(40, 292, 44, '#33573a')}${bush(120, 284, 34, '#3f6a45')}${bush(330, 286, 46, '#2f5236')}${bush(378, 300, 40, '#3f6a45')}${bed(312, 0.56)}${bed(352, 0.78)}<ellipse cx="206" cy="492" rx="210" ry="18" fill="#1d1208" opacity=".5" filter="url(#soft)"/>${bed(410, 1.08)}${bush(4, 430, 40, '#27452d')}${bush(396, 420, 44, '#27452d')}`,
  };
}

/** Shelves of pots waiting for the kiln. */
export function potShelves() {
  const kinds = ['kendi', 'vas', 'guci'];
  const tones = [earth, soot, ['#e3a77c', '#c47a4c', '#7d4423'], earth];
  const pots = [96, 250, 404].flatMap((y, row) => Array.from({ length: 4 - (row % 2) }, (_, i) => {
    const colours = tones[(row * 2 + i) % 4];
    const dark = colours === soot;
    const thing = pot({ u: `s${row}${i}`, shape: kinds[(row + i) % 3], colours, ink: dark ? '#0d0908' : '#5d2413', slip: dark ? '#b8a58e' : '#f0c39d' });
    return place(thing, -148 + i * (row % 2 ? 148 : 99) + (row % 2 ? 0 : 0), y - 410 + 26, 0.32 + ((i * 7 + row) % 3) * 0.03);
  }));
  const board = (y) => `<rect x="0" y="${y + 8}" width="400" height="26" fill="#1d1208" opacity=".5" filter="url(#near)"/><rect x="0" y="${y}" width="400" height="18" fill="url(#board)"/><path d="M0 ${y + 1}H400" stroke="#fff" stroke-opacity=".3" stroke-width="2"/>`;
  return {
    ground: { defs: `<linearGradient id="plaster" x1="0" y1="0" x2="1" y2=".8">${stops([0, '#d9c4a4'], [0.5, '#a3845d'], [1, '#4f3921'])}</linearGradient>`, body: '<rect width="400" height="500" fill="url(#plaster)"/>' },
    defs: pots.map((p) => p.defs).join('') + `<linearGradient id="board" x1="0" y1="0" x2="0" y2="1">${stops([0, '#c2925a'], [1, '#6d4620'])}</linearGradient>`,
    body: [96, 250, 404].map((y) => board(y + 28)).join('') + pots.map((p) => p.body).join('') + '<path d="M-20-20L200-20 420 500 420 520 60 520Z" fill="#fff3d0" opacity=".14" filter="url(#soft)"/>',
  };
}

/** Palm trunks that hold the brine, and the sea they came from. */
export function saltTroughs() {
  const next = random(31);
  const trough = (y, k) => `<ellipse cx="206" cy="${y + 34 * k}" rx="${220 * k}" ry="${9 * k}" fill="#14100b" opacity=".5" filter="url(#near)"/><path d="M${200 - 196 * k} ${y}H${200 + 196 * k}Q${200 + 206 * k} ${y + 34 * k} ${200 + 180 * k} ${y + 36 * k}H${200 - 180 * k}Q${200 - 206 * k} ${y + 34 * k} ${200 - 196 * k} ${y}Z" fill="url(#trunk)"/><path d="M${200 - 190 * k} ${y}H${200 + 190 * k}L${200 + 178 * k} ${y + 12 * k}H${200 - 178 * k}Z" fill="#cfe0e2"/>${Array.from({ length: 46 }, () => { const x = 200 + (next() - 0.5) * 350 * k; const w = (3 + next() * 5) * k; return `<path d="M${(x - w).toFixed(1)} ${(y + 10 * k).toFixed(1)}L${x.toFixed(1)} ${(y + (2 + next() * 4) * k).toFixed(1)} ${(x + w).toFixed(1)} ${(y + 10 * k).toFixed(1)}Z" fill="#fff" opacity=".95"/>`; }).join('')}`;
  return {
    ground: { defs: sky('#f2b98c', '#fbe7c4') + `<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1">${stops([0, '#5f93a3'], [1, '#2e6577'])}</linearGradient><linearGradient id="trunk" x1="0" y1="0" x2="0" y2="1">${stops([0, '#8c7458'], [1, '#3f3022'])}</linearGradient>`, body: `<rect width="400" height="500" fill="url(#sky)"/><circle cx="120" cy="150" r="30" fill="#fff6dc" opacity=".9" filter="url(#near)"/><path d="M60 210L250 84 268 90 420 196V230H60Z" fill="#8f7f92"/><path d="M250 84L268 90 320 126 276 120 262 130 236 112Z" fill="#fff" opacity=".25"/><rect y="204" width="400" height="90" fill="url(#sea)"/>${Array.from({ length: 40 }, () => `<path d="M${Math.round(next() * 400)} ${Math.round(210 + next() * 80)}h${Math.round(10 + next() * 40)}" stroke="#fff" stroke-opacity="${(0.1 + next() * 0.3).toFixed(2)}" stroke-width="1.4"/>`).join('')}<path d="M-10 280Q120 268 240 282T420 276V500H-10Z" fill="#4d4643"/>${Array.from({ length: 160 }, () => `<ellipse cx="${Math.round(next() * 400)}" cy="${Math.round(290 + next() * 210)}" rx="${(2 + next() * 5).toFixed(1)}" ry="${(1.4 + next() * 2.4).toFixed(1)}" fill="${next() > 0.5 ? '#6d6561' : '#332e2c'}"/>`).join('')}` },
    defs: '',
    body: trough(300, 0.58) + trough(336, 0.74) + trough(384, 0.94) + trough(444, 1.2),
  };
}

/** Honeycomb against the light. */
export function honeycomb() {
  const next = random(17);
  const cells = [];
  for (let row = -1; row < 17; row++) for (let column = -1; column < 12; column++) {
    const [x, y] = [column * 40 + (row % 2 ? 20 : 0), row * 34.6];
    const distance = Math.hypot(x - 210, y - 230) / 300;
    const full = next() > 0.16 + distance * 0.35;
    const hexagon = 'M0-21L18-10.5V10.5L0 21-18 10.5V-10.5Z';
    cells.push(`<g transform="translate(${x} ${y})"><path d="${hexagon}" fill="#7a4408"/><path d="${hexagon}" transform="scale(.86)" fill="${full ? `url(#honey${Math.floor(next() * 3)})` : '#4a2506'}"/>${full ? '<ellipse cx="-5" cy="-7" rx="5" ry="2.6" fill="#fff" opacity=".75" transform="rotate(-30 -5 -7)"/><path d="M-11 8Q0 15 11 8" stroke="#fff" stroke-opacity=".3" stroke-width="2" fill="none"/>' : '<path d="M-12-8L0-15 12-8" stroke="#000" stroke-opacity=".5" stroke-width="3" fill="none"/>'}<path d="${hexagon}" fill="none" stroke="#e8b85a" stroke-width="3"/><path d="M-18-10.5L0-21 18-10.5" fill="none" stroke="#fbe2a0" stroke-width="1.6"/></g>`);
  }
  const drip = (x, y, length, width) => `<path d="M${x - width} ${y}Q${x - width * 0.4} ${y + length * 0.6} ${x - width * 0.6} ${y + length * 0.84}A${width * 0.62} ${width * 0.7} 0 1 0 ${x + width * 0.6} ${y + length * 0.84}Q${x + width * 0.4} ${y + length * 0.6} ${x + width} ${y}Z" fill="url(#honey1)"/><path d="M${x - width * 0.3} ${y + 6}V${y + length * 0.8}" stroke="#fff" stroke-opacity=".6" stroke-width="${width * 0.22}" stroke-linecap="round" filter="url(#blur)"/>`;
  return {
    ground: { defs: `<radialGradient id="glow" cx=".5" cy=".45" r=".75">${stops([0, '#ffd977'], [1, '#8a4a08'])}</radialGradient>`, body: '<rect width="400" height="500" fill="url(#glow)"/>' },
    defs: [['#ffd15c', '#d9860f'], ['#f7b733', '#b8640a'], ['#ffe08a', '#e59a1c']].map(([a, b], i) => `<radialGradient id="honey${i}" cx=".4" cy=".3" r=".9">${stops([0, a], [1, b])}</radialGradient>`).join(''),
    body: `<g transform="rotate(-7 200 250)">${cells.join('')}</g><path d="M-10-10H410V40Q380 84 340 62T270 96 200 70 130 104 70 66-10 90Z" fill="url(#honey1)" opacity=".92"/><path d="M-10 20Q60 36 130 30T270 36 410 16" stroke="#fff" stroke-opacity=".5" stroke-width="7" fill="none" filter="url(#near)"/>${drip(132, 92, 150, 17)}${drip(270, 84, 96, 14)}${drip(60, 60, 70, 11)}${drip(346, 60, 190, 13)}`,
  };
}

/** Pearl farm: buoys on still water at first light. */
export function pearlFarm() {
  const next = random(41);
  const buoys = Array.from({ length: 6 }, (_, row) => Array.from({ length: 7 }, (_, i) => {
    const depth = 0.25 + row * 0.2;
    const [x, y] = [200 + (i - 3 + (row % 2) * 0.4) * 74 * depth, 246 + row * row * 7.4 + row * 7];
    const r = 11 * depth;
    return `<ellipse cx="${x.toFixed(1)}" cy="${(y + r * 1.1).toFixed(1)}" rx="${(r * 1.1).toFixed(1)}" ry="${(r * 0.8).toFixed(1)}" fill="#14303c" opacity=".45" filter="url(#blur)"/><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="url(#buoy${(row + i) % 5 ? 0 : 1})"/>`;
  }).join('')).join('');
  return {
    ground: { defs: sky('#f4a97d', '#fde9c9') + `<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1">${stops([0, '#f3cfa4'], [0.25, '#8fb0b4'], [1, '#255868'])}</linearGradient>`, body: `<rect width="400" height="500" fill="url(#sky)"/><circle cx="236" cy="184" r="30" fill="#fff8e2" filter="url(#near)"/><path d="${range(next, 216, 44, 34)}" fill="#a58592" opacity=".8"/><path d="${range(next, 224, 26, 26)}" fill="#7b6a80"/><rect y="222" width="400" height="278" fill="url(#sea)"/>${Array.from({ length: 90 }, () => { const y = 226 + next() ** 1.6 * 270; return `<path d="M${Math.round(next() * 400)} ${Math.round(y)}h${Math.round(8 + (y - 220) * 0.24)}" stroke="#fff" stroke-opacity="${(0.08 + next() * 0.28).toFixed(2)}" stroke-width="${(0.6 + (y - 220) * 0.008).toFixed(1)}"/>`; }).join('')}<path d="M222 226H252L290 500H196Z" fill="#fff3d0" opacity=".26" filter="url(#near)"/>` },
    defs: [['#fdf3e2', '#c98a5a'], ['#f0806a', '#7d2418']].map(([a, b], i) => `<radialGradient id="buoy${i}" cx=".4" cy=".25" r=".9">${stops([0, a], [1, b])}</radialGradient>`).join(''),
    body: `<g fill="#3a2a22"><path d="M58 214H150V220H58Z"/><path d="M66 220V246M86 220V244M122 220V244M142 220V246" stroke="#3a2a22" stroke-width="4"/><path d="M74 190H134V214H74Z"/><path d="M62 192L104 158 146 192Z" fill="#5a4030"/><rect x="96" y="196" width="14" height="18" fill="#f7c873"/></g>${buoys}`,
  };
}

/** Cocoa: pods and beans on a cloth. */
export function cocoa() {
  const next = random(51);
  const pod = (x, y, turn, tone, k = 1) => `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${k})"><path d="M-92 12Q-60-46 20-44 80-40 108 12 80 56 20 58-60 58-92 12Z" fill="#1d1208" opacity=".5" filter="url(#near)"/><path d="M-96 0Q-64-58 16-56 76-52 104 0 76 44 16 46-64 46-96 0Z" fill="${tone[1]}"/>${[-34, -20, -6, 8, 22].map((d, i) => `<path d="M-92 ${d * 0.1}Q0 ${d * 2.1} 100 ${d * 0.1}" stroke="${i % 2 ? tone[0] : tone[2]}" stroke-width="9" stroke-opacity=".6" fill="none"/>`).join('')}<path d="M-70-20Q-20-48 50-38" stroke="#fff" stroke-opacity=".36" stroke-width="8" fill="none" stroke-linecap="round" filter="url(#near)"/><path d="M-96 0L-120-6" stroke="#6b4a28" stroke-width="9" stroke-linecap="round"/></g>`;
  const open = `<g transform="translate(218 244) rotate(-24)"><path d="M-108 12Q-70-56 24-54 92-48 120 12 92 66 24 66-70 66-108 12Z" fill="#1d1208" opacity=".5" filter="url(#near)"/><path d="M-112 0Q-74-66 20-64 88-60 116 0 88 54 20 56-74 56-112 0Z" fill="#c4862c"/><path d="M-100-2Q-66-54 18-52 78-48 102-2 78 42 18 44-66 44-100-2Z" fill="#f3dcae"/><path d="M-84-4Q-56-40 16-38 66-36 86-4 66 30 16 30-56 30-84-4Z" fill="#e2c088"/>${Array.from({ length: 18 }, (_, i) => { const [cx, cy] = [-64 + (i % 6) * 26, -20 + Math.floor(i / 6) * 17]; return `<ellipse cx="${cx + 2}" cy="${cy + 3}" rx="15" ry="9.5" fill="#000" opacity=".25"/><ellipse cx="${cx}" cy="${cy}" rx="15" ry="9.5" fill="#fbf3e2" transform="rotate(${Math.round(next() * 50 - 25)} ${cx} ${cy})"/><ellipse cx="${cx - 4}" cy="${cy - 3}" rx="6" ry="2.4" fill="#fff" opacity=".9"/>`; }).join('')}</g>`;
  const dry = Array.from({ length: 70 }, () => { const [x, y] = [Math.round(30 + next() * 340), Math.round(372 + next() * 110)]; return `<g transform="translate(${x} ${y}) rotate(${Math.round(next() * 180)})"><ellipse cx="2" cy="4" rx="15" ry="9" fill="#000" opacity=".4"/><ellipse rx="15" ry="9" fill="${['#5b3019', '#6f3d20', '#4a2513'][Math.floor(next() * 3)]}"/><ellipse cx="-4" cy="-3" rx="8" ry="2.6" fill="#fff" opacity=".16"/></g>`; }).join('');
  return { defs: '', body: `${pod(118, 118, -38, ['#e3a23c', '#c9822a', '#8f5415'])}${pod(304, 96, 22, ['#b0452f', '#8c2f22', '#5e1a14'], 0.86)}${pod(66, 300, 64, ['#c86a35', '#a54a26', '#6b2a16'], 0.78)}${open}${dry}` };
}

/** Indigo, mengkudu, turmeric: yarn dyed and hung. */
export function dyedYarn() {
  const colours = ['#27326c', '#3d4d95', '#a23b2c', '#7d211c', '#e0a93f', '#f0c667', '#4c6b3f', '#e9dcc0'];
  const next = random(61);
  const hank = (i) => {
    const x = 34 + i * 47.5;
    const colour = colours[i];
    const low = 352 + next() * 60;
    return `<path d="M${x - 19} 104Q${x - 26} 240 ${x - 17} ${low}Q${x} ${low + 26} ${x + 17} ${low}Q${x + 26} 240 ${x + 19} 104Z" fill="#1d1208" opacity=".3" transform="translate(16 12)" filter="url(#soft)"/><path d="M${x - 19} 104Q${x - 26} 240 ${x - 17} ${low}Q${x} ${low + 26} ${x + 17} ${low}Q${x + 26} 240 ${x + 19} 104Z" fill="${colour}"/>${Array.from({ length: 15 }, (_, k) => { const t = k / 14 - 0.5; return `<path d="M${x + t * 34} 104Q${x + t * 48} 240 ${x + t * 30} ${low + 12 - Math.abs(t) * 22}" stroke="${k % 3 ? '#000' : '#fff'}" stroke-opacity="${k % 3 ? 0.22 : 0.26}" stroke-width="1.5" fill="none"/>`; }).join('')}<rect x="${x - 21}" y="150" width="42" height="9" rx="4" fill="#e9dcc0"/><rect x="${x - 21}" y="150" width="42" height="9" rx="4" fill="#000" opacity=".14"/>`;
  };
  return {
    defs: `<linearGradient id="bamboo" x1="0" y1="0" x2="0" y2="1">${stops([0, '#e4c48c'], [0.5, '#b98b4c'], [1, '#7d5829'])}</linearGradient>`,
    body: `${colours.map((_, i) => hank(i)).join('')}<rect x="-10" y="88" width="420" height="19" rx="9" fill="url(#bamboo)"/><path d="M60 88v19M190 88v19M318 88v19" stroke="#6d4c24" stroke-width="2.5" opacity=".6"/>`,
  };
}
