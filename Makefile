# make demo, make test: both do all their set-up. What needs what:
#   wheels (.venv) ◄ demo, demo-c, drivers, test-python, test-data, test-integrations, test-package, test-readme, test-site,
#     test-install, test-foreign ◄ test-specs
#   drivers ◄ test-scenarios ◄ test-specs, test-faults
#   library, simulator, drivers (target) ◄ the rest

CARGO ?= cargo
PYTHON ?= python3
export CARGO_TARGET_DIR := $(CURDIR)/target
# As make and the shell read it, when there are spaces in it.
HERE := $(subst $() ,\ ,$(CURDIR))
VENV := $(HERE)/.venv
PY := $(VENV)/bin/python
TARGET := $(HERE)/target
DEBUG := $(TARGET)/debug
STAGE := $(TARGET)/c
WHEELS := $(TARGET)/wheels
# Links of their own: cargo and maturin take those in $(DEBUG) away for a moment whenever they build something else.
PROGRAMS := $(TARGET)/programs
SIM := $(PROGRAMS)/backupjobs-sim
PLANTED := $(TARGET)/planted
EXCHANGES := $(TARGET)/exchanges
DOCS := $(TARGET)/docs/c
MAN := $(TARGET)/man
# One for each language; they understand the same commands.
DRIVERS := --driver rust=$(PROGRAMS)/backupjobs-driver --driver c=$(STAGE)/driver-c \
	--driver "python=$(PY) tests/drivers/python/driver.py"

.PHONY: help demo demo-c check test deny soak fuzz setup build wheels drivers planted clean library install uninstall dist-c \
	man docs-c bench-c format lint test-supply test-rust test-c test-cpp test-abi test-memory test-python test-scenarios \
	test-faults test-foreign test-specs test-parity test-plugin test-install test-readme test-docs test-soak test-fuzz \
	test-bench test-races test-package test-integrations test-data test-site docs screenshots wheel wheel-freethreaded \
	bench bench-build bench-server bench-instructions bench-flames bench-import bench-sim

help:
	@echo "make demo    one backup on each of three simulated systems, in Python"
	@echo "make demo-c  the same through the C library"
	@echo "make check   format, lints, quick tests (under three minutes)"
	@echo "make test    everything"
	@echo "make soak    200,000 calls through C and through Python against failing servers; is memory flat? (20 minutes)"
	@echo "make wheel   the release wheel for any Linux x86_64, checked; wheel-freethreaded: PYTHON_FT=python3.14t"
	@echo "make bench   speed, memory and size beside other packages': tests/bench/RESULTS.md (twenty minutes)"
	@echo "make bench-import  time and memory of an import, next to other packages'"
	@echo "make test-races  data races, by the thread sanitizer; needs a nightly toolchain with rust-src"
	@echo "make docs    the documentation site: target/docs/site; make screenshots takes its pictures anew"
	@echo "make docs-c  the reference for C: target/docs/c/html, and manual pages: target/man"
	@echo "make bench-c size of the C library, and time to a verdict beside libcurl (builds the release library)"
	@echo "make fuzz    fuzzing, ten minutes a target"
	@echo "make install PREFIX=…   the library for C and C++ (Linux; see ffi-c/install/README.md); make uninstall, make dist-c"
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

# Three at a time from where there is something to test: many of them wait more than they work.
TESTS := test-c test-cpp test-abi test-memory test-python test-scenarios test-faults test-foreign test-specs test-parity \
	test-plugin test-install test-readme test-docs test-soak test-fuzz test-bench test-package \
	test-integrations test-data test-site
# What pip and cargo make for several of them is made before, and then left alone: it must not be replaced under a test.
SHARED := setup wheels planted build drivers bench-server
test: setup format lint test-supply test-rust $(VENV)/foreign $(VENV)/package $(VENV)/integrations $(VENV)/data \
		$(VENV)/site/ready $(VENV)/peers/ready $(TARGET)/yyjson/yyjson.c wheels planted drivers bench-server
	@PYTHON=$(PYTHON) tests/setup.sh abi bench docs install plugin
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target $(SHARED:%=--old-file=%) $(TESTS)
	@$(MAKE) --no-print-directory $(SHARED:%=--old-file=%) demo demo-c
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

