"""The fixture ``backupjobs_sim``: a simulator of its own for every test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterator

import pytest

if TYPE_CHECKING:
    from .simulator import Simulator


@pytest.fixture
def backupjobs_sim() -> Iterator[Simulator]:
    """A running :class:`backupjobs_sim.Simulator` at its start; it ends with the test."""
    # Imported here, so that test runs that do not use the fixture do not pay for it.
    from .simulator import Simulator

    with Simulator() as sim:
        yield sim
