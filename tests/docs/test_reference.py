"""The HTML reference: it has every function, and what is not explained, or refers to nothing, ends its making."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOC = ROOT / "ffi-c" / "doc"
sys.path.insert(0, str(ROOT / "tests" / "c"))

from header import functions  # noqa: E402


def written() -> Path:
    """Where `make docs-c` has written it."""
    return Path(os.environ["BACKUPJOBS_DOCS"])


def doxygen(directory: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "DOCS": str(directory), "VERSION": "test"}
    return subprocess.run(["doxygen", str(DOC / "Doxyfile")], cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """An input of a few lines, which is quick."""
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "guide.md").write_text("# Guide\n\nSee bkj_one().\n")
    (tmp_path / "input" / "backupjobs.h").write_text("/** @file */\n/** One. */\nvoid bkj_one(void);\n")
    return tmp_path


def test_every_function_is_in_the_reference() -> None:
    html = "".join(page.read_text(encoding="utf-8") for page in (written() / "html").glob("group__*.html"))
    shown = set(re.findall(r'<td class="memname">.*?\b(bkj_\w+) </td>', html))
    known = {function.name for function in functions(str(ROOT / "include" / "backupjobs.h"))}
    assert len(known) > 1000 and known <= shown, sorted(known - shown)[:10]


def test_the_small_input_is_good(small: Path) -> None:
    done = doxygen(small)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "file, planted, complaint",
    [
        ("backupjobs.h", "void bkj_two(void);\n", "bkj_two"),
        ("guide.md", "See @ref bkj_three.\n", "bkj_three"),
        ("backupjobs.h", "/** @nosuchcommand */\nvoid bkj_four(void);\n", "nosuchcommand"),
    ],
)
def test_a_flaw_ends_the_making(small: Path, file: str, planted: str, complaint: str) -> None:
    with (small / "input" / file).open("a") as end:
        end.write(planted)
    done = doxygen(small)
    assert done.returncode != 0 and complaint in done.stderr, done.stderr


def test_a_function_without_a_comment_ends_the_making(tmp_path: Path) -> None:
    for name in ("header.py", "reference.py"):
        (tmp_path / "ffi-c" / "doc").mkdir(parents=True, exist_ok=True)
        shutil.copy(DOC / name, tmp_path / "ffi-c" / "doc" / name)
    shutil.copy(ROOT / "ffi-c" / "README.md", tmp_path / "ffi-c")
    (tmp_path / "include").mkdir()
    header = (ROOT / "include" / "backupjobs.h").read_text(encoding="utf-8")
    planted = header.replace("const char *bkj_version(void);", "const char *bkj_version(void);\n\nvoid bkj_planted(void);")
    assert planted != header
    (tmp_path / "include" / "backupjobs.h").write_text(planted, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "ffi-c" / "doc" / "reference.py"), str(tmp_path / "input")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode != 0 and "bkj_planted" in done.stderr
