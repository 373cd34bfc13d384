#!/bin/sh
# Installs the library for C and C++ as it was built, takes it away again, or says whether it could be installed:
#
#   [PREFIX=/usr/local] [DESTDIR=dir] [PROFILE=release] ffi-c/install/install.sh install|uninstall|check
#
# LIBDIR, INCLUDEDIR, DATAROOTDIR, MANDIR and DOCDIR are what GNU means by them. README.md beside this file has the rest.
set -eu
umask 022
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
verb=${1:-}

fail() {
    echo "$*" >&2
    exit 1
}
case $verb in
install | uninstall | check) ;;
*) fail "usage: install.sh install|uninstall|check" ;;
esac
[ "$(uname -s)" = Linux ] || fail "The C library is installed on Linux only; elsewhere take the library that cargo builds, and include/."

# A directory as it is used from here on: absolute, without "..", and below the second one if it was relative.
directory() {
    case $1 in
    /*) realpath -ms -- "$1" ;;
    *) realpath -ms -- "$2/$1" ;;
    esac
}
DESTDIR=${DESTDIR:+$(directory "$DESTDIR" "$PWD")}
PREFIX=$(directory "${PREFIX:-/usr/local}" "$PWD")
LIBDIR=$(directory "${LIBDIR:-lib}" "$PREFIX")
INCLUDEDIR=$(directory "${INCLUDEDIR:-include}" "$PREFIX")
DATAROOTDIR=$(directory "${DATAROOTDIR:-share}" "$PREFIX")
MANDIR=$(directory "${MANDIR:-man}" "$DATAROOTDIR")
DOCDIR=$(directory "${DOCDIR:-doc/backupjobs}" "$DATAROOTDIR")

PROFILE=${PROFILE:-release}
built=${CARGO_TARGET_DIR:-$root/target}/$PROFILE
[ "$PROFILE" != dev ] || built=${CARGO_TARGET_DIR:-$root/target}/debug
version=$(sed -n 's/^#define BKJ_VERSION "\(.*\)"$/\1/p' "$root/include/backupjobs.h")
major=${version%%.*}
# It counts breaks of the ABI, and is no part of the version (ffi-c/ABI.md).
soname=$(sed -n 's/.*-soname,\(libbackupjobs\.so\.[0-9]*\)".*/\1/p' "$root/ffi-c/build.rs")

# Every file goes through one of the next three, whatever the verb: what is installed is what is taken away.

put() { # mode, file, where it goes
    case $verb in
    check) writable "$3" ;;
    install) install -D -m "$1" -- "$2" "$DESTDIR$3" ;;
    uninstall) rm -f -- "$DESTDIR$3" ;;
    esac
}

link() { # what it points to, where it goes
    case $verb in
    check) writable "$2" ;;
    install) ln -sfn -- "$1" "$DESTDIR$2" ;;
    uninstall) rm -f -- "$DESTDIR$2" ;;
    esac
}

fill() { # template, where it goes
    if [ "$verb" = install ]; then
        sed -e "s|@VERSION@|$version|g" -e "s|@MAJOR@|$major|g" -e "s|@LIBS@|$libs|g" -e "s|@LIBS_LIST@|$libs_list|g" \
            -e "s|@PC_PREFIX@|$pc_prefix|g" -e "s|@PC_LIBDIR@|$pc_libdir|g" -e "s|@PC_INCLUDEDIR@|$pc_includedir|g" \
            -e "s|@CMAKE_INCLUDEDIR@|$cmake_includedir|g" -e "s|@POINTER_SIZE@|$pointer_size|g" "$1" >"$filled"
    fi
    put 644 "${filled:-}" "$2"
}

