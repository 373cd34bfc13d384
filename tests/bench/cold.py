"""Row 8: a process from its start to its end, which imports, connects, logs in, reads one backup, and is over."""

from __future__ import annotations

import os
import random
import time
from typing import Any

from contest import Burst, Contest, Programs, environment, fixed_loop
from rows import NOTHING
from server import Server

URL, CA, JOB = "sys.argv[1]", "sys.argv[2]", "20260115-020000-24322831"
PATH = f"/api/appliance/recovery/backup/job/{JOB}"

OURS = f"""
import sys
from backupjobs import vcenter
with vcenter.Client({URL}, username="bench@vsphere.local", password="Bench-Passw0rd!", ca_file={CA}) as client:
    assert client.backup_job("{JOB}").state == "INPROGRESS"
"""

REQUESTS = f"""
import sys
import requests
session = requests.Session()
session.verify = {CA}
url, auth = {URL}, ("bench@vsphere.local", "Bench-Passw0rd!")
session.headers["vmware-api-session-id"] = session.post(url + "/api/session", auth=auth).json()
assert session.get(url + "{PATH}").json()["state"] == "INPROGRESS"
"""

HTTPX = f"""
import ssl, sys
import httpx
url, auth = {URL}, ("bench@vsphere.local", "Bench-Passw0rd!")
client = httpx.Client(verify=ssl.create_default_context(cafile={CA}))
client.headers["vmware-api-session-id"] = client.post(url + "/api/session", auth=auth).json()
assert client.get(url + "{PATH}").json()["state"] == "INPROGRESS"
"""

SDK = f"""
import sys
import requests
from com.vmware import cis_client
from com.vmware.appliance.recovery import backup_client
from vmware.vapi.lib.connect import get_requests_connector
from vmware.vapi.security.client.security_context_filter import LegacySecurityContextFilter
from vmware.vapi.security.session import create_session_security_context
from vmware.vapi.security.user_password import create_user_password_security_context
from vmware.vapi.stdlib.client.factories import StubConfigurationFactory
session = requests.Session()
session.verify = {CA}
def configuration(url, context):
    chain = [LegacySecurityContextFilter(security_context=context)]
    made = get_requests_connector(session, msg_protocol="rest", url=url, provider_filter_chain=chain)
    return StubConfigurationFactory.new_std_configuration(made)
user = create_user_password_security_context("bench@vsphere.local", "Bench-Passw0rd!")
token = cis_client.Session(configuration({URL} + "/rest/com/vmware/cis", user)).create()
jobs = backup_client.Job(configuration({URL} + "/rest", create_session_security_context(token)))
assert str(jobs.get("{JOB}").state) == "INPROGRESS"
"""

PROGRAMS = {NOTHING: "pass", "backupjobs": OURS, "requests": REQUESTS, "httpx": HTTPX, "VMware's SDK": SDK}


def once(number: int, program: str, server: Server, python: str, build: Any) -> Burst:
    before = fixed_loop()
    began = time.perf_counter_ns()
    # -P: nothing from the folder that this is called in.
    command = [python, "-P", "-c", program, server.https[0], server.ca]
    child = os.posix_spawn(python, command, environment(build))
    _, status, used = os.wait4(child, 0)
    took = time.perf_counter_ns() - began
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"a program of row 8 failed: {program}")
    return Burst(number, took, (used.ru_utime + used.ru_stime) * 1e9, max(before, fixed_loop()))


def run(server: Server, programs: Programs, rounds: int) -> Contest:
    made = Contest()
    everyone = {name: (text, programs.build) for name, text in PROGRAMS.items()}
    everyone.update({f"backupjobs ({name})": (OURS, build) for name, build in programs.also.items()})
    for text, build in everyone.values():
        once(0, text, server, programs.python, build)  # Bytecode is there from now on.
    names = list(everyone)
    for number in range(rounds):
        random.shuffle(names)
        for name in names:
            burst = once(number, everyone[name][0], server, programs.python, everyone[name][1])
            made.bursts.setdefault(name, []).append(burst)
    return made
