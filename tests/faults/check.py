#!/usr/bin/env python3
"""Plays every fault on every system in every language, and compares what the callers saw with README.md.

    BACKUPJOBS_SIM=… tests/faults/check.py --driver rust=… --driver c=… --driver "python=python3 …" [FAULT…]
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "scenarios"))

import table  # noqa: E402  (needs the path)
from cell import SYSTEMS, VERBS, Player  # noqa: E402
from driver import DriverDied  # noqa: E402
from fault import BadFault, Fault, System, read_all  # noqa: E402

SENTENCES = "## What they are told\n"


def one(command: str, simulator: str, system: System, faults: list[Fault]) -> tuple[table.Cells, table.Told, list[str]]:
    """All cells of one system in one language, what was said, and what must not be."""
    cells: table.Cells = {}
    told: table.Told = {}
    wrong: list[str] = []
    player = Player(command, simulator, system)
    try:
        for fault in faults:
            for verb in VERBS if fault.concerns(system) else ():
                where = f"{fault.name} / {system.name} / {verb}"
                seen = player.play(fault, verb)
                key = (fault.name, system.name, verb)
                cells[key], told[key] = seen.text(), seen.told()
                if trouble := seen.wrong():
                    wrong += [f"{where}: {what}" for what in trouble]
                    raw = seen.answer.raw if not seen.leaks else ["(it holds a secret)"]
                    wrong.append(f"{where}: its output was:\n        " + "\n        ".join(raw))
    except (DriverDied, ValueError) as why:
        wrong.append(f"{where}: {why}")
    finally:
        player.close()
    return cells, told, wrong


class Played:
    """What was seen and said by language, and what must not be."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.seen: dict[str, table.Cells] = {name: {} for name in languages}
        self.told: dict[str, table.Told] = {name: {} for name in languages}
        self.wrong: list[str] = []

    def tables(self, faults: list[Fault]) -> str:
        """As they stand in README.md."""
        cells = table.rendered(faults, [system.name for system in SYSTEMS], next(iter(self.seen.values())))
        return f"{cells}\n{SENTENCES}\n{table.sentences(faults, list(self.told.values()))}"


def play(drivers: dict[str, str], simulator: str, faults: list[Fault]) -> Played:
    """All cells. The players mostly wait: each has a thread, a driver and a simulator of its own."""
    played = Played(drivers)
    with ThreadPoolExecutor(len(drivers) * len(SYSTEMS)) as pool:
        jobs = [
            (name, pool.submit(one, command, simulator, system, faults))
            for name, command in drivers.items()
            for system in SYSTEMS
        ]
        for name, job in jobs:
            cells, told, trouble = job.result()
            played.seen[name] |= cells
            played.told[name] |= told
            played.wrong += [f"{name}: {what}" for what in trouble]
    return played


def arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("faults", nargs="*", metavar="FAULT", help="part of a fault's name: only shows these rows")
    parser.add_argument("--driver", action="append", default=[], metavar="NAME=COMMAND", help="may be repeated")
    parser.add_argument("--sim", default=os.environ.get("BACKUPJOBS_SIM"), help="the simulator; else $BACKUPJOBS_SIM")
    parser.add_argument("--write", action="store_true", help="write the tables into README.md")
    return parser.parse_args(given)


def main(given: list[str] | None = None) -> int:
    args = arguments(given)
    try:
        everything = read_all()
    except BadFault as why:
        print(why, file=sys.stderr)
        return 2
    faults = [fault for fault in everything if not args.faults or any(part in fault.name for part in args.faults)]
    drivers = dict(one.split("=", 1) for one in args.driver)
    if not drivers or not args.sim or not faults:
        print("give at least one --driver NAME=COMMAND, the simulator, and a fault that is there", file=sys.stderr)
        return 2
    for command in drivers.values():
        if shutil.which(shlex.split(command)[0]) is None:
            print(f"there is no program {shlex.split(command)[0]}", file=sys.stderr)
            return 2
    if faults[0] != everything[0]:
        # What a read gives when nothing is wrong is needed for all others.
        faults.insert(0, everything[0])
    played = play(drivers, args.sim, faults)
    wrong = played.wrong + table.differences(played.seen)
    new = played.tables(faults)
    if args.faults:
        print(new)
    elif args.write and not wrong:
        table.write(new)
    else:
        changes = table.changes(new, table.FILE.read_text(encoding="utf-8"))
        wrong += ["\n    ".join(["the tables are not what was seen; look, then --write:", *changes])] if changes else []
    for what in wrong:
        print(f"FAILED {what}")
    cells = sum(len(cells) for cells in played.seen.values())
    print(f"{len(faults)} faults, {cells} calls in {len(drivers)} languages, {len(wrong)} failures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
