"""A client of the simulator, and lists of any rows."""

from __future__ import annotations

import json
import os
from typing import Any, Callable, Iterator

import backupjobs_sim
import pytest

from backupjobs import teradata, vcenter, veeam

VEEAM_JOB = "3396ba22-21b1-4666-a631-0edfc12a59cd"
TERADATA_JOB = "34"


@pytest.fixture(scope="session")
def simulator() -> Iterator[backupjobs_sim.Simulator]:
    with backupjobs_sim.Simulator(command=os.environ["BACKUPJOBS_SIM"]) as sim:
        yield sim


@pytest.fixture
def sim(simulator: backupjobs_sim.Simulator) -> backupjobs_sim.Simulator:
    simulator.reset()
    return simulator


@pytest.fixture
def client(sim: Any) -> Iterator[veeam.Client]:
    access = sim.veeam
    with veeam.Client(
        access.url, version=6, username=access.username, password=access.password, ca_file=sim.ca_file
    ) as client:
        yield client


@pytest.fixture
def site(sim: Any) -> Iterator[teradata.Client]:
    access = sim.teradata
    with teradata.Client(access.url, site_id=access.site_id, token=access.token, ca_file=sim.ca_file) as client:
        yield client


@pytest.fixture
def appliance(sim: Any) -> Iterator[vcenter.Client]:
    access = sim.vcenter
    with vcenter.Client(
        access.url, username=access.username, password=access.password, ca_file=sim.ca_file
    ) as client:
        yield client


@pytest.fixture
def sessions(sim: Any, client: veeam.Client) -> Callable[[list[dict[str, Any]]], Any]:
    """Job sessions of any content, as a server would answer them."""

    def answered(rows: list[dict[str, Any]]) -> Any:
        body = json.dumps({"offset": 0, "limit": len(rows), "results": rows})
        sim.faults("body", path="/JobSessions", body=body, content_type="application/json")
        return client.all_job_sessions(limit=max(len(rows), 1))

    return answered


def session(n: int) -> dict[str, Any]:
    """Session number n, with everything that a column can hold; every seventh has next to nothing."""
    if n % 7 == 6:
        return {"id": f"s{n}"}
    return {
        "id": f"s{n}",
        "details": None if n % 3 else f"détails & <{n}>",
        "creationTime": f"2026-01-{1 + n % 28:02}T08:00:00.{n % 10}234567Z",
        "endTime": "0001-01-01T00:00:00Z" if n % 5 == 4 else f"2026-01-{1 + n % 28:02}T09:00:00Z",
        "retryCount": n % 3,
        "jobWillBeRetried": n % 2 == 0,
        "progress": 2**40 + n,
        "status": ("Success", "Warning", "Splendid")[n % 3],
        "statistics": {"bottleneck": "Source", "transferredDataBytes": n},
        "_links": {"job": {"href": "/v6/jobs/3396ba22-21b1-4666-a631-0edfc12a59cd"}},
        "newMember": {"n": n},
    }
