#!/bin/sh
# tests/c/threads.c under the thread sanitizer, with a library, and a standard library, that were built for it; then a race
# that is there, which must be seen:
#
#   BUILD=dir BACKUPJOBS_SIM=…/backupjobs-sim tests/c/race.sh [name…]
#
# Needs a nightly toolchain with its sources (rustup toolchain install nightly --profile minimal -c rust-src), because
# without -Zbuild-std the sanitizer does not see the locks of the standard library and reports what they protect.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "${BUILD:-$root/target/c}" && pwd)
target=$(rustc +nightly -vV | sed -n 's/^host: //p')
race=${CARGO_TARGET_DIR:-$root/target}/race
RUSTFLAGS=-Zsanitizer=thread CARGO_TARGET_DIR=$race cargo +nightly build -Zbuild-std --target "$target" -p backupjobs-c \
    --manifest-path "$root/Cargo.toml"
env -i PATH="$PATH" CARGO_TARGET_DIR="$race/$target" PROFILE=dev PREFIX="$BUILD/race" "$root/ffi-c/install/install.sh" install
export BUILD="$BUILD/race"
export SANITIZE="-fsanitize=thread $here/tsan.c"
export TSAN_OPTIONS=exitcode=9
[ $# -gt 0 ] || set -- threads
"$here/run.sh" "$@"

planted=$BUILD/tests/race_planted
${CC:-cc} -std=c99 -g -O1 -fsanitize=thread -I"$root/include" "$here/tsan.c" "$here/race_planted.c" -o "$planted" \
    -L"$BUILD/lib" -lbackupjobs -Wl,-rpath,"$BUILD/lib" -lpthread
if "$planted" >"$planted.txt" 2>&1 || ! grep -q "ThreadSanitizer: data race" "$planted.txt"; then
    cat "$planted.txt"
    echo "the planted race was not seen" >&2
    exit 1
fi
echo "the planted race was seen"