# The monitoring plugin against the simulator, by hand and by a daemon.
PLUGIN := $(STAGE)/check_backupjobs
test-plugin: build $(PLUGIN) $(VENV)/ready
	@PYTHON=$(PYTHON) tests/setup.sh plugin
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_PLUGIN=$(PLUGIN) BACKUPJOBS_LIBRARY=$(STAGE)/lib $(PY) -m pytest -q tests/plugin

$(PLUGIN): $(wildcard ffi-c/examples/check_backupjobs/*) include/backupjobs.h | build
	$(CC) -std=c99 -g -O1 -Wall -Wextra -Wpedantic -Wconversion -Werror -Iinclude ffi-c/examples/check_backupjobs/*.c -o $@ \
		-L$(STAGE)/lib -Wl,-rpath,$(STAGE)/lib -lbackupjobs

# The C++ headers by themselves; what they do is tested by test-c.
test-cpp: setup
	tests/cpp/headers.sh
# The header against the ABI that is recorded in ffi-c/abi, breaks that it must see, and the symbols of the libraries.
test-abi: build $(VENV)/ready
	@PYTHON=$(PYTHON) tests/setup.sh abi
	$(PY) tests/abi/check.py
	LIBRARIES=$(STAGE)/lib $(PY) -m pytest -q tests/abi

# Under valgrind.
test-memory: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/memory.sh

test-races: build
	BUILD=$(STAGE) BACKUPJOBS_SIM=$(SIM) tests/c/race.sh

test-python: wheels build planted
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_PLANTED=$(PLANTED)/package $(PY) -m pytest -q tests/python
	$(PY) -m pytest -q tests/sim/python/tests

# The package as others get it: what it says of itself, its types, from source, on every Python that is found, in gevent.
PYTHONS ?= $(wildcard $(PYENV_ROOT)/versions/3.1*/bin/python3)
test-package: wheels build $(VENV)/package | planted
	BACKUPJOBS_SIM=$(SIM) BACKUPJOBS_WHEELS=$(WHEELS) BACKUPJOBS_PYTHONS="$(PYTHONS)" $(PY) -m pytest -q tests/package

# Event loops, progress bars, notebooks and pytest plugins that users have beside ours.
test-integrations: wheels $(VENV)/integrations
	$(PY) -m pytest -q tests/integrations

# How long a simulator takes to start.
bench-sim: wheels
	$(PY) tests/sim/python/tests/bench_start.py

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
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/readme/guide.py $(STAGE)/lib

# The manual pages of section 3: one for each object of the header, and a link for each function.
man:
	rm -rf $(MAN)
	$(PYTHON) ffi-c/man/make.py $(MAN)/man3

# The reference for C: $(DOCS)/html.
docs-c: setup man
	@PYTHON=$(PYTHON) tests/setup.sh docs
	rm -rf $(DOCS)
	$(PYTHON) ffi-c/doc/reference.py $(DOCS)/input
	DOCS=$(DOCS) VERSION=$$(sed -n 's/^#define BKJ_VERSION "\(.*\)"$$/\1/p' include/backupjobs.h) doxygen ffi-c/doc/Doxyfile

# The documentation site: $(SITE)/index.html. Warnings are errors: a broken link, a name that there is not.
SITE := $(TARGET)/docs/site
SPHINX := $(VENV)/site/bin/python -m sphinx --nitpicky --fail-on-warning --keep-going --quiet
docs: $(VENV)/site/ready
	rm -rf $(SITE) $(TARGET)/docs/doctrees
	$(SPHINX) --doctree-dir $(TARGET)/docs/doctrees docs $(SITE)

