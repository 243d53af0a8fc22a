#!/usr/bin/env bash
# Builds the release, the only way: style sheet, wasm in pieces, server. `make run`, `make test` and `make bench` call it.
#
# cargo-leptos empties target/site and splits and shrinks the wasm anew at each call. So it is called only if a source is
# newer than the last build, or if another cargo command has replaced the server that belongs to target/site.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

binary=${CARGO_TARGET_DIR:-target}/release/naikkelas
begun=target/build-begun # its time: when the last build began
built=target/build-done  # its words: the binary that came of it

identity() { stat --format='%n %s %y' "$binary" 2>/dev/null; }
changed() {
  find .cargo Cargo.toml Cargo.lock rust-toolchain.toml app server frontend migrations style \
    \( -name node_modules -o -name tests -o -name benches -o -path frontend/public/gaya -o -path style/art \) -prune \
    -o -newer "$begun" -print -quit
}

if [[ -e $begun && -e $built && -x $binary && $(<"$built") == "$(identity)" && -z $(changed) ]]; then exit; fi

mkdir -p target frontend/public/gaya # before the clock starts: a new folder counts as a change of the one it lies in
rm -f "$built"
touch "$begun"
for sheet in paper naikkelas; do
  tailwindcss --input style/$sheet.css --output frontend/public/gaya/$sheet.css --minify
done
cargo leptos build --release --split
node style/precompress.mjs target/site
identity >"$built"
