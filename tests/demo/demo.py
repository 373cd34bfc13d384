"""One backup on each of the three systems, started, watched and judged through the common model.

Needs nothing but the two wheels: the simulator plays the three servers. Exit code 0 when everything came out as it should
(which includes a backup that fails), 1 otherwise.
"""

import sys
import threading
import time
from dataclasses import dataclass, field
from typing import List, Optional

import backupjobs
import backupjobs_sim
from backupjobs import teradata, vcenter, veeam

from world import ACTS, SCALE, Act, prepare, table


@dataclass
class Watched:
    """One backup, from start to verdict, on a thread of its own."""

    act: Act
    server: backupjobs.Server
    line: str = "starting"
    looks: int = 0
    origin: str = ""
    run: Optional[backupjobs.Run] = None
    error: Optional[BaseException] = None
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self.work, name=f"demo-{self.act.system}")

    def work(self) -> None:
        try:
            started = self.server.start(self.act.job)
            self.origin = str(started.origin)
            self.run = self.server.wait(self.act.job, started.run.id, poll_min=0.2, poll_max=0.5, progress=self.see)
        except Exception as error:  # Shown in the table.
            self.error = error

    def see(self, progress: backupjobs.Progress) -> None:
        self.looks += 1
        run = progress.run
        if run is None:
            self.line = progress.trouble or "looking for the run"
            return
        detail = ""
        if run.percent is not None:
            detail = f"{run.percent} %"
        elif run.objects is not None:
            detail = f"{run.objects} objects"
        self.line = f"{run.phase:<9} {run.raw_status:<12} {detail}"


def open_servers(sim: backupjobs_sim.Simulator) -> List[Watched]:
    ca = sim.ca_file
    plan = vcenter.BackupRequest(
        location_type="SFTP",
        location="sftp://backup.example.net/vcsa",
        location_user="vcbackup",
        location_password="sim-location-pw",
        backup_password="Encrypt-1!",
        parts=["seat"],
        comment="demo",
    )
    servers = {
        "veeam": veeam.Client(
            sim.veeam.url, version=6, username=sim.veeam.username, password=sim.veeam.password, ca_file=ca
        ).server(),
        "teradata": teradata.Client(
            sim.teradata.url, site_id=sim.teradata.site_id, token=sim.teradata.token, ca_file=ca
        ).server(),
        "vcenter": vcenter.Client(
            sim.vcenter.url, username=sim.vcenter.username, password=sim.vcenter.password, ca_file=ca
        ).server(plan),
    }
    return [Watched(act, servers[act.system]) for act in ACTS]


def show(watched: List[Watched]) -> None:
    """A live display on a terminal; elsewhere a line whenever something changes."""
    live = sys.stdout.isatty()
    shown = [""] * len(watched)
    while True:
        alive = any(w.thread.is_alive() for w in watched)
        lines = [f"  {w.act.system:<9} {w.act.what:<17} {w.line}" for w in watched]
        if live:
            back = f"\x1b[{len(lines)}A" if shown[0] else ""
            print(back + "".join(f"\x1b[2K{line}\n" for line in lines), end="", flush=True)
        else:
            for line, before in zip(lines, shown):
                if line != before:
                    print(line, flush=True)
        shown = lines
        if not alive:
            return
        time.sleep(0.2)


def judge(watched: List[Watched]) -> bool:
    rows = [("system", "job", "run", "origin", "looks", "verdict", "reason")]
    as_expected = True
    for w in watched:
        if w.run is None:
            rows.append((w.act.system, w.act.what, "-", "-", str(w.looks), "unknown", str(w.error)))
            as_expected = False
            continue
        verdict = w.run.verdict()
        as_expected &= verdict.level == w.act.level
        rows.append(
            (w.act.system, w.act.what, w.run.id, w.origin, str(w.looks), str(verdict.level).upper(), verdict.reason)
        )
    print("\n" + table(rows) + "\n")
    return as_expected


def main() -> int:
    print(f"backupjobs {backupjobs.__version__}: three simulated servers, their clocks running {SCALE} times as fast\n")
    with backupjobs_sim.Simulator() as sim:
        prepare(sim)
        watched = open_servers(sim)
        for w in watched:
            w.thread.start()
        show(watched)
        for w in watched:
            w.thread.join()
            w.server.close()
        as_expected = judge(watched)
        starts = [run for act in ACTS for run in sim.truth()[act.system]["runs"] if run["origin"] == "api"]
    if len(starts) != len(ACTS):
        print(f"Something is wrong: {len(starts)} runs were started, not {len(ACTS)}.")
        as_expected = False
    if not as_expected:
        print("Something unexpected happened; the table above says where.")
        return 1
    print(
        "As it should be: one backup well, one with a warning, one failed, each started exactly once.\n\n"
        "Next:\n"
        "  make demo-c                      the same through the C library\n"
        "  .venv/bin/backupjobs-sim         the simulator by itself; its first line has URLs, users and the CA file\n"
        "  README.md                        quick starts for Python, C, C++ and Rust\n"
        "  make test                        everything, as CI runs it"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
