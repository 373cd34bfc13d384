"""The manual pages: every function has one, groff has nothing against any, and their example is the guide's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "c"))

from header import functions  # noqa: E402


@pytest.fixture(scope="module")
def man3(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("man") / "man3"
    subprocess.run([sys.executable, str(ROOT / "ffi-c" / "man" / "make.py"), str(directory)], check=True)
    return directory


def complaints(page: Path, directory: Path) -> str:
    """What groff says against a page, with all warnings on."""
    command = ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", str(page)]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True)
    return done.stderr or f"exit code {done.returncode}" * (done.returncode != 0)


def test_every_function_has_a_page(man3: Path) -> None:
    known = functions(str(ROOT / "include" / "backupjobs.h"))
    assert len(known) > 1000
    for function in known:
        page = man3 / f"{function.name}.3"
        link = re.fullmatch(r"\.so man3/(\w+\.3)\n", page.read_text())
        shown = (man3 / link[1] if link else page).read_text()
        assert re.search(rf"^\.B .*\b{function.name}\(", shown, re.M), f"{page.name} does not show the function"


def test_groff_has_nothing_against_any_page(man3: Path) -> None:
    pages = [page for page in man3.glob("*.3") if not page.read_text().startswith(".so ")]
    assert len(pages) > 100
    # One call for all: a page that opens what it does not close shows in the next.
    command = ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", *map(str, [*sorted(pages), ROOT / "ffi-c/man/backupjobs.7"])]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_groff_is_asked_the_right_way(tmp_path: Path) -> None:
    page = tmp_path / "bad.3"
    page.write_text(".TH bad 3\n.SH NAME\nbad \\- \\*[undefined]\n")
    assert "undefined" in complaints(page, tmp_path)


def test_references_lead_to_pages(man3: Path) -> None:
    for page in [*man3.glob("*.3"), ROOT / "ffi-c" / "man" / "backupjobs.7"]:
        for name in re.findall(r"^\.BR (bkj_\w+) \(3\)", page.read_text(), re.M):
            assert (man3 / f"{name}.3").is_file(), f"{page.name} refers to {name}(3)"


def test_the_example_of_the_overview_is_the_guides() -> None:
    guide = (ROOT / "ffi-c" / "README.md").read_text()
    wanted = re.search(r"<!-- example: c nightly -->\n```c\n(.*?)```", guide, re.S)
    examples = re.findall(r"^\.EX\n(.*?)^\.EE", (ROOT / "ffi-c/man/backupjobs.7").read_text(), re.M | re.S)
    plain = [text.replace("\\(aq", "'").replace("\\(ga", "`").replace("\\-", "-").replace("\\e", "\\") for text in examples]
    assert wanted is not None and wanted[1] in plain


def test_the_overview_is_of_this_version() -> None:
    header = (ROOT / "include" / "backupjobs.h").read_text()
    version = re.search(r'#define BKJ_VERSION "(.*)"', header)
    assert version is not None
    assert f'"backupjobs {version[1]}"' in (ROOT / "ffi-c/man/backupjobs.7").read_text().splitlines()[0]
