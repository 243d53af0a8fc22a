//! The words of the timeline.

use super::Happening;
use crate::{
    business::{ClaimKind, Evidence, SizeClass},
    language::Language,
    place::date,
};

impl ClaimKind {
    /// What people call it, in the middle of a sentence.
    pub fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Nib, _) => "NIB",
            (Self::Pirt, Language::Id) => "P-IRT",
            (Self::Pirt, Language::En) => "P-IRT licence",
            (Self::Bpom, Language::Id) => "izin BPOM",
            (Self::Bpom, Language::En) => "BPOM licence",
            (Self::Halal, Language::Id) => "sertifikat halal",
            (Self::Halal, Language::En) => "halal certificate",
            (Self::Trademark, Language::Id) => "merek terdaftar",
            (Self::Trademark, Language::En) => "trademark",
            (Self::Sni, Language::Id) => "sertifikat SNI",
            (Self::Sni, Language::En) => "SNI certificate",
            (Self::GeographicalIndication, Language::Id) => "indikasi geografis",
            (Self::GeographicalIndication, Language::En) => "geographical indication",
            (Self::Tkdn, Language::Id) => "sertifikat TKDN",
            (Self::Tkdn, Language::En) => "TKDN certificate",
            (Self::TestReport, Language::Id) => "laporan uji",
            (Self::TestReport, Language::En) => "test report",
        }
    }
}

fn class_name(class: SizeClass, language: Language) -> &'static str {
    match (class, language) {
        (SizeClass::Micro, Language::Id) => "usaha mikro",
        (SizeClass::Micro, Language::En) => "micro business",
        (SizeClass::Small, Language::Id) => "usaha kecil",
        (SizeClass::Small, Language::En) => "small business",
        (SizeClass::Medium, Language::Id) => "usaha menengah",
        (SizeClass::Medium, Language::En) => "medium business",
        (SizeClass::Large, Language::Id) => "usaha besar",
        (SizeClass::Large, Language::En) => "large business",
    }
}

fn evidence_name(evidence: Evidence, language: Language) -> &'static str {
    match (evidence, language) {
        (Evidence::Stated, Language::Id) => "menurut pemilik",
        (Evidence::Stated, Language::En) => "as stated by the owner",
        (Evidence::Books, Language::Id) => "menurut catatan usaha",
        (Evidence::Books, Language::En) => "from the books",
        (Evidence::Documents, Language::Id) => "dengan bukti",
        (Evidence::Documents, Language::En) => "with documents",
    }
}

impl Happening {
    /// One sentence in the reader's language, without a full stop.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Id => self.indonesian(),
            Language::En => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        let id = Language::Id;
        match self {
            Self::Registered => "Berkas usaha dibuka".into(),
            Self::Listed {
                file,
                turnover,
                workers,
            } => {
                let mut said = vec![format!("Tercatat di daftar {file}")];
                said.extend(turnover.map(|amount| format!("omzet {amount} setahun")));
                said.extend(workers.map(|count| format!("{count} pekerja")));
                said.join(", ")
            }
            Self::ClaimDeclared { claim } => format!("Mencatat {}", claim.name(id)),
            Self::ClaimChecked { claim, good: true } => {
                format!("Memeriksa {}: cocok dengan sumbernya", claim.name(id))
            }
            Self::ClaimChecked { claim, good: false } => {
                format!("Memeriksa {}: belum cocok dengan sumbernya", claim.name(id))
            }
            Self::Snapshot {
                as_of,
                turnover,
                workers,
                evidence,
                class,
            } => {
                let class =
                    class.map_or_else(String::new, |class| format!(", {}", class_name(class, id)));
                format!(
                    "Omzet setahun {turnover} dan {workers} pekerja per {}, {}{class}",
                    date(*as_of, id),
                    evidence_name(*evidence, id)
                )
            }
            Self::Submitted {
                product,
                again: false,
                ..
            } => format!("{product} diajukan untuk kurasi"),
            Self::Submitted {
                product,
                again: true,
                ..
            } => {
                format!("{product} diajukan lagi setelah diperbaiki")
            }
            Self::Withdrawn { product, .. } => format!("{product} ditarik dari kurasi"),
            Self::Graded {
                product,
                grade,
                score,
                ..
            } => {
                format!("{product} mendapat Grade {grade}, nilai {score}")
            }
            Self::Appealed { product, .. } => format!("Banding atas keputusan {product}"),
            Self::TaskDone { title } => format!("Tugas selesai: {}", title.get(id)),
            Self::Inquiry { .. } => "Seorang pembeli meminta penawaran".into(),
            Self::BadgeEnded { product, on } => {
                format!("Grade {product} berakhir pada {}", date(*on, id))
            }
        }
    }

    fn english(&self) -> String {
        let en = Language::En;
        match self {
            Self::Registered => "The business file was opened".into(),
            Self::Listed {
                file,
                turnover,
                workers,
            } => {
                let mut said = vec![format!("Known from the list {file}")];
                said.extend(turnover.map(|amount| format!("{amount} a year")));
                said.extend(workers.map(|count| format!("{count} workers")));
                said.join(", ")
            }
            Self::ClaimDeclared { claim } => format!("Added the {}", claim.name(en)),
            Self::ClaimChecked { claim, good: true } => {
                format!("Checked the {}: it matches its source", claim.name(en))
            }
            Self::ClaimChecked { claim, good: false } => {
                format!(
                    "Checked the {}: it does not match its source yet",
                    claim.name(en)
                )
            }
            Self::Snapshot {
                as_of,
                turnover,
                workers,
                evidence,
                class,
            } => {
                let class =
                    class.map_or_else(String::new, |class| format!(", {}", class_name(class, en)));
                format!(
                    "Yearly sales of {turnover} and {workers} workers as of {}, {}{class}",
                    date(*as_of, en),
                    evidence_name(*evidence, en)
                )
            }
            Self::Submitted {
                product,
                again: false,
                ..
            } => format!("{product} was sent to curation"),
            Self::Submitted {
                product,
                again: true,
                ..
            } => {
                format!("{product} was sent in again after repairs")
            }
            Self::Withdrawn { product, .. } => format!("{product} was taken back from curation"),
            Self::Graded {
                product,
                grade,
                score,
                ..
            } => {
                format!("{product} was given grade {grade}, score {score}")
            }
            Self::Appealed { product, .. } => format!("Appeal against the decision on {product}"),
            Self::TaskDone { title } => format!("Task done: {}", title.get(en)),
            Self::Inquiry { .. } => "A buyer asked for an offer".into(),
            Self::BadgeEnded { product, on } => {
                format!("The grade of {product} ended on {}", date(*on, en))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Rupiah;

    #[test]
    fn a_snapshot_names_its_figures_and_how_well_they_are_founded() {
        let happening = Happening::Snapshot {
            as_of: "2026-10-31".parse().unwrap(),
            turnover: Rupiah(84_000_000),
            workers: 4,
            evidence: Evidence::Books,
            class: Some(SizeClass::Micro),
        };
        assert_eq!(
            happening.sentence(Language::Id),
            "Omzet setahun Rp84.000.000 dan 4 pekerja per 31 Oktober 2026, menurut catatan usaha, usaha mikro"
        );
        assert_eq!(
            happening.sentence(Language::En),
            "Yearly sales of Rp84.000.000 and 4 workers as of 31 October 2026, from the books, micro business"
        );
    }
}
