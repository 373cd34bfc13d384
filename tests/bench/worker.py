"""One contender, in a process of its own that does what it is told: worker.py CONTENDER WORK URL CA

Answers each line of its input with one line of JSON:

``burst NANOSECONDS``   works for about that long, at least once: calls, the median of their times, CPU time of one, what
                        it found
``memory``              reads something small, then works once: how much more memory that took at its peak, and how much
                        the process had then
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from typing import Any, Callable

from contenders import open_contender


def burst(work: Callable[[], Any], nanoseconds: int) -> dict[str, Any]:
    clock, times = time.perf_counter_ns, []
    used, end = time.process_time_ns(), clock() + nanoseconds
    while True:
        began = clock()
        found = work()
        ended = clock()
        times.append(ended - began)
        if ended >= end:
            break
    cpu = (time.process_time_ns() - used) / len(times)
    return {"calls": len(times), "median": statistics.median(times), "cpu": cpu, "found": found}


def kibibytes(field: str) -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(field))


def memory(work: Callable[[], Any]) -> dict[str, Any]:
    gc.collect()
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")  # The peak so far is forgotten.
    before = kibibytes("VmRSS:")
    found = work()
    peak = kibibytes("VmHWM:")
    return {"more": (peak - before) * 1024, "peak": peak * 1024, "found": found}


def main() -> None:
    name, work, url, ca = sys.argv[1:]
    client = open_contender(name, url, ca)
    call = getattr(client, work)
    for line in iter(lambda: sys.stdin.readline().split(), []):
        if line[0] == "burst":
            answer = burst(call, int(line[1]))
        else:
            client.read()
            answer = memory(call)
        print(json.dumps(answer), flush=True)
    if hasattr(client, "end"):
        client.end()


if __name__ == "__main__":
    main()
