"""The simulator, and clients for it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

from backupjobs import teradata, vcenter, veeam

ROOT = Path(__file__).resolve().parents[2]
#: Searches all that the tests see for secrets.
pytest_plugins = ["watch"]

try:
    import backupjobs_sim
except ImportError:
    sys.path.insert(0, str(ROOT / "tests" / "sim" / "python"))
    import backupjobs_sim

# A shell ignores Ctrl-C in what it starts in the background, and the programs that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

VEEAM_JOB = "3396ba22-21b1-4666-a631-0edfc12a59cd"
TERADATA_JOB = "34"
APPLIANCE = vcenter.APPLIANCE_BACKUP


def find_command() -> str | None:
    """The simulator's command: named, installed, or just built."""
    if "BACKUPJOBS_SIM" in os.environ:
        return os.environ["BACKUPJOBS_SIM"]
    try:
        return backupjobs_sim.find_command()
    except backupjobs_sim.SimulatorError:
        pass
    folders = [os.environ.get("CARGO_TARGET_DIR", ""), ROOT / "target"]
    for folder in filter(None, folders):
        for profile in ("debug", "quick", "release"):
            candidate = Path(folder) / profile / "backupjobs-sim"
            if candidate.is_file():
                return str(candidate)
    return None


@pytest.fixture(scope="session")
def simulator() -> Iterator[backupjobs_sim.Simulator]:
    command = find_command()
    if command is None:
        pytest.fail("no simulator: cargo build -p backupjobs-sim, or name one in BACKUPJOBS_SIM")
    with backupjobs_sim.Simulator(command=command) as sim:
        yield sim


@pytest.fixture
def sim(simulator: backupjobs_sim.Simulator) -> backupjobs_sim.Simulator:
    """The simulator as it is at its start."""
    simulator.reset()
    simulator.clock(per_request_s=0, mode="manual")
    return simulator


def open_veeam(sim: Any, version: str = "v6", **settings: Any) -> veeam.Client:
    access = sim.veeam
    settings = {"ca_file": sim.ca_file, "username": access.username, "password": access.password, **settings}
    return veeam.Client(access.url, version=version, **settings)


def open_teradata(sim: Any, **settings: Any) -> teradata.Client:
    access = sim.teradata
    settings = {"ca_file": sim.ca_file, "site_id": access.site_id, "token": access.token, **settings}
    return teradata.Client(access.url, **settings)


def signed(sim: Any, **members: Any) -> teradata.LakeJwt:
    """A token that the client signs: the way to get one that is documented for Lake."""
    access = sim.teradata
    names = ("key_name", "username", "organization")
    members = {**{name: getattr(access, name) for name in names}, **members}
    token = members.pop("personal_access_token", access.personal_access_token)
    return teradata.LakeJwt(token, members.pop("private_key", access.private_key), **members)


def open_lake(sim: Any, **settings: Any) -> teradata.Client:
    access = sim.teradata
    settings = {"ca_file": sim.ca_file, "account_id": access.account_id, **settings}
    return teradata.Client(access.url, token=settings.pop("token", None) or signed(sim), **settings)


def open_vcenter(sim: Any, **settings: Any) -> vcenter.Client:
    access = sim.vcenter
    settings = {"ca_file": sim.ca_file, "username": access.username, "password": access.password, **settings}
    return vcenter.Client(access.url, **settings)


def plan(**members: Any) -> vcenter.BackupRequest:
    return vcenter.BackupRequest("FTP", "ftp://backup.example/vc", **members)


@pytest.fixture
def veeam_v6(sim: Any) -> Iterator[veeam.Client]:
    with open_veeam(sim) as client:
        yield client


@pytest.fixture
def td(sim: Any) -> Iterator[teradata.Client]:
    with open_teradata(sim) as client:
        yield client


@pytest.fixture
def vc(sim: Any) -> Iterator[vcenter.Client]:
    with open_vcenter(sim) as client:
        yield client


@pytest.fixture(params=["veeam-v2", "veeam-v5", "veeam-v6", "teradata", "lake", "vcenter"])
def opened(request: pytest.FixtureRequest, sim: Any) -> Iterator[tuple[Any, str]]:
    """A server of each kind, and a job on it."""
    system, _, version = request.param.partition("-")
    openers: dict[str, Callable[[], tuple[Any, str]]] = {
        "veeam": lambda: (open_veeam(sim, version).server(), VEEAM_JOB),
        "teradata": lambda: (open_teradata(sim).server(), TERADATA_JOB),
        "lake": lambda: (open_lake(sim, allow_unverified=True).server(), TERADATA_JOB),
        "vcenter": lambda: (open_vcenter(sim).server(plan()), APPLIANCE),
    }
    server, job = openers[system]()
    with server:
        yield server, job


def api_runs(sim: Any, system: str) -> list[dict[str, Any]]:
    """The runs that were started through the API, in truth."""
    return [run for run in sim.truth()[system]["runs"] if run["origin"] == "api"]
