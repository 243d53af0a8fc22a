//! Names, combined into as many as are needed.

use domain::curation::Category;

/// Names by family; each is combined with each of [`KINDS`].
pub(super) const THINGS: [(Category, &[&str]); 5] = [
    (
        Category::Food,
        &[
            "Keripik Pisang",
            "Sambal Plecing",
            "Dodol Nanas",
            "Kerupuk Ikan",
            "Abon Tuna",
            "Cokelat Batang",
        ],
    ),
    (
        Category::Craft,
        &[
            "Gerabah Kendi",
            "Tas Ketak",
            "Anyaman Bambu",
            "Ukiran Kayu",
            "Cukli Kotak",
            "Perhiasan Mutiara",
        ],
    ),
    (
        Category::Fashion,
        &[
            "Songket Subahnale",
            "Tapis Pucuk Rebung",
            "Endek Cepuk",
            "Selendang Tenun",
            "Kemeja Lurik",
        ],
    ),
    (
        Category::Beauty,
        &[
            "Sabun Susu Kuda",
            "Lulur Kopi",
            "Minyak Kelapa",
            "Masker Rumput Laut",
        ],
    ),
    (
        Category::Agriculture,
        &[
            "Kopi Arabika",
            "Madu Sumbawa",
            "Beras Merah",
            "Lada Hitam",
            "Garam Piramida",
        ],
    ),
];
pub(super) const KINDS: [&str; 8] = [
    "Asli",
    "Emas",
    "Pilihan",
    "Premium",
    "Klasik",
    "Bukit",
    "Pesisir",
    "Nusantara",
];
pub(super) const MAKERS: [&str; 8] = [
    "Tenun", "Dapur", "Kebun", "Rumah", "Sanggar", "Karya", "Griya", "Pondok",
];
pub(super) const OWNERS: [&str; 10] = [
    "Lestari", "Suryani", "Wayan", "Rohani", "Yuliana", "Hasanah", "Ketut", "Baiq", "Fatimah",
    "Sudarma",
];
