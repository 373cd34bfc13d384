"""Every call of the native module that may block, found by walking it, with arguments that it sends a request for."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

from backupjobs import _native, teradata, vcenter, veeam

#: Sends nothing, so nothing can keep it waiting.
PROMPT = {"supports", "server", "with_cancel"}
#: Needs more than arguments, and has a line of its own below; or has no session to end.
OTHERWISE = {"Server.carry_out", "TeradataClient.close"}

UUID = "3396ba22-21b1-4666-a631-0edfc12a59cd"
EXPLORED = {"datetime": "2026.01.15 08:00:00", "explorer": "vex"}
LOCATION = "sftp://backup.example.net/vcsa"


@dataclass
class Call:
    """One of them: which system it speaks to, how to get ready for it, and the call itself."""

    name: str
    system: str
    open: Callable[[Any], Any]
    make: Callable[[Any], object]

    @property
    def owner(self) -> str:
        """The class it is a method of."""
        return self.name.partition(".")[0]

    @property
    def apart(self) -> bool:
        """Whether it needs a client of its own: the login itself is what is asked for, or nothing can be afterwards."""
        return self.name.endswith((".login", ".close")) or self.owner not in OPEN


def credentials(sim: Any) -> teradata.ClientCredentials:
    access = sim.teradata
    return teradata.ClientCredentials(access.url + access.token_path, access.client_id, access.client_secret)


#: A call that cannot be interrupted must fail the test, and not take for ever.
SOON: dict[str, Any] = {"request_timeout": 5, "retries": 0}

#: How to open what the methods of a class are called on.
OPEN: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "Server": ("veeam", lambda sim: open_veeam(sim, "v8", **SOON).server()),
    "TeradataClient": ("teradata", lambda sim: open_teradata(sim, token=credentials(sim), **SOON)),
    "VcenterClient": ("vcenter", lambda sim: open_vcenter(sim, **SOON)),
    "VeeamClient": ("veeam", lambda sim: open_veeam(sim, "v8", **SOON)),
}

#: What to give for a parameter of that name, in general and in a class.
GIVEN: dict[str, Any] = {
    "VeeamClient.schedule_policy": veeam.CopySchedule.immediate(),
    "TeradataClient.job_id": TERADATA_JOB,
    "TeradataClient.execution_id": "301",
    "TeradataClient.restore_id": "905",
    "TeradataClient.name": "rollback",
    "TeradataClient.target_site": "ACMEDR01",
    "TeradataClient.objects": [teradata.ObjectSelection("SALES")],
    "TeradataClient.username": "dba",
    "TeradataClient.password": "canary-dba",
    "VcenterClient.request": plan(),
    "VcenterClient.at": vcenter.Location(LOCATION),
    "VcenterClient.system_name": "sn_vc01.example.net",
    "VcenterClient.archive": "archive",
    "VcenterClient.location_type": "SFTP",
    "VcenterClient.location": LOCATION,
    "VcenterClient.id": "seat",
    "VcenterClient.cancel_backup_job.id": "20260115-080000-1",
    "VcenterClient.backup_job.id": "20260115-080000-1",
    "Server.job": VEEAM_JOB,
    "Server.runs": [(VEEAM_JOB, UUID)],
}

#: What a call does not do without, although it may be left out.
MORE: dict[str, dict[str, Any]] = {
    **{f"VeeamClient.explore_{what}": EXPLORED for what in ("job", "organization", "repository")},
    "VeeamClient.create_copy_job": {"organization_id": UUID},
    "VeeamClient.edit_copy_job": {"repository_id": UUID},
    "VeeamClient.edit_job": {"name": "renamed"},
    "VcenterClient.update_schedule": {"enable": False},
}


def required(function: Any) -> Iterator[inspect.Parameter]:
    """The parameters that must be given."""
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name != "self" and parameter.default is parameter.empty:
            yield parameter


def method(owner: str, name: str, function: Any) -> Callable[[Any], object]:
    """The call with its arguments; an iterator is asked for its first row."""
    places, names = [], dict(MORE.get(f"{owner}.{name}", {}))
    for parameter in required(function):
        known = [f"{owner}.{name}.{parameter.name}", f"{owner}.{parameter.name}"]
        value = next((GIVEN[key] for key in known if key in GIVEN), UUID)
        if parameter.kind is parameter.KEYWORD_ONLY:
            names[parameter.name] = value
        else:
            places.append(value)

    def make(opened: Any) -> object:
        result = getattr(opened, name)(*places, **names)
        return next(result) if isinstance(result, _native.RowIterator) else result

    return make


def ticketed(sim: Any) -> tuple[_native.Server, _native.Ticket]:
    server = open_veeam(sim, "v8").server()
    return server, server.prepare(VEEAM_JOB)


def detect(vendor: Any, access: Any, sim: Any) -> object:
    return vendor.detect(access.url, ca_file=sim.ca_file, **SOON)


def calls() -> list[Call]:
    """All of them."""
    found = [
        Call("carry_out", "veeam", ticketed, lambda opened: opened[0].carry_out(opened[1])),
        Call("veeam.detect", "veeam", lambda sim: sim, lambda sim: detect(veeam, sim.veeam, sim)),
        Call("vcenter.detect", "vcenter", lambda sim: sim, lambda sim: detect(vcenter, sim.vcenter, sim)),
    ]
    for owner, (system, opener) in OPEN.items():
        for name, function in vars(getattr(_native, owner)).items():
            asks = inspect.isroutine(function) and not name.startswith("_") and name not in PROMPT
            if asks and f"{owner}.{name}" not in OTHERWISE:
                found.append(Call(f"{owner}.{name}", system, opener, method(owner, name, function)))
    return found
