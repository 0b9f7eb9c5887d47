# Two commands are all there is to know: `make run` serves the page, `make test` runs every check.
# Both set up what they need (a machine with Python and make is enough) and are quick the second time.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.NOTPARALLEL:

PYTHON ?= python3
PY := .venv/bin/python
PIP := -m pip install --quiet --disable-pip-version-check
NODE := $(PY) tools/node.py
PAGE := static/dist/.vite/manifest.json
PACKAGE := packages/embed/dist/index.js
PAGE_SOURCES := $(shell find static/src static/css app/backstep_lab/i18n/locales -type f 2>/dev/null) \
  vite.config.ts vite.early.config.ts vite.embed.config.ts vite.file.config.ts vite.plugins.ts svelte.config.js tsconfig.json

MUTANTS ?= # options: see tools/mutants/__main__.py

.PHONY: run test lint oracle audit bench load toolchains mutants screenshot types format lock

## what a learner or a teacher needs

run: .venv/.runtime $(PAGE)
	exec .venv/bin/backstep serve

## what a contributor needs

# Beside each other, those that take longest first.
LINT = "$(PY) -m mypy" \
  "$(NODE) npm run --silent check" \
  "$(PY) -m ruff check ." \
  "$(PY) -m ruff format --check ." \
  ".venv/bin/lint-imports" \
  ".venv/bin/backstep lesson check app/backstep_lab/lessons/content" \
  ".venv/bin/backstep lesson check app/backstep_lab/lessons/introduction/first-minute" \
  "$(PY) tools/wire_types.py --check" \
  "$(PY) -m tools.palette --check"

test: .venv/.dev $(PAGE) $(PACKAGE)
	$(PY) -m tools.side_by_side "$(NODE) npx vitest run" $(LINT)
	$(PY) -m tools.browser
	$(PY) -m tools.debian
	$(PY) -m tools.engines
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: .venv/.dev node_modules/.package-lock.json
	$(PY) -m tools.side_by_side $(LINT)

oracle: .venv-oracle/.made
	.venv-oracle/bin/python -m pytest tests/oracle -n 2

audit: .venv-oracle/.made
	.venv-oracle/bin/python -m tests.oracle.audit --serve

load: .venv/.dev $(PAGE)
	$(PY) -m tools.debian
	$(PY) -m tests.load

bench: .venv-oracle/.made
	.venv-oracle/bin/python -m pytest tests/benchmarks --capture=no

toolchains: .venv/.toolchains $(PAGE) $(PACKAGE)
	$(PY) -m tools.browser
	$(PY) -m pytest tests/toolchains

mutants: .venv/.mutants
	$(PY) -m tools.mutants $(MUTANTS)

screenshot: .venv/.dev $(PAGE)
	$(PY) -m tools.screenshot

types: .venv/.dev node_modules/.package-lock.json
	$(PY) tools/wire_types.py
	$(PY) -m tools.palette

format: .venv/.dev
	$(PY) -m ruff check --fix-only .
	$(PY) -m ruff format .

lock: .venv/.dev
	$(PY) tools/lock.py

## what those are made from

.venv/.made:
	@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
	    echo "Creating .venv with $$($$python --version)"
	    $$python -m venv .venv
	    touch $@
	    exit 0
	  fi
	done
	echo "Backstep needs Python 3.11 or newer, and found none. Name one with: make PYTHON=/path/to/python" >&2
	exit 1

.venv/.runtime: .venv/.made requirements/runtime.txt requirements/build.txt pyproject.toml hatch_build.py
	@echo "Installing Backstep's Python packages"
	$(PY) $(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	$(PY) $(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv/.dev: .venv/.runtime requirements/dev.txt packages/python/pyproject.toml
	@echo "Installing the packages that the checks need"
	$(PY) $(PIP) --require-hashes -r requirements/dev.txt
	$(PY) $(PIP) --no-deps --no-build-isolation --editable packages/python
	touch $@

.venv/.mutants: .venv/.dev requirements/mutants.txt
	@echo "Installing what mutation testing needs"
	$(PY) $(PIP) --require-hashes -r requirements/mutants.txt
	touch $@

# Docusaurus and VitePress are installed by their test, pinned by version.
.venv/.toolchains: .venv/.dev requirements/toolchains.txt
	@echo "Installing what builds course pages"
	$(PY) $(PIP) --require-hashes -r requirements/toolchains.txt
	touch $@

# PyTorch and Keras, only ever an independent opinion, have an environment of their own. They are pinned by version
# and not by hash: every platform has its own build.
.venv-oracle/.made: .venv/.made requirements/dev.txt pyproject.toml
	@echo "Installing PyTorch and Keras beside the packages that the checks need"
	$(PY) -m venv .venv-oracle
	.venv-oracle/bin/python $(PIP) --require-hashes -r requirements/dev.txt
	.venv-oracle/bin/python $(PIP) --no-deps --no-build-isolation --editable .
	.venv-oracle/bin/python $(PIP) torch==2.13.0 keras==3.15.1
	touch $@

node_modules/.package-lock.json: package.json package-lock.json | .venv/.made
	@echo "Installing the page's packages"
	$(NODE) npm ci --ignore-scripts --no-audit --no-fund
	touch $@

$(PAGE): node_modules/.package-lock.json $(PAGE_SOURCES) | .venv/.made
	@echo "Building the page"
	$(NODE) npm run --silent build
	touch $@

$(PACKAGE): node_modules/.package-lock.json $(shell find static/src/embed static/src/entry/element.ts packages/embed/src packages/embed/types -type f) packages/embed/package.json packages/embed/vite.config.ts | .venv/.made
	@echo "Building the npm package"
	$(NODE) npm run --silent build:package
	touch $@
