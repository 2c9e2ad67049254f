# Everything happens in .venv; each target sets up what it needs and does so once.
#   make run        serve http://127.0.0.1:8501 to this machine alone, where one person may do everything
#                   (PORT=9000 make run for another port; PDRB_MODE= make run to serve as an office does)
#   make test       every test, four at a time: many wait for a server or a browser
#   make lint       ruff and the type checker
#   make bench      the benchmarks (bench/README.md)
#   make campaign   the long trials

PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
PROGRAMS = CHROMIUM=$$(sh tests/browser/chromium.sh) && NGINX=$$(sh tests/server/program.sh nginx) && \
	CADDY=$$(sh tests/server/program.sh caddy) && export CHROMIUM NGINX CADDY

# What Python compiles is kept, whatever the machine says: tests start some hundred processes.
export PYTHONDONTWRITEBYTECODE =

# What the pages of an office ask for is put in place here: the program may not write into its own folder there.
IN_PLACE = $(PY) -c "from pages.parts.vendor import plotly_script; plotly_script()"

.PHONY: run test lint bench campaign setup setup-dev clean
.DEFAULT_GOAL := run

run: .venv/.ready
	PDRB_MODE=$${PDRB_MODE-local} exec $(PY) -m deploy.asgi

test: .venv/.ready-dev
	@$(PROGRAMS) && \
	$(PY) -m pytest -m "not campaign" --numprocesses 4 --no-loadscope-reorder

lint: .venv/.ready-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: .venv/.ready-dev
	@chromium=$$(sh tests/browser/chromium.sh) && CHROMIUM="$$chromium" $(PY) -m bench

campaign: .venv/.ready-dev
	@$(PROGRAMS) && $(PY) -m pytest -m campaign

setup: .venv/.ready

setup-dev: .venv/.ready-dev

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis static/vendor

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is needed and was not found. Install it, or say where it is: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11. Say where a newer one is: make run PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv .venv || { echo "The venv module is missing; on Debian: apt-get install python3-venv" >&2; rm -rf .venv; exit 1; }

.venv/.ready: requirements.txt | .venv/bin/python
	$(PIP) -r requirements.txt
	@$(IN_PLACE)
	@touch $@

.venv/.ready-dev: requirements-dev.txt requirements.txt | .venv/bin/python
	$(PIP) -r requirements-dev.txt
	@$(IN_PLACE)
	@touch .venv/.ready $@
