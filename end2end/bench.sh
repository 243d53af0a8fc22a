#!/usr/bin/env bash
# Prints the figures, one line each: name, ours, reference, ratio, budget. `make bench` builds what it needs and calls it.
# The files end2end/results/*.json keep them with all their details.
#
#   make bench                        all parts; about a quarter of an hour
#   make bench PARTS="speed memory"   some: public-weight workspace-weight lighthouse speed memory photos
#   make bench QUICK=1                shorter runs, to see whether everything works
#   make bench FULL=1                 a million requests before memory is looked at
#   make bench SCALE=1000             businesses in the gallery of speed and memory, instead of 5000
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

parts=${PARTS:-public-weight workspace-weight lighthouse speed memory photos}
: "${NAIKKELAS:?is the server to measure; make bench sets it}" "${LEPTOS_SITE_ROOT:?is its site}"
(($(nproc) > 1)) || { echo "Server and load need a processor each, and this machine has one." >&2 && exit 1; }

if [[ ! ${HELLO-} ]]; then
  cargo build --release --quiet --package bench-hello || exit
  HELLO=$(realpath "${CARGO_TARGET_DIR:-target}/release/bench-hello")
fi
export HELLO

# Whoever shares the processors shares the figures.
load=$(cut -d ' ' -f 1 /proc/loadavg)
if awk -v load="$load" 'BEGIN { exit !(load > 0.7) }'; then
  echo "Note: this machine was busy when we began (load $load); compare ratios, and only with care."
fi

node -e 'import("./end2end/bench/figures.mjs").then(({ columns }) => console.log(columns("name", "ours", "reference", "ratio", "budget")))'
failed=()
for part in $parts; do
  node "end2end/bench/$part.mjs" || failed+=("$part")
done
if ((${#failed[@]})); then
  echo "Not measured to the end: ${failed[*]}" >&2
  exit 1
fi
