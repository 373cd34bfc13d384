"""Says whether what a process held stayed flat."""

from __future__ import annotations

from typing import Any

WARM_UP = 0.2
"""The part of the calls after which nothing may grow any more."""
RSS_KIB = 2048
"""What resident memory may differ by between warm-up and end: pages that malloc keeps for later."""
HEAP_KIB = 512
"""What may be in use more at the end than after warm-up: the three clients that stay open may still make connections, each
of which has 40 KiB of buffers."""
FDS_PER_LANE = 4
"""A connection, and the event queue that it is watched by."""
FREED_KIB = 256
"""What may be in use when everything was freed: what is made once for the whole process. Only known for C: an
interpreter has a heap of its own."""
CLIENTS = 3
"""Clients that stay open all the time."""

Sample = dict[str, Any]


def judge(samples: list[Sample], threads: int) -> list[str]:
    """What is wrong with the samples: the first was taken before the first use, the last after everything was freed."""
    before, *rounds, after = samples
    warm = next(s for s in rounds if s["calls"] >= WARM_UP * rounds[-1]["calls"])
    steady = rounds[rounds.index(warm) :]
    wrong = []
    for name in ("fds", "threads"):
        if after[name] != before[name]:
            wrong.append(f"{name}: {before[name]} before the first call, {after[name]} when everything was freed")
    if "blocks" not in after and after["heap_kib"] > FREED_KIB:
        wrong.append(f"heap_kib: {after['heap_kib']} when everything was freed, more than {FREED_KIB}")
    if any(s["threads"] != before["threads"] for s in steady):
        wrong.append(f"threads between rounds: {[s['threads'] for s in steady]}, not {before['threads']}")
    most = before["fds"] + CLIENTS * threads * FDS_PER_LANE
    if any(s["fds"] > most for s in steady):
        wrong.append(f"fds between rounds: {[s['fds'] for s in steady]}, more than {most}")
    for name, limit in (("rss_kib", RSS_KIB), ("heap_kib", HEAP_KIB)):
        values = [s[name] for s in steady]
        grown, drift = values[-1] - values[0], slope(values) * (len(values) - 1)
        # The line through all samples tells a leak from one sample that was taken at a good or a bad moment.
        if grown > limit or drift > limit:
            wrong.append(f"{name}: {values[0]} after warm-up, {values[-1]} at the end, {drift:+.0f} by the trend")
    return wrong


def slope(values: list[int]) -> float:
    """Growth from one sample to the next, by least squares."""
    middle, mean = (len(values) - 1) / 2, sum(values) / len(values)
    square = sum((at - middle) ** 2 for at in range(len(values)))
    return sum((at - middle) * (value - mean) for at, value in enumerate(values)) / square if square else 0.0


def failures(after: Sample) -> list[str]:
    """What is wrong with how the calls ended: faults must have been seen, and most calls must have got through."""
    ends = after["ends"]
    wrong = [f"{ends[kind]} calls ended as '{kind}'" for kind in ("internal", "tls") if kind in ends]
    if ends.get("ok", 0) < 0.5 * after["calls"]:
        wrong.append(f"only {ends.get('ok', 0)} of {after['calls']} calls got through")
    missing = {"cancelled", "invalid_argument", "not_found", "protocol"} - ends.keys()
    if missing or not {"unreachable", "unavailable", "rate_limited", "unauthenticated"} & ends.keys():
        wrong.append(f"too few faults were seen: {ends}")
    return wrong
