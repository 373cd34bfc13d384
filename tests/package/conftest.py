"""Where the wheels are, and a simulator."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import backupjobs_sim
import pytest

ROOT = Path(__file__).resolve().parents[2]
WHEELS = Path(os.environ.get("BACKUPJOBS_WHEELS", ROOT / "target" / "wheels"))


@pytest.fixture(scope="session")
def wheel() -> Path:
    """The wheel under test."""
    (found,) = WHEELS.glob("backupjobs-*.whl")
    return found


@pytest.fixture
def sim() -> Iterator[backupjobs_sim.Simulator]:
    with backupjobs_sim.Simulator() as sim:
        yield sim
