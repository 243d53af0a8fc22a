//! What README and ARCHITECTURE say of the house is so.

use std::{fs, path::Path};

#[test]
fn every_path_in_the_documents_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let tops = [
        "app/",
        "server/",
        "frontend/",
        "style/",
        "migrations/",
        "end2end/",
    ];
    let mut lost = Vec::new();
    let mut seen = 0;
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        // Every second piece stands between backticks.
        for word in text.split('`').skip(1).step_by(2) {
            let is_path = tops.iter().any(|top| word.starts_with(top))
                && !word.contains(['*', '{', '<', ' ']);
            if is_path {
                seen += 1;
                if !root.join(word).exists() {
                    lost.push(format!("{document}: {word}"));
                }
            }
        }
    }
    assert!(seen > 20, "the documents name paths in backticks");
    assert_eq!(lost, Vec::<String>::new());
}
