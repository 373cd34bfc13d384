#!/bin/sh
# The same as CMakeLists.txt beside this file, by hand:  PKG_CONFIG_PATH=… pkg-config.sh directory-of-examples
# Builds in the current directory. eval, because pkg-config escapes spaces in the names of directories.
set -eu
eval "${CXX:-c++} -std=c++17 -c \"\$1/start_wait_verdict.cpp\" -o cpp.o $(pkg-config --cflags backupjobs)"
for way in shared static; do
    package=backupjobs
    [ "$way" = shared ] || package=backupjobs-static
    eval "${CC:-cc} -std=c99 \"\$1/start_wait_verdict.c\" -o c-$way $(pkg-config --cflags --libs "$package")"
    eval "${CXX:-c++} cpp.o -o cpp-$way $(pkg-config --libs "$package")"
done
