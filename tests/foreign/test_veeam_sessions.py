"""veeam-365 logs in, and finds out what a server serves."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import httpx
import pytest
from veeam_365.discovery import detect_api_version
from veeam_365.exceptions import VeeamAuthenticationError, VeeamSessionError

from veeam_server import Server, items


def test_the_newest_version_is_found_without_credentials(sim: Any) -> None:
    trust = ssl.create_default_context(cafile=sim.ca_file)

    def found() -> str | None:
        return asyncio.run(detect_api_version(sim.veeam.url, verify_ssl=trust))

    assert found() == "v8"
    sim.knobs({"veeam.versions": ["v5", "v6", "v7"]})
    assert found() == "v7"
    sim.knobs({"veeam.versions": ["v2", "v5"]})
    assert found() is None


def test_the_service_instance(server: Server) -> None:
    answer = server.call("service_instance.service_instance_get")
    assert answer.version.split(".")[0] in ("6", "7", "8") and answer.installation_id


def test_a_wrong_password_is_an_authentication_error(server: Server) -> None:
    server.settings["password"] = "wrong"
    with pytest.raises(VeeamAuthenticationError, match="rejected the login"):
        server.call("job.job_get")
    assert server.sim.truth()["veeam"]["tokens"]["logins"] == 0


def test_a_dead_token_is_a_session_error_and_the_next_call_logs_in_again(server: Server) -> None:
    async def talk() -> Any:
        async with server.client() as client:
            await client.connect()
            server.sim.revoke("veeam")
            with pytest.raises(VeeamSessionError):
                await client.call(client.api("job.job_get"))
            return await client.call(client.api("job.job_get"))

    assert len(items(asyncio.run(talk()))) == len(server.sim.truth()["veeam"]["jobs"])
    assert server.sim.truth()["veeam"]["tokens"]["logins"] == 2


def test_an_old_token_is_refreshed(server: Server) -> None:
    # The client takes a token for old 30 seconds before its end, by its own clock.
    server.sim.knobs({"veeam.token_lifetime_s": 20})

    async def talk() -> None:
        async with server.client() as client:
            await client.connect()
            await client.call(client.api("job.job_get"))

    asyncio.run(talk())
    tokens = server.sim.truth()["veeam"]["tokens"]
    assert (tokens["logins"], tokens["refreshes"]) == (1, 1)


def test_a_server_that_cannot_answer_is_no_wrong_password(server: Server) -> None:
    server.sim.faults("status", system="veeam", path="oken", status=503, body="")
    with pytest.raises(httpx.HTTPStatusError):
        server.call("job.job_get")


@pytest.mark.parametrize("version", ["v7", "v8"])
def test_a_logout_ends_the_token(sim: Any, version: str) -> None:
    server = Server(sim, version, {})

    async def talk() -> None:
        async with server.client() as client:
            await client.connect()
            code = await client.call(client.api("auth.auth_code"))
            assert code.auth_code
            assert await client.call(client.api("auth.logout")) is None
            with pytest.raises(VeeamSessionError):
                await client.call(client.api("job.job_get"))

    asyncio.run(talk())


def test_the_health_of_v8(sim: Any) -> None:
    assert Server(sim, "v8", {}).call("health.health_get").status.value == "Healthy"
