//! Turns `locales/{id,en}/<feature>.toml` into numbered keys and one table a language, and refuses to build when a key
//! or a placeholder stands in one language only.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

type Texts = BTreeMap<String, BTreeMap<String, String>>;

fn main() {
    println!("cargo::rerun-if-changed=locales");
    let (id, en) = (read("id"), read("en"));
    let problems = differences(&id, &en);
    assert!(
        problems.is_empty(),
        "the locales differ:\n{}",
        problems.join("\n")
    );

    let mut modules = String::new();
    let (mut table_id, mut table_en) = (String::new(), String::new());
    let mut number = 0;
    for (feature, texts) in &id {
        let _ = writeln!(
            modules,
            "/// Words of `{feature}`.\npub mod {feature} {{\n    use super::Key;"
        );
        for (key, text) in texts {
            let name = key.to_uppercase();
            let _ = writeln!(
                modules,
                "    /// {}\n    pub const {name}: Key = Key({number});",
                text.replace('\n', " ")
            );
            let _ = writeln!(table_id, "    {text:?},");
            let _ = writeln!(table_en, "    {:?},", en[feature][key]);
            number += 1;
        }
        modules.push_str("}\n");
    }
    let out = format!(
        "{modules}\n#[cfg(feature = \"ssr\")]\npub(super) static ID: [&str; {number}] = [\n{table_id}];\n\
         #[cfg(feature = \"ssr\")]\npub(super) static EN: [&str; {number}] = [\n{table_en}];\n\
         /// Changes whenever a text changes; part of the address of the word lists.\n\
         pub const FINGERPRINT: &str = \"{:016x}\";\n",
        fingerprint(&format!("{table_id}{table_en}")),
    );
    let path = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("words.rs");
    fs::write(path, out).expect("OUT_DIR can be written");
}

fn read(language: &str) -> Texts {
    let folder = Path::new("locales").join(language);
    let mut out = Texts::new();
    for entry in fs::read_dir(&folder).expect("a folder a language") {
        let path = entry.expect("a readable folder").path();
        let feature = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).expect("a readable file");
        let texts =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        out.insert(feature, texts);
    }
    out
}

fn differences(id: &Texts, en: &Texts) -> Vec<String> {
    let mut problems = Vec::new();
    for (one, other, name) in [(id, en, "en"), (en, id, "id")] {
        for (feature, texts) in one {
            for (key, text) in texts {
                match other.get(feature).and_then(|texts| texts.get(key)) {
                    None => problems.push(format!("{name}/{feature}.toml lacks `{key}`")),
                    Some(twin) if holes(twin) != holes(text) => {
                        problems.push(format!(
                            "{name}/{feature}.toml: `{key}` has other placeholders than its twin"
                        ));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    problems
}

/// The placeholders of a text, sorted: `{n} of {total}` → `n, total`.
fn holes(text: &str) -> Vec<&str> {
    let mut out: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(hole, _)| hole))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// FNV-1a: only has to differ when the text differs.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
