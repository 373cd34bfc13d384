#!/bin/sh
# Every C++ header alone, and all of them in both standards and both faces, without a warning:  tests/cpp/headers.sh
# With clang as well, where there is one. Needs no library.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A header is included twice, by a unit of its own: a header that is compiled itself has warnings of its own.
unit() { # header
    unit=$work/$(basename "$1" .hpp).cpp
    printf '#include <%s>\n#include <%s>\n' "$1" "$1" >"$unit"
    echo "$unit"
}
{
    for header in "$root"/include/backupjobs/*.hpp; do
        echo "${CXX:-c++} -std=c++17 $(unit "backupjobs/$(basename "$header")")"
    done
    all=$(unit backupjobs.hpp)
    for compiler in "${CXX:-c++}" clang++; do
        command -v "$compiler" >/dev/null || continue
        echo "$compiler -std=c++17 -fno-exceptions $all"
        echo "$compiler -std=c++20 $all"
        echo "$compiler -std=c++20 -DBACKUPJOBS_NO_EXCEPTIONS $all"
    done
} >"$work/list"
export FLAGS="-fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Werror -I$root/include"
# shellcheck disable=SC2016
if xargs -P 2 -L 1 sh -c '"$@" $FLAGS || { echo "$*" >&2; exit 1; }' sh <"$work/list"; then
    echo "all headers stand alone ($(wc -l <"$work/list") units)"
else
    echo "headers failed" >&2
    exit 1
fi
