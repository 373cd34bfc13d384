# make demo, make test: both do all their set-up. What needs what:
#   wheels (.venv) ◄ demo, demo-c, drivers, test-python, test-data, test-readme, test-foreign ◄ test-specs
#   drivers ◄ test-scenarios ◄ test-specs, test-faults
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
PLANTED := $(CARGO_TARGET_DIR)/planted
EXCHANGES := $(CARGO_TARGET_DIR)/exchanges
# One for each language; they understand the same commands.
DRIVERS := --driver rust=$(DEBUG)/backupjobs-driver --driver c=$(STAGE)/driver-c \
	--driver "python=$(PY) tests/drivers/python/driver.py"

.PHONY: help demo demo-c check test deny soak fuzz setup build wheels drivers planted clean \
	format lint test-supply test-rust test-c test-memory test-python test-data test-scenarios test-faults test-foreign test-specs \
	test-parity test-readme test-soak test-fuzz test-races

help:
	@echo "make demo    one backup on each of three simulated systems, in Python"
	@echo "make demo-c  the same through the C library"
	@echo "make check   format, lints, quick tests (under three minutes)"
	@echo "make test    everything"
	@echo "make soak    200,000 calls through C and through Python against failing servers; is memory flat? (20 minutes)"
	@echo "make test-races  data races, by the thread sanitizer; needs a nightly toolchain with rust-src"
	@echo "make fuzz    fuzzing, ten minutes a target"
	@echo "make clean   removes what was built"

demo: wheels
	$(PY) tests/demo/demo.py

demo-c: wheels build
	$(CC) -std=c99 -Wall -Wextra -Iinclude ffi-c/examples/start_wait_verdict.c -o $(STAGE)/start_wait_verdict \
		-L$(STAGE)/lib -Wl,-rpath,$(STAGE)/lib -lbackupjobs
	$(PY) tests/demo/demo_c.py $(STAGE)/start_wait_verdict

check: setup format lint
	$(CARGO) test --locked --lib
	$(CARGO) test --locked --test transport --test start_wait_verdict

test: setup format lint test-supply test-rust test-c test-memory test-python test-data test-scenarios test-faults \
	test-foreign test-specs test-parity test-readme test-soak test-fuzz
	@$(MAKE) --no-print-directory demo demo-c
	@echo "all tests passed"

setup:
	@PYTHON=$(PYTHON) tests/setup.sh

format: setup
	$(CARGO) fmt --all -- --check

lint: setup
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings

# Licences, banned crates, duplicates, sources, pinned requirements; and the search for secrets, which must find some.
test-supply: $(VENV)/ready
	CARGO=$(CARGO) $(PY) tests/supply/check.py
	$(PY) -m pytest -q tests/supply

# The same and the advisories, by `cargo install --locked cargo-deny`; its database comes from github.com.
deny:
	$(CARGO) deny --locked --workspace --config tests/supply/deny.toml check

test-rust: setup
	$(CARGO) test --locked
	$(CARGO) doc --locked --no-deps --quiet -p backupjobs

test-c: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/run.sh
	$(CXX) -std=c++17 -Wall -Wextra -Werror -Iinclude ffi-c/examples/start_wait_verdict.cpp -o $(STAGE)/start_wait_verdict_cpp \
		-L$(STAGE)/lib -Wl,-rpath,$(STAGE)/lib -lbackupjobs

# Under valgrind.
test-memory: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/memory.sh

test-races: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/race.sh

test-python: wheels build planted
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_PLANTED=$(PLANTED)/package $(PY) -m pytest -q tests/python
	$(PY) -m pytest -q tests/sim/python/tests

# What polars, duckdb, pandas and pyarrow make of our lists.
test-data: wheels build $(VENV)/data
	BACKUPJOBS_SIM=$(SIM) $(PY) -m pytest -q tests/data

test-scenarios: drivers
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/scenarios/run.py $(DRIVERS) --exchanges $(EXCHANGES)/scenarios.jsonl
	BACKUPJOBS_SIM=$(SIM) $(PY) -m pytest -q tests/scenarios

# What callers see of each fault, against the table in tests/faults/README.md.
test-faults: drivers
	BACKUPJOBS_SIM=$(SIM) $(PY) -m pytest -q tests/faults
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/faults/check.py $(DRIVERS)

# Published clients of other people against the simulator.
test-foreign: wheels build $(VENV)/foreign
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_EXCHANGES=$(EXCHANGES)/foreign.jsonl $(PY) -m pytest -q -W ignore::DeprecationWarning tests/foreign

# What both have said, against the vendors' specifications.
test-specs: test-scenarios test-foreign
	$(PY) -m pytest -q tests/specs
	$(PY) tests/specs/check.py $(EXCHANGES)/scenarios.jsonl $(EXCHANGES)/foreign.jsonl

# A short soak, and leaks that it must see.
test-soak: wheels $(STAGE)/soak
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/soak/run.py --calls 5000 --soak-c $(STAGE)/soak --python
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_SOAK=$(STAGE)/soak $(PY) -m pytest -q tests/soak

soak: wheels $(STAGE)/soak
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/soak/run.py --calls 200000 --soak-c $(STAGE)/soak --python

$(STAGE)/soak: tests/soak/soak.c tests/c/bkj_test.h build
	$(CC) -std=c99 -g -O1 -Wall -Wextra -Wpedantic -Wconversion -Werror -Iinclude tests/soak/soak.c -o $@ \
		-L$(STAGE)/lib -lbackupjobs -Wl,-rpath,$(STAGE)/lib -lpthread

test-parity:
	$(PYTHON) tests/parity/check.py

test-readme: wheels build
	$(CARGO) test --locked --no-run --quiet
	$(PY) tests/readme/check.py $(STAGE)/lib $(DEBUG)/examples

# Every fuzz target for 5,000 runs, the same ones each time; every input that once was a finding is among them.
test-fuzz: setup
	$(PYTHON) tests/fuzz/run.py --quick --runs 5000

# The long one: make fuzz FUZZ_SECONDS=3600 FUZZ_TARGETS="starts checks"
FUZZ_SECONDS ?= 600
fuzz: setup
	$(PYTHON) tests/fuzz/run.py --keep --seconds $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# One selection of packages for everything: another one would build what we depend on again, with other features.
build: setup
	$(CARGO) build --locked
	FROM=$(DEBUG) TO=$(STAGE)/lib ffi-c/stage.sh

drivers: wheels build
	BUILD=$(STAGE) tests/drivers/c/build.sh

wheels: $(VENV)/ready
	$(PY) -m maturin build --quiet --locked --profile dev --out $(WHEELS)
	cd tests/sim && $(PY) -m maturin build --quiet --locked --profile dev --out $(WHEELS)
	$(PY) -m pip install --quiet --force-reinstall --no-deps --no-index $(WHEELS)/backupjobs-*.whl $(WHEELS)/backupjobs_sim-*.whl

# The package with panics planted in it, for one test; in a folder of its own, and never installed.
planted: $(VENV)/ready
	$(PY) -m maturin build --quiet --locked --profile dev --features planted-panic --out $(PLANTED)
	rm -rf $(PLANTED)/package
	$(PY) -m zipfile -e $(PLANTED)/backupjobs-*.whl $(PLANTED)/package

$(VENV)/ready: tests/requirements.txt | setup
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@

$(VENV)/foreign: tests/foreign/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/foreign/requirements.txt
	touch $@

$(VENV)/data: tests/data/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/data/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) $(CARGO_TARGET_DIR)
