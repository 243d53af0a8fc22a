//! The words of a notice: the same in the list, in the mail and on the phone.

use super::Notice;
use crate::{
    language::Language,
    people::{IdentityCheck, RecoveryWay},
    place::date,
};

impl Notice {
    /// Where in the workspace it leads.
    pub fn path(&self) -> String {
        match self {
            Self::SubmissionReceived { entry, .. }
            | Self::DecisionReleased { entry, .. }
            | Self::AppealAnswered { entry, .. } => format!("/hasil/{entry}"),
            Self::ScoringWaits { .. } | Self::ScoringEnds { .. } => "/nilai".into(),
            Self::AppealCame { round, .. } => format!("/putaran/{round}/banding"),
            Self::InquiryCame { inquiry, .. } => format!("/pesan-masuk/{inquiry}"),
            Self::FeedbackCame { feedback, .. } => format!("/kelola/suara/{feedback}"),
            Self::ClaimExpires { business, .. } => format!("/usaha/{business}#izin"),
            Self::BadgeEnded { product, .. } => format!("/produk-saya/{product}"),
            Self::CodeMade { .. }
            | Self::PasswordRecovered { .. }
            | Self::NewDevice { .. }
            | Self::PasskeyMade { .. } => "/saya/keamanan".into(),
        }
    }

