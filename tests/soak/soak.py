"""The other half of the soak: the calls of soak.c, from Python.

usage: soak.py CALLS THREADS ROUNDS [LEAK]

Prints the same lines as soak.c; ``blocks`` is the number of memory blocks that Python itself has given out.
"""

from __future__ import annotations

import collections
import ctypes
import gc
import json
import os
import random
import sys
import threading
import time
from pathlib import Path
from typing import Any, Callable

import backupjobs
from backupjobs import teradata, vcenter, veeam

CALLS_PER_CLIENT = 50
QUICK: dict[str, Any] = {"ca_file": os.environ["SIM_CA_FILE"], "retries": backupjobs.RetryPolicy(base=0.001)}
LEAK = sys.argv[4] if len(sys.argv) > 4 else ""
leaked: list[object] = []


class Heap(ctypes.Structure):
    """What mallinfo2() answers."""

    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]


mallinfo2 = ctypes.CDLL(None).mallinfo2
mallinfo2.restype = Heap


class Side:
    """A client, the server made of it, and its job."""

    def __init__(self, system: int) -> None:
        self.client: Any
        if system == 0:
            login = {"username": os.environ["SIM_VEEAM_USERNAME"], "password": os.environ["SIM_VEEAM_PASSWORD"]}
            self.client = veeam.Client(os.environ["SIM_VEEAM_URL"], version=6, **login, **QUICK)
            self.server, self.job = self.client.server(), os.environ["SIM_VEEAM_JOB"]
        elif system == 1:
            site = {"site_id": os.environ["SIM_TERADATA_SITE_ID"], "token": os.environ["SIM_TERADATA_TOKEN"]}
            self.client = teradata.Client(os.environ["SIM_TERADATA_URL"], **site, **QUICK)
            self.server, self.job = self.client.server(), os.environ["SIM_TERADATA_JOB"]
        else:
            login = {"username": os.environ["SIM_VCENTER_USERNAME"], "password": os.environ["SIM_VCENTER_PASSWORD"]}
            self.client = vcenter.Client(os.environ["SIM_VCENTER_URL"], **login, **QUICK)
            plan = vcenter.BackupRequest("SFTP", "sftp://nas.example/vc")
            self.server, self.job = self.client.server(plan), vcenter.APPLIANCE_BACKUP


class Unsaved(Exception):
    """What a callback raises."""


