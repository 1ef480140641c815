# Everything a newcomer needs: make demo, make test. Everything a developer needs: make check.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PUBLICATION ?= publication

.PHONY: help demo test check lint types slow corpus bench wheel clean

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/.runtime: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.runtime  ## install, publish the sample documents, ask them a question
	@$(BIN)/forumgraph build documents --output $(PUBLICATION)
	@echo
	@$(BIN)/forumgraph ask asked-of --publication $(PUBLICATION)
	@echo
	@echo "More: $(BIN)/forumgraph ask --publication $(PUBLICATION)"

test: $(VENV)/.development  ## the fast tests
	$(BIN)/python -m pytest

lint: $(VENV)/.development  ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.development  ## strict types, by two checkers
	$(BIN)/mypy
	$(BIN)/basedpyright

slow: $(VENV)/.development  ## tests that need time or other programs
	$(BIN)/python -m pytest -m slow -rs

corpus: $(VENV)/.development  ## scores on the corpus beside the project, where there is one
	$(BIN)/python -m pytest -m corpus -rs

check: lint types test slow corpus  ## all of it

bench: $(VENV)/.development  ## documents per second, memory, and the ratio to the plain way
	$(BIN)/python benchmarks/build.py

wheel: $(VENV)/.development  ## the package as it is installed elsewhere
	$(BIN)/python -m build --outdir dist .

clean:  ## remove what make made
	rm -rf $(VENV) $(PUBLICATION) .$(PUBLICATION).cache build dist *.egg-info
