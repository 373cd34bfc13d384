"""The manual page is one."""

from __future__ import annotations

import subprocess
from pathlib import Path

MANUAL = Path(__file__).resolve().parents[2] / "ffi-c" / "man" / "check_backupjobs.1"


def test_the_manual_has_no_mistakes() -> None:
    found = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(MANUAL)], capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")
