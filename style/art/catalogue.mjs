// Every photo of the demo village: its file, whose product it shows, what to say of it, and how to make it.
// Products are named as in the demo; `brand` = the maker's name can be read (blind curation must hide it), `label` = the legal label.
import { bintang, gold, ikat, rangrang, subahnale, wajik } from './motifs.mjs';
import { basket, cream, cup, earrings, golden, mats, necklace, plate, pot, ring, roundBag, soap, soot } from './craft.mjs';
import { clutch, hanging, macro, runner, shirt, stack } from './cloth.mjs';
import { bar, beans, bottle, carton, full, jar, oneBean, oneCrisp, oneCrystal, pouch, snack } from './packs.mjs';
import { cocoa, dryingBeds, dyedYarn, honeycomb, loom, pearlFarm, potShelves, saltTroughs } from './places.mjs';
import { boards, place, together } from './stage.mjs';

const red = { bg: '#7d211c', ...gold };
const blue = { bg: '#27326c', a: '#e9dcc0', b: '#b8493a', c: '#e7b94c' };
const green = { bg: '#1f4a3c', a: '#e8d9a8', b: '#c68a2f', c: '#f6ecc8' };
const black = { bg: '#1d1b2c', a: '#d8ac4e', b: '#a87c2c', c: '#f5df9c' };
const edge = { a: '#e3bb62', b: '#2c3570', c: '#f7e3a5' };
const food = (name, made, composition, more) => [name, 'Komposisi:', ...composition, ...more, 'Diproduksi oleh:', ...made];

const coffee = { body: '#2e2a2b', label: '#f8efdd', ink: '#2b2320', border: { bg: '#2c3570', a: '#e3bb62', b: '#a23b2c', c: '#f7e3a5' }, name: 'KINTAMANI', kind: 'Arabika madu', weight: 'Biji sangrai · 200 g' };
const robusta = { body: '#a9773f', label: '#fff7e8', ink: '#3a2415', border: { bg: '#8e2f25', a: '#f2cf7c', b: '#2c3570', c: '#fff0c0' }, name: 'ULUBELU', kind: 'Robusta petik merah', weight: 'Bubuk · 250 g' };
const banana = { colours: ['#e9a71f', '#b8560f'], border: { bg: '#8e2f25', a: '#f8d98a', b: '#e9a71f', c: '#fff0c0' }, name: 'Keripik', kind: 'Pisang Kepok', note: 'Manis · 150 g' };
const choco = { ...banana, colours: ['#7a4a2a', '#3d1f10'], border: { bg: '#e9a71f', a: '#7a2e1f', b: '#3d1f10', c: '#fff0c0' }, note: 'Cokelat · 150 g', crisps: ['#8a5530', '#6d3f20', '#a0683c'], rim: '#4a2712', seed: 4 };
const tette = { colours: ['#3d7a5a', '#1f4a3c'], border: { bg: '#f2e3b8', a: '#1f4a3c', b: '#b8493a', c: '#e0a93f' }, name: 'Tette', kind: 'Keripik Singkong', note: 'Bawang · 200 g', crisps: ['#f6ead0', '#eddcb4', '#fbf3e0'], rim: '#cdb88a', seed: 15 };
const plecing = { fill: ['#b32617', '#7c130b'], lid: '#22242c', label: '#fffaf0', ink: '#7c130b', border: { bg: '#7c130b', a: '#f0c25a', b: '#fff', c: '#f0c25a' }, name: 'Sambal Plecing', kind: 'Cabai rawit &amp; terasi Lombok', weight: 'Isi bersih 180 g' };
const seruit = { ...plecing, fill: ['#c4511c', '#8a2c0c'], lid: '#5d3d1c', label: '#fff1d6', ink: '#6b2410', border: { bg: '#e9a71f', a: '#6b2410', b: '#fff8e6', c: '#6b2410' }, name: 'Sambal Seruit', kind: 'Tempoyak Lampung' };
const honey = { fill: ['#d98512', '#9a4d05'], lid: '#5d3d1c', label: '#fff6e0', ink: '#4a2c0b', border: { bg: '#e9b33f', a: '#7a3d0a', b: '#a23b2c', c: '#7a3d0a' }, name: 'Madu Batulanteh', kind: 'Madu hutan Sumbawa', weight: 'Isi bersih 350 g' };
const salt = { fill: ['#f2f0ea', '#cfcdc6'], lid: '#b98b4c', label: '#24546a', ink: '#f6f3e8', border: { bg: '#24546a', a: '#e9dcc0', b: '#e3bb62', c: '#e9dcc0' }, name: 'Garam Amed', kind: 'Piramida · panen tangan', weight: 'Isi bersih 120 g' };
const seeds = (tone) => Array.from({ length: 40 }, (_, i) => `<circle cx="${110 + ((i * 47) % 180)}" cy="${210 + ((i * 71) % 190)}" r="${2 + (i % 3)}" fill="${tone}" opacity=".8"/>`).join('');
const grains = Array.from({ length: 60 }, (_, i) => `<path d="M${104 + ((i * 53) % 190)} ${206 + ((i * 37) % 200)}l6 9h-12z" fill="#fff" opacity=".8"/>`).join('');
const moringa = (n, y) => Array.from({ length: n }, (_, i) => `<g transform="translate(${84 + ((i * 61) % 250)} ${y + ((i * 37) % 26)}) rotate(${(i * 53) % 180})"><ellipse cx="1.5" cy="3" rx="11" ry="7" fill="#000" opacity=".2"/><ellipse rx="11" ry="7" fill="${['#5f8a3f', '#7aa352', '#4c7335'][i % 3]}"/><path d="M-10 0H10" stroke="#fff" stroke-opacity=".35"/></g>`).join('');

