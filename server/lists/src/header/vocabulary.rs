//! The words by which offices name their columns.

use super::{Basis, Period, Role, Whom};

/// What a column is about, before its details are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Unused,
    Order,
    Address,
    Nik,
    Nib,
    Halal,
    Kbli,
    Turnover,
    Workers,
    Phone,
    Gender,
    Started,
    Owner,
    Business,
    Village,
    District,
    Regency,
    Name,
}

/// Labels that mean something only as a whole.
#[rustfmt::skip]
const WHOLE: &[(Subject, &[&str])] = &[
    (Subject::Order, &["no", "nomor", "nomer", "no urut", "nomor urut", "urut", "id"]),
    (Subject::Gender, &["l p", "p l", "lk pr"]),
    (Subject::Business, &["usaha", "umkm", "ukm"]),
];

/// Phrases and the subject they name. A label holds a phrase when it has all its words; the first line with such a phrase
/// decides. So `Nama usaha` stands before the bare `Nama`, and `lama` (old) first of all: such a column is never used.
#[rustfmt::skip]
const VOCABULARY: &[(Subject, &[&str])] = &[
    (Subject::Unused, &["lama", "lahir", "umur", "usia", "petugas", "pendata", "pendamping", "enumerator", "surveyor", "verifikator"]),
    (Subject::Unused, &["cap waktu", "timestamp", "email", "e mail", "kk", "npwp", "rekening", "bank", "online", "media", "keterangan", "ket", "catatan", "modal", "aset", "kendala", "masalah", "kebutuhan", "bantuan", "saran"]),
    (Subject::Unused, &["tanggal pendataan", "tgl pendataan", "tanggal input", "tgl input", "tanggal survei", "tgl survei"]),
    (Subject::Address, &["alamat", "lokasi", "domisili", "address"]),
    (Subject::Nik, &["nik", "ktp", "induk kependudukan"]),
    (Subject::Nib, &["nib", "induk berusaha"]),
    (Subject::Halal, &["halal"]),
    (Subject::Kbli, &["kbli"]),
    (Subject::Turnover, &["omzet", "omset", "pendapatan", "penghasilan", "penjualan", "peredaran usaha", "volume usaha", "turnover"]),
    (Subject::Workers, &["tenaga kerja", "naker", "tk", "karyawan", "pekerja", "pegawai", "workers"]),
    (Subject::Phone, &["hp", "wa", "whatsapp", "telp", "tlp", "telepon", "telpon", "telephone", "handphone", "ponsel", "kontak", "cp", "contact", "phone"]),
    (Subject::Gender, &["kelamin", "jk", "gender", "sex"]),
    (Subject::Started, &["berdiri", "pendirian", "mulai", "dimulai", "memulai", "didirikan", "sejak", "beroperasi", "established"]),
    (Subject::Owner, &["pemilik", "pelaku", "pengusaha", "wirausaha", "pengelola", "pimpinan", "penanggung jawab", "owner", "nama peserta", "nama anggota"]),
    (Subject::Business, &["nama usaha", "nama umkm", "nama ukm", "nama ikm", "nama toko", "nama perusahaan", "nama dagang", "merek", "merk", "brand", "business"]),
    (Subject::Unused, &["jenis", "produk", "sektor", "bidang", "komoditas", "komoditi", "kategori", "kegiatan"]),
    (Subject::District, &["kecamatan", "kec", "distrik", "district"]),
    (Subject::Regency, &["kabupaten", "kab", "kota", "regency"]),
    (Subject::Village, &["desa", "kelurahan", "kel", "dusun", "village"]),
    (Subject::Unused, &["provinsi", "rt", "rw", "kode pos"]),
    (Subject::Name, &["nama", "name"]),
];

const MEN: &[&str] = &["l", "lk", "laki", "pria"];
const WOMEN: &[&str] = &["p", "pr", "perempuan", "wanita"];

/// Words of lower labels that tell nothing by themselves.
const DETAILS: &[&str] = &[
    "rp", "rupiah", "per", "dalam", "orang", "org", "jumlah", "jml", "total",
];

