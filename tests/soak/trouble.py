"""Lets the simulated servers fail, now and then, for as long as a soak runs."""

from __future__ import annotations

import random
import threading
from typing import Any

from backupjobs_sim import Simulator

SYSTEMS = ("veeam", "teradata", "vcenter")
PAUSE = 0.1
"""Seconds between two lots of faults."""
RULES = 10
"""Rules in a lot; each waits for a random request of the lot's time."""
RESET_EVERY = 40
"""Lots between two resets: histories that grow would make every call slower than the one before."""

KINDS: list[dict[str, Any]] = [
    {"kind": "status", "status": 500},
    {"kind": "status", "status": 503, "headers": {"retry-after": "0"}},
    {"kind": "status", "status": 429, "headers": {"retry-after": "0"}},
    {"kind": "status", "status": 401, "body": ""},
    {"kind": "status_after", "status": 502, "body": "<html>bad gateway</html>"},
    {"kind": "reset_before"},
    {"kind": "reset_after"},
    {"kind": "truncate", "bytes": 5},
    {"kind": "body", "body": "<html>login</html>", "content_type": "text/html"},
    {"kind": "body", "body": '{"results":[{"id":7}]}', "content_type": "application/json"},
    {"kind": "strip_header", "name": "content-type"},
    {"kind": "delay", "ms": 3},
    {"kind": "revoke_before"},
]


class Trouble(threading.Thread):
    """A thread that adds faults until it is told to end. The simulator's journal and history stay small meanwhile."""

    def __init__(self, sim: Simulator) -> None:
        super().__init__(daemon=True)
        self.sim = sim
        self.random = random.Random(5)
        self.hits = 0
        self.requests = 0
        self._over = threading.Event()
        self._settle()

    def run(self) -> None:
        lot = 0
        while not self._over.wait(PAUSE):
            lot += 1
            self._count()
            if lot % RESET_EVERY == 0:
                self.sim.reset()
                self._settle()
            self.sim.clear_faults()
            for _ in range(RULES):
                action = dict(self.random.choice(KINDS))
                skip, times = self.random.randrange(30), self.random.choice((1, 1, 1, 3))
                # A token of Teradata that was revoked is never good again.
                systems = SYSTEMS if action["kind"] != "revoke_before" else ("veeam", "vcenter")
                system = self.random.choice(systems)
                self.sim.faults(action.pop("kind"), system=system, skip=skip, times=times, **action)
        self._count()

    def end(self) -> None:
        """Ends the thread and takes the faults away."""
        self._over.set()
        self.join()
        self.sim.clear_faults()

    def _settle(self) -> None:
        # Runs last 60 s or so: as many requests.
        self.sim.clock(per_request_s=1)

    def _count(self) -> None:
        self.hits += sum(rule["hit"] for rule in self.sim.fault_rules())
        self.requests += self.sim._ask("DELETE", "/journal")["removed"]
