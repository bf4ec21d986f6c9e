# Sets up .venv by itself, with plain pip and the hashed lock files. Needs Python 3.11 or later, make, and a package registry.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# Wheels only: no package's set-up code runs on this machine, and nothing comes in that the lock does not name.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all:
COMPILE := PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" env -u PIP_FIND_LINKS -u PIP_INDEX_URL -u PIP_EXTRA_INDEX_URL \
  $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --build-deps-for=editable --no-emit-options

.DEFAULT_GOAL := help
.PHONY: help demo test docs lock clean

help:
	@echo "make demo   read the demo articles and print what was found"
	@echo "make test   run every check (scripts/check)"
	@echo "make docs   write the generated pages of docs/"
	@echo "make lock   write the lock files from pyproject.toml"
	@echo "make clean  remove .venv and all that was made"

demo: .venv/run.stamp
	@scripts/demo

test: .venv/dev.stamp
	@scripts/check

docs: .venv/dev.stamp
	$(BIN)/python scripts/docs

# The machine's own pip settings must not reach the lock files, so they are put aside.
lock: .venv/dev.stamp
	$(COMPILE) --output-file=requirements.lock pyproject.toml
	$(COMPILE) --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build src/*.egg-info

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "dragoman needs Python 3.11 or later, and none was found: set PYTHON=/path/to/python" >&2; exit 1; }
	@echo "making .venv with $(PYTHON)"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing what dragoman needs (the first time takes a minute or two)"
	@$(INSTALL) -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo "installing what the checks need"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
