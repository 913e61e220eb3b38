# `make` lists the targets. Everything is installed below the checkout: .venv/ and tests/live/node_modules/.
.DEFAULT_GOAL := help
SHELL := bash
PYTHON ?=
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
NODE := tests/live/node_modules
CODE := generator tests benchmarks $(wildcard examples)
TYPED := generator $(wildcard generated) $(wildcard tests/typing)

.PHONY: help setup pythons generate check test test-portable lint format types bench soak hostile live docs lock build clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/.ready node ## Set up .venv and the Node servers of the live tests

# The first interpreter that is new enough; PYTHON=... chooses another.
.venv/.ready: requirements/dev.txt pyproject.toml
	@set -euo pipefail; found=; \
	for python in $(or $(PYTHON),python3.14 python3.13 python3.12 python3.11 python3 python); do \
	    if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        found=$$python; break; fi; done; \
	if [ -z "$$found" ]; then \
	    echo "odcgen needs Python 3.11 or newer with its venv module; tried: $(or $(PYTHON),python3.14 … python3.11 python3 python)." >&2; \
	    echo "Install one (Debian: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3.12 …" >&2; exit 1; fi; \
	echo "Setting up .venv with $$("$$found" --version)"; \
	"$$found" -m venv .venv; \
	$(BIN)/python -m pip install -qq --require-hashes -r requirements/dev.txt; \
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .; \
	touch $@

# Without npm the live tests and pyright are left out, which CI does not accept.
.PHONY: node
node:
	@if command -v npm >/dev/null; then $(MAKE) -s --no-print-directory $(NODE)/.ready; \
	elif [ "$${CI:-}" = true ]; then echo "npm is missing: the live tests and pyright need Node.js 20 or newer." >&2; exit 1; \
	else echo "npm is missing: going on without the live tests and pyright." >&2; fi

$(NODE)/.ready: tests/live/package-lock.json tests/live/package.json
	@echo "Setting up tests/live/node_modules"
	@npm ci --prefix tests/live --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

pythons: .venv/.ready ## Set up the other Pythons of this machine in .venv/pythons/
	@$(BIN)/python -m tests.pythons

generate: .venv/.ready ## Generate the package that odcgen.toml names
	@$(BIN)/odcgen generate

check: .venv/.ready ## Fail if the generated package is stale
	@$(BIN)/odcgen generate --check

test: setup pythons ## Run all tests; ARGS="-k name" chooses
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

test-portable: .venv/.ready ## Run the tests that need nothing but Python: those for Windows and macOS
	@$(BIN)/python -m pytest -n 2 -m "not redis and not live" tests/unit tests/runtime tests/behaviour $(ARGS)

hostile: .venv/.ready ## Run a folder of hostile documents, each alone with limits: FOLDER=…
	@$(BIN)/python -m tests.hostile $(FOLDER)

live: setup ## Run the tests against Prism and oidc-provider only
	@$(BIN)/python -m pytest tests/live $(ARGS)

soak: .venv/.ready ## Measure the reliability of the token's life; writes docs/reliability.md
	@$(BIN)/python -m benchmarks.soak $(ARGS)

lint: .venv/.ready ## Check style, docstrings and the workflow of CI
	@$(BIN)/ruff check $(CODE) $(wildcard generated)
	@$(BIN)/ruff format --check $(CODE) $(wildcard generated)
	@$(BIN)/actionlint

format: .venv/.ready ## Format what is written by hand
	@$(BIN)/ruff check --fix $(CODE)
	@$(BIN)/ruff format $(CODE)

types: setup ## Check types: mypy --strict, pyright strict
	@$(BIN)/mypy $(TYPED)
	@if [ -x $(NODE)/.bin/pyright ]; then $(NODE)/.bin/pyright; else echo "pyright is left out: npm is missing." >&2; fi

.venv/.bench-ready: requirements/bench.txt .venv/.ready
	@$(BIN)/python -m pip install -qq --require-hashes -r $<
	@touch $@

bench: .venv/.bench-ready ## Measure speed against peers, as ratios; prints Markdown
	@$(BIN)/python -m benchmarks $(ARGS)

docs: .venv/.ready ## Write the tables in docs/ anew
	@$(BIN)/odcgen operations --markdown >docs/operations.md

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --no-annotate

lock: .venv/.ready ## Resolve the locked dependencies anew; ARGS=--upgrade for newer ones
	@$(COMPILE) pyproject.toml --extra dev --output-file requirements/dev.txt $(ARGS)
	@$(COMPILE) pyproject.toml --constraint requirements/dev.txt --output-file requirements/run.txt
	@$(COMPILE) requirements/bench.in --output-file requirements/bench.txt $(ARGS)
	@npm install --prefix tests/live --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts \
	    --no-audit --no-fund --loglevel=error

build: .venv/.ready ## Build the wheel and the source archive into dist/
	@$(BIN)/python -m build --no-isolation

clean: ## Remove everything that the other targets made, but the generated package
	@rm -rf .venv $(NODE) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
