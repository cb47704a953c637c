# `make chat` runs the main job, `make test` the tests; both set up everything they need first.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 7860
UV_VERSION := 0.13.8
PACKAGES := ingest vectorstore assistant prompts eval
export KEHOACH_DATA ?= $(CURDIR)/.kehoach

.PHONY: chat test check format lint types layers eval lock setup clean

chat: $(BIN)/.installed-run
	$(BIN)/kehoach serve --samples --open --port $(PORT)

test: $(BIN)/.installed-dev
	$(BIN)/python -m pytest -q

check: format lint types layers

format: $(BIN)/.installed-dev
	$(BIN)/ruff format --check $(PACKAGES) tests

lint: $(BIN)/.installed-dev
	$(BIN)/ruff check $(PACKAGES) tests

types: $(BIN)/.installed-dev
	$(BIN)/mypy

layers: $(BIN)/.installed-dev
	$(BIN)/python -m pytest -q tests/test_layers.py

eval: $(BIN)/.installed-dev
	$(BIN)/kehoach eval answers --check

setup: $(BIN)/.installed-dev

# uv comes from the package index into the project's own environment. It does not read pip's settings,
# so the ones that matter are handed over: where wheels lie, and which index and certificate to use.
$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)

UV = env $${PIP_FIND_LINKS:+UV_FIND_LINKS=$$PIP_FIND_LINKS} $${PIP_INDEX_URL:+UV_DEFAULT_INDEX=$$PIP_INDEX_URL} $(BIN)/uv
UV_INSTALL = $(UV) pip install --python $(BIN)/python

# The lock file pins the tests' packages too; a run needs only what pyproject.toml names.
$(BIN)/.installed-run: $(BIN)/uv requirements.lock pyproject.toml
	$(UV_INSTALL) --constraint requirements.lock --editable .
	@touch $@

$(BIN)/.installed-dev: $(BIN)/uv requirements.lock pyproject.toml
	$(UV_INSTALL) --constraint requirements.lock --editable ".[dev]"
	@touch $@ $(BIN)/.installed-run

# CUDA packages are left out: they follow by themselves where a CUDA build of torch is chosen.
lock: $(BIN)/uv
	$(UV) pip compile --quiet --universal --python-version 3.11 --extra dev \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml \
		| grep -vE '^(nvidia|cuda|triton|torch==)' > requirements.new
	$(BIN)/python -c "import importlib.metadata as m; print('torch==' + m.version('torch').split('+')[0])" >> requirements.new
	sort -f requirements.new > requirements.lock && rm requirements.new

clean:
	rm -rf $(VENV) .kehoach build *.egg-info