# Looks at what was built, and runs every block of code of its pages.
test-site: docs wheels $(VENV)/data $(VENV)/integrations $(VENV)/package
	BACKUPJOBS_SITE=$(SITE) BACKUPJOBS_SPHINX="$(SPHINX)" BACKUPJOBS_WHEELS=$(WHEELS) $(PY) -m pytest -q tests/site

# The pictures of the documentation, taken anew; then every page in a browser, in four views: target/docs/views.
screenshots: wheels $(VENV)/data $(VENV)/integrations $(VENV)/pictures
	@PYTHON=$(PYTHON) tests/setup.sh pictures
	$(PY) docs/pictures/take.py docs/images
	@$(MAKE) --no-print-directory docs
	$(PY) docs/pictures/look.py $(SITE) $(TARGET)/docs/views

test-docs: docs-c $(VENV)/ready
	BACKUPJOBS_DOCS=$(DOCS) $(PY) -m pytest -q tests/docs

# Figures of the release library; and that they can still be made, by a few runs with the library of the tests.
bench-c: wheels build
	@PYTHON=$(PYTHON) tests/setup.sh bench
	@$(MAKE) --no-print-directory library PROFILE=release
	env -i PATH="$$PATH" CARGO_TARGET_DIR=$(TARGET) PREFIX=$(TARGET)/bench ffi-c/install/install.sh install
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/bench/run.py $(TARGET)/bench/lib

# Speed, memory and size beside what a user would otherwise take: tests/bench/RESULTS.md, by what is released.
BENCH := $(TARGET)/bench
CHECKED := $(TARGET)/bench-check
SUITE = $(PY) tests/bench/suite.py --python $(VENV)/peers/bin/python --yyjson $(TARGET)/yyjson
bench: bench-build
	$(SUITE) --target $(BENCH) --write $(BENCH_FLAGS)

# Instructions of the hot paths beside those that are recorded in tests/bench/instructions.json, and flame graphs of two.
bench-instructions: bench-build
	$(PY) tests/bench/instructions.py --target $(BENCH) $(BENCH_FLAGS)

bench-flames: bench-build
	$(PY) tests/bench/flames.py --target $(BENCH)

bench-build: $(VENV)/peers/ready $(TARGET)/yyjson/yyjson.c
	@PYTHON=$(PYTHON) tests/setup.sh bench
	tests/bench/build.sh $(PY) $(BENCH)

# By itself: among the others it would have what we depend on built with features of its own.
bench-server: setup
	$(CARGO) build --locked -p backupjobs-bench-server
	@mkdir -p $(PROGRAMS)
	@ln -f $(DEBUG)/backupjobs-bench-server $(DEBUG)/backupjobs-bench-layers $(PROGRAMS)

test-bench: wheels build bench-server $(VENV)/peers/ready $(TARGET)/yyjson/yyjson.c
	@PYTHON=$(PYTHON) tests/setup.sh bench
	$(PY) -m pytest -q tests/bench
	BACKUPJOBS_SIM=$(SIM) $(PY) tests/bench/run.py $(STAGE)/lib --runs 3
	rm -rf $(CHECKED)
	mkdir -p $(CHECKED)/wheel
	$(PY) -m zipfile -e $(WHEELS)/backupjobs-*.whl $(CHECKED)/build
	cp $(WHEELS)/backupjobs-*.whl $(CHECKED)/wheel
	ln -s $(STAGE)/lib $(CHECKED)/build/lib
	$(SUITE) --target $(CHECKED) --server $(PROGRAMS)/backupjobs-bench-server --check

# Installs what the tests use, as a user would, and builds programs with it.
test-install: wheels build man
	@PYTHON=$(PYTHON) tests/setup.sh install
	BACKUPJOBS_SIM=$(SIM) CARGO=$(CARGO) $(PY) -m pytest -q tests/install

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
	@mkdir -p $(PROGRAMS)
	@ln -f $(DEBUG)/backupjobs-sim $(DEBUG)/backupjobs-driver $(PROGRAMS)
	env -i PATH="$$PATH" CARGO_TARGET_DIR=$(TARGET) PROFILE=dev PREFIX=$(STAGE) ffi-c/install/install.sh install