/// Words of periods, in headers and in cells.
#[rustfmt::skip]
pub const PERIODS: &[(Period, &[&str])] = &[
    (Period::Month, &["bulan", "bln", "bl", "sebulan", "perbulan", "perbln", "bulanan", "month"]),
    (Period::Year, &["tahun", "thn", "th", "setahun", "pertahun", "perthn", "tahunan", "year"]),
    (Period::Shorter, &["hari", "hr", "sehari", "perhari", "harian", "minggu", "mgg", "seminggu", "perminggu", "mingguan"]),
];

/// What a unit word stands for, in rupiah.
pub const UNITS: &[(i64, &[&str])] = &[
    (1_000, &["rb", "ribu", "ribuan"]),
    (1_000_000, &["jt", "juta", "jutaan"]),
    (1_000_000_000, &["m", "miliar", "milyar", "miliaran"]),
];

/// What a column with this label is about. Labels are short; a sentence of notes is none.
pub fn role(label: &[String]) -> Option<Role> {
    const LONGEST: usize = 20;
    if label.is_empty() || label.len() > LONGEST {
        return None;
    }
    Some(match subject(label)? {
        Subject::Unused => Role::Unused,
        Subject::Order => Role::Order,
        Subject::Owner => Role::Owner,
        Subject::Name => Role::Name,
        Subject::Business => Role::Business,
        Subject::Gender => Role::Gender(whom(label)),
        Subject::Phone => Role::Phone,
        Subject::Village => Role::Village,
        Subject::District => Role::District,
        Subject::Regency => Role::Regency,
        Subject::Address => Role::Address,
        Subject::Turnover => Role::Turnover(basis(label)),
        Subject::Workers => Role::Workers(whom(label)),
        Subject::Nib => Role::Nib,
        Subject::Nik => Role::Nik,
        Subject::Kbli => Role::Kbli,
        Subject::Halal => Role::Halal,
        Subject::Started => Role::Started,
    })
}

/// A label that names several kinds of place is an address.
fn subject(label: &[String]) -> Option<Subject> {
    const PLACES: [Subject; 3] = [Subject::Village, Subject::District, Subject::Regency];
    let whole = label.join(" ");
    if let Some((subject, _)) = WHOLE
        .iter()
        .find(|(_, phrases)| phrases.contains(&whole.as_str()))
    {
        return Some(*subject);
    }
    let mut named = VOCABULARY
        .iter()
        .filter(|(_, phrases)| phrases.iter().any(|phrase| holds(label, phrase)));
    let (subject, _) = named.next()?;
    let places = |subject: &Subject| PLACES.contains(subject);
    let several = places(subject) && named.any(|(other, _)| places(other));
    Some(if several { Subject::Address } else { *subject })
}

fn holds(label: &[String], phrase: &str) -> bool {
    phrase
        .split(' ')
        .all(|word| label.iter().any(|one| one == word))
}

/// Whether a lower label only tells the upper one's details: a period, a unit, for whom.
pub fn is_detail(label: &[String]) -> bool {
    let periods = PERIODS.iter().flat_map(|(_, words)| *words);
    let units = UNITS.iter().flat_map(|(_, words)| *words);
    let known: Vec<&str> = [MEN, WOMEN, DETAILS]
        .into_iter()
        .flatten()
        .chain(periods)
        .chain(units)
        .copied()
        .collect();
    label.iter().all(|word| known.contains(&word.as_str()))
}

fn basis(label: &[String]) -> Basis {
    Basis {
        period: listed(PERIODS, label),
        unit: listed(UNITS, label),
    }
}

fn whom(label: &[String]) -> Whom {
    let says = |words: &[&str]| label.iter().any(|word| words.contains(&word.as_str()));
    match (says(MEN), says(WOMEN)) {
        (true, false) => Whom::Men,
        (false, true) => Whom::Women,
        _ => Whom::All,
    }
}

/// The first entry of a table that one of the words belongs to.
pub fn listed<T: Copy>(table: &[(T, &[&str])], words: &[String]) -> Option<T> {
    let entry = table
        .iter()
        .find(|(_, known)| words.iter().any(|word| known.contains(&word.as_str())));
    entry.map(|(value, _)| *value)
}

/// The unit that a sentence above the table gives to all its amounts: `Omzet dalam ribuan rupiah`.
pub fn stated_unit(words: &[String]) -> Option<i64> {
    let mut pairs = words.windows(2).filter(|pair| pair[0] == "dalam");
    pairs.find_map(|pair| listed(UNITS, &pair[1..]))
}
