"""What these tests share: the simulator's own fixtures, and a program that waits."""

from __future__ import annotations

from typing import Any

import pytest

from backupjobs import veeam

JOB = "3396ba22-21b1-4666-a631-0edfc12a59cd"
FAST = {"poll_min": 0.001, "poll_max": 0.001}
#: Connects, from the environment.
CONNECT = """
import os, sys
from backupjobs import veeam
client = veeam.Client(os.environ["VEEAM_URL"], version=6, username=os.environ["VEEAM_USER"],
                      password=os.environ["VEEAM_PASSWORD"], ca_file=os.environ["VEEAM_CA"])
"""


@pytest.fixture
def server(backupjobs_veeam: Any) -> Any:
    """A server that is closed at the end."""
    access = backupjobs_veeam
    client = veeam.Client(
        access.url, version=6, username=access.username, password=access.password, ca_file=access.ca_file
    )
    with client.server() as server:
        yield server
