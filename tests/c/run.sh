#!/bin/sh
# Builds all programs of tests/c and tests/cpp under the address, undefined-behaviour and leak sanitizers, and runs them
# two at a time, each against a simulator of its own:
#
#   BUILD=dir BACKUPJOBS_SIM=…/backupjobs-sim tests/c/run.sh [name…]
#
# BUILD/lib holds libbackupjobs (see ffi-c/install). LINK=static links libbackupjobs.a instead of the shared library.
# SANITIZE= switches the sanitizers off; RUN= is put before each program, for example
#   RUN="valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=9 \
#        --suppressions=tests/c/valgrind.supp"
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$root/target/c}" && pwd)
: "${BACKUPJOBS_SIM:?names the simulator}"
SANITIZE=${SANITIZE--fsanitize=address,undefined -fno-sanitize-recover=undefined}
RUN=${RUN-}
out=${OUT:-$BUILD/tests}
mkdir -p "$out"

warnings="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror"
flags="-g -fno-omit-frame-pointer $SANITIZE $warnings -I$root/include -I$here"
case ${LINK:-shared} in
static) link="$BUILD/lib/libbackupjobs.a $(cat "$root/ffi-c/install/native-static-libs")" ;;
*) link="-L$BUILD/lib -lbackupjobs -Wl,-rpath,$BUILD/lib -lpthread" ;;
esac

build_c() { # name source…
    name=$1 && shift
    # shellcheck disable=SC2086
    ${CC:-cc} -std=c99 -O1 $flags "$@" -o "$out/$name" $link
}
# Not optimised: that would take longer than the programs run.
build_cpp() {
    name=$1 && shift
    # shellcheck disable=SC2086
    ${CXX:-c++} -std="${standard:-c++17}" $flags "$@" -o "$out/$name" $link
}

programs=${*:-alone nulls errors veeam teradata vcenter common engine cancel trust misuse extremes threads fork cpp_alone cpp_faces cpp cpp_engine cpp_veeam cpp_trust cpp_callbacks cpp_results cpp_ranges}
for made in nulls misuse; do
    python3 "$here/$made.py" "$root/include/backupjobs.h" >"$out/$made.c"
done
builds=
for program in $programs; do
    case $program in
    alone) build_c alone "$here/alone.c" "$here/alone_too.c" ;;
    nulls | misuse) build_c "$program" "$out/$program.c" ;;
    cpp_alone) build_cpp cpp_alone "$here/../cpp/alone.cpp" "$here/../cpp/alone_too.cpp" ;;
    cpp_faces) build_cpp cpp_faces "$here/../cpp/faces.cpp" "$here/../cpp/faces_results.cpp" ;;
    cpp_results) build_cpp cpp_results -fno-exceptions "$here/../cpp/cpp_results_test.cpp" ;;
    cpp_ranges) standard=c++20 build_cpp cpp_ranges "$here/../cpp/cpp_ranges_test.cpp" ;;
    cpp*) build_cpp "$program" "$here/../cpp/${program}_test.cpp" ;;
    *) build_c "$program" "$here/$program.c" ;;
    esac &
    builds="$builds $!"
done
for build in $builds; do
    wait "$build"
done

export BACKUPJOBS_SIM ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1 RUN
# shellcheck disable=SC2086
if printf "$out/%s\n" $programs | xargs -P 2 -n 1 "$here/one.sh"; then
    echo "all programs passed"
else
    echo "programs failed" >&2
    exit 1
fi
