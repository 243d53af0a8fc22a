//! Our own cookies: no script reads them and no other site sends them.

use axum::http::{HeaderMap, header};

/// Seconds of a day.
const DAY: u32 = 86_400;

/// The cookie's whole name. `__Host-` ones are of this host alone; over plain HTTP on a network browsers refuse them.
fn full_name(name: &str, secure: bool) -> String {
    format!("{}{name}", if secure { "__Host-" } else { "" })
}

/// What the browser sent under this name.
pub fn read(headers: &HeaderMap, name: &str, secure: bool) -> Option<String> {
    let name = full_name(name, secure);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// The header line that has it kept for so many days. An empty value forgets it.
pub fn line(name: &str, value: &str, days: u32, secure: bool) -> String {
    let seconds = if value.is_empty() { 0 } else { days * DAY };
    let mark = if secure { "; Secure" } else { "" };
    let name = full_name(name, secure);
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{mark}")
}
