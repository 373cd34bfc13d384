"""The simulator, and the exchanges that a test had with it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Iterator

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests" / "specs"))

import backupjobs_sim  # noqa: E402
import exchange  # noqa: E402
from veeam_server import Server  # noqa: E402
from vmware_appliance import Appliance, open_appliance  # noqa: E402

# Certificates are verified, by the simulator's own authority: what the environment trusts is for others, and so are its
# proxies.
for variable in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"):
    os.environ.pop(variable, None)
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"


@pytest.fixture(scope="session")
def simulator() -> Iterator[backupjobs_sim.Simulator]:
    with backupjobs_sim.Simulator() as sim:
        yield sim


@pytest.fixture(scope="session")
def exchanges() -> Iterator[Any]:
    """Keeps them for `tests/specs/check.py`, if BACKUPJOBS_EXCHANGES names a file."""
    path = Path(os.environ.get("BACKUPJOBS_EXCHANGES") or os.devnull)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yield lambda exchanges: exchange.write(file, exchanges)


@pytest.fixture
def sim(
    simulator: backupjobs_sim.Simulator, exchanges: Any, request: pytest.FixtureRequest
) -> Iterator[backupjobs_sim.Simulator]:
    """The simulator as it is at its start."""
    simulator.reset()
    defaults = simulator.knobs()
    yield simulator
    knobs = [{"name": n, "value": v, "default": defaults[n]} for n, v in simulator.knobs().items()]
    source = f"{request.path.stem}::{request.node.name}"
    exchanges(exchange.taken(source, simulator.journal(), knobs, simulator.truth()))


@pytest.fixture(params=["v6", "v7", "v8"])
def server(request: pytest.FixtureRequest, sim: backupjobs_sim.Simulator) -> Server:
    """Veeam Backup for Microsoft 365, in each version that veeam-365 speaks."""
    return Server(sim, request.param, {})


@pytest.fixture(params=["rpc 8.0.3", "rpc 9.1", "rest 6.7.2", "rest 8.0.3"])
def appliance(request: pytest.FixtureRequest, sim: backupjobs_sim.Simulator) -> Appliance:
    """A vCenter appliance, in each way in which VMware's SDK speaks to it."""
    protocol, version = request.param.split()
    sim.knobs({"vcenter.version": version})
    return open_appliance(sim, protocol)


@pytest.fixture(params=["8.0.3", "9.1"])
def rpc(request: pytest.FixtureRequest, sim: backupjobs_sim.Simulator) -> Appliance:
    """The same over JSON-RPC only, for what the SDK cannot say over /rest: it writes it into the body of a GET."""
    sim.knobs({"vcenter.version": request.param})
    return open_appliance(sim, "rpc")
