//! Settings from flags, environment or one file, checked at start; a wrong one is refused in a sentence.

use std::{net::SocketAddr, path::PathBuf};

use app::request::PublicUrl;
use clap::Args;
use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

/// Settings as given. Later ones win: file `naikkelas.toml`, environment `NAIKKELAS_*` (and `DATABASE_URL`), flags.
#[derive(Args, Clone, Debug, Default, Deserialize, Serialize)]
pub struct Given {
    /// Address to listen on [default: 127.0.0.1:3000]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addr: Option<String>,
    /// `sqlite:PATH` or `postgres://…` [default: sqlite:data/naikkelas.db]
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// Folder for photos and documents [default: data/files]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// File of the key under which secrets lie sealed in the database; made when missing [default: data/naikkelas.key]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_file: Option<String>,
    /// Where people reach the server, for links in mail and for passkeys [default: http://localhost:PORT or http://ADDR]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// `smtp://user:password@host:port`; without it mail waits in the outbox
    #[arg(long, global = true, hide_env_values = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smtp_url: Option<String>,
    /// Sender of mail [default: Naik Kelas <naikkelas@localhost>]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// Sign-in and sign-up tries a network may make in a burst [default: 20]
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_in_burst: Option<u32>,
    /// A proxy stands in front and adds the other end to X-Forwarded-For: limits count its clients, not the proxy
    #[arg(long, global = true)]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub behind_proxy: bool,
    /// Built site: style, wasm, icons [default: target/site]
    #[arg(long, global = true, env = "LEPTOS_SITE_ROOT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
}

/// Settings after the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Address to listen on.
    pub addr: SocketAddr,
    /// Database.
    pub database_url: String,
    /// Folder for photos and documents.
    pub files: PathBuf,
    /// File of the vault's key.
    pub key_file: PathBuf,
    /// Where people reach the server; no slash at the end.
    pub public_url: String,
    /// SMTP server.
    pub smtp_url: Option<String>,
    /// Sender of mail.
    pub mail_from: String,
    /// Tries in a burst.
    pub sign_in_burst: u32,
    /// Whether `X-Forwarded-For` names who asks.
    pub behind_proxy: bool,
    /// Built site.
    pub site: PathBuf,
}

impl Given {
    /// Reads the file and the environment under the flags, and checks everything.
    pub fn check(self) -> Result<Settings, String> {
        let given: Self = Figment::new()
            .merge(Toml::file("naikkelas.toml"))
            .merge(Env::prefixed("NAIKKELAS_"))
            .merge(Serialized::defaults(self))
            .extract()
            .map_err(|error| format!("The settings cannot be read: {error}."))?;
        given.settle()
    }

    fn settle(self) -> Result<Settings, String> {
        let addr = self.addr.unwrap_or_else(|| "127.0.0.1:3000".into());
        let addr: SocketAddr = addr.parse().map_err(|_| {
            format!("--addr needs an address and a port such as 127.0.0.1:3000, not \"{addr}\".")
        })?;
        let database_url = self
            .database_url
            .unwrap_or_else(|| "sqlite:data/naikkelas.db".into());
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| database_url.starts_with(scheme))
        {
            return Err("DATABASE_URL must begin with sqlite: or postgres://.".into());
        }
        let public_url = self.public_url.unwrap_or_else(|| address_of(addr));
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(format!(
                "--public-url must begin with http:// or https://, not \"{public_url}\"."
            ));
        }
        if let Some(url) = &self.smtp_url
            && !url.starts_with("smtp://")
            && !url.starts_with("smtps://")
        {
            return Err("--smtp-url must begin with smtp:// or smtps://.".into());
        }
        if self.sign_in_burst == Some(0) {
            return Err("--sign-in-burst must be at least 1.".into());
        }
        Ok(Settings {
            addr,
            database_url,
            files: self.files.unwrap_or_else(|| "data/files".into()).into(),
            key_file: self
                .key_file
                .unwrap_or_else(|| "data/naikkelas.key".into())
                .into(),
            public_url: public_url.trim_end_matches('/').into(),
            smtp_url: self.smtp_url,
            mail_from: self
                .mail_from
                .unwrap_or_else(|| "Naik Kelas <naikkelas@localhost>".into()),
            sign_in_burst: self.sign_in_burst.unwrap_or(20),
            behind_proxy: self.behind_proxy,
            site: self.site.unwrap_or_else(|| "target/site".into()).into(),
        })
    }
}

/// This machine by its name: passkeys belong to a name, never to a number.
fn address_of(addr: SocketAddr) -> String {
    if addr.ip().is_loopback() {
        format!("http://localhost:{}", addr.port())
    } else {
        format!("http://{addr}")
    }
}

impl Settings {
    /// Whether browsers reach the server over HTTPS or on this machine, where `__Host-` cookies work.
    pub fn is_secure(&self) -> bool {
        PublicUrl(self.public_url.clone()).is_secure()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_word_it_listens_on_this_machine_and_keeps_one_file() {
        let settings = Given::default().settle().unwrap();
        assert_eq!(settings.addr.to_string(), "127.0.0.1:3000");
        assert_eq!(settings.database_url, "sqlite:data/naikkelas.db");
        assert!(settings.is_secure());
    }

    #[test]
    fn a_wrong_setting_is_refused_in_a_sentence() {
        let wrong = Given {
            addr: Some("everywhere".into()),
            ..Given::default()
        };
        assert_eq!(
            wrong.settle().unwrap_err(),
            "--addr needs an address and a port such as 127.0.0.1:3000, not \"everywhere\"."
        );
        let wrong = Given {
            database_url: Some("mysql://x".into()),
            ..Given::default()
        };
        assert_eq!(
            wrong.settle().unwrap_err(),
            "DATABASE_URL must begin with sqlite: or postgres://."
        );
    }

    #[test]
    fn plain_http_on_a_network_address_is_not_secure() {
        let lan = Given {
            public_url: Some("http://192.168.1.4:3000".into()),
            ..Given::default()
        };
        assert!(!lan.settle().unwrap().is_secure());
    }
}
