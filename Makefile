# The commands of this repository. Each first installs what it needs, and again when its requirements change.
#
#   make run      serve on http://127.0.0.1:8050; `make run PORT=8051` or HOST and PORT in the environment
#   make test     run all tests (installs Debian's Chromium where there is no browser)
#   make lint     ruff: rules and formatting          make types    mypy
#   make bench    ratios to the floor of each question
#   make soak     attacks and loads of hours; `make soak SOAK=load` for one of them, see tests/soak/
#   make venv     only make .venv, with the development requirements

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
RUNTIME := $(VENV)/runtime.stamp
DEVELOPMENT := $(VENV)/development.stamp

.PHONY: run test lint types bench soak venv browser

run: $(RUNTIME)
	$(BIN)/python app.py

test: $(DEVELOPMENT) browser
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

lint: $(DEVELOPMENT)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEVELOPMENT)
	$(BIN)/mypy

bench: $(DEVELOPMENT) browser
	$(BIN)/python -m benchmarks

soak: $(DEVELOPMENT)
	PYTHONPATH=.:tests $(BIN)/python -m soak $(SOAK)

venv: $(DEVELOPMENT)

$(RUNTIME): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "This Python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing the packages of requirements.txt in $(VENV); the first time takes about a minute."
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@echo "Installing the packages of requirements-dev.txt in $(VENV)."
	$(PIP) -r requirements-dev.txt
	@touch $@

# A browser is looked for under the names that tests/conftest.py knows. Without apt-get that is up to the reader.
browser:
	@for name in chromium chromium-browser google-chrome; do \
		if command -v $$name >/dev/null; then exit 0; fi; \
	done; \
	if ! command -v apt-get >/dev/null; then \
		echo "No Chromium found, and no apt-get to install it with: the browser tests need one." >&2; exit 0; \
	fi; \
	if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	echo "Installing Chromium for the browser tests."; \
	$$sudo apt-get -qq update && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium
