# Each target makes .venv and installs what it needs; the stamps make the second time quick and free of the network.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Every bot, server and drawing process that is started, hundreds by the tests, would compile all sources anew.
unexport PYTHONDONTWRITEBYTECODE
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8420
DATA ?= .play
WORK ?= .pocket
PO ?= bot/words/po
MINUTES ?= 20
ARGS ?=
# All tests are shared out among the processor's cores, a file at a time; what one asks for runs in one process, where --pdb works.
# In the order of their folders: files with few tests, which take longest, would come last, where one core waits for the other.
SHARED := $(if $(ARGS),,--numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder)
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)

MADE := $(VENV)/.made
RUNNABLE := $(VENV)/.runnable
TESTABLE := $(VENV)/.testable
NODE := tests/clients/node_modules/.installed
SOURCES := fourup bot engine playground migrations bench tests
TYPED := fourup bot engine playground migrations $(if $(wildcard bench/*.py),bench)

.PHONY: help play test check format words bench bench-gpu proof pocket pocket-world wheel screenshots clean

help: ## What there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 16

play: $(RUNNABLE) ## Discord on this machine with the bot in it, on http://127.0.0.1:8420 (PORT=, DATA=)
	@exec $(BIN)/fourup play --port $(PORT) --data $(DATA) $(ARGS)

test: $(TESTABLE) $(NODE) ## All tests but the long ones (ARGS= goes to pytest)
	@$(BIN)/python -m pytest $(strip $(SHARED) $(ARGS))

check: $(TESTABLE) ## Lint, format and types
	@$(BIN)/ruff check $(wildcard $(SOURCES))
	@$(BIN)/ruff format --check $(wildcard $(SOURCES))
	@$(BIN)/mypy $(addprefix -p ,$(TYPED))

format: $(TESTABLE) ## Put the source into the project's format
	@$(BIN)/ruff check --fix $(wildcard $(SOURCES))
	@$(BIN)/ruff format $(wildcard $(SOURCES))

words: $(RUNNABLE) ## Each language's catalogue, brought in step with the English
	@for catalogue in $(PO)/*.po; do \
		$(BIN)/pybabel -q update --input-file $(PO)/en.pot --output-file $$catalogue --locale $$(basename $$catalogue .po) \
			--width 120 --previous --ignore-obsolete; \
	done

bench: $(TESTABLE) ## Measurements, as tables
	@for module in bench/*.py; do \
		name=$$(basename $$module .py); \
		[[ $$name == _* ]] || $(BIN)/python -m bench.$$name $(ARGS); \
	done

bench-gpu: $(TESTABLE) ## Measurements of a graphics card, beside diffusers
	@$(BIN)/python -m bench.gpu $(ARGS)

proof: $(TESTABLE) $(NODE) ## The long tests
	@$(BIN)/python -m pytest -m proof $(ARGS)

pocket: $(WORK)/sprites/sprites.json ## The model that comes with Fourup, trained on (MINUTES=, WORK=, ARGS=)
	@$(BIN)/python -m engine.pocket.recipe all --minutes $(MINUTES) --work $(WORK) $(ARGS)

pocket-world: $(WORK)/sprites/sprites.json ## A sheet of what that model learns from, in world.png (WORK=)
	@$(BIN)/python -m engine.pocket.recipe.sheet --sprites $(WORK)/sprites --out $(WORK)/world.png
	@echo "$(WORK)/world.png"

wheel: $(TESTABLE) ## The distribution, in dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

screenshots: $(TESTABLE) ## The pictures in docs/, taken from the page in Chromium and drawn by Pocket
	@$(BIN)/python -m tests.browser.screenshots $(ARGS); taken=$$?; $(BIN)/python -m tests.guide.pictures && exit $$taken

clean: ## Take away what the other targets made, .venv included
	@rm -rf $(VENV) dist build tests/clients/node_modules .mypy_cache .pytest_cache .ruff_cache

$(MADE):
	@[[ -n "$(PYTHON)" ]] || { echo "Fourup needs Python 3.11 or newer: install it, or name it with PYTHON=." >&2; exit 1; }
	@[[ -x $(BIN)/pip ]] || $(PYTHON) -m venv $(VENV)
	@touch $@

$(RUNNABLE): $(MADE) pyproject.toml
	@echo "Installing Fourup into $(VENV) (PyTorch is large; this happens once)."
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(TESTABLE): $(RUNNABLE)
	@echo "Installing what the tests need into $(VENV)."
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# The JavaScript client of the fidelity tests; without npm those tests skip and say so.
$(NODE): tests/clients/package-lock.json
	@if command -v npm >/dev/null; then \
		npm ci --prefix tests/clients --silent --no-audit --no-fund && touch $@; \
	else \
		echo "npm is not here, so the tests with discord.js will be skipped."; \
	fi

# The drawings that Pocket learns from: fetched once, and rendered; no training needs the network.
$(WORK)/sprites/sprites.json: $(TESTABLE) engine/pocket/recipe/sources/package-lock.json
	@mkdir -p $(WORK)
	@cp engine/pocket/recipe/sources/package.json engine/pocket/recipe/sources/package-lock.json $(WORK)/
	@npm ci --prefix $(WORK) --silent --no-audit --no-fund
	@$(BIN)/python -m engine.pocket.recipe.sources --packages $(WORK)/node_modules --out $(WORK)/sprites
	@touch $@
