//! The words by which offices name their columns.

use super::{Basis, Period, Role, Whom};

/// What a column is about, before its details are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Unused,
    Nik,
    Nib,
    Halal,
    Kbli,
    Address,
    Turnover,
    Workers,
    Phone,
    Gender,
    Owner,
    Business,
    Started,
    Village,
    District,
    Regency,
    Order,
}

/// Phrases and the subject they name. The first line of which a label holds a phrase decides: `Nama usaha` before the
/// bare `Nama`, whose number or what date before the number or date. `lama` (old) stands first, as such a column is
/// never used.
const VOCABULARY: &[(Subject, &[&str])] = &[
    (
        Subject::Unused,
        &[
            "lama",
            "lahir",
            "umur",
            "usia",
            "petugas",
            "pendata",
            "enumerator",
            "surveyor",
            "verifikator",
        ],
    ),
    (
        Subject::Unused,
        &[
            "cap waktu",
            "timestamp",
            "email",
            "e mail",
            "no kk",
            "nomor kk",
            "kartu keluarga",
            "npwp",
        ],
    ),
    (
        Subject::Unused,
        &[
            "tanggal pendataan",
            "tgl pendataan",
            "tanggal input",
            "tgl input",
            "tanggal survei",
            "tgl survei",
        ],
    ),
    (
        Subject::Unused,
        &[
            "keterangan",
            "ket",
            "catatan",
            "modal",
            "aset",
            "provinsi",
            "rt",
            "rw",
            "kode pos",
        ],
    ),
    (Subject::Nik, &["nik", "ktp", "induk kependudukan"]),
    (Subject::Nib, &["nib", "induk berusaha"]),
    (Subject::Halal, &["halal"]),
    (Subject::Kbli, &["kbli"]),
    (
        Subject::Turnover,
        &[
            "omzet",
            "omset",
            "pendapatan",
            "penghasilan",
            "penjualan",
            "peredaran usaha",
            "turnover",
        ],
    ),
    (
        Subject::Workers,
        &[
            "tenaga kerja",
            "naker",
            "tk",
            "karyawan",
            "pekerja",
            "pegawai",
            "workers",
        ],
    ),
    (
        Subject::Phone,
        &[
            "hp",
            "wa",
            "whatsapp",
            "telp",
            "tlp",
            "telepon",
            "telpon",
            "telephone",
            "handphone",
            "ponsel",
            "kontak",
            "phone",
        ],
    ),
    (
        Subject::Gender,
        &["jenis kelamin", "kelamin", "jk", "gender", "sex"],
    ),
    (
        Subject::Address,
        &["alamat", "lokasi", "domisili", "address"],
    ),
    (
        Subject::Started,
        &[
            "berdiri",
            "mulai",
            "dimulai",
            "didirikan",
            "sejak",
            "established",
        ],
    ),
    (
        Subject::Owner,
        &[
            "pemilik",
            "pelaku",
            "pengusaha",
            "pengelola",
            "pimpinan",
            "penanggung jawab",
            "owner",
            "nama lengkap",
            "nama peserta",
            "nama anggota",
            "nama orang",
        ],
    ),
    (
        Subject::Business,
        &[
            "nama usaha",
            "nama umkm",
            "nama ukm",
            "nama ikm",
            "nama toko",
            "nama perusahaan",
            "nama merek",
            "nama merk",
            "nama dagang",
            "merek",
            "merk",
            "brand",
            "business",
        ],
    ),
    (
        Subject::Unused,
        &[
            "jenis",
            "produk",
            "sektor",
            "bidang",
            "komoditas",
            "komoditi",
            "kategori",
            "kegiatan",
        ],
    ),
    (
        Subject::District,
        &["kecamatan", "kec", "distrik", "district"],
    ),
    (Subject::Regency, &["kabupaten", "kab", "kota", "regency"]),
    (
        Subject::Village,
        &["desa", "kelurahan", "kel", "dusun", "village"],
    ),
    (Subject::Owner, &["nama", "name"]),
    (Subject::Order, &["no", "nomor", "nomer", "urut", "id"]),
];

/// Labels that mean something only as a whole.
const WHOLE: &[(Subject, &[&str])] = &[
    (Subject::Gender, &["l p", "lk pr", "p l"]),
    (Subject::Business, &["usaha", "umkm"]),
];

const MEN: &[&str] = &["l", "lk", "laki", "pria"];
const WOMEN: &[&str] = &["p", "pr", "perempuan", "wanita"];

/// Words of periods, in headers and in cells.
pub const PERIODS: &[(Period, &[&str])] = &[
    (
        Period::Month,
        &[
            "bulan", "bln", "bl", "sebulan", "perbulan", "bulanan", "month",
        ],
    ),
    (
        Period::Year,
        &[
            "tahun", "thn", "th", "setahun", "pertahun", "tahunan", "year",
        ],
    ),
    (
        Period::Shorter,
        &[
            "hari",
            "hr",
            "sehari",
            "perhari",
            "harian",
            "minggu",
            "mgg",
            "seminggu",
            "perminggu",
            "mingguan",
        ],
    ),
];

/// What a unit word stands for, in rupiah.
pub const UNITS: &[(i64, &[&str])] = &[
    (1_000, &["rb", "ribu", "ribuan"]),
    (1_000_000, &["jt", "juta", "jutaan"]),
    (1_000_000_000, &["m", "miliar", "milyar", "miliaran"]),
];

/// What a column with this label is about. Labels are short; a sentence of notes is none.
pub fn role(label: &[String]) -> Option<Role> {
    const LONGEST: usize = 12;
    if label.is_empty() || label.len() > LONGEST {
        return None;
    }
    Some(match subject(label)? {
        Subject::Unused => Role::Unused,
        Subject::Order => Role::Order,
        Subject::Owner => Role::Owner,
        Subject::Business => Role::Business,
        Subject::Gender => Role::Gender,
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

fn subject(label: &[String]) -> Option<Subject> {
    let joined = label.join(" ");
    let whole = WHOLE
        .iter()
        .find(|(_, phrases)| phrases.contains(&joined.as_str()));
    let (subject, _) = whole.or_else(|| {
        VOCABULARY
            .iter()
            .find(|(_, phrases)| phrases.iter().any(|phrase| holds(&joined, phrase)))
    })?;
    let places = [Subject::Village, Subject::District, Subject::Regency];
    if places.contains(subject)
        && places
            .iter()
            .filter(|place| names(&joined, **place))
            .count()
            > 1
    {
        return Some(Subject::Address);
    }
    Some(*subject)
}

fn names(joined: &str, subject: Subject) -> bool {
    let lines = VOCABULARY.iter().filter(|(one, _)| *one == subject);
    lines
        .flat_map(|(_, phrases)| *phrases)
        .any(|phrase| holds(joined, phrase))
}

/// Whether words joined by spaces hold a phrase, whole words only.
fn holds(joined: &str, phrase: &str) -> bool {
    joined.match_indices(phrase).any(|(at, _)| {
        let before = joined[..at].chars().next_back();
        let after = joined[at + phrase.len()..].chars().next();
        before.is_none_or(|letter| letter == ' ') && after.is_none_or(|letter| letter == ' ')
    })
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
    let at = words.windows(2).find(|pair| pair[0] == "dalam")?;
    listed(UNITS, &at[1..])
}
