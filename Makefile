# make demo, make test: both do all their set-up. What needs what:
#   wheels (.venv) ◄ demo, demo-c, test-python, test-scenarios, test-readme, test-foreign ◄ test-specs
#   library, simulator, drivers (target) ◄ the rest

CARGO ?= cargo
PYTHON ?= python3
VENV := $(CURDIR)/.venv
PY := $(VENV)/bin/python
export CARGO_TARGET_DIR := $(CURDIR)/target
DEBUG := $(CARGO_TARGET_DIR)/debug
STAGE := $(CARGO_TARGET_DIR)/c
WHEELS := $(CARGO_TARGET_DIR)/wheels
SIM := $(DEBUG)/backupjobs-sim
EXCHANGES := $(CARGO_TARGET_DIR)/exchanges

.PHONY: help demo demo-c check test setup build wheels \
	format lint test-rust test-c test-python test-scenarios test-foreign test-specs test-parity \
	test-readme test-fuzz fuzz clean

help:
	@echo "make demo    one backup on each of three simulated systems, in Python"
	@echo "make demo-c  the same through the C library"
	@echo "make check   format, lints, quick tests (under three minutes)"
	@echo "make test    everything"
	@echo "make fuzz    fuzzing, ten minutes a target"
	@echo "make clean   removes what was built"

demo: wheels
	$(PY) tests/demo/demo.py

demo-c: wheels build
	$(CC) -std=c99 -Wall -Wextra -Iinclude ffi-c/examples/start_wait_verdict.c -o $(STAGE)/start_wait_verdict \
		-L$(STAGE)/lib -Wl,-rpath,$(STAGE)/lib -lbackupjobs
	$(PY) tests/demo/demo_c.py $(STAGE)/start_wait_verdict

check: setup format lint
	$(CARGO) test --lib
	$(CARGO) test --test transport --test start_wait_verdict

test: setup format lint test-rust test-c test-python test-scenarios test-foreign test-specs test-parity test-readme test-fuzz
	@$(MAKE) --no-print-directory demo demo-c
	@echo "all tests passed"

setup:
	@PYTHON=$(PYTHON) tests/setup.sh

format: setup
	$(CARGO) fmt --all -- --check

lint: setup
	$(CARGO) clippy --workspace --all-targets -- -D warnings

test-rust: setup
	$(CARGO) test
	$(CARGO) doc --no-deps --quiet -p backupjobs

test-c: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/run.sh
	$(CXX) -std=c++17 -Wall -Wextra -Werror -Iinclude ffi-c/examples/start_wait_verdict.cpp -o $(STAGE)/start_wait_verdict_cpp \
		-L$(STAGE)/lib -Wl,-rpath,$(STAGE)/lib -lbackupjobs

test-python: wheels build
	BACKUPJOBS_SIM=$(SIM) $(PY) -m pytest -q tests/python
	$(PY) -m pytest -q tests/sim/python/tests

test-scenarios: wheels build
	BUILD=$(STAGE) tests/drivers/c/build.sh
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/scenarios/run.py --driver rust=$(DEBUG)/backupjobs-driver \
		--driver c=$(STAGE)/driver-c --driver "python=$(PY) tests/drivers/python/driver.py" \
		--exchanges $(EXCHANGES)/scenarios.jsonl

# Published clients of other people against the simulator.
test-foreign: wheels build $(VENV)/foreign
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_EXCHANGES=$(EXCHANGES)/foreign.jsonl $(PY) -m pytest -q -W ignore::DeprecationWarning tests/foreign

# What both have said, against the vendors' specifications.
test-specs: test-scenarios test-foreign
	$(PY) -m pytest -q tests/specs
	$(PY) tests/specs/check.py $(EXCHANGES)/scenarios.jsonl $(EXCHANGES)/foreign.jsonl

test-parity:
	$(PYTHON) tests/parity/check.py

test-readme: wheels build
	$(CARGO) test --no-run --quiet
	$(PY) tests/readme/check.py $(STAGE)/lib $(DEBUG)/examples

# Every fuzz target for a moment, from the same seed; and every input that once was a finding.
test-fuzz: setup
	$(PYTHON) tests/fuzz/run.py --seconds 2

# The long one: make fuzz FUZZ_SECONDS=3600 FUZZ_TARGETS="starts checks"
FUZZ_SECONDS ?= 600
fuzz: setup
	$(PYTHON) tests/fuzz/run.py --keep --seconds $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# One selection of packages for everything: another one would build what we depend on again, with other features.
build: setup
	$(CARGO) build
	FROM=$(DEBUG) TO=$(STAGE)/lib ffi-c/stage.sh

wheels: $(VENV)/ready
	$(PY) -m maturin build --quiet --profile dev --out $(WHEELS)
	cd tests/sim && $(PY) -m maturin build --quiet --profile dev --out $(WHEELS)
	$(PY) -m pip install --quiet --force-reinstall --no-deps --no-index $(WHEELS)/backupjobs-*.whl $(WHEELS)/backupjobs_sim-*.whl

$(VENV)/ready: tests/requirements.txt | setup
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

$(VENV)/foreign: tests/foreign/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check -r tests/foreign/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) $(CARGO_TARGET_DIR)
