#!/usr/bin/env bash
# Makes frontend/public/fonts/plus-jakarta-sans.woff2 (13 kB instead of 27): weights 400–800, the letters of Indonesian and
# English, kerning and tabular figures. Needs `pip install fonttools brotli`; only run when the font itself is updated.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

source=node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2
letters=U+0020-007E,U+00A0,U+00A9,U+00B0-00B2,U+00B7,U+00BD,U+00D7,U+00C9,U+00E0,U+00E1,U+00E4,U+00E7-00EB,U+00ED,U+00F1,U+00F3
letters+=,U+00F6,U+00FA,U+00FC,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2032,U+2033,U+2191,U+2193,U+2212
weights=$(mktemp --suffix=.ttf)
trap 'rm -f "$weights"' EXIT

fonttools varLib.instancer "$source" wght=400:800 --output "$weights"
pyftsubset "$weights" --unicodes="$letters" --layout-features=kern,ccmp,tnum,liga,locl --no-hinting --name-IDs= \
  --notdef-outline --drop-tables+=STAT,MVAR,prep,gasp --flavor=woff2 \
  --output-file=../frontend/public/fonts/plus-jakarta-sans.woff2

# The same letters in two weights for pictures of shared links, which the server draws (server/pixels/fonts).
for weight in 500 800; do
  fonttools varLib.instancer "$source" "wght=$weight" --output "$weights"
  pyftsubset "$weights" --unicodes="$letters" --layout-features= --no-hinting --name-IDs= --notdef-outline \
    --drop-tables+=STAT,MVAR,prep,gasp,GSUB,GPOS,GDEF --flavor= --output-file="../server/pixels/fonts/plus-jakarta-sans-$weight.ttf"
done
