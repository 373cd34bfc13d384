"""Tokens: renewed during a wait, and taken from callables."""

from __future__ import annotations

import threading
import traceback
from typing import Any

import pytest
from conftest import APPLIANCE, TERADATA_JOB, VEEAM_JOB, api_runs, open_teradata, open_vcenter, open_veeam, plan

import backupjobs

FAST = {"poll_min": 0.001, "poll_max": 0.001}


def logins(sim: Any, system: str, end: str) -> int:
    return sum(
        1
        for r in sim.journal()
        if r["system"] == system and r["method"] == "POST" and r["path"].lower().endswith(end)
    )


@pytest.mark.parametrize("version", ["v2", "v5", "v6"])
def test_veeam_tokens_die_during_a_wait(sim: Any, version: str) -> None:
    sim.knobs({"veeam.token_lifetime_s": 25})
    sim.clock(per_request_s=5)
    sim.script("veeam", VEEAM_JOB, duration_s=300)
    with open_veeam(sim, version).server() as server:
        run = server.wait(VEEAM_JOB, server.start(VEEAM_JOB, look_every=0.001).run, **FAST)
    assert run.outcome == "success"
    assert logins(sim, "veeam", "/token") > 5
    assert len(api_runs(sim, "veeam")) == 1


def test_vcenter_sessions_die_during_a_wait(sim: Any) -> None:
    sim.knobs({"vcenter.session_max_s": 25})
    sim.clock(per_request_s=5)
    sim.script("vcenter", APPLIANCE, duration_s=300)
    with open_vcenter(sim).server(plan()) as server:
        run = server.wait(APPLIANCE, server.start(APPLIANCE).run, **FAST)
    assert run.outcome == "success"
    assert logins(sim, "vcenter", "/session") > 5
    assert len(api_runs(sim, "vcenter")) == 1


def test_a_callable_is_asked_again_when_the_token_is_refused(sim: Any) -> None:
    asked: list[int] = []

    def token() -> str:
        asked.append(threading.get_ident())
        current: str = sim.truth()["teradata"]["token"]
        return current

    revoked = False

    def progress(p: backupjobs.Progress) -> None:
        nonlocal revoked
        if p.polls == 3 and not revoked:
            revoked = True
            sim.revoke("teradata")

    sim.clock(per_request_s=5)
    with open_teradata(sim, token=token).server() as server:
        run = server.wait(TERADATA_JOB, server.start(TERADATA_JOB).run, progress=progress, **FAST)
    assert run.outcome == "success" and revoked
    assert asked == [threading.get_ident()] * 2
    assert len(api_runs(sim, "teradata")) == 1


def test_a_static_token_cannot_be_renewed(sim: Any) -> None:
    with open_teradata(sim) as client:
        client.jobs()
        sim.revoke("teradata")
        with pytest.raises(backupjobs.UnauthenticatedError) as caught:
            client.jobs()
        assert "token callback" in caught.value.remedy


class Vault(Exception):
    pass


def test_what_a_callable_raises_is_the_cause(sim: Any) -> None:
    def token() -> str:
        raise Vault("the vault is sealed")

    with open_teradata(sim, token=token) as client:
        for call in (client.login, client.jobs):
            with pytest.raises(backupjobs.UnauthenticatedError, match="the vault is sealed") as caught:
                call()
            assert isinstance(caught.value.__cause__, Vault)
            assert "in token" in "".join(traceback.format_exception(caught.value))
    assert not sim.journal()


def test_causes_do_not_leak_into_later_errors(sim: Any) -> None:
    tokens = iter([Vault("sealed"), sim.teradata.token])

    def token() -> str:
        answer = next(tokens)
        if isinstance(answer, Exception):
            raise answer
        return str(answer)

    with open_teradata(sim, token=token) as client:
        with pytest.raises(backupjobs.UnauthenticatedError):
            client.jobs()
        with pytest.raises(backupjobs.NotFoundError) as caught:
            client.job("99999")
        assert caught.value.__cause__ is None


@pytest.mark.parametrize("leave", [KeyboardInterrupt, SystemExit])
def test_ctrl_c_in_a_callable_is_ctrl_c(sim: Any, leave: type[BaseException]) -> None:
    def token() -> str:
        raise leave

    with open_teradata(sim, token=token) as client, pytest.raises(leave):
        client.jobs()


@pytest.mark.parametrize("odd", [None, 5, b"token"])
def test_a_callable_must_return_a_str(sim: Any, odd: Any) -> None:
    with open_teradata(sim, token=lambda: odd) as client:
        with pytest.raises(backupjobs.UnauthenticatedError, match="did not return a str") as caught:
            client.jobs()
        assert isinstance(caught.value.__cause__, TypeError)


def test_a_callable_may_use_this_library(sim: Any) -> None:
    """Such as a token that is kept behind another server. The inner error is not taken for the outer one's."""
    with open_veeam(sim) as vault:

        def token() -> str:
            with pytest.raises(backupjobs.NotFoundError):
                vault.job("00000000-0000-4000-8000-000000000000")
            vault.jobs()
            return str(sim.teradata.token)

        with open_teradata(sim, token=token) as client:
            assert len(client.jobs()) > 0


def test_many_threads_ask_once_and_do_not_deadlock(sim: Any) -> None:
    asked = 0

    def token() -> str:
        nonlocal asked
        asked += 1
        # Lets the others run into the login that is under way.
        threading.Event().wait(0.2)
        return str(sim.teradata.token)

    found: list[int] = []
    with open_teradata(sim, token=token) as client:
        threads = [threading.Thread(target=lambda: found.append(len(client.jobs()))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert len(found) == 8 and asked == 1
