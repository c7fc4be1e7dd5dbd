# Two commands matter: `make run` starts the dashboard, `make test` checks everything.
SHELL := /bin/bash
PYTHON ?= python3
# `make run HOST=0.0.0.0 PORT=80` lets other machines in; read SECURITY.md first.
HOST ?=
PORT ?=
UV := $(shell command -v uv 2>/dev/null)
BIN := .venv/bin
# Each core takes half of what is left of another's tests when its own are done.
ALL_CORES := -n logical --dist worksteal
RUNTIME := .venv/.runtime
TOOLS := .venv/.tools

.PHONY: run test lint unit browser pictures bench lock config clean

run: $(RUNTIME)
	@exec $(BIN)/python -m streamlit run app.py \
		$(if $(HOST),--server.address $(HOST)) $(if $(PORT),--server.port $(PORT))

# Any of `make lint`, `make unit`, `make browser` runs that part alone.
test: lint unit browser

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/lint-imports --config tests/contracts/imports.toml

unit: $(TOOLS)
	$(BIN)/python -m pytest -m "not browser" $(ALL_CORES)

browser: $(TOOLS)
	@tests/browser/chromium
	$(BIN)/python -m pytest -m browser $(ALL_CORES)

# Retakes the screenshots in docs/pictures/.
pictures: $(TOOLS)
	@tests/browser/chromium
	$(BIN)/python -m tests.pictures

bench: $(TOOLS)
	$(BIN)/python -m tests.bench

# Writes the locks anew after a change of a version in pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --quiet --output-file requirements.txt
	uv pip compile --group pyproject.toml:test --constraints requirements.txt --universal --generate-hashes \
		--python-version 3.11 --custom-compile-command "make lock" --quiet --output-file tests/requirements.txt

# Writes .streamlit/config.toml and the font list anew after a change of the theme.
config: $(RUNTIME)
	$(BIN)/python -m pages.server.config

clean:
	rm -rf .venv .pytest_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is older or missing. On Debian/Ubuntu: apt install python3 python3-venv"; exit 1; }
ifdef UV
	uv venv --quiet --allow-existing --python $(PYTHON) .venv
else
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing. On Debian/Ubuntu: apt install python3-venv"; exit 1; }
endif

$(RUNTIME): requirements.txt | $(BIN)/python
ifdef UV
	uv pip install --quiet --python $(BIN)/python --requirement requirements.txt
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
endif
	@touch $@

$(TOOLS): tests/requirements.txt $(RUNTIME)
ifdef UV
	uv pip install --quiet --python $(BIN)/python --requirement tests/requirements.txt
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
endif
	@touch $@
