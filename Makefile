# Everything a newcomer needs: make demo, make test. Everything a developer needs: make check.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PUBLICATION ?= publication

.PHONY: help demo test check lint types slow corpus score bench packages web screenshots wheel clean

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

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
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.development  ## style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.development  ## strict types, by two checkers
	$(BIN)/mypy
	$(BIN)/basedpyright

slow: $(VENV)/.development  ## tests that need time or other programs
	$(BIN)/python -m pytest -m slow -rs -n auto --dist loadfile

score: $(VENV)/.development  ## how well reports are read, field by field, on the gold sets
	@for set in unseen held long dev dev2; do $(BIN)/python benchmarks/score.py tests/corpus/$$set; done

corpus: $(VENV)/.development  ## scores on the corpus beside the project, where there is one
	$(BIN)/python -m pytest -m corpus -rs

check: lint types test slow corpus  ## all of it

bench: $(VENV)/.development  ## documents per second, memory, and the ratio to the plain way
	$(BIN)/python benchmarks/build.py

VENDOR := graph/assets/vendor

packages:  ## fetch from npm what the query page is built from, and axe-core and YASGUI for the tests
	mkdir -p .web
	cp $(VENDOR)/package.json $(VENDOR)/package-lock.json $(VENDOR)/editor.mjs $(VENDOR)/licences.mjs .web/
	cd .web && npm ci --silent --no-audit --no-fund
	cd .web && npm pack --silent @zazuko/yasgui@4.6.2 >/dev/null && tar -xzf zazuko-yasgui-4.6.2.tgz

web: packages  ## build anew what the query page carries, from npm: editor, engine, licences
	cd .web && node_modules/.bin/esbuild editor.mjs --bundle --minify --format=iife --target=es2020 --legal-comments=none --log-level=warning --outfile=editor.js
	cd .web && node licences.mjs > LICENSES.txt
	cp .web/editor.js .web/LICENSES.txt $(VENDOR)/
	cp .web/node_modules/oxigraph/web.js $(VENDOR)/oxigraph.js
	gzip -9nc .web/node_modules/oxigraph/web_bg.wasm > $(VENDOR)/oxigraph.wasm.gz

screenshots: $(VENV)/.development demo  ## pictures of the main pages, by chromium and chromedriver
	$(BIN)/python tests/make_screenshots.py $(PUBLICATION) docs/screenshots

wheel: $(VENV)/.development  ## the package as it is installed elsewhere
	$(BIN)/python -m build --outdir dist .

clean:  ## remove what make made
	rm -rf $(VENV) $(PUBLICATION) .$(PUBLICATION).cache build dist *.egg-info
