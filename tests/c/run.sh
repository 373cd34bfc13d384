#!/bin/sh
# Builds all programs of tests/c and tests/cpp under the address, undefined-behaviour and leak sanitizers, and runs them
# against one simulator:
#
#   BUILD=dir BACKUPJOBS_SIM=…/backupjobs-sim tests/c/run.sh [name…]
#
# BUILD/lib holds libbackupjobs (see ffi-c/stage.sh). LINK=static links libbackupjobs.a instead of the shared library.
# SANITIZE= switches the sanitizers off; RUN= is put before each program, for example
#   RUN="valgrind -q --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite --error-exitcode=9 \
#        --suppressions=tests/c/valgrind.supp"
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$root/target/c}" && pwd)
SIM=${BACKUPJOBS_SIM:?names the simulator}
SANITIZE=${SANITIZE--fsanitize=address,undefined -fno-sanitize-recover=undefined}
RUN=${RUN-}
out=$BUILD/tests
mkdir -p "$out"

warnings="-Wall -Wextra -Wpedantic -Wconversion -Werror"
flags="-g -O1 -fno-omit-frame-pointer $SANITIZE $warnings -I$root/include -I$here"
case ${LINK:-shared} in
static) link="$BUILD/lib/libbackupjobs.a -lpthread -ldl -lm -lgcc_s" ;;
*) link="-L$BUILD/lib -lbackupjobs -Wl,-rpath,$BUILD/lib -lpthread" ;;
esac

build_c() { # name source…
    name=$1 && shift
    # shellcheck disable=SC2086
    ${CC:-cc} -std=c99 $flags "$@" -o "$out/$name" $link
}
build_cpp() {
    name=$1 && shift
    # shellcheck disable=SC2086
    ${CXX:-c++} -std=c++17 $flags "$@" -o "$out/$name" $link
}

programs=${*:-alone nulls errors veeam teradata vcenter common engine cancel trust misuse extremes threads fork cpp_alone cpp cpp_engine cpp_veeam cpp_trust}
for made in nulls misuse; do
    python3 "$here/$made.py" "$root/include/backupjobs.h" >"$out/$made.c"
done
builds=
for program in $programs; do
    case $program in
    alone) build_c alone "$here/alone.c" "$here/alone_too.c" ;;
    nulls | misuse) build_c "$program" "$out/$program.c" ;;
    cpp_alone) build_cpp cpp_alone "$here/../cpp/alone.cpp" "$here/../cpp/alone_too.cpp" ;;
    cpp*) build_cpp "$program" "$here/../cpp/${program}_test.cpp" ;;
    *) build_c "$program" "$here/$program.c" ;;
    esac &
    builds="$builds $!"
done
for build in $builds; do
    wait "$build"
done

# The simulator ends when its stdin, which this shell holds open, is closed.
rm -f "$out/stdin" "$out/ready"
mkfifo "$out/stdin"
"$SIM" <"$out/stdin" >"$out/ready" &
simulator=$!
exec 9>"$out/stdin"
trap 'exec 9>&-; wait "$simulator" 2>/dev/null || true' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -s "$out/ready" ] && break
    sleep 0.1
done
# The ready line and the ids of two jobs, as variables.
eval "$(python3 - "$out/ready" <<'PYTHON'
import json, shlex, sys, urllib.request

ready = json.loads(open(sys.argv[1], encoding="utf-8").readline())
truth = json.load(urllib.request.urlopen(ready["control"] + "/truth"))
values = {"CONTROL_PORT": ready["control"].rsplit(":", 1)[1], "CA_FILE": ready["ca_file"], "LEAF_SHA256": ready["leaf_sha256"]}
for system in ("veeam", "teradata", "vcenter"):
    for name, value in ready[system].items():
        if isinstance(value, str):
            values[f"{system}_{name}".upper()] = value
    jobs = truth[system].get("jobs") or []
    if jobs:
        values[f"{system}_JOB".upper()] = str(jobs[0]["id"])
for name, value in values.items():
    print(f"export SIM_{name}={shlex.quote(value)}")
PYTHON
)"

export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0 UBSAN_OPTIONS=print_stacktrace=1
passed=0 failed=0
for program in $programs; do
    # shellcheck disable=SC2086
    if $RUN "$out/$program" 9>&-; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$program: FAILED" >&2
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
