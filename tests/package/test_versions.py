"""One wheel for every Python: the same file on each interpreter that BACKUPJOBS_PYTHONS names."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from backup import smoke

import backupjobs

VERSION = "import sys; print(*sys.version_info[:2])"


def pythons() -> list[str]:
    """The interpreters that the package is for."""
    named = os.environ.get("BACKUPJOBS_PYTHONS", "").split()
    found = []
    for python in [sys.executable, *named]:
        asked = subprocess.run([python, "-c", VERSION], capture_output=True, text=True, check=False)
        if asked.returncode == 0 and tuple(map(int, asked.stdout.split())) >= (3, 10):
            found.append(python)
    return found


@pytest.mark.parametrize("python", pythons())
def test_the_wheel_makes_a_backup(python: str, wheel: Path, sim: Any, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    asked = subprocess.run([python, "-c", VERSION], capture_output=True, text=True, check=True)
    assert smoke(sim, python, tmp_path) == f"ok {backupjobs.__version__} {asked.stdout.strip().replace(' ', '.')}"
