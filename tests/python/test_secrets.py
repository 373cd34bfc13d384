"""A canary in every secret: it must not come out anywhere."""

from __future__ import annotations

import pickle
import traceback
from typing import Any, Callable

import pytest
from conftest import (
    APPLIANCE,
    TERADATA_JOB,
    VEEAM_JOB,
    open_lake,
    open_teradata,
    open_vcenter,
    open_veeam,
    plan,
    signed,
)

import backupjobs
from backupjobs import teradata

CANARY = "Canary-7f3a!"


def shown(error: BaseException) -> str:
    """All that a log could get hold of. (The locals of the caller are the caller's.)"""
    chain = "".join(traceback.format_exception(error))
    return "\n".join([str(error), repr(error), chain, repr(vars(error)), repr(error.args), repr(pickle.dumps(error))])


FAULTS: list[dict[str, Any]] = [
    {"kind": "status", "status": 400, "body": f'{{"message": "bad password {CANARY}", "errorCode": "{CANARY}"}}'},
    {"kind": "status", "status": 401, "body": f'{{"error": "{CANARY}", "error_description": "{CANARY}"}}'},
    {"kind": "status", "status": 500, "body": f'{{"value": {{"messages": [{{"default_message": "{CANARY}"}}]}}}}'},
    {"kind": "status", "status": 503, "body": CANARY},
    {"kind": "body", "body": f"<html>{CANARY}", "content_type": "text/html"},
    {"kind": "body", "body": f'{{"value": "{CANARY}"}}', "content_type": "application/json"},
    {"kind": "reset_after"},
    {"kind": "truncate", "bytes": 3},
]


def oauth(sim: Any, secret: str) -> teradata.ClientCredentials:
    return teradata.ClientCredentials(sim.teradata.url + sim.teradata.token_path, "me", secret)


def restore(client: teradata.Client) -> Any:
    objects = [teradata.ObjectSelection("SALES")]
    return client.create_restore(
        "71", "905", name="n", target_site="s", objects=objects, username="user", password=CANARY
    )


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f['kind']}-{f.get('status', f.get('body', ''))}"[:24])
def test_no_error_shows_a_secret(sim: Any, fault: dict[str, Any]) -> None:
    opened: list[tuple[str, Any, Callable[[Any], Any]]] = [
        ("veeam", open_veeam(sim, password=CANARY, retries=0), lambda c: c.server().start(VEEAM_JOB)),
        ("teradata", open_teradata(sim, token=CANARY, retries=0), lambda c: c.server().start(TERADATA_JOB)),
        ("teradata", open_teradata(sim, token=lambda: CANARY, retries=0), lambda c: c.execute(TERADATA_JOB)),
        ("teradata", open_teradata(sim, token=teradata.TokenCommand(["printf", CANARY]), retries=0), lambda c: c.jobs()),
        ("teradata", open_teradata(sim, token=teradata.Basic("user", CANARY), retries=0), lambda c: c.jobs()),
        ("teradata", open_teradata(sim, token=oauth(sim, CANARY), retries=0), lambda c: c.jobs()),
        ("teradata", open_lake(sim, token=signed(sim, personal_access_token=CANARY), retries=0), lambda c: c.jobs()),
        ("teradata", open_teradata(sim, retries=0), restore),
        ("vcenter", open_vcenter(sim, password=CANARY, retries=0), lambda c: c.server(plan()).start(APPLIANCE)),
    ]
    for system, client, call in opened:
        assert CANARY not in repr(client) + repr(client.server())
        sim.faults(system=system, times=0, **fault)
        with pytest.raises(backupjobs.BackupJobsError) as caught:
            call(client)
        assert CANARY not in shown(caught.value), system
        sim.clear_faults()
        client.close()


def test_no_error_shows_the_secrets_of_a_backup_request(sim: Any) -> None:
    request = plan(backup_password=CANARY, location_user="svc", location_password=CANARY)
    assert CANARY not in repr(request)
    with open_vcenter(sim, retries=0) as client:
        client.login()
        for fault in FAULTS[:4]:
            sim.faults(system="vcenter", method="POST", **fault)
            for call in (
                lambda: client.create_backup_job(request),
                lambda: client.server(request).start(APPLIANCE, settle=0),
            ):
                try:
                    call()
                except backupjobs.BackupJobsError as error:
                    assert CANARY not in shown(error)
            sim.clear_faults()


def test_wrong_types_do_not_show_secrets(sim: Any) -> None:
    for make in (lambda: open_veeam(sim, password=[CANARY]), lambda: open_teradata(sim, token=[CANARY])):
        with pytest.raises(TypeError) as caught:
            make()
        assert CANARY not in str(caught.value)
