"""The source distribution builds, is installed and works; what it builds is what the tree builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from backup import smoke
from conftest import ROOT

TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def run(*command: str | Path, **environment: str) -> str:
    # pip calls maturin by its name.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "maturin", "sdist", "--out", folder)
    (found,) = folder.glob("backupjobs-*.tar.gz")
    return found


def test_what_is_in_it(source: Path) -> None:
    run(sys.executable, "-m", "twine", "check", "--strict", source)
    names = [name.split("/", 1)[1] for name in tarfile.open(source).getnames()]
    wanted = {"PKG-INFO", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "Cargo.lock", "pyproject.toml"}
    assert wanted <= set(names)
    rooms = {name.split("/")[0] for name in names if "/" in name}
    # The simulator is there for the core's own tests; the C library and all other tests stay at home.
    assert rooms == {"core", "py", "tests"}
    assert {name.split("/")[1] for name in names if name.startswith("tests/")} == {"sim"}


def test_it_builds_is_installed_and_makes_a_backup(source: Path, wheel: Path, sim: Any, tmp_path: Path) -> None:
    # One place, so that the crates of others are built once; new times, since those of an archive are all the same.
    tree = TARGET / "sdist"
    shutil.rmtree(tree, ignore_errors=True)
    with tarfile.open(source) as archive:
        archive.extractall(tree, filter="data")
    for path in tree.rglob("*"):
        os.utime(path)
    (root,) = tree.iterdir()
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"),
        *("--wheel-dir", tmp_path, root),
        CARGO_TARGET_DIR=str(TARGET),
        # Not into the wheels of the tree.
        MATURIN_PEP517_ARGS=f"--profile dev --out {tmp_path / 'built'}",
    )
    (built,) = tmp_path.glob("*.whl")
    files = [sorted(name for name in zipfile.ZipFile(one).namelist() if "sbom" not in name) for one in (built, wheel)]
    assert files[0] == files[1]
    place = tmp_path / "venv"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--no-index", built)
    assert smoke(sim, python).startswith("ok ")
