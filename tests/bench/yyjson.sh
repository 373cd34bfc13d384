#!/usr/bin/env bash
# Takes yyjson.c and yyjson.h out of the sources of the Python package of that name: yyjson.sh PYTHON OUT
set -euo pipefail
python=$1 out=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: --no-build-isolation \
    --require-hashes -r "$here/requirements-yyjson.txt" --dest "$work"
tar -xzf "$work"/*.tar.gz -C "$work"
mkdir -p "$out"
find "$work" -name yyjson.c -exec cp {} "$out" \; -o -name yyjson.h -exec cp {} "$out" \;
test -s "$out/yyjson.h"
touch "$out/yyjson.c"
