//! What lies sealed in the database, and the key that opens it, which does not lie there.

use std::{fs, io, path::Path, sync::Arc};

use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use chacha20poly1305::{
    Key, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use crate::{Fault, Result};

/// Bytes of the key.
const KEY: usize = 32;
/// Bytes of the number that no two seals share; so many may be drawn at random.
const NONCE: usize = 24;

/// Seals and opens small secrets. Cheap to clone.
#[derive(Clone)]
pub struct Vault(Arc<XChaCha20Poly1305>);

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    /// The vault of this key.
    pub fn of(key: [u8; KEY]) -> Self {
        Self(Arc::new(XChaCha20Poly1305::new(&Key::from(key))))
    }

    /// The vault whose key lies in this file; a fresh key is made when there is none. Only its owner may read the file.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds no key.
    pub fn at(file: &Path) -> io::Result<Self> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => make_key(file)?,
            Err(error) => return Err(error),
        };
        let key = BASE64_STANDARD_NO_PAD.decode(text.trim()).ok();
        let key = key.and_then(|bytes| <[u8; KEY]>::try_from(bytes).ok());
        key.map(Self::of)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "it holds no key"))
    }

    /// Seals a text for one place: what was sealed for another does not open here.
    pub fn seal(&self, place: &str, text: &str) -> Result<String> {
        let nonce = rand::random::<[u8; NONCE]>();
        let payload = Payload {
            msg: text.as_bytes(),
            aad: place.as_bytes(),
        };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Fault::new("a secret could not be sealed"))?;
        Ok(BASE64_STANDARD_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what [`Vault::seal`] made for this place under this key.
    pub fn open(&self, place: &str, sealed: &str) -> Result<String> {
        let broken = || Fault::new("a sealed secret does not open: is it the right key file?");
        let bytes = BASE64_STANDARD_NO_PAD
            .decode(sealed)
            .map_err(|_| broken())?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or_else(broken)?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        let text = self.0.decrypt(&XNonce::from(*nonce), payload);
        let text = text.map_err(|_| broken())?;
        Ok(String::from_utf8(text).map_err(|_| broken())?)
    }
}

fn make_key(file: &Path) -> io::Result<String> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let text = BASE64_STANDARD_NO_PAD.encode(rand::random::<[u8; KEY]>());
    let mut new = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    writeln!(new, "{text}")?;
    new.sync_all()?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_only_with_its_key_and_in_its_place() {
        let (ours, theirs) = (Vault::of([1; KEY]), Vault::of([2; KEY]));
        let sealed = ours.seal("nik of Lale", "5202010101900001").unwrap();
        assert!(!sealed.contains("5202"));
        assert_eq!(
            ours.open("nik of Lale", &sealed).unwrap(),
            "5202010101900001"
        );
        assert!(ours.open("nik of Rini", &sealed).is_err());
        assert!(theirs.open("nik of Lale", &sealed).is_err());
        assert!(ours.open("nik of Lale", "?").is_err());
    }

    #[test]
    fn the_same_secret_is_never_sealed_to_the_same_text() {
        let vault = Vault::of([1; KEY]);
        assert_ne!(vault.seal("a", "b").unwrap(), vault.seal("a", "b").unwrap());
    }

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data/naikkelas.key");
        let sealed = Vault::at(&file).unwrap().seal("a", "b").unwrap();
        assert_eq!(Vault::at(&file).unwrap().open("a", &sealed).unwrap(), "b");
        assert_eq!(
            fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
        fs::write(&file, "too short").unwrap();
        assert!(Vault::at(&file).is_err());
    }
}
