"""VMware's own SDK, over JSON-RPC, which it speaks by default, or over /rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable

import pytest
import requests
from com.vmware import appliance_client, cis_client
from com.vmware.appliance import recovery_client
from com.vmware.appliance.recovery import backup_client, reconciliation_client, restore_client
from com.vmware.appliance.recovery.backup import job_client, system_name_client
from com.vmware.vapi.std import errors_client as errors
from vmware.vapi.bindings.stub import StubConfiguration
from vmware.vapi.lib.connect import get_requests_connector
from vmware.vapi.security.client.security_context_filter import LegacySecurityContextFilter
from vmware.vapi.security.session import create_session_security_context
from vmware.vapi.security.user_password import create_user_password_security_context
from vmware.vapi.stdlib.client.factories import StubConfigurationFactory

APPLIANCE = "appliance-backup"
PASSWORD = "Encrypt-1!"
NOW = datetime(2026, 1, 15, 8, tzinfo=timezone.utc)
LOCATION = "sftp://backup.example.net/vcsa"


@dataclass
class Appliance:
    """A session with the appliance, and the services of the recovery."""

    sim: Any
    protocol: str
    #: What a service is made with.
    configuration: StubConfiguration
    login: cis_client.Session

    def __post_init__(self) -> None:
        with_this = self.configuration
        self.recovery = appliance_client.Recovery(with_this)
        self.jobs = backup_client.Job(with_this)
        self.details = job_client.Details(with_this)
        self.parts = backup_client.Parts(with_this)
        self.backup = recovery_client.Backup(with_this)
        self.schedules = backup_client.Schedules(with_this)
        self.system_names = backup_client.SystemName(with_this)
        self.archives = system_name_client.Archive(with_this)
        self.restore = recovery_client.Restore(with_this)
        self.restore_jobs = restore_client.Job(with_this)
        self.reconciliation = reconciliation_client.Job(with_this)

    @property
    def truth(self) -> dict[str, Any]:
        return self.sim.truth()["vcenter"]

    @property
    def runs(self) -> list[dict[str, Any]]:
        """The newest first."""
        return sorted(self.truth["runs"], key=lambda run: run["id"], reverse=True)


def trusted(sim: Any) -> requests.Session:
    """A session that verifies the simulator's certificate, and takes no other word from the environment."""
    session = requests.Session()
    session.verify = sim.ca_file
    session.trust_env = False
    return session


def connector(session: requests.Session, protocol: str, url: str, context: Any) -> StubConfiguration:
    chain = [LegacySecurityContextFilter(security_context=context)]
    made = get_requests_connector(session, msg_protocol=protocol, url=url, provider_filter_chain=chain)
    return StubConfigurationFactory.new_std_configuration(made)


def open_appliance(sim: Any, protocol: str, username: str | None = None, password: str | None = None) -> Appliance:
    """Logs in. Over /rest the session's service has a base of its own; see README.md."""
    access, session = sim.vcenter, trusted(sim)
    user = create_user_password_security_context(username or access.username, password or access.password)
    base, url = ("json", f"{access.url}/api") if protocol == "rpc" else ("rest", f"{access.url}/rest")
    at = url if protocol == "rpc" else f"{url}/com/vmware/cis"
    token = cis_client.Session(connector(session, base, at, user)).create()
    context = create_session_security_context(token)
    login = cis_client.Session(connector(session, base, at, context))
    return Appliance(sim, protocol, connector(session, base, url, context), login)


def request_of(service: Any, **members: Any) -> Any:
    """A request for a backup, in the type of that service (each has its own)."""
    members = {"parts": ["seat"], "location_type": "SFTP", "location": LOCATION, **members}
    return service.BackupRequest(**members)


def refusal(kind: type, call: Callable[[], Any]) -> Any:
    """The error of a call, which is exactly of that class and has a sentence."""
    with pytest.raises(errors.Error) as caught:
        call()
    assert type(caught.value) is kind
    assert caught.value.messages and caught.value.messages[0].default_message
    return caught.value
