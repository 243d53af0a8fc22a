# The only commands to know. Each installs what it misses (setup.sh) and skips what is up to date.

.DEFAULT_GOAL := help
.NOTPARALLEL:
SHELL := /bin/bash

export PATH := $(shell ./setup.sh path)
# Leptos bakes this name in at compile time; the same everywhere, or the server asks for files that are not there.
export LEPTOS_OUTPUT_NAME := naikkelas
ifdef CI
export CARGO_INCREMENTAL := 0
endif

out := $(or $(CARGO_TARGET_DIR),target)
binary := $(out)/release/naikkelas
# What the release server and its site need to know at run time. Absolute, so that a story may start it from anywhere.
serve_env := NAIKKELAS=$(abspath $(binary)) LEPTOS_SITE_ROOT=$(CURDIR)/target/site LEPTOS_HASH_FILES=true
sheet = tailwindcss --input style/$(1).css --output frontend/public/gaya/$(1).css

.PHONY: help
help:
	@echo 'make run     set up, build, and start Naik Kelas with the demo village; ARGS="--addr 0.0.0.0:8080" goes to the server'
	@echo 'make test    everything: units, both databases, HTTP, stories in a browser'
	@echo 'make dev     build as you type, and reload the page'
	@echo 'make check   formatting, lints, licences, unused crates, words in both languages'
	@echo 'make bench   the figures: weight, speed, memory'
	@echo 'make art     render the demo photos anew'
	@echo 'make pictures  take the pictures of README anew'

.PHONY: run
run: site
	@$(serve_env) $(binary) serve --demo $(ARGS)

.PHONY: site
site: set-up-run
	@./build.sh

.PHONY: test
test: set-up-test
	@./with-postgres.sh cargo test --workspace --exclude frontend
	@./build.sh
	@CHROMIUM=$$(./setup.sh chromium) $(serve_env) ./with-postgres.sh node --test --test-concurrency=1 end2end/stories/*.mjs

.PHONY: dev
dev: set-up-dev
	@$(call sheet,paper) --watch=always & $(call sheet,naikkelas) --watch=always & trap 'kill $$(jobs -p)' EXIT; \
	LEPTOS_HASH_FILES=false cargo leptos watch --split -- serve --demo $(ARGS)

.PHONY: check
check: set-up-check
	@# The words need no line of their own: app/build.rs compares both languages, and clippy compiles app.
	cargo fmt --all --check
	cargo clippy --workspace --exclude frontend --all-targets -- -D warnings
	cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings
	cargo machete
	cargo deny --workspace check --hide-inclusion-graph bans licenses sources
	@# The list of known holes lies on the network.
	@if timeout 60 cargo deny fetch db >/dev/null 2>&1; then cargo deny check advisories; \
	else echo 'advisories: skipped, their list could not be fetched'; fi

.PHONY: bench
bench: set-up-bench site
	@CHROMIUM=$$(./setup.sh chromium) $(serve_env) ./with-postgres.sh bash end2end/bench.sh

.PHONY: art
art: set-up-test
	@CHROMIUM=$$(./setup.sh chromium) node style/art/render.mjs

.PHONY: pictures
pictures: set-up-test site
	@CHROMIUM=$$(./setup.sh chromium) $(serve_env) node end2end/pictures.mjs

set-up-%:
	@./setup.sh $*