class Worker:
    """One thread's calls."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.calls = 0
        self.ends: collections.Counter[str] = collections.Counter()
        self.wrong: list[str] = []

    def good(self, call: Callable[..., Any], *args: Any, **settings: Any) -> Any:
        """Makes a call and counts how it ended; its result, or None."""
        self.calls += 1
        try:
            result = call(*args, **settings)
        except backupjobs.BackupJobsError as error:
            self.ends[error.kind] += 1
            if not str(error) or error.kind == "internal":
                self.wrong.append(f"{error!r}")
        except Unsaved:
            self.ends["raised"] += 1
        else:
            self.ends["ok"] += 1
            return result
        return None

    def reads(self, side: Side) -> None:
        for job in self.good(side.server.jobs) or ():
            assert job.id and repr(job)
        self.good(side.server.job, side.job)

    def runs(self, side: Side) -> None:
        runs = self.good(side.server.runs, side.job, limit=10)
        if runs:
            verdict = backupjobs.verdict(runs[0])
            assert verdict.reason
            if LEAK == "memory":
                leaked.append(b"x" * (64 << 10))
            self.good(side.server.run, side.job, runs[0])
            self.good(side.server.explain, side.job, runs[0])

    def save(self, ticket: backupjobs.Ticket) -> None:
        backupjobs.Ticket.from_text(ticket.to_text())
        if self.random.randrange(3) == 0:
            raise Unsaved

    def look(self, progress: backupjobs.Progress) -> None:
        if self.random.randrange(4) == 0:
            raise Unsaved

    def starts(self, side: Side) -> None:
        how = {"settle": 0.02, "look_every": 0.005, "if_running": self.random.choice(("adopt", "fail", "skip"))}
        if self.random.randrange(2) == 0:
            started = self.good(side.server.start, side.job, **how)
            if started is not None and started.run is not None:
                pause = {"deadline": 0.02, "poll_min": 0.001, "poll_max": 0.001}
                self.good(side.server.wait, side.job, started.run, progress=self.look, **pause)
        else:
            ticket = self.good(side.server.prepare, side.job, **how)
            if ticket is not None:
                self.good(side.server.carry_out, ticket, self.save)

    def checks(self, side: Side) -> None:
        self.good(side.server.check, side.job)
        self.good(side.server.check_all)

    def refused(self, side: Side) -> None:
        """Calls that must fail, and calls that are called off."""
        token = backupjobs.CancelToken()
        called_off = side.server.with_cancel(token)
        token.cancel()
        found = [
            self.good(side.server.job, "no/such\r\njob"),
            self.good(side.server.run, side.job, "00000000-0000-0000-0000-000000000001"),
            self.good(called_off.jobs),
        ]
        assert found == [None] * 3

    def pages(self, side: Side) -> None:
        """Iterators that are left half-way."""
        if isinstance(side.client, vcenter.Client):
            self.good(side.client.backup_details)
            self.good(side.client.parts)
            return
        opens = side.client.iter_job_sessions if isinstance(side.client, veeam.Client) else side.client.iter_site_executions
        rows = self.good(opens)
        for _ in range(self.random.randrange(4) if rows is not None else 0):
            if self.good(next, rows, None) is None:
                break

    def work(self, goal: int, longest: list[Side]) -> None:
        acts = (self.reads, self.runs, self.starts, self.checks, self.refused, self.pages)
        try:
            while self.calls < goal:
                own = Side(self.random.randrange(3))
                until = self.calls + CALLS_PER_CLIENT
                while self.calls < min(until, goal):
                    self.random.choice(acts)(own)
                    self.random.choice(acts)(self.random.choice(longest))
                # Half of them say good-bye themselves. A client that is closed knows it.
                if self.random.randrange(2) == 0:
                    self.good(own.server.close)
                    self.good(own.server.jobs)
                if LEAK == "file":
                    os.dup(2)
        except BaseException as error:
            self.wrong.append(f"{error!r}")
            raise


def threads_left() -> int:
    """The system lists a thread for a moment after it was joined."""
    for _ in range(1000):
        if len(os.listdir("/proc/self/task")) == 1:
            break
        time.sleep(0.001)
    return len(os.listdir("/proc/self/task"))


def sample(workers: list[Worker]) -> None:
    """What the process holds now."""
    gc.collect()
    ends = sum((worker.ends for worker in workers), collections.Counter[str]())
    held = {
        "calls": sum(worker.calls for worker in workers),
        "rss_kib": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1024,
        "heap_kib": mallinfo2().uordblks // 1024,
        "blocks": sys.getallocatedblocks(),
        # Less the one that lists them.
        "fds": len(os.listdir("/proc/self/fd")) - 1,
        "threads": threads_left(),
        "ends": dict(ends),
    }
    print(json.dumps(held), flush=True)


def main() -> int:
    calls, threads, rounds = (int(argument) for argument in sys.argv[1:4])
    workers = [Worker(seed) for seed in range(threads)]
    sample(workers)
    longest = [Side(system) for system in range(3)]
    for number in range(1, rounds + 1):
        goal = calls * number // rounds // threads
        running = [threading.Thread(target=worker.work, args=(goal, longest)) for worker in workers]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()
        if LEAK == "thread":
            threading.Thread(target=threading.Event().wait, daemon=True).start()
        sample(workers)
    longest.clear()
    sample(workers)
    wrong = [text for worker in workers for text in worker.wrong]
    if wrong:
        print("\n".join(wrong[:10]), file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
