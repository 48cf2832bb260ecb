# The interview coach. Needs Python 3.11 to 3.14 and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help run test browser setup setup-dev lint format evals lock shots clean

help:            ## list what can be made
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/:.*## /\t/'

run: setup       ## set everything up and open the coach in the browser
	$(BIN)/coach run

test: setup-dev browser  ## set everything up and run all tests
	$(BIN)/python -m pytest --numprocesses auto

browser: setup-dev  # a Chromium for the browser tests: the system's, else by apt, else Playwright's own; without one those tests say that they did not run
	@$(BIN)/python -m tests.browser.find >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && echo "Installing Chromium for the browser tests" \
	       && { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; }; } \
	  || $(BIN)/python -m playwright install chromium \
	  || echo "No browser could be had; its tests will not run. Install Chromium and try again."

setup: $(VENV)/.run       ## leave .venv/bin/coach ready to use
setup-dev: $(VENV)/.dev   ## the same, with what tests and checks need

lint: setup-dev  ## ruff, mypy, import contracts, the corpus checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m evals.check_corpus

format: setup-dev  ## put the code into its standard form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

evals: setup-dev  ## measure every stage beside its baselines; with ENGINE=provider:name a language model beside the built-in coach
	$(if $(ENGINE),COACH_MODEL=$(ENGINE) $(BIN)/python -m evals.language_model --report language-model.html,$(BIN)/python -m evals)

lock: setup-dev   ## compile the locked dependencies anew
	$(BIN)/uv pip compile pyproject.toml --group build $(LOCK) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements-dev.txt
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --quiet

clean:            ## remove what setup made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14)))' || { echo "This needs Python 3.11 to 3.14. Name one with: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.run: $(VENV)/bin/python requirements.txt pyproject.toml
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements-dev.txt pyproject.toml
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements-dev.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.run
