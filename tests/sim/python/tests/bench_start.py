#!/usr/bin/env python3
"""How long a simulator takes to start, to be as at its start again, and to end: medians, in milliseconds.

    make bench-sim
"""

from __future__ import annotations

import argparse
import statistics
import time
from typing import Callable, Dict, List

from backupjobs_sim import Simulator


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=30)
    times = parser.parse_args().times
    taken: Dict[str, List[float]] = {"start": [], "reset": [], "end": []}
    for _ in range(times):
        started: List[Simulator] = []
        taken["start"].append(milliseconds(lambda: started.append(Simulator())))
        taken["reset"].append(milliseconds(started[0].reset))
        taken["end"].append(milliseconds(started[0].close))
    for what, figures in taken.items():
        print(f"{what:6} {statistics.median(figures):6.1f} ms (worst of {times}: {max(figures):.1f})")


if __name__ == "__main__":
    main()
