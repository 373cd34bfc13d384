#!/usr/bin/env python3
"""Compares include/backupjobs.h with the ABI that is recorded in ffi-c/abi/baseline.h; see ffi-c/ABI.md.

    tests/abi/check.py            fail on a break, and on an addition that is not recorded
    tests/abi/check.py --write    record additions; refuses a break
    tests/abi/check.py --break    record a break: only together with a new SONAME
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from abi import breaks
from declarations import declarations

ROOT = Path(__file__).resolve().parents[2]
HEADER, BASELINE = ROOT / "include/backupjobs.h", ROOT / "ffi-c/abi/baseline.h"
OPENING = """/*
 * The recorded ABI of libbackupjobs.so.0: every constant, type and function that programs may be built with. Lines are only
 * added. Made of include/backupjobs.h by tests/abi/check.py --write; ffi-c/ABI.md says what may change when.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="record additions")
    parser.add_argument("--break", action="store_true", dest="broken", help="record a break, too")
    args = parser.parse_args()
    header = HEADER.read_text(encoding="utf-8")
    baseline = BASELINE.read_text(encoding="utf-8")
    fresh = OPENING + "\n".join(declarations(header)) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        wrong = breaks(baseline, header, Path(folder))
    if wrong and not args.broken:
        print("\n".join(wrong))
        print("The ABI breaks: programs that are built with this SONAME would. What to do instead is in ffi-c/ABI.md.")
        return 1
    lines = len(declarations(fresh))
    if fresh == baseline:
        print(f"the ABI is the recorded one: {lines} declarations")
    elif args.write or args.broken:
        BASELINE.write_text(fresh, encoding="utf-8")
        print(f"recorded: {lines} declarations")
    else:
        added = set(declarations(fresh)) - set(declarations(baseline))
        print("\n".join(sorted(added)) or "the baseline has another form than it would be written in")
        print("Not recorded yet: run tests/abi/check.py --write, and read the difference.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
