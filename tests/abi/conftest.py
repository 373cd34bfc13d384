"""The header, as the tests of this folder read it."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def header() -> str:
    return (ROOT / "include/backupjobs.h").read_text(encoding="utf-8")
