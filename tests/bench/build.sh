#!/usr/bin/env bash
# Builds what is measured, as it is released: build.sh PYTHON OUT
#   OUT/build                     the package and, in lib, the library: what suite.py calls a build
#   OUT/wheel                     the wheel
#   OUT/backupjobs-bench-server   the server
# As `make wheel` and `make library` do it, but for this machine's glibc and with the paths of its folders in it: that spares
# a compiler, and compiling everything a second time.
set -euo pipefail
python=$1 out=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mkdir -p "$out"

rm -rf "$out/wheel" "$out/build"
"$python" -m maturin build --quiet --locked --release --strip --out "$out/wheel"
"$python" -m zipfile -e "$out"/wheel/backupjobs-*.whl "$out/build"

"${CARGO:-cargo}" build --quiet --locked --release -p backupjobs-c
# By itself: what it needs is no part of the library.
"${CARGO:-cargo}" build --quiet --locked --release -p backupjobs-bench-server
env -i PATH="$PATH" CARGO_TARGET_DIR="$CARGO_TARGET_DIR" PREFIX="$out/install" ffi-c/install/install.sh install >/dev/null
cp -a "$out/install/lib" "$out/build/lib"
cp "$CARGO_TARGET_DIR"/release/backupjobs-bench-{server,layers} "$out"