    /// One or two sentences in the reader's language: what happened and what comes next.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Id => self.indonesian(),
            Language::En => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        let id = Language::Id;
        match self {
            Self::SubmissionReceived { product, .. } => {
                format!("{product} sudah kami terima. Kami kabari begitu keputusannya keluar.")
            }
            Self::ScoringWaits { count, .. } => format!("{count} produk menunggu penilaian Anda."),
            Self::ScoringEnds { count, .. } => {
                format!("Penilaian tutup dalam 24 jam. {count} produk belum Anda nilai.")
            }
            Self::DecisionReleased { product, grade, .. } => {
                format!("Hasil kurasi {product}: Grade {grade}. Buka untuk melihat alasannya.")
            }
            Self::AppealCame { product, .. } => {
                format!("Ada banding untuk {product}. Pembuatnya menunggu jawaban Anda.")
            }
            Self::AppealAnswered {
                product,
                granted: true,
                ..
            } => {
                format!("Banding Anda untuk {product} diterima. Produk dinilai sekali lagi.")
            }
            Self::AppealAnswered {
                product,
                granted: false,
                ..
            } => format!(
                "Banding Anda untuk {product} sudah dijawab. Keputusan tetap; alasannya bisa Anda baca."
            ),
            Self::InquiryCame { buyer, .. } => {
                format!("{buyer} meminta penawaran dan menunggu jawaban Anda.")
            }
            Self::FeedbackCame { due, .. } => format!(
                "Ada keluhan atau saran yang menunggu jawaban paling lambat {}.",
                date(due.date_naive(), id)
            ),
            Self::ClaimExpires { claim, on, .. } => format!(
                "{} Anda berlaku sampai {}. Perbarui sebelum tanggal itu.",
                claim.name(id),
                date(*on, id)
            ),
            Self::BadgeEnded { name, on, .. } => format!(
                "Grade {name} berlaku sampai {}, jadi produk ini keluar dari galeri. Ajukan lagi ke putaran berikutnya.",
                date(*on, id)
            ),
            Self::NewDevice { device } => format!(
                "Akun Anda dibuka dengan perangkat baru: {device}. Bukan Anda? Keluarkan perangkat itu dan ganti kata sandi sekarang."
            ),
            Self::PasskeyMade { name } => format!(
                "Kunci sandi \"{name}\" kini bisa membuka akun Anda. Bukan Anda yang membuatnya? Hapus kunci itu dan ganti kata sandi sekarang."
            ),
            Self::CodeMade { by, checked } => {
                let why = match checked {
                    IdentityCheck::Card => "setelah melihat KTP",
                    IdentityCheck::Known => "karena mengenal Anda",
                };
                format!("{by} membuat kode kata sandi untuk akun Anda, {why}. Bukan permintaan Anda? Ganti kata sandi sekarang; kodenya batal.")
            }
            Self::PasswordRecovered { way: RecoveryWay::Desk } => {
                "Kata sandi Anda diganti dengan kode dari meja depan. Bukan Anda? Segera hubungi PLUT.".into()
            }
            Self::PasswordRecovered { way: RecoveryWay::Mail } => {
                "Kata sandi Anda diganti lewat tautan di surel. Bukan Anda? Segera hubungi PLUT.".into()
            }
        }
    }

    fn english(&self) -> String {
        let en = Language::En;
        match self {
            Self::SubmissionReceived { product, .. } => {
                format!("We received {product}. You will hear from us when it is decided.")
            }
            Self::ScoringWaits { count: 1, .. } => "1 product waits for your scores.".into(),
            Self::ScoringWaits { count, .. } => format!("{count} products wait for your scores."),
            Self::ScoringEnds { count: 1, .. } => {
                "Scoring ends within 24 hours. 1 product still waits for your scores.".into()
            }
            Self::ScoringEnds { count, .. } => {
                format!(
                    "Scoring ends within 24 hours. {count} products still wait for your scores."
                )
            }
            Self::DecisionReleased { product, grade, .. } => {
                format!("{product} was given grade {grade}. Open it to see why.")
            }
            Self::AppealCame { product, .. } => {
                format!("The maker of {product} objects, and waits for your answer.")
            }
            Self::AppealAnswered {
                product,
                granted: true,
                ..
            } => {
                format!("Your appeal for {product} was granted. It is reviewed once more.")
            }
            Self::AppealAnswered {
                product,
                granted: false,
                ..
            } => format!(
                "Your appeal for {product} was answered. The decision stands; you can read the reason."
            ),
            Self::InquiryCame { buyer, .. } => {
                format!("{buyer} asks for an offer and waits for your answer.")
            }
            Self::FeedbackCame { due, .. } => format!(
                "A complaint or suggestion waits for an answer by {}.",
                date(due.date_naive(), en)
            ),
            Self::ClaimExpires { claim, on, .. } => format!(
                "Your {} is valid until {}. Renew it before that day.",
                claim.name(en),
                date(*on, en)
            ),
            Self::BadgeEnded { name, on, .. } => format!(
                "The grade of {name} was valid until {}, so it left the gallery. Send it to the next round.",
                date(*on, en)
            ),
            Self::NewDevice { device } => format!(
                "Your account was opened with a new device: {device}. Not you? Sign that device out and change your password now."
            ),
            Self::PasskeyMade { name } => format!(
                "The passkey \"{name}\" can open your account now. Did you not make it? Remove it and change your password now."
            ),
            Self::CodeMade { by, checked } => {
                let why = match checked {
                    IdentityCheck::Card => "after seeing an identity card",
                    IdentityCheck::Known => "because they know you",
                };
                format!("{by} made a password code for your account, {why}. Not your wish? Change your password now; that voids the code.")
            }
            Self::PasswordRecovered { way: RecoveryWay::Desk } => {
                "Your password was changed with a code from the front desk. Not you? Tell the centre at once.".into()
            }
            Self::PasswordRecovered { way: RecoveryWay::Mail } => {
                "Your password was changed by a link in a mail. Not you? Tell the centre at once.".into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        business::ClaimKind,
        ids::{BusinessId, RoundId},
    };

    #[test]
    fn an_ending_licence_is_told_with_its_day() {
        let notice = Notice::ClaimExpires {
            business: BusinessId::new(),
            claim: ClaimKind::Pirt,
            on: "2026-12-12".parse().unwrap(),
        };
        assert_eq!(
            notice.sentence(Language::Id),
            "P-IRT Anda berlaku sampai 12 Desember 2026. Perbarui sebelum tanggal itu."
        );
        assert_eq!(
            notice.sentence(Language::En),
            "Your P-IRT licence is valid until 12 December 2026. Renew it before that day."
        );
    }

    #[test]
    fn one_product_waits_and_two_wait() {
        let waits = |count| {
            Notice::ScoringWaits {
                round: RoundId::new(),
                count,
            }
            .sentence(Language::En)
        };
        assert_eq!(waits(1), "1 product waits for your scores.");
        assert_eq!(waits(2), "2 products wait for your scores.");
    }
}
