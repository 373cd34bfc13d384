#!/bin/sh
# The same as CMakeLists.txt beside this file, by hand:  PKG_CONFIG_PATH=… pkg-config.sh directory-of-examples
# Builds in the current directory. eval, because pkg-config escapes spaces in the names of directories.
set -eu
for way in shared static; do
    package=backupjobs
    [ "$way" = shared ] || package=backupjobs-static
    flags=$(pkg-config --cflags --libs "$package")
    eval "${CC:-cc} -std=c99 \"\$1/start_wait_verdict.c\" -o c-$way $flags"
    eval "${CXX:-c++} -std=c++17 \"\$1/start_wait_verdict.cpp\" -o cpp-$way $flags"
done
