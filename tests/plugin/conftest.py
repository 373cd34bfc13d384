"""A simulator and the plugin, whose every output is searched for secrets."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest
from plugin import Plugin

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "supply"))
sys.path.append(str(ROOT / "tests" / "sim" / "python"))
import backupjobs_sim  # noqa: E402  (needs the path)
from canaries import SECRET_MEMBERS, Canaries, parts, travelled  # noqa: E402  (needs the path)

#: Job sessions are of this one, unless a test says otherwise.
MAIL = "3396ba22-21b1-4666-a631-0edfc12a59cd"
CANARIES = Canaries()


@pytest.fixture(scope="session")
def simulator() -> Iterator[backupjobs_sim.Simulator]:
    with backupjobs_sim.Simulator(command=os.environ["BACKUPJOBS_SIM"]) as sim:
        yield sim


@pytest.fixture
def sim(simulator: backupjobs_sim.Simulator) -> backupjobs_sim.Simulator:
    """The simulator as it is at its start."""
    simulator.reset()
    simulator.clock(per_request_s=0, mode="manual")
    return simulator


@pytest.fixture
def plugin(sim: Any, tmp_path: Path) -> Iterator[Plugin]:
    plugin = Plugin(Path(os.environ["BACKUPJOBS_PLUGIN"]), sim, tmp_path)
    yield plugin
    journal = sim.journal()
    told = [str(server[name]) for server in (sim.veeam, sim.teradata, sim.vcenter) for name in SECRET_MEMBERS if name in server]
    search = CANARIES.search({part for secret in told for part in parts(secret)} | travelled(journal) | {"C4nary"})
    assert search.texts(plugin.printed) == [] and search.journal(journal) == []
    logins = ("/token", "/session")
    changes = [e["path"] for e in journal if e["method"] != "GET" and not e["path"].lower().endswith(logins)]
    assert changes == [], "a check changes nothing"


def ran(sim: Any, outcome: str = "success", *, system: str = "veeam", job: str = MAIL, hours_ago: int = 2, **script: Any) -> None:
    """A run of a job that began so long ago and ended like this."""
    sim.script(system, job, outcome=outcome, **script)
    sim.run(system, job)
    sim.advance(hours_ago * 3600)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    terminalreporter.write_line(CANARIES.line())
