//! What can be wrong with a row.

/// One thing that is wrong with a row or was settled by a rule. Ordered as reports list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// The business has no name in the list.
    BusinessMissing,
    /// A row of a CSV file has more or fewer cells than its header.
    ColumnCount,
    /// Not a day, or a year before 1945 or after 2025.
    DateInvalid,
    /// The day could only be read month first, and was.
    DateSwapped,
    /// The district lies elsewhere in the country.
    DistrictMismatch,
    /// No district of the country has this name.
    DistrictUnknown,
    /// The cell shows `#REF!`, `#N/A` or another error of its program.
    FormulaError,
    /// A formula whose result the file does not hold.
    FormulaUnread,
    /// Digits, but no code of the classification.
    KbliInvalid,
    /// Not 13 digits.
    NibInvalid,
    /// The program that wrote the file rounded the number.
    NibLossy,
    /// Not 16 digits.
    NikInvalid,
    /// The program that wrote the file rounded the number.
    NikLossy,
    /// Nobody is named.
    OwnerMissing,
    /// Neither a mobile number nor a landline with its area code.
    PhoneInvalid,
    /// A regency and a city bear the name, and no district tells them apart.
    RegencyAmbiguous,
    /// No regency is named, or none of the country.
    RegencyUnknown,
    /// Twelve months differ from the year by more than a fifth of the larger; the year counts.
    TurnoverConflict,
    /// Above nothing and below Rp10.000, or a year above Rp50 miliar.
    TurnoverImplausible,
    /// Not an amount.
    TurnoverInvalid,
    /// An amount per day or week.
    TurnoverPeriod,
    /// No period is named; taken as a year's.
    TurnoverPeriodAssumed,
    /// From this to that, or more or less than.
    TurnoverRange,
    /// Women and men do not add up to the total; the total counts.
    WorkersConflict,
    /// Not a number of people.
    WorkersInvalid,
}

impl Code {
    /// The word of reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BusinessMissing => "business_missing",
            Self::ColumnCount => "column_count",
            Self::DateInvalid => "date_invalid",
            Self::DateSwapped => "date_swapped",
            Self::DistrictMismatch => "district_mismatch",
            Self::DistrictUnknown => "district_unknown",
            Self::FormulaError => "formula_error",
            Self::FormulaUnread => "formula_unread",
            Self::KbliInvalid => "kbli_invalid",
            Self::NibInvalid => "nib_invalid",
            Self::NibLossy => "nib_lossy",
            Self::NikInvalid => "nik_invalid",
            Self::NikLossy => "nik_lossy",
            Self::OwnerMissing => "owner_missing",
            Self::PhoneInvalid => "phone_invalid",
            Self::RegencyAmbiguous => "regency_ambiguous",
            Self::RegencyUnknown => "regency_unknown",
            Self::TurnoverConflict => "turnover_conflict",
            Self::TurnoverImplausible => "turnover_implausible",
            Self::TurnoverInvalid => "turnover_invalid",
            Self::TurnoverPeriod => "turnover_period",
            Self::TurnoverPeriodAssumed => "turnover_period_assumed",
            Self::TurnoverRange => "turnover_range",
            Self::WorkersConflict => "workers_conflict",
            Self::WorkersInvalid => "workers_invalid",
        }
    }

    /// Whether a row with it cannot be imported.
    pub fn rejects(self) -> bool {
        matches!(
            self,
            Self::OwnerMissing | Self::RegencyUnknown | Self::RegencyAmbiguous | Self::ColumnCount
        )
    }
}
