#!/bin/sh
# Builds the C driver:  BUILD=dir OUT=dir/driver-c tests/drivers/c/build.sh
# BUILD/lib holds libbackupjobs (see ffi-c/install); the driver finds it there at run time, too.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
BUILD=${BUILD:-$root/target/c}
OUT=${OUT:-$BUILD/driver-c}
lib=$(cd "$BUILD/lib" && pwd)
mkdir -p "$(dirname "$OUT")"
${CC:-cc} -std=c99 -O1 -Wall -Wextra -Wpedantic -Wconversion -Werror -I"$root/include" "$here"/*.c \
    -o "$OUT" -L"$lib" -lbackupjobs -Wl,-rpath,"$lib"
