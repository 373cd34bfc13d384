"""A real daemon runs the plugin: what it records is what was meant."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path
from typing import Any

from conftest import MAIL, ran
from icinga import Icinga
from plugin import Plugin

ROOT = Path(__file__).resolve().parents[2]
#: What the example of the manual relies on.
AROUND = """
const PluginDir = "/usr/lib/nagios/plugins"
include <itl>
object Host "vb365" { check_command = "dummy" }
"""


def test_a_daemon_takes_the_example_and_records_states_and_performance_data(plugin: Plugin, sim: Any) -> None:
    jobs = {job["name"]: job["id"] for job in sim.truth()["veeam"]["jobs"]}
    ran(sim, "failed", job=jobs["Contoso sites"], hours_ago=0, message="disk | full")
    ran(sim, "warning", job=jobs["Contoso teams"], hours_ago=0)
    ran(sim, duration_s=600)
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = f"https://127.0.0.1:{server.getsockname()[1]}"
    services = {
        "good": (sim.veeam.url, "Contoso mail"),
        "warned": (sim.veeam.url, "Contoso teams"),
        "failed": (sim.veeam.url, "Contoso sites"),
        "unreachable": (closed, "Contoso mail"),
    }
    manual = (ROOT / "ffi-c" / "man" / "check_backupjobs.1").read_text()
    example = re.findall(r"^\.Bd -literal -offset indent\n(object .*?)^\.Ed$", manual, re.M | re.S)
    library = Path(os.environ["BACKUPJOBS_LIBRARY"])
    with Icinga(plugin.program, library, sim, services) as icinga:
        assert len(example) == 1 and icinga.complaints(AROUND + example[0]) == ""
        assert icinga.complaints(AROUND + example[0].replace("vars.", "var.")) != ""
        results = icinga.wait_for({"good": 0, "warned": 1, "failed": 2, "unreachable": 3})
        plugin.printed += [repr(results)]
        assert {name: result["exit_status"] for name, result in results.items()} == {
            "good": 0, "warned": 1, "failed": 2, "unreachable": 3,
        }  # fmt: skip
        assert results["good"]["output"].startswith("BACKUP OK - Contoso mail: run ")
        assert "disk / full" in results["failed"]["output"]
        measures = results["good"]["performance_data"]
        assert {"jobs=1;;;0", "age=6600s;;93600;0", "duration=600s;;;0"} <= set(measures)
        assert results["unreachable"]["performance_data"] == []
        # The job runs again, and fails.
        ran(sim, "failed")
        icinga.wait_for({"good": 2, "warned": 1, "failed": 2, "unreachable": 3})
