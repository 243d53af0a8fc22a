//! What could not be read of a row, in words.

use crate::words::{Key, imports as i};

/// What a code says; a code without a word of its own is said to be unreadable.
pub fn code_sentence(code: &str) -> Key {
    match code {
        "owner_missing" => i::CODE_OWNER_MISSING,
        "business_missing" => i::CODE_BUSINESS_MISSING,
        "regency_unknown" => i::CODE_REGENCY_UNKNOWN,
        "regency_ambiguous" => i::CODE_REGENCY_AMBIGUOUS,
        "column_count" => i::CODE_COLUMN_COUNT,
        "phone_invalid" => i::CODE_PHONE_INVALID,
        "district_unknown" => i::CODE_DISTRICT_UNKNOWN,
        "district_mismatch" => i::CODE_DISTRICT_MISMATCH,
        "turnover_range" => i::CODE_TURNOVER_RANGE,
        "turnover_period" => i::CODE_TURNOVER_PERIOD,
        "turnover_implausible" => i::CODE_TURNOVER_IMPLAUSIBLE,
        "turnover_invalid" => i::CODE_TURNOVER_INVALID,
        "turnover_period_assumed" => i::CODE_TURNOVER_PERIOD_ASSUMED,
        "turnover_conflict" => i::CODE_TURNOVER_CONFLICT,
        "workers_invalid" => i::CODE_WORKERS_INVALID,
        "workers_conflict" => i::CODE_WORKERS_CONFLICT,
        "nib_invalid" => i::CODE_NIB_INVALID,
        "nib_lossy" => i::CODE_NIB_LOSSY,
        "nik_invalid" => i::CODE_NIK_INVALID,
        "nik_lossy" => i::CODE_NIK_LOSSY,
        "kbli_invalid" => i::CODE_KBLI_INVALID,
        "date_invalid" => i::CODE_DATE_INVALID,
        "date_swapped" => i::CODE_DATE_SWAPPED,
        "formula_error" | "formula_unread" => i::CODE_FORMULA,
        _ => i::CODE_OTHER,
    }
}
