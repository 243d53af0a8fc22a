//! Embeds the photos of the demo village, so that the program needs no folder beside it, and watches the migrations.

use std::{env, fmt::Write, fs, path::Path};

fn main() {
    let folder =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where")).join("demo/photos");
    println!("cargo::rerun-if-changed=demo/photos");
    println!("cargo::rerun-if-changed=../../migrations");
    let mut files: Vec<String> = fs::read_dir(&folder)
        .expect("the folder of demo photos")
        .map(|file| {
            file.expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.ends_with(".jpg"))
        .collect();
    files.sort_unstable();
    let mut code = String::from("&[\n");
    for name in files {
        let path = folder.join(&name);
        writeln!(code, "    ({name:?}, include_bytes!({path:?})),").expect("text");
    }
    code.push(']');
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where")).join("photos.rs");
    fs::write(out, code).expect("written");
}
