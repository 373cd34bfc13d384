#!/usr/bin/env bash
# Checks for the tools a build needs; installs what is missing where it may, and says what to do where it may not.
#   setup.sh [room …]     also for what the tests of these rooms need
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }

need cc gcc
need c++ g++
need make make
need curl curl
need nm binutils
need valgrind valgrind
# Where Debian has daemons, which is not on everybody's PATH.
PATH=$PATH:/usr/sbin
for room in "$@"; do
    case $room in
    abi) need abidiff abigail-tools ;;
    bench)
        need pkg-config pkg-config
        pkg-config --exists libcurl 2>/dev/null || missing+=(libcurl4-openssl-dev)
        pkg-config --exists jansson 2>/dev/null || missing+=(libjansson-dev)
        ;;
    docs)
        need doxygen doxygen
        need groff groff-base
        ;;
    install)
        need cmake cmake
        need pkg-config pkg-config
        ;;
    pictures)
        for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
            command -v "$browser" >/dev/null 2>&1 && continue 2
        done
        missing+=(chromium-headless-shell fonts-dejavu-core)
        ;;
    plugin)
        need icinga2 icinga2-bin
        need mandoc mandoc
        ;;
    *)
        echo "there is no room $room" >&2
        exit 2
        ;;
    esac
done
python=${PYTHON:-python3}
if ! command -v "$python" >/dev/null 2>&1; then
    missing+=(python3 python3-venv)
elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    missing+=(python3-venv)
fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing: ${missing[*]}"
        # A package may bring a service: nobody asked for it to be started.
        if [ ! -e /usr/sbin/policy-rc.d ]; then
            printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
            chmod 755 /usr/sbin/policy-rc.d
            trap 'rm -f /usr/sbin/policy-rc.d' EXIT
        fi
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
    else
        echo "missing: ${missing[*]}. Install them (on Debian, as root: apt-get install ${missing[*]}), then try again." >&2
        exit 1
    fi
fi

if ! command -v cargo >/dev/null 2>&1; then
    echo "missing: cargo. Install Rust 1.88 or later from https://rustup.rs, then try again." >&2
    exit 1
fi
"$python" - <<'PY' || { echo "Python 3.11 or later is needed for the tests; set PYTHON=/path/to/python3." >&2; exit 1; }
import sys
sys.exit(sys.version_info < (3, 11))
PY
