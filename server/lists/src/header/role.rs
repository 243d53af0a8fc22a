//! What columns are about.

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Known, but nothing is taken from it.
    Unused,
    /// A running number.
    Order,
    /// Who owns the business.
    Owner,
    /// Somebody's name: the owner's where no column says owner.
    Name,
    /// What the business is called.
    Business,
    /// The owner's gender; with columns of their own for men and women, a mark in one of them.
    Gender(Whom),
    /// Telephone numbers.
    Phone,
    /// Desa or kelurahan.
    Village,
    /// Kecamatan.
    District,
    /// Kabupaten or kota.
    Regency,
    /// Several places in one string.
    Address,
    /// What the business turns over.
    Turnover(Basis),
    /// Who works there.
    Workers(Whom),
    /// The number of the licence.
    Nib,
    /// The number of the owner's identity card.
    Nik,
    /// The line of business.
    Kbli,
    /// The halal certificate.
    Halal,
    /// When the business began.
    Started,
}

/// What a column's label says of the amounts below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Basis {
    /// For how long they are.
    pub period: Option<Period>,
    /// Rupiah that one of them stands for.
    pub unit: Option<i64>,
}

/// For how long an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Twelve make a year.
    Month,
    /// A year.
    Year,
    /// A day or a week: open days are not known, so no year follows.
    Shorter,
}

/// Whom a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whom {
    /// All, or both in one cell.
    All,
    /// Men.
    Men,
    /// Women.
    Women,
}
