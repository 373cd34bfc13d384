#!/usr/bin/env bash
# Builds the release wheel for Linux x86_64 with an old glibc, and checks what came out: wheel.sh PYTHON OUT
# zig is the C compiler and linker: it brings the glibc of any age. It comes from PyPI, as the other tools here do.
set -euo pipefail
python=$1 out=$2
target=x86_64-unknown-linux-gnu
glibc=2_17
# Bytes. Grows with a reason only.
largest=$((4 << 20))

rm -rf "$out"
mkdir -p "$out"
PATH="$(dirname "$python"):$PATH"
"$python" -m maturin build --quiet --locked --release --strip --zig --target "$target" \
    --compatibility "manylinux_$glibc" --out "$out"
wheel=$(echo "$out"/backupjobs-*.whl)

"$python" -m auditwheel show "$wheel" | tee "$out/auditwheel.txt"
grep -q "\"manylinux_${glibc}_x86_64\"" "$out/auditwheel.txt" || {
    echo "the wheel needs more than glibc ${glibc/_/.}" >&2
    exit 1
}
"$python" -m abi3audit --strict --summary --assume-minimum-abi3 3.10 "$wheel"

size=$(stat -c %s "$wheel")
unpacked=$("$python" -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).getinfo("backupjobs/_native.abi3.so").file_size)' "$wheel")
printf '%s\nwheel %d bytes, native module %d bytes\n' "$(basename "$wheel")" "$size" "$unpacked" | tee "$out/size.txt"
[ "$size" -le "$largest" ] || {
    echo "the wheel has more than $largest bytes" >&2
    exit 1
}
