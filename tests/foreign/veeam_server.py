"""veeam-365, a public client generated from the vendor's specifications, with words that fit all its versions."""

from __future__ import annotations

import asyncio
import importlib
import ssl
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from veeam_365.client import VeeamClient

MAIL = UUID("3396ba22-21b1-4666-a631-0edfc12a59cd")
BACKUP1 = UUID("b7c1cc0b-2b3c-4096-9ba1-2d665b4ae504")
ARCHIVE = UUID("79f3e494-4991-4dd5-b6fa-f1cf8c421265")
BLOB = UUID("a94d2f81-6e05-4c7b-b3a9-57c8e0d41f62")
CONTOSO = UUID("e60dfb9c-ac58-4463-879f-9855ac35576b")
NOBODY = UUID("00000000-0000-4000-8000-00000000dead")


@dataclass
class Server:
    """The client of one API version, with operations and models by their names."""

    sim: Any
    version: str
    settings: dict[str, Any]

    def model(self, name: str) -> Any:
        """A model of this version, such as `rest_job.RESTJob`."""
        module, _, kind = name.rpartition(".")
        return getattr(importlib.import_module(f"veeam_365.{self.version}.models.{module}"), kind)

    def call(self, name: str, *args: Any, **members: Any) -> Any:
        """One operation in a session of its own: `call("job.job_get")`."""
        return self.calls((name, args, members))[0]

    def calls(self, *all_of_them: tuple[str, tuple, dict]) -> list[Any]:
        """Operations in one session."""

        async def talk() -> list[Any]:
            async with self.client() as client:
                await client.connect()
                return [await client.call(client.api(name), *args, **members) for name, args, members in all_of_them]

        return asyncio.run(talk())

    def client(self) -> VeeamClient:
        access = self.sim.veeam
        settings = {"username": access.username, "password": access.password, **self.settings}
        trust = ssl.create_default_context(cafile=self.sim.ca_file)
        return VeeamClient(access.url, api_version=self.version, verify_ssl=trust, **settings)

    def start(self, job: UUID = MAIL, **options: Any) -> Any:
        body = self.model("rest_start_job_options.RESTStartJobOptions")(**options)
        return self.call("job.job_start_action", job, body=body)

    def sessions_of(self, job: UUID) -> list[Any]:
        if self.version == "v6":
            return self.call("job_session.job_session_get_by_job_id", job).results
        return self.call("job_session.job_session_get", job_id=job).results

    def is_failure(self, answer: Any) -> bool:
        return isinstance(answer, self.model("rest_exception_info.RESTExceptionInfo"))


def items(answer: Any) -> list[Any]:
    """The items of a list or of a page."""
    return answer if isinstance(answer, list) else answer.results


def newest(sim: Any, job: UUID = MAIL) -> dict[str, Any]:
    return [run for run in sim.truth()["veeam"]["runs"] if run["job"] == str(job)][-1]


def truth_of(sim: Any, job: UUID) -> dict[str, Any]:
    (found,) = [one for one in sim.truth()["veeam"]["jobs"] if one["id"] == str(job)]
    return found
