# make run · make demo · make test: each sets up what it needs, and does nothing twice.

SHELL := /bin/bash
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

# The environment belongs to the locks: a changed lock has another stamp, so it is synced again.
LOCKS := $(shell cat requirements*.txt | cksum | tr ' ' -)
UV := .venv/.uv-$(UV_VERSION)
FOR_RUN := .venv/.run-$(LOCKS)
FOR_SCAN := .venv/.scan-$(LOCKS)
FOR_TEST := .venv/.test-$(LOCKS)
# What the tests and the recognition of scans need holds all that the dashboard needs: no need to sync back and forth.
READY := $(if $(wildcard $(FOR_TEST)),$(FOR_TEST),$(if $(wildcard .venv/.scan-*),$(FOR_SCAN),$(FOR_RUN)))

export PYTHONUTF8 := 1

.PHONY: run scan demo test check chromium unit browser lock texts screenshots bench bench-pages faults viewers fuzz cluster test-cluster clean

run: $(READY)  ## the dashboard with the county's own forms, on http://127.0.0.1:8501
	$(BIN)/python app.py

scan: $(if $(wildcard $(FOR_TEST)),$(FOR_TEST),$(FOR_SCAN))  ## offline recognition of scans and pictures, about 300 MB

demo: $(READY)  ## the same with the fictional county, in a store of its own
	$(BIN)/python -m data.demo
	JIXIAO_STORE=.store/demo $(BIN)/python app.py

test: check chromium unit browser  ## everything

check: $(FOR_TEST)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(FOR_TEST)  ## all tests without a browser
	$(BIN)/python -m pytest -q -n 2 tests --ignore=tests/browser

chromium: $(FOR_TEST)  ## a browser, a Chinese font and nginx, where they are missing
	.ci/browser $(BIN)

browser: chromium  ## the dashboard in a real browser
	$(BIN)/python -m pytest -q -n 2 --dist loadfile tests/browser

lock: $(UV)  ## the locks from pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra scan pyproject.toml -o requirements-scan.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra server pyproject.toml -o requirements-server.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra cluster pyproject.toml -o requirements-cluster.txt
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra test pyproject.toml -o requirements-test.txt

texts: $(READY)  ## the English catalogue brought up to date with the code
	$(BIN)/python -m data.texts

screenshots: chromium  ## the pictures of the README, taken of the fictional county
	$(BIN)/python -m tests.browser.take_screenshots

bench: $(FOR_TEST)  ## every speed beside its peer's, on ten million lines, written to docs/benchmarks.md; under 10 minutes
	$(BIN)/python -m tests.benchmarks.bench

bench-pages: chromium  ## how long the pages and their clicks take, and what memory they need
	$(BIN)/python -m tests.benchmarks.page_reruns
	$(BIN)/python -m tests.benchmarks.page_clicks
	$(BIN)/python -m tests.benchmarks.page_memory

faults: $(FOR_TEST)  ## imports killed, disks full, bits damaged: nothing is lost, nothing goes unnoticed; some minutes
	$(BIN)/python -m tests.benchmarks.damaged_bits
	$(BIN)/python -m tests.benchmarks.full_disk
	$(BIN)/python -m tests.benchmarks.killed_imports

viewers: $(FOR_TEST)  ## 50 and 100 viewers beside an import, on the store of make demo; some minutes
	$(BIN)/python -m tests.benchmarks.viewers

cluster: $(if $(filter test-cluster,$(MAKECMDGOALS)),$(FOR_TEST),$(READY))  ## Spark and Java, for what outgrows one machine, about 500 MB
	command -v java >/dev/null || { $(AS_ROOT) apt-get update && $(AS_ROOT) apt-get install --yes openjdk-17-jre-headless; }
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirements requirements-cluster.txt

test-cluster: cluster  ## every view the same on Spark, with a worker killed; some minutes
	JIXIAO_CLUSTER_TESTS=1 $(BIN)/python -m pytest -q tests/cluster

fuzz: $(FOR_TEST)  ## 400 broken files of each format through the reading process
	$(BIN)/python -m tests.benchmarks.fuzz_readers

$(UV):
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	touch $@

$(FOR_RUN): $(UV)
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.txt
	rm -f .venv/.run-* .venv/.scan-* .venv/.test-*
	touch $@

$(FOR_SCAN): $(UV)
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-scan.txt
	rm -f .venv/.run-* .venv/.scan-* .venv/.test-*
	touch $@

$(FOR_TEST): $(UV)
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-test.txt
	rm -f .venv/.run-* .venv/.scan-* .venv/.test-*
	touch $@

clean:  ## the environment; stores are kept
	rm -rf .venv
