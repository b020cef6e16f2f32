# `make demo` and `make test` start from a bare machine: .ci/bootstrap installs what is missing.
VENV ?= .venv
# Tools are run as modules, which also works in a checkout that was moved.
IN_VENV = $(VENV)/bin/python -m
DEMO = tests/demo/agency.txt tests/demo/from-serbian.txt tests/demo/scraped-page.txt

.PHONY: help setup demo test lint bench clean

help:
	@echo 'make demo    rewrite three short texts and show what changed and why'
	@echo 'make test    run every check: ruff, mypy, pytest'
	@echo 'make bench   measure the throughput beside other libraries'
	@echo 'make clean   remove $(VENV) and what the checks left behind'

setup:
	@VENV='$(VENV)' sh .ci/bootstrap dev

# An exit code of 1 says that there are changes, which is what a demonstration is for.
demo: setup
	@$(VENV)/bin/normalize rewrite --diff $(DEMO) || test $$? -eq 1

test: lint
	$(IN_VENV) pytest --quiet

lint: setup
	$(IN_VENV) ruff check .
	$(IN_VENV) ruff format --check .
	$(IN_VENV) mypy

bench:
	@VENV='$(VENV)' sh .ci/bootstrap bench
	$(IN_VENV) tests.benchmarks

clean:
	test ! -f '$(VENV)/pyvenv.cfg' || rm -rf '$(VENV)'
	rm -rf build dist benchmarks.json .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find normalize tests -type d -name __pycache__ -prune -exec rm -rf {} +
