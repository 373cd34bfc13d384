#!/bin/sh
# Cargo's RUSTC_WORKSPACE_WRAPPER for a quick build of the targets: what is ours is instrumented, what we depend on is taken
# as the other tests have built it. FUZZ_FLAGS are what run.py gives to the compiler.
# shellcheck disable=SC2086
exec "$@" $FUZZ_FLAGS -Copt-level=1
