"""Fixtures: one simulator for each test process, as at its start for each test.

========================== ===========================================================================================
``backupjobs_sim``         the simulator (:class:`backupjobs_sim.Simulator`), as at its start
``backupjobs_veeam``       how to reach the simulated product: ``url``, ``username``, ``ca_file``, ... (:class:`Server`)
``backupjobs_teradata``    likewise
``backupjobs_vcenter``     likewise
``backupjobs_clock``       the virtual clock (:class:`Clock`)
``backupjobs_faults``      what is to go wrong (:class:`Faults`)
``backupjobs_journal``     what was asked (:class:`Journal`)
``backupjobs_environment`` the addresses and logins as environment variables of this process, for the time of the test
========================== ===========================================================================================

``@pytest.mark.backupjobs_sim(knobs={"veeam.retries": "always"}, per_request_s=5)`` sets knobs and clock for a test. A test
that fails shows what was asked.
"""

from __future__ import annotations

from typing import Dict, Iterator, Optional

import pytest

from .clock import Clock
from .faults import Faults
from .journal import Journal
from .simulator import Server, Simulator

#: The requests that a failed test shows, the last ones.
SHOWN = 50


class _Keeper:
    """Keeps one simulator running. A test that ended it, or let it crash, spoils nothing for the next one."""

    def __init__(self) -> None:
        self._sim: Optional[Simulator] = None

    def fresh(self) -> Simulator:
        if self._sim is not None and self._sim.running:
            self._sim.reset()
        else:
            self._sim = Simulator()
        return self._sim

    def close(self) -> None:
        if self._sim is not None:
            self._sim.close()


@pytest.fixture(scope="session")
def _backupjobs_keeper() -> Iterator[_Keeper]:
    # One for a process: the workers of pytest-xdist have one each, on ports of its own.
    keeper = _Keeper()
    yield keeper
    keeper.close()


@pytest.fixture
def backupjobs_sim(_backupjobs_keeper: _Keeper, request: pytest.FixtureRequest) -> Simulator:
    """A running :class:`backupjobs_sim.Simulator`, as at its start."""
    sim = _backupjobs_keeper.fresh()
    for marker in request.node.iter_markers("backupjobs_sim"):
        _set(sim, **marker.kwargs)
    return sim


def _set(sim: Simulator, *, knobs: Optional[Dict[str, object]] = None, per_request_s: Optional[int] = None) -> None:
    if knobs:
        sim.knobs(knobs)
    if per_request_s is not None:
        sim.clock(per_request_s=per_request_s)


@pytest.fixture
def backupjobs_veeam(backupjobs_sim: Simulator) -> Server:
    """How to reach the simulated Veeam Backup for Microsoft 365."""
    return backupjobs_sim.veeam


@pytest.fixture
def backupjobs_teradata(backupjobs_sim: Simulator) -> Server:
    """How to reach the simulated Teradata VantageCloud BaaS."""
    return backupjobs_sim.teradata


@pytest.fixture
def backupjobs_vcenter(backupjobs_sim: Simulator) -> Server:
    """How to reach the simulated vCenter appliance."""
    return backupjobs_sim.vcenter


@pytest.fixture
def backupjobs_clock(backupjobs_sim: Simulator) -> Clock:
    """The virtual clock; it stands still."""
    return Clock(backupjobs_sim)


@pytest.fixture
def backupjobs_faults(backupjobs_sim: Simulator) -> Faults:
    """The fault rules; there are none yet."""
    return Faults(backupjobs_sim)


@pytest.fixture
def backupjobs_journal(backupjobs_sim: Simulator) -> Journal:
    """Every request of this test to one of the three products."""
    return Journal(backupjobs_sim)


@pytest.fixture
def backupjobs_environment(backupjobs_sim: Simulator, monkeypatch: pytest.MonkeyPatch) -> Dict[str, str]:
    """Environment variables for programs that know nothing of the simulator; set in this process as well."""
    variables = backupjobs_sim.environment()
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return variables


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line(
        "markers", "backupjobs_sim(knobs={...}, per_request_s=N): how the fixture backupjobs_sim starts for this test"
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Adds to a failed test what the simulator was asked, without anything that may be secret."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    sim: Optional[Simulator] = getattr(item, "funcargs", {}).get("backupjobs_sim")
    if report.when == "call" and report.failed and sim is not None and sim.running:
        asked = Journal(sim)[-SHOWN:]
        report.sections.append(("backupjobs_sim was asked", "\n".join(map(repr, asked)) or "nothing"))
