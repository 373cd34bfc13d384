"""Tokens: renewed during a wait, and taken from callables."""

from __future__ import annotations

import copy
import pickle
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

import pytest
from conftest import (
    APPLIANCE,
    TERADATA_JOB,
    VEEAM_JOB,
    api_runs,
    open_lake,
    open_teradata,
    open_vcenter,
    open_veeam,
    plan,
    signed,
)

import backupjobs
from backupjobs import teradata

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


def oauth(sim: Any, **members: Any) -> teradata.ClientCredentials:
    access = sim.teradata
    client = {"client_id": access.client_id, "client_secret": access.client_secret, **members}
    return teradata.ClientCredentials(access.url + access.token_path, **client)


def test_a_program_is_asked_again_when_the_token_is_refused(sim: Any, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"\n {sim.teradata.token} \n")
    program = teradata.TokenCommand([sys.executable, "-c", "import sys; print(open(sys.argv[1]).read())", str(file)])
    with open_teradata(sim, token=program) as client:
        assert client.jobs()
        sim.revoke("teradata")
        with pytest.raises(backupjobs.UnauthenticatedError):
            client.jobs()
        file.write_text(sim.truth()["teradata"]["token"])
        assert client.jobs()


def test_a_program_may_not_take_for_ever(sim: Any) -> None:
    program = teradata.TokenCommand([sys.executable, "-c", "import time; time.sleep(600)"], timeout=0.2)
    with open_teradata(sim, token=program) as client, pytest.raises(backupjobs.RequestTimeoutError, match="took too long"):
        client.jobs()
    assert not sim.journal()


@pytest.mark.parametrize("scope", [None, "baas.read"])
def test_a_token_endpoint_is_asked_again_in_time(sim: Any, scope: str | None) -> None:
    sim.knobs({"teradata.oauth_lifetime_s": 25})
    sim.clock(per_request_s=5)
    sim.script("teradata", TERADATA_JOB, duration_s=300)
    with open_teradata(sim, token=oauth(sim, scope=scope)).server() as server:
        run = server.wait(TERADATA_JOB, server.start(TERADATA_JOB).run, **FAST)
    assert run.outcome == "success"
    assert logins(sim, "teradata", "/token") > 5
    assert len(api_runs(sim, "teradata")) == 1
    asked = next(r for r in sim.journal() if r["path"].endswith("/token"))
    assert ("scope" in asked["body"]) == (scope is not None)


def test_a_token_endpoint_that_refuses(sim: Any) -> None:
    with open_teradata(sim, token=oauth(sim, client_secret="wrong")) as client:
        with pytest.raises(backupjobs.UnauthenticatedError) as caught:
            client.jobs()
        assert caught.value.vendor_code == "invalid_client"


@pytest.mark.parametrize("claim", [teradata.OrganizationClaim.ORG_KEY, teradata.OrganizationClaim.ORG_ID])
def test_lake_tokens_are_signed_again_when_they_are_refused(sim: Any, claim: str) -> None:
    sim.knobs({"teradata.jwt_organization": claim})
    with open_lake(sim, token=signed(sim, organization_claim=claim, lifetime=120)) as client:
        assert client.jobs()
        sim.revoke("teradata")
        assert client.job(TERADATA_JOB).job_id == TERADATA_JOB
    assert sim.truth()["teradata"]["tokens"]["signed"] == 2
    other = "org_id" if claim == "org_key" else "org_key"
    with open_lake(sim, token=signed(sim, organization_claim=other)) as client:
        with pytest.raises(backupjobs.UnauthenticatedError) as caught:
            client.jobs()
        assert "the other claim" in caught.value.remedy


def test_user_and_password(sim: Any) -> None:
    access = sim.teradata
    with open_teradata(sim, token=teradata.Basic(access.username, access.password)) as client:
        assert client.jobs()
    with open_teradata(sim, token=teradata.Basic(access.username, "wrong")) as client:
        with pytest.raises(backupjobs.UnauthenticatedError, match="refuses user and password"):
            client.jobs()


def test_a_source_serves_many_clients(sim: Any) -> None:
    source = signed(sim)
    for _ in range(2):
        with open_lake(sim, token=source) as client:
            assert client.jobs()


SOURCES = [
    teradata.TokenCommand(["/opt/vault/bin/get-token", "canary-argument"]),
    teradata.ClientCredentials("https://login.example/token", "me", "canary-secret", scope="all"),
    teradata.LakeJwt("canary-token", "canary-key", key_name="laptop", username="dbuser", organization="acme"),
    teradata.Basic("dbuser", "canary-password"),
]


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: type(s).__name__)
def test_sources_keep_their_secrets(source: Any) -> None:
    shown = repr(source) + str(source)
    assert "canary" not in shown
    assert any(name in shown for name in ("get-token", "me", "laptop", "dbuser"))
    for take in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds secrets") as caught:
            take(source)
        assert "canary" not in str(caught.value)
    assert not any("canary" in str(getattr(source, name)) for name in dir(source) if not name.startswith("__"))


def test_odd_sources(sim: Any) -> None:
    for make, says in (
        (lambda: teradata.TokenCommand([]), "is empty"),
        (lambda: teradata.TokenCommand(["vault"], timeout=0), "no time"),
        (lambda: teradata.ClientCredentials("http://login.example", "me", "canary"), "unencrypted"),
        (lambda: signed(sim, private_key="canary"), "private key"),
        (lambda: signed(sim, organization=""), "organization"),
        (lambda: teradata.Basic("", "canary"), "user name"),
    ):
        with pytest.raises(backupjobs.ConfigError, match=says) as caught:
            open_teradata(sim, token=make())
        assert "canary" not in str(caught.value)
    for odd in (
        lambda: teradata.TokenCommand("get-token canary"),
        lambda: teradata.Basic("dbuser", ["canary"]),
        lambda: teradata.LakeJwt(["canary"], "key", key_name="k", username="u", organization="o"),
        lambda: signed(sim, organization_claim=5),
    ):
        with pytest.raises(TypeError) as wrong:
            odd()
        assert "canary" not in str(wrong.value)
    with pytest.raises(ValueError):
        signed(sim, organization_claim="org")
