"""Compares the ABI of two headers: constants and names of types line by line, functions and their types with abidiff.

The library itself is no help: its debug information, where there is any, shows the insides of objects, but no typedef and no
constant. But the header is made of the library's source, and its functions are compared with the library's exports. So a
library of empty functions is compiled from each header, in whose debug information stands what C sees.
"""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from declarations import declarations, is_function, name

COMPILER = os.environ.get("CC", "cc")
FLAGS = ["-std=c99", "-g", "-O0", "-w", "-shared", "-fPIC", "-Wl,-soname,libbackupjobs.so"]


@cache
def library(header: str, folder: Path) -> Path:
    """Compiles a library of empty functions into a new folder there."""
    lines = [line.removesuffix(";") for line in declarations(header) if is_function(line)]
    bodies = [line + (" {}" if re.match(r"void bkj_", line) else " { return 0; }") for line in lines]
    source = Path(mkdtemp(dir=folder)) / "library.c"
    source.write_text("\n".join([header, *bodies]), encoding="utf-8")
    made = source.with_suffix(".so")
    subprocess.run([COMPILER, *FLAGS, source, "-o", made], check=True)
    return made


def breaks(old: str, new: str, folder: Path) -> list[str]:
    """What a program that was compiled with the old header would miss in the new one; additions are none."""
    there = set(declarations(new))
    # No library knows what macros stand for, and which types can be written without `struct`.
    kept = [line for line in declarations(old) if line.startswith("#define") or re.fullmatch(r"[\w ]+;", line)]
    gone = [f"gone or changed: {line}" for line in kept if line not in there]
    # What abidiff calls harmless is not: swapped parameters of the same size, an int32_t that becomes a uint32_t.
    command = ["abidiff", "--harmless", "--no-added-syms", library(old, folder), library(new, folder)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode & 3 == 0, f"abidiff failed: {run.stdout}{run.stderr}"
    return [*gone, run.stdout.strip()] if run.returncode else gone


def functions(header: str) -> set[str]:
    return {name(line) for line in declarations(header) if is_function(line)}
