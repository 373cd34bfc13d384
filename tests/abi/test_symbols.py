"""What the built libraries bring into a program: LIBRARIES names their folder. ffi-c/ABI.md says the same in words."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from abi import functions

MANGLED = r"_R|_ZN"
"""Rust's own names, which end in a hash of crate, version and compiler."""
OTHERS = rf"bkj_|{MANGLED}|ring_core_\d+_\d+_\d+_|anon\.|DW\.ref\.|rust_eh_personality$|__"
"""All of the static library's: `__` is the compiler's; ring's have its version in them."""
NEEDED = {"libc.so.6", "libgcc_s.so.1", "libm.so.6", "libdl.so.2", "libpthread.so.0"}


@pytest.fixture(scope="session")
def libraries() -> Path:
    return Path(os.environ["LIBRARIES"])


def output(*command: object) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


def test_the_shared_library_exports_what_the_header_declares(header: str, libraries: Path) -> None:
    """Also where the library was stripped: only the dynamic symbols are looked at."""
    symbols = output("nm", "-D", "--defined-only", "--format=posix", libraries / "libbackupjobs.so").splitlines()
    assert {line.split()[0] for line in symbols} == functions(header)
    assert {line.split()[1] for line in symbols} == {"T"}, "something else than functions is exported"


def test_the_shared_library_calls_its_own_functions(libraries: Path) -> None:
    """No other library that has functions of the same names can come between."""
    relocations = output("readelf", "-rW", libraries / "libbackupjobs.so")
    assert "Relocation section" in relocations
    assert re.findall(r"\bbkj_\w+", relocations) == []


def test_the_shared_library_needs_the_c_library_alone(libraries: Path) -> None:
    dynamic = output("readelf", "-dW", libraries / "libbackupjobs.so")
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
    assert {name for name in needed if not name.startswith("ld-linux")} <= NEEDED
    assert re.findall(r"\(SONAME\).*\[(.*)\]", dynamic) == ["libbackupjobs.so.0"]


def test_no_name_of_the_static_library_can_be_a_programs_own(libraries: Path) -> None:
    symbols = output("nm", "-g", "--defined-only", "--format=posix", libraries / "libbackupjobs.a").splitlines()
    # `bkj_version T 0 10`; other lines name members, and what plugins of nm have to say.
    names = {line.split()[0] for line in symbols if re.fullmatch(r"\S+ [A-Za-z] [0-9a-f]+ ?[0-9a-f]*", line)}
    assert any(name == "bkj_version" for name in names)
    assert sorted(name for name in names if not re.match(OTHERS, name)) == []
