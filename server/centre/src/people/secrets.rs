//! Secrets that people are handed: in an address, or on a slip of paper. Their rows keep only hashes.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use rand::seq::IndexedRandom;
use sha2::{Digest, Sha256};

/// What a code is made of: nothing that is read as something else.
const LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in each half of a code: one of 30⁸.
const HALF: usize = 4;

/// What the row of a secret keeps. Secrets are drawn at random, so that a fast hash is enough.
pub(crate) fn hashed(secret: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// A secret of 128 random bits, fit for an address.
pub fn new_secret() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>())
}

/// A code that is read out and typed: `K7QF-3WXA`. Of the 30⁸ that there are, few may be tried.
pub(super) fn new_code() -> String {
    let mut rng = rand::rng();
    let mut half = || -> String {
        (0..HALF)
            .filter_map(|_| LETTERS.choose(&mut rng))
            .map(|letter| char::from(*letter))
            .collect()
    };
    format!("{}-{}", half(), half())
}

/// A code as it was made, however it was typed: `k7qf 3wxa`.
pub(super) fn code_as_made(typed: &str) -> String {
    let bare: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    match bare.split_at_checked(HALF) {
        Some((first, second)) => format!("{first}-{second}"),
        None => bare,
    }
}