drivers: wheels build
	BUILD=$(STAGE) tests/drivers/c/build.sh

wheels: $(VENV)/ready
	$(PY) -m maturin build --quiet --locked --profile dev --out $(WHEELS)
	cd tests/sim && $(PY) -m maturin build --quiet --locked --profile dev --out $(WHEELS)
	$(PY) -m pip install --quiet --force-reinstall --no-deps --no-index $(WHEELS)/backupjobs-*.whl $(WHEELS)/backupjobs_sim-*.whl

# The package with panics planted in it, for one test; in a folder of its own, and never installed. Not while the other is
# packed: cargo gives both the same name.
planted: $(VENV)/ready | wheels
	$(PY) -m maturin build --quiet --locked --profile dev --features planted-panic --out $(PLANTED)
	rm -rf $(PLANTED)/package
	$(PY) -m zipfile -e $(PLANTED)/backupjobs-*.whl $(PLANTED)/package

# The library for C and C++: ffi-c/install/README.md. No more than is needed for that is asked for, and the paths may have spaces.
PROFILE ?= release

# In release, only what the library needs, and no word of whose home it was built in; in dev, what the tests have built already.
FOR_OTHERS = -p backupjobs-c --config "build.rustflags=['--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo']"
library:
	@command -v $(CARGO) >/dev/null || { echo "missing: cargo. Install Rust 1.88 or later from https://rustup.rs, then try again." >&2; exit 1; }
	$(CARGO) build --locked --profile $(PROFILE) $(if $(filter dev,$(PROFILE)),,$(FOR_OTHERS))

install: man
	@ffi-c/install/install.sh check
	@$(MAKE) --no-print-directory library
	@ffi-c/install/install.sh install

uninstall: man
	@ffi-c/install/install.sh uninstall

dist-c: library man
	@ffi-c/install/dist.sh $(TARGET)/dist/$(PROFILE)

# The wheel for others: glibc 2.17 and later, one for all Pythons from 3.10 on; what is in it is checked, its size kept.
wheel: $(VENV)/release
	tests/package/wheel.sh $(PY) $(TARGET)/release-wheel

# The one for free-threaded Python, which cannot load the other: with PYTHON_FT=python3.14t built and tried, else only compiled.
wheel-freethreaded: $(VENV)/ready
	tests/package/freethreaded.sh $(PY) $(TARGET)/freethreaded-wheel $(PYTHON_FT)

bench-import: wheel $(VENV)/peers/ready
	$(PY) tests/bench/imports.py $(TARGET)/release-wheel $(VENV)/peers/bin/python

$(VENV)/ready: tests/requirements.txt | setup
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@

$(VENV)/foreign: tests/foreign/requirements.txt | wheels
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/foreign/requirements.txt
	touch $@

$(VENV)/package: tests/package/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/package/requirements.txt
	touch $@

$(VENV)/release: tests/package/requirements-release.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/package/requirements-release.txt
	touch $@

# What is compared has a place of its own, where nothing of ours is.
$(VENV)/peers/ready: tests/bench/requirements.txt | $(VENV)/ready
	rm -rf $(VENV)/peers
	$(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.txt
	touch $@

# yyjson has no package in Debian before 13: its C sources come with its Python package.
$(TARGET)/yyjson/yyjson.c: tests/bench/requirements-yyjson.txt | $(VENV)/peers/ready
	tests/bench/yyjson.sh $(VENV)/peers/bin/python $(TARGET)/yyjson

$(VENV)/integrations: tests/integrations/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/integrations/requirements.txt
	touch $@

# A place of its own: others want another docutils.
$(VENV)/site/ready: tests/site/requirements.txt | setup
	$(PYTHON) -m venv $(VENV)/site
	$(VENV)/site/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/site/requirements.txt
	touch $@

$(VENV)/pictures: tests/site/requirements-pictures.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/site/requirements-pictures.txt
	touch $@

$(VENV)/data: tests/data/requirements.txt | $(VENV)/ready
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/data/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) $(TARGET)
