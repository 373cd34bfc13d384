#!/usr/bin/env bash
# Builds what is measured, as it is released: build.sh PYTHON OUT
#   OUT/build                     the package and, in lib, the library: what suite.py calls a build
#   OUT/wheel                     the wheel
#   OUT/backupjobs-bench-server   the server
# Not with an old glibc, as `make wheel` does it: that takes a compiler more, and makes no difference here.
set -euo pipefail
python=$1 out=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
mkdir -p "$out"

rm -rf "$out/wheel" "$out/build"
"$python" -m maturin build --quiet --locked --release --strip --out "$out/wheel"
"$python" -m zipfile -e "$out"/wheel/backupjobs-*.whl "$out/build"

make --no-print-directory library PROFILE=release
env -i PATH="$PATH" CARGO_TARGET_DIR="$CARGO_TARGET_DIR" PREFIX="$out/install" ffi-c/install/install.sh install >/dev/null
cp -a "$out/install/lib" "$out/build/lib"

cargo build --quiet --locked --release -p backupjobs-bench-server
cp "$CARGO_TARGET_DIR/release/backupjobs-bench-server" "$out"
