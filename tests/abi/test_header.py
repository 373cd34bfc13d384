"""The header under strict compilers, and the macros that stand before its functions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wundef -Werror".split()
C = ["-x", "c", "-std=c99", "-Wstrict-prototypes", "-Wc++-compat"]
CPP = ["-x", "c++", "-std=c++17", "-Wold-style-cast"]
COMPILERS = [os.environ.get("CC", "cc"), *(["clang"] if shutil.which("clang") else [])]
"""clang is looked at where it is installed."""


def compile(program: str, folder: Path, *flags: str, compiler: str = COMPILERS[0]) -> subprocess.CompletedProcess[str]:
    """Compiles a program that begins with the header; does not link it."""
    source = folder / "program.c"
    source.write_text(f"#include <backupjobs.h>\n{program}\n", encoding="utf-8")
    command = [compiler, *WARNINGS, f"-I{ROOT}/include", *flags, "-c", str(source), "-o", str(folder / "program.o")]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("language", [C, CPP], ids=["C99", "C++17"])
def test_the_header_is_clean(compiler: str, language: list[str], tmp_path: Path) -> None:
    run = compile("int unused = BKJ_ABSENT + BKJ_VERSION_NUMBER;", tmp_path, *language, compiler=compiler)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("language", [C, CPP], ids=["C99", "C++17"])
def test_whoever_calls_a_deprecated_function_is_warned(language: list[str], tmp_path: Path) -> None:
    declared = 'BKJ_API BKJ_DEPRECATED("call bkj_version()") const char *bkj_made_up(void);'
    called = f"{declared}\nconst char *user(void);\nconst char *user(void) {{ return bkj_made_up(); }}"
    assert compile(declared, tmp_path, *language).returncode == 0, "the declaration alone must not warn"
    warned = compile(called, tmp_path, *language)
    assert warned.returncode != 0 and "deprecated" in warned.stderr and "call bkj_version()" in warned.stderr
    assert compile(called, tmp_path, *language, "-DBKJ_DEPRECATED(text)=").returncode == 0


def test_every_function_is_exported_where_all_else_is_hidden(header: str, tmp_path: Path) -> None:
    """Also in a program that includes the header where everything is hidden by default."""
    program = "const char *user(void);\nconst char *user(void) { return bkj_version(); }"
    hidden = f'#pragma GCC visibility push(hidden)\n#include "{ROOT}/include/backupjobs.h"\n{program}'
    for flags, visibility in (((), "DEFAULT"), (("-DBKJ_API=",), "HIDDEN")):
        source = tmp_path / "hidden.c"
        source.write_text(hidden, encoding="utf-8")
        made = tmp_path / "hidden.o"
        subprocess.run([COMPILERS[0], *flags, "-c", str(source), "-o", str(made)], check=True)
        symbols = subprocess.run(["readelf", "-sW", str(made)], capture_output=True, text=True, check=True).stdout
        assert re.search(rf"{visibility}\s+UND\s+bkj_version$", symbols, flags=re.M), symbols
    code = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
    bare = [line for line in re.findall(r"^.*\bbkj_\w+\(", re.sub(r"BKJ_API\s+", "BKJ_API ", code), flags=re.M) if "BKJ_API" not in line]
    assert bare == []


def test_a_static_program_on_windows_imports_nothing(tmp_path: Path) -> None:
    source = tmp_path / "windows.c"
    source.write_text("#include <backupjobs.h>\n", encoding="utf-8")
    command = [COMPILERS[0], "-E", "-D_WIN32", f"-I{ROOT}/include", str(source)]
    imported = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    static = subprocess.run([*command, "-DBKJ_STATIC"], capture_output=True, text=True, check=True).stdout
    assert "dllimport" in imported and "dllimport" not in static
