#!/bin/sh
# The programs of tests/c and tests/cpp under valgrind's memcheck: what reads memory that nobody has written, and what is
# lost. Sees the Rust side, too, which the sanitizers of run.sh only see through the allocator. BUILD and BACKUPJOBS_SIM as
# in run.sh.
#
#   tests/c/memory.sh [name…]
#
# Not looked at: what run.sh does better or what takes valgrind too long (misuse: some 3,000 calls with texts of up to 1 MiB),
# and the programs of C++ that call again what C programs call here.
# Data races are not looked for here: helgrind and drd do not know the locks of Rust, which are no pthread mutexes, and call
# everything that they protect a race (1,000 reports for the first call of tests/c/threads.c). See race.sh.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export RUN="valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=9 \
    --suppressions=$here/valgrind.supp"
export SANITIZE=
export OUT="${BUILD:-$here/../../target/c}/memory"
# Each thread makes so many calls in threads.c: valgrind runs one thread at a time.
export CALLS="${CALLS:-2}"
if [ $# -eq 0 ]; then
    set -- nulls errors veeam teradata vcenter common engine cancel trust extremes threads fork cpp cpp_callbacks
fi
exec "$here/run.sh" "$@"
