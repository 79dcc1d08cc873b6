# Every command of the house. A bare `make` prints them.
FIT := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do $$p -c '$(FIT)' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-long lint bench train docs-check browser lock clean

help: ## print this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: .venv/ready ## install habeas and all it needs into .venv

.venv/ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(FIT)' || \
	  { echo "habeas needs Python 3.11 or later; install it (Debian: apt-get install python3 python3-venv) or say PYTHON=/path/to/python3"; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments; install them (Debian: apt-get install python3-venv)"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup ## run the main job on examples/ and print where to look
	$(BIN)/habeas run examples --out demo --as-of 2026-02-26 || test $$? = 1

test: setup browser lint ## run every check and test
	$(BIN)/python -m pytest -m "not long" --cov --cov-report=term:skip-covered

test-long: setup browser ## the slow checks too (figures belong in the closing note)
	$(BIN)/python -m pytest

lint: setup ## style, types and the import rule
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup ## speed and memory by room, in one run
	$(BIN)/python -m bench

train: setup ## fit the reader's weights again from corpus/ (an hour on two cores; installs torch)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train,encoder]'
	$(BIN)/python -m train

docs-check: setup ## are generated pages and links of docs/ up to date
	$(BIN)/python -m pytest tests/test_docs.py

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	  { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	      apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	    else echo "The tests look at the pages in Chromium; install it (Debian: sudo apt-get install chromium)"; exit 2; fi; }

lock: ## pin versions and hashes again (needs uv)
	uv pip compile pyproject.toml --extra train --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-annotate --quiet --output-file requirements.lock

clean: ## remove what the other commands made
	rm -rf .venv demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage dist build
