"""The same work with VMware's own SDK, over the REST connector."""

from __future__ import annotations

import requests
from com.vmware.appliance.recovery import backup_client
from vmware.vapi.lib.connect import get_requests_connector
from vmware.vapi.security.client.security_context_filter import LegacySecurityContextFilter
from vmware.vapi.security.session import create_session_security_context
from vmware.vapi.stdlib.client.factories import StubConfigurationFactory

from .decode import WISH
from .ours import STATUS


class Sdk:
    def __init__(self, url: str, ca: str) -> None:
        session = requests.Session()
        session.verify = ca
        context = create_session_security_context("b00db00db00db00db00db00db00db00d")
        chain = [LegacySecurityContextFilter(security_context=context)]
        connector = get_requests_connector(session, msg_protocol="rest", url=f"{url}/rest", provider_filter_chain=chain)
        self.jobs = backup_client.Job(StubConfigurationFactory.new_std_configuration(connector))

    def read(self) -> str:
        return str(self.jobs.get(STATUS).state)

    def start(self) -> str:
        return str(self.jobs.create(self.jobs.BackupRequest(**WISH)).state)
