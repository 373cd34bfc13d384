#!/bin/sh
# Puts a built library under the names it is installed with:  FROM=target/debug TO=dir/lib ffi-c/stage.sh
#
# cargo builds libbackupjobs_c.so and .a, because the Rust crate has the plain name in the same directory. Programs ask
# for libbackupjobs.so.0, its SONAME.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
FROM=${FROM:-${CARGO_TARGET_DIR:-$root/target}/debug}
TO=${TO:-$root/target/c/lib}
version=$(sed -n 's/^#define BKJ_VERSION "\(.*\)"$/\1/p' "$root/include/backupjobs.h")
mkdir -p "$TO"
# A new file each time: a program that runs keeps the old one.
rm -f "$TO"/libbackupjobs.*
cp "$FROM/libbackupjobs_c.so" "$TO/libbackupjobs.so.$version"
cp "$FROM/libbackupjobs_c.a" "$TO/libbackupjobs.a"
ln -s "libbackupjobs.so.$version" "$TO/libbackupjobs.so.0"
ln -s libbackupjobs.so.0 "$TO/libbackupjobs.so"