pages() { # the manual pages that `make man` has written, one for each function: too many to go one by one
    made=${CARGO_TARGET_DIR:-$root/target}/man/man3
    [ -d "$made" ] || return 0
    case $verb in
    check) writable "$MANDIR/man3/x" ;;
    install)
        mkdir -p -- "$DESTDIR$MANDIR/man3"
        install -m 644 -t "$DESTDIR$MANDIR/man3" -- "$made"/*.3
        ;;
    uninstall) find "$made" -name '*.3' -printf '%f\0' | (cd "$DESTDIR$MANDIR/man3" 2>/dev/null && xargs -0 rm -f --) || true ;;
    esac
}

writable() { # a file: could it be made?
    directory=$(dirname "$DESTDIR$1")
    while [ ! -e "$directory" ]; do
        directory=$(dirname "$directory")
    done
    if [ ! -d "$directory" ] || [ ! -w "$directory" ]; then
        fail "cannot write to $directory: choose another place, such as PREFIX=\"\$HOME/.local\", or become root."
    fi
}

# For the right side of sed's s|||; and before that for a .pc file, in which a space ends a word.
quoted() { printf '%s' "$1" | sed 's/[&|\\]/\\&/g'; }
pc() { quoted "$(printf '%s' "$1" | sed 's/[\\ ]/\\&/g')"; }

# Where things are, as the .pc and CMake files say it: relative to the file itself as far as that goes, so that the tree
# can be moved. Not below /usr: there pkg-config leaves out -I and -L, if it can tell that they are the system's own.
below() { # how to quote it, directory, what stands for the prefix
    case $2 in
    "$PREFIX"/*) printf '%s/%s' "$3" "$("$1" "${2#"$PREFIX"/}")" ;;
    *) "$1" "$2" ;;
    esac
}
paths() {
    libs=$(cat "$here/native-static-libs")
    libs_list=$(printf '%s' "$libs" | tr ' ' ';')
    pc_prefix=$(pc "$PREFIX")
    cmake_includedir=$(quoted "$INCLUDEDIR")
    case $LIBDIR in
    "$PREFIX"/*)
        [ "$PREFIX" = /usr ] || pc_prefix="\${pcfiledir}/$(realpath -ms --relative-to="$LIBDIR/pkgconfig" -- "$PREFIX")"
        cmake_includedir=$(below quoted "$INCLUDEDIR" "$(realpath -ms --relative-to="$LIBDIR/cmake/backupjobs" -- "$PREFIX")")
        ;;
    esac
    pc_libdir=$(below pc "$LIBDIR" "\${prefix}")
    pc_includedir=$(below pc "$INCLUDEDIR" "\${prefix}")
    pointer_size=$(($(getconf LONG_BIT) / 8))
    filled=$(mktemp)
    trap 'rm -f "$filled"' EXIT
}

walk() {
    # cargo builds libbackupjobs_c, because the Rust crate has the plain name in the same directory. Programs ask for the
    # SONAME.
    put 755 "$built/libbackupjobs_c.so" "$LIBDIR/libbackupjobs.so.$version"
    link "libbackupjobs.so.$version" "$LIBDIR/$soname"
    link "$soname" "$LIBDIR/libbackupjobs.so"
    put 644 "$built/libbackupjobs_c.a" "$LIBDIR/libbackupjobs.a"
    # The release profile strips the shared library only; in this one is what debuggers read of Rust's own library and of C code.
    if [ "$verb" = install ] && [ "$PROFILE" != dev ]; then
        strip --strip-debug --enable-deterministic-archives "$DESTDIR$LIBDIR/libbackupjobs.a"
    fi

    fill "$here/backupjobs.pc.in" "$LIBDIR/pkgconfig/backupjobs.pc"
    fill "$here/backupjobs-static.pc.in" "$LIBDIR/pkgconfig/backupjobs-static.pc"
    fill "$here/backupjobs-config.cmake.in" "$LIBDIR/cmake/backupjobs/backupjobs-config.cmake"
    fill "$here/backupjobs-config-version.cmake.in" "$LIBDIR/cmake/backupjobs/backupjobs-config-version.cmake"

    for file in "$root"/include/*.h "$root"/include/*.hpp "$root"/include/backupjobs/*.hpp; do
        put 644 "$file" "$INCLUDEDIR/${file#"$root"/include/}"
    done
    for file in "$root"/ffi-c/man/*.[1-9]; do
        [ ! -f "$file" ] || put 644 "$file" "$MANDIR/man${file##*.}/${file##*/}"
    done
    pages
    for file in "$root"/LICENSE-* "$root/CHANGELOG.md" "$root"/ffi-c/*.md; do
        [ ! -f "$file" ] || put 644 "$file" "$DOCDIR/${file##*/}"
    done
    examples=$(cd "$root/ffi-c/examples" && find . -type f)
    while IFS= read -r file; do
        put 644 "$root/ffi-c/examples/$file" "$DOCDIR/examples/${file#./}"
    done <<EXAMPLES
$examples
EXAMPLES
}

case $verb in
check) walk ;;
install)
    for file in so a; do
        [ -f "$built/libbackupjobs_c.$file" ] || fail "$built/libbackupjobs_c.$file is not there: make library PROFILE=$PROFILE"
    done
    (verb=check && walk)
    paths
    walk
    echo "backupjobs $version is installed: $DESTDIR$LIBDIR, $DESTDIR$INCLUDEDIR"
    # Programs find the library in the system's own directories by a list that is made anew.
    case $DESTDIR$LIBDIR in
    /usr/* | /lib*) [ "$(id -u)" != 0 ] || PATH=$PATH:/usr/sbin:/sbin ldconfig || echo "ldconfig failed" >&2 ;;
    esac
    ;;
uninstall)
    (verb=check && walk)
    walk
    # Of the directories, those that are nobody else's.
    for own in "$DOCDIR/examples" "$DOCDIR" "$INCLUDEDIR/backupjobs" "$LIBDIR/cmake/backupjobs"; do
        [ ! -d "$DESTDIR$own" ] || find "$DESTDIR$own" -depth -type d -empty -delete
    done
    ;;
esac
