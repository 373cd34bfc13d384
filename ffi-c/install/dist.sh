#!/bin/sh
# Packs the library for C and C++, as it was built, into an archive that works wherever it is unpacked:
#
#   [PROFILE=release] ffi-c/install/dist.sh directory
#
# makes directory/backupjobs-c-VERSION-linux-ARCHITECTURE.tar.gz, and says so. The same files give the same archive, byte
# for byte.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
[ $# = 1 ] || { echo "usage: dist.sh directory" >&2 && exit 1; }

version=$(sed -n 's/^#define BKJ_VERSION "\(.*\)"$/\1/p' "$root/include/backupjobs.h")
name=backupjobs-c-$version-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Nothing else of the environment: LIBDIR or DESTDIR would have it put elsewhere.
env -i PATH="$PATH" CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$root/target}" PROFILE="${PROFILE:-release}" \
    PREFIX="$work/$name" "$here/install.sh" install
tar --create --directory="$work" --format=gnu --sort=name --mtime="@${SOURCE_DATE_EPOCH:-315532800}" \
    --owner=0 --group=0 --numeric-owner --file="$work/archive.tar" "$name"
gzip --no-name "$work/archive.tar"
mkdir -p "$1"
cp "$work/archive.tar.gz" "$1/$name.tar.gz"
echo "$1/$name.tar.gz"
