//! The words around the notices of a mail.

use domain::{language::Language, notices::Notice};

use crate::people::LINK_MINUTES;

/// A mail in the reader's language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub subject: String,
    pub text: String,
}

/// One mail of all that is due. `address` is where people reach the product, without a slash at the end.
pub(super) fn compose(name: &str, notices: &[Notice], language: Language, address: &str) -> Letter {
    let sentences: Vec<String> = notices
        .iter()
        .map(|notice| one_line(&notice.sentence(language)))
        .collect();
    let (greeting, open, settings) = match language {
        Language::Id => ("Halo", "Buka", "Mengatur surel dari kami"),
        Language::En => ("Hello", "Open", "Choose when we write to you"),
    };
    let subject = match (sentences.as_slice(), language) {
        ([only], _) => only.clone(),
        (several, Language::Id) => format!("{} kabar untuk Anda", several.len()),
        (several, Language::En) => format!("{} messages for you", several.len()),
    };
    let list: String = sentences
        .iter()
        .map(|sentence| format!("- {sentence}\n"))
        .collect();
    let text = format!(
        "{greeting} {},\n\n{list}\n{open}: {address}/beranda\n{settings}: {address}/saya\n\nNaik Kelas\n",
        one_line(name)
    );
    Letter { subject, text }
}

/// The mail with a link that sets a new password.
pub(super) fn way_back(name: &str, link: &str, language: Language) -> Letter {
    let name = one_line(name);
    let (subject, text) = match language {
        Language::Id => (
            "Kata sandi baru untuk Naik Kelas",
            format!(
                "Halo {name},\n\nAda yang meminta kata sandi baru untuk akun ini. Buka tautan ini dalam {LINK_MINUTES} menit:\n\n\
                 {link}\n\nBukan Anda? Abaikan surel ini; kata sandi lama tetap berlaku.\n\nNaik Kelas\n"
            ),
        ),
        Language::En => (
            "A new password for Naik Kelas",
            format!(
                "Hello {name},\n\nSomebody asked for a new password for this account. Open this link within {LINK_MINUTES} minutes:\n\n\
                 {link}\n\nNot you? Ignore this mail; the old password stays.\n\nNaik Kelas\n"
            ),
        ),
    };
    Letter {
        subject: subject.into(),
        text,
    }
}

/// Names come from people: a line break in one must not begin a new header or paragraph.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use domain::ids::InquiryId;

    use super::*;

    fn came(buyer: &str) -> Notice {
        Notice::InquiryCame {
            inquiry: InquiryId::new(),
            buyer: buyer.into(),
        }
    }

    #[test]
    fn one_notice_is_its_own_subject() {
        let letter = compose(
            "Lale Suryani",
            &[came("Hotel Rajabasa")],
            Language::Id,
            "https://naikkelas.id",
        );
        assert_eq!(
            letter.subject,
            "Hotel Rajabasa meminta penawaran dan menunggu jawaban Anda."
        );
        assert_eq!(
            letter.text,
            "Halo Lale Suryani,\n\n- Hotel Rajabasa meminta penawaran dan menunggu jawaban Anda.\n\n\
             Buka: https://naikkelas.id/beranda\nMengatur surel dari kami: https://naikkelas.id/saya\n\nNaik Kelas\n"
        );
    }

    #[test]
    fn a_buyers_name_cannot_write_a_header() {
        let letter = compose(
            "Lale",
            &[came("Hotel\r\nBcc: all@contoh.id\r\n\r\nHi")],
            Language::En,
            "",
        );
        assert_eq!(
            letter.subject,
            "Hotel Bcc: all@contoh.id Hi asks for an offer and waits for your answer."
        );
    }
}