const shot = (file, product, alt_id, alt_en, picture, { brand = false, label = false } = {}) => ({ file: `${file}.jpg`, product, alt_id, alt_en, shows_brand: brand, shows_label: label, picture });
const brand = { brand: true };
const behind = { brand: true, label: true };

export const catalogue = [
  // Tenun Sari Sukarara, Lombok Tengah
  shot('songket-subahnale-1', 'songket-subahnale', 'Kain songket merah bermotif subahnale emas, tergantung pada bambu', 'Red songket cloth with a golden subahnale motif on a bamboo bar', { tint: 'kapas', leaf: 2, thing: hanging({ rows: subahnale(), palette: red, border: edge }) }),
  shot('songket-subahnale-2', 'songket-subahnale', 'Tenunan songket dari dekat: benang emas dan tepi tumpal', 'Songket weave up close: golden yarn and a tumpal border', { tint: 'kapas', leaf: 0, thing: macro({ rows: subahnale(), palette: red, border: edge }) }),
  shot('songket-subahnale-3', 'songket-subahnale', 'Tiga songket terlipat, diikat tali dengan label', 'Three folded songket cloths tied with a tag', { tint: 'tanah', leaf: 16, floor: 384, thing: stack({ note: 'benang emas', cloths: [{ rows: subahnale(), palette: red }, { rows: wajik(), palette: blue }, { rows: subahnale(), palette: green }] }) }),
  shot('songket-tarum-1', 'songket-tarum', 'Kain songket biru tarum bermotif wajik', 'Indigo songket cloth with a diamond motif', { tint: 'batu', leaf: 5, thing: hanging({ rows: wajik(), palette: blue, border: { a: '#e9dcc0', b: '#b8493a', c: '#e7b94c' }, cell: 3.2, seed: 7 }) }),
  shot('selendang-rangrang-1', 'selendang-rangrang', 'Selendang rangrang hijau dengan motif berliku', 'Green rangrang shawl with a zigzag motif', { tint: 'daun', leaf: 6, thing: place(hanging({ rows: rangrang(), palette: { bg: '#2f5b4b', a: '#e8d9a8', b: '#b8493a', c: '#e0a93f' }, border: { a: '#e8d9a8', b: '#b8493a', c: '#e0a93f' }, cell: 3.6, seed: 12 }), 0, 0, 0.94, 0, '200 60') }),
  shot('taplak-songket-1', 'taplak-songket', 'Taplak meja songket ungu di atas meja kayu', 'Plum songket runner on a wooden table', { tint: 'kunyit', leaf: 8, floor: 200, thing: runner({ rows: subahnale(), palette: { bg: '#4f2348', a: '#e3bb62', b: '#b98f36', c: '#f7e3a5' }, border: edge }) }),
  shot('bengkel-tenun', 'tenun-sari-sukarara', 'Alat tenun di dekat jendela, songket setengah jadi', 'A loom by the window with a songket half done', { leaf: 0, ...scene(loom()) }),
  // Pertenunan Sidemen, Karangasem
  shot('endek-sidemen-1', 'endek-sidemen', 'Tiga kain endek terlipat dengan label pewarna alam', 'Three folded endek cloths with a natural-dye tag', { tint: 'laut', leaf: 3, floor: 384, thing: stack({ cloths: [{ rows: ikat(3), palette: { bg: '#1f4a52', a: '#e8dcc0', b: '#d59a3c', c: '#b8493a' } }, { rows: ikat(8), palette: { bg: '#7d2d3f', a: '#efd9c2', b: '#d8a24a', c: '#2c3570' } }, { rows: ikat(5), palette: { bg: '#2b3472', a: '#e3e4ec', b: '#c65a45', c: '#e7b94c' } }] }) }),
  shot('endek-sidemen-2', 'endek-sidemen', 'Motif ikat endek dari dekat', 'Endek ikat motif up close', { tint: 'laut', leaf: 0, thing: macro({ rows: ikat(3), palette: { bg: '#1f4a52', a: '#e8dcc0', b: '#d59a3c', c: '#b8493a' }, border: { a: '#e8dcc0', b: '#b8493a', c: '#d59a3c' }, cell: 8 }) }),
  shot('kemeja-endek-1', 'kemeja-endek', 'Kemeja endek biru tua, dilipat rapi', 'Dark blue endek shirt, neatly folded', { tint: 'tarum', leaf: 11, thing: shirt({ rows: ikat(5), palette: { bg: '#2b3472', a: '#c9cfe6', b: '#7d8bc4', c: '#e7b94c' }, collar: '#1b2350' }) }),
  shot('selendang-endek-1', 'selendang-endek', 'Selendang endek merah muda tanah, tergantung', 'Terracotta endek shawl, hanging', { tint: 'mawar', leaf: 9, thing: hanging({ rows: ikat(8), palette: { bg: '#8c3f36', a: '#f0d9c2', b: '#d8a24a', c: '#2c3570' }, border: { a: '#f0d9c2', b: '#d8a24a', c: '#fff0dc' }, cell: 3.1, seed: 21 }) }),
  shot('benang-pewarna-alam', 'pertenunan-sidemen', 'Benang yang dicelup tarum, mengkudu, dan kunyit dijemur', 'Yarn dyed with indigo, mengkudu and turmeric hung to dry', { tint: 'kapas', leaf: 4, thing: dyedYarn() }),
  // Tapis Jejama, Pesisir Barat
  shot('tas-tapis-1', 'tas-tapis', 'Tas pesta tapis bermotif bintang dengan tali emas', 'Tapis evening bag with a star motif and a golden strap', { tint: 'mawar', leaf: 14, floor: 378, thing: clutch() }),
  shot('dompet-tapis-1', 'dompet-tapis', 'Dompet tapis biru malam', 'Midnight blue tapis purse', { tint: 'kunyit', leaf: 18, floor: 378, thing: place(clutch({ body: '#23305f', flap: '#23305f', strap: false }), 0, -20, 0.86, -4) }),
  shot('kain-tapis-1', 'kain-tapis', 'Kain tapis hitam bersulam benang emas', 'Black tapis cloth embroidered with golden thread', { tint: 'tanah', leaf: 19, thing: hanging({ rows: bintang(), palette: black, border: { a: '#d8ac4e', b: '#8e2f25', c: '#f5df9c' }, cell: 3.2, seed: 9 }) }),
  shot('kain-tapis-2', 'kain-tapis', 'Sulaman benang emas tapis dari dekat', 'Golden tapis embroidery up close', { tint: 'tanah', leaf: 0, thing: macro({ rows: bintang(), palette: black, border: { a: '#d8ac4e', b: '#8e2f25', c: '#f5df9c' }, cell: 8.4 }) }),
  // Kebun Batur, Bangli
  shot('kopi-kintamani-1', 'kopi-kintamani', 'Kemasan hitam kopi arabika Kintamani 200 g dengan biji sangrai', 'Black pouch of Kintamani arabica, 200 g, with roasted beans', { tint: 'tanah', leaf: 4, floor: 400, thing: pouch({ ...coffee, extra: beans(5, 11, 420) }) }, brand),
  shot('kopi-kintamani-2', 'kopi-kintamani', 'Semangkuk biji kopi sangrai di atas papan', 'A bowl of roasted coffee beans on boards', { leaf: 20, ground: boards('#c09a68'), thing: full({ rim: '#3f3a36', inside: '#221610', count: 240, seed: 8, one: oneBean(['#4a2b18', '#5b3621', '#3a2012']) }) }),
  shot('kopi-kintamani-label', 'kopi-kintamani', 'Label belakang kopi Kintamani', 'Back label of the Kintamani coffee', { tint: 'tanah', leaf: 21, floor: 400, thing: pouch({ ...coffee, back: food('Kopi Kintamani', ['Kebun Batur, Desa Catur,', 'Kintamani, Bangli, Bali'], ['biji kopi arabika 100%'], ['Isi bersih: 200 g', 'P-IRT 5 10 5106 01 0218-29', 'Kode produksi: KB 261107', 'Baik digunakan sebelum:', '07 NOV 2027']) }) }, behind),
  shot('kopi-drip-1', 'kopi-drip', 'Kotak kopi drip Kintamani isi sepuluh', 'Box of ten Kintamani drip coffee bags', { tint: 'kapas', leaf: 22, floor: 396, thing: carton({ face: '#2c3570', side: '#1d2452', ink: '#f8efdd', border: { bg: '#1d2452', a: '#e3bb62', b: '#a23b2c', c: '#f7e3a5' }, name: 'KINTAMANI', kind: 'Kopi drip arabika', weight: '10 kantong · 100 g', window: '<g transform="translate(176 322)"><circle r="36" fill="#f8efdd"/><path d="M-18-8H14V8Q14 20 2 20H-6Q-18 20-18 8Z" fill="#2c3570"/><path d="M14-4Q26-4 24 6T12 14" stroke="#2c3570" stroke-width="4" fill="none"/><path d="M-10-24q5 5 0 10M0-26q5 6 0 12" stroke="#a23b2c" stroke-width="3" fill="none" stroke-linecap="round"/></g>' }) }, brand),
  shot('kebun-kopi', 'kebun-batur', 'Ceri kopi dijemur di atas para-para, gunung di belakang', 'Coffee cherries on drying beds below the volcano', { leaf: 0, ...scene(dryingBeds()) }),
  // Koperasi Margo Rukun, Tanggamus
  shot('robusta-ulubelu-1', 'robusta-ulubelu', 'Kemasan cokelat kopi robusta Ulubelu 250 g', 'Brown pouch of Ulubelu robusta, 250 g', { tint: 'kunyit', leaf: 7, floor: 400, thing: pouch({ ...robusta, extra: beans(12, 9, 422, '#5b3319') }) }, brand),
  shot('robusta-madu-1', 'robusta-madu', 'Kemasan hijau kopi robusta proses madu', 'Green pouch of honey-processed robusta', { tint: 'daun', leaf: 23, floor: 400, thing: pouch({ ...robusta, body: '#3f5a45', border: { bg: '#e0a93f', a: '#27432f', b: '#8e2f25', c: '#fff0c0' }, kind: 'Robusta proses madu', weight: 'Biji · 250 g', extra: beans(31, 8, 424, '#4f2d18') }) }, brand),
  // Dapur Way Halim, Bandar Lampung
  shot('keripik-pisang-1', 'keripik-pisang', 'Kemasan kuning keripik pisang kepok manis 150 g', 'Yellow bag of sweet banana crisps, 150 g', { tint: 'daun', leaf: 11, floor: 402, thing: snack(banana) }, brand),
  shot('keripik-pisang-2', 'keripik-pisang', 'Keripik pisang dalam tampah bambu', 'Banana crisps in a flat bamboo basket', { leaf: 24, ground: boards('#b78d5e'), thing: full({ inside: '#8a6230', count: 120, seed: 6, one: oneCrisp(['#f4cf6b', '#eab94a', '#f8dc8a'], '#c98f22') }) }),
  shot('keripik-pisang-label', 'keripik-pisang', 'Label belakang keripik pisang, tanpa kode produksi', 'Back label of the banana crisps, without a production code', { tint: 'daun', leaf: 25, floor: 402, thing: snack({ ...banana, back: food('Keripik Pisang', ['Dapur Way Halim,', 'Bandar Lampung'], ['pisang kepok, minyak', 'kelapa sawit, gula'], ['Isi bersih: 150 g', 'P-IRT 2 10 1871 01 0452-29', 'Baik digunakan sebelum:', '18 MAR 2027']) }) }, behind),
  shot('keripik-pisang-cokelat-1', 'keripik-pisang-cokelat', 'Kemasan cokelat keripik pisang rasa cokelat', 'Brown bag of chocolate banana crisps', { tint: 'kunyit', leaf: 26, floor: 402, thing: snack(choco) }, brand),
  shot('sambal-seruit-1', 'sambal-seruit', 'Stoples sambal seruit 180 g', 'Jar of seruit chilli paste, 180 g', { tint: 'tanah', leaf: 27, floor: 396, thing: jar({ ...seruit, specks: seeds('#f6d27a') }) }, brand),
  // Keripik Tette Selaparang, Mataram
  shot('keripik-tette-1', 'keripik-tette', 'Kemasan hijau keripik singkong Tette 200 g', 'Green bag of Tette cassava crisps, 200 g', { tint: 'kapas', leaf: 28, floor: 402, thing: snack(tette) }, brand),
  shot('keripik-tette-2', 'keripik-tette', 'Keripik singkong dalam mangkuk anyaman', 'Cassava crisps in a woven bowl', { leaf: 29, ground: boards('#9a7a58'), thing: full({ rim: '#7d5a30', inside: '#5f4526', count: 110, seed: 14, one: oneCrisp(['#f6ead0', '#eddcb4', '#fbf3e0'], '#cdb88a') }) }),
  shot('sambal-plecing-1', 'sambal-plecing', 'Stoples sambal plecing 180 g', 'Jar of plecing chilli paste, 180 g', { tint: 'mawar', leaf: 9, floor: 396, thing: jar({ ...plecing, specks: seeds('#f0b35a') }) }, brand),
  shot('sambal-plecing-label', 'sambal-plecing', 'Label belakang sambal plecing', 'Back label of the plecing chilli paste', { tint: 'mawar', leaf: 30, floor: 396, thing: jar({ ...plecing, specks: seeds('#f0b35a'), back: ['Sambal Plecing', 'cabai rawit, tomat, terasi, garam', 'Isi 180 g · PIRT 2105271010093-28', 'Kode SP-114 · 02 JUN 2027', 'Tette Selaparang, Mataram'] }) }, behind),
  // Madu Olat Maras, Sumbawa
  shot('madu-hutan-1', 'madu-hutan', 'Stoples madu hutan Batulanteh 350 g', 'Jar of Batulanteh forest honey, 350 g', { tint: 'kunyit', leaf: 8, floor: 396, thing: jar(honey) }, brand),
  shot('madu-hutan-2', 'madu-hutan', 'Sarang madu penuh, madu menetes', 'A full honeycomb, honey dripping', { leaf: 0, ...scene(honeycomb()) }),
  shot('madu-trigona-1', 'madu-trigona', 'Botol madu trigona 250 ml', 'Bottle of stingless-bee honey, 250 ml', { tint: 'batu', leaf: 31, floor: 398, thing: bottle({ liquid: ['#a85a14', '#6b2f06'], cap: '#2a2523', label: '#fff1d0', ink: '#4a2c0b', border: { bg: '#7a3d0a', a: '#f0c25a', b: '#fff1d0', c: '#f0c25a' }, name: 'TRIGONA', kind: 'Madu klanceng Sumbawa', weight: 'Isi bersih 250 ml' }) }, brand),
  // Palung Garam Amed, Karangasem
  shot('garam-amed-1', 'garam-amed', 'Stoples garam piramida Amed 120 g', 'Jar of Amed pyramid salt, 120 g', { tint: 'laut', leaf: 10, floor: 396, thing: jar({ ...salt, specks: grains }) }, brand),
  shot('garam-amed-2', 'garam-amed', 'Kristal garam piramida dalam mangkuk kayu', 'Pyramid salt crystals in a wooden bowl', { leaf: 32, ground: boards('#8f7a63'), thing: full({ rim: '#6d4a2a', inside: '#8a6a48', count: 190, seed: 19, one: oneCrystal }) }),
  shot('garam-kotak-1', 'garam-kotak', 'Kotak hadiah garam Amed tiga rasa', 'Gift box of three Amed salts', { tint: 'tarum', leaf: 33, floor: 396, thing: carton({ face: '#e9dcc0', side: '#24546a', ink: '#24546a', border: { bg: '#24546a', a: '#e9dcc0', b: '#e3bb62', c: '#e9dcc0' }, name: 'AMED', kind: 'Tiga garam laut', weight: '3 × 40 g', window: ['#fbfaf7', '#d98a6a', '#5b5550'].map((tone, i) => `<g transform="translate(${128 + i * 48} 318)"><circle r="20" fill="#24546a"/><circle r="17" fill="${tone}"/><path d="M-8 6L0-9 8 6Z" fill="#fff" opacity=".7"/></g>`).join('') }) }, brand),
  shot('palung-garam', 'palung-garam-amed', 'Palung batang kelapa berisi air laut di pantai Amed', 'Palm-trunk troughs of brine on the beach at Amed', { leaf: 0, ...scene(saltTroughs()) }),
  // Gerabah Ibu Rohani, Lombok Barat
  shot('kendi-gerabah-1', 'kendi-gerabah', 'Kendi gerabah berukir tangan', 'Hand-engraved earthenware jug', { tint: 'batu', leaf: 6, floor: 392, thing: pot() }),
  shot('kendi-gerabah-2', 'kendi-gerabah', 'Ukiran tumpal pada kendi dari dekat', 'The tumpal engraving of the jug up close', { tint: 'tanah', leaf: 34, floor: 560, thing: place(pot(), 10, -20, 2.1, 0, '200 280') }),
  shot('vas-ukir-1', 'vas-ukir', 'Vas gerabah hitam berukir', 'Black engraved vase', { tint: 'mawar', leaf: 35, floor: 392, thing: pot({ shape: 'vas', colours: soot, ink: '#0d0908', slip: '#cbb79c', rows: wajik() }) }),
  shot('cangkir-gerabah-1', 'cangkir-gerabah', 'Tiga cangkir gerabah', 'Three earthenware cups', { tint: 'kapas', leaf: 36, floor: 388, thing: together(place(cup({ u: 'c1', colours: cream, ink: '#7d5a34', slip: '#fff6e4' }), 58, -96, 0.82), place(cup({ u: 'c2', colours: soot, ink: '#0d0908', slip: '#cbb79c' }), -86, -40, 0.92), place(cup({ u: 'c3' }), 46, 14, 1.08)) }),
  shot('piring-gerabah-1', 'piring-gerabah', 'Piring saji gerabah bertepi tumpal', 'Serving plate with a tumpal rim', { leaf: 37, ground: boards('#7d6a52'), thing: plate() }),
  shot('rak-gerabah', 'gerabah-ibu-rohani', 'Rak berisi kendi dan guci yang menunggu dibakar', 'Shelves of jugs and jars waiting for the kiln', { leaf: 0, ...scene(potShelves()) }),
  // Anyaman Nyurbaya, Lombok Barat
  shot('keranjang-ketak-1', 'keranjang-ketak', 'Keranjang ketak bertutup', 'Lidded ketak basket', { tint: 'daun', leaf: 12, floor: 400, thing: basket() }),
  shot('tas-ketak-1', 'tas-ketak', 'Tas bahu ketak bundar dengan tali kulit', 'Round ketak shoulder bag with a leather strap', { tint: 'laut', leaf: 38, floor: 396, thing: roundBag() }),
  shot('tatakan-ketak-1', 'tatakan-ketak', 'Tiga tatakan meja ketak', 'Three ketak table mats', { leaf: 39, ground: boards('#d8c3a0'), thing: mats() }),
  // Sekarbela Pusaka, Mataram
  shot('anting-mutiara-1', 'anting-mutiara', 'Anting mutiara laut selatan pada kartu', 'South-sea pearl earrings on a card', { tint: 'tarum', leaf: 13, floor: 410, thing: earrings() }, brand),
  shot('kalung-mutiara-1', 'kalung-mutiara', 'Kalung mutiara di atas beledu biru', 'Pearl necklace on blue velvet', { tint: 'batu', leaf: 40, floor: 540, thing: necklace() }),
  shot('cincin-mutiara-1', 'cincin-mutiara', 'Cincin emas dengan mutiara keemasan dalam kotak', 'Gold ring with a golden pearl in its box', { tint: 'kunyit', leaf: 41, floor: 408, thing: ring({ tone: golden }) }, brand),
  shot('laut-mutiara', 'sekarbela-pusaka', 'Pelampung tambak mutiara saat fajar', 'Buoys of a pearl farm at dawn', { leaf: 0, ...scene(pearlFarm()) }),
  // Kelor Bayan, Lombok Utara
  shot('teh-kelor-1', 'teh-kelor', 'Kemasan teh daun kelor 40 g', 'Pouch of moringa leaf tea, 40 g', { tint: 'daun', leaf: 42, floor: 400, thing: pouch({ body: '#4f6b3a', label: '#f7f3e0', ink: '#2f4522', border: { bg: '#2f4522', a: '#c9d69a', b: '#e0a93f', c: '#f7f3e0' }, name: 'BAYAN', kind: 'Teh daun kelor', weight: '20 kantong · 40 g', extra: moringa(16, 420) }) }, brand),
  shot('bubuk-kelor-1', 'bubuk-kelor', 'Stoples bubuk kelor 100 g', 'Jar of moringa powder, 100 g', { tint: 'batu', leaf: 43, floor: 396, thing: jar({ fill: ['#6f8f3f', '#4a6627'], lid: '#c9a676', label: '#f7f3e0', ink: '#2f4522', border: { bg: '#2f4522', a: '#c9d69a', b: '#e0a93f', c: '#f7f3e0' }, name: 'Bubuk Kelor', kind: 'Daun muda, tanpa tangkai', weight: 'Isi bersih 100 g' }) }, brand),
  // Nyiur Tabanan
  shot('minyak-kelapa-1', 'minyak-kelapa', 'Botol minyak kelapa murni 250 ml', 'Bottle of virgin coconut oil, 250 ml', { tint: 'laut', leaf: 44, floor: 398, thing: bottle({ liquid: ['#f6f1de', '#d9cfae'], cap: '#24546a', label: '#fbf7ea', ink: '#24546a', border: { bg: '#24546a', a: '#e9dcc0', b: '#b8493a', c: '#e3bb62' }, name: 'NYIUR', kind: 'Minyak kelapa murni', weight: 'Isi bersih 250 ml' }) }, brand),
  shot('sabun-nyiur-1', 'sabun-nyiur', 'Sabun kelapa dan kelor buatan tangan', 'Handmade coconut and moringa soap', { tint: 'mawar', leaf: 45, floor: 400, thing: soap() }, brand),
  // Kakao Wiyono, Pesawaran
  shot('cokelat-pesawaran-1', 'cokelat-pesawaran', 'Cokelat hitam Pesawaran 72%, bungkus biru', 'Pesawaran dark chocolate 72%, blue wrapper', { tint: 'kapas', leaf: 15, floor: 420, thing: bar({ name: 'PESAWARAN', kind: 'Cokelat hitam 72%', weight: 'Lampung · 80 g' }) }, brand),
  shot('cokelat-susu-1', 'cokelat-susu', 'Cokelat susu kambing Pesawaran, bungkus merah', 'Pesawaran goat-milk chocolate, red wrapper', { tint: 'tanah', leaf: 46, floor: 420, thing: bar({ wrap: '#8e2f25', squares: ['#6d4526', '#8f5f38', '#c39a6e'], name: 'PESAWARAN', kind: 'Susu kambing 45%', weight: 'Lampung · 80 g', yarn: { a: '#e9c572', b: '#2c3570', c: '#f7e3a5' } }) }, brand),
  shot('nibs-kakao-1', 'nibs-kakao', 'Kemasan nibs kakao sangrai 150 g', 'Pouch of roasted cocoa nibs, 150 g', { tint: 'mawar', leaf: 47, floor: 400, thing: pouch({ body: '#5b3019', label: '#fbf3df', ink: '#3d1f10', border: { bg: '#26316b', a: '#d9ad4f', b: '#a8443a', c: '#f3d98f' }, name: 'NIBS', kind: 'Kakao sangrai', weight: 'Isi bersih 150 g', extra: beans(44, 10, 422, '#6f3d20') }) }, brand),
  shot('buah-kakao', 'kakao-wiyono', 'Buah kakao terbelah dan biji kering di atas papan', 'A split cocoa pod and dried beans on boards', { leaf: 48, ground: boards('#a07c52'), thing: cocoa() }),
];

function scene({ ground, defs, body }) {
  return { ground, thing: { defs, body } };
}
