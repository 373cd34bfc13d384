"""The judge of the soak sees what it must see: by made-up samples, and by programs that leak on purpose."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import pytest
from judge import failures, judge

HERE = Path(__file__).resolve().parent
CALLS = 200_000
ROUNDS = 20


def samples(**grow: Callable[[int], float]) -> list[dict[str, Any]]:
    """A flat soak, except for what is made to grow: by the number of calls."""
    flat = {"rss_kib": 18_000, "heap_kib": 900, "fds": 27, "threads": 1}
    nothing = {"rss_kib": 4_000, "heap_kib": 3, "fds": 3, "threads": 1}
    after = {**nothing, "heap_kib": 90}
    moments = [(nothing, 0), *((flat, CALLS * n // ROUNDS) for n in range(1, ROUNDS + 1)), (after, CALLS)]
    return [
        {"calls": calls, **{name: int(held[name] + grow.get(name, lambda _: 0)(calls)) for name in held}}
        for held, calls in moments
    ]


def test_what_is_flat_is_flat() -> None:
    assert judge(samples(), 4) == []
    # Pools that fill up, and pages that come and go.
    assert judge(samples(fds=lambda calls: min(calls // 10_000, 12) if 0 < calls < CALLS else 0), 4) == []
    assert judge(samples(rss_kib=lambda calls: calls % 70_000 / 100), 4) == []
    # All of it before the end of the warm-up.
    assert judge(samples(rss_kib=lambda calls: min(calls, CALLS // 5) / 8), 4) == []


@pytest.mark.parametrize(
    ("name", "grow"),
    [
        # 16 bytes a call.
        ("rss_kib", lambda calls: calls * 16 / 1024),
        ("heap_kib", lambda calls: calls * 4 / 1024),
        ("threads", lambda calls: calls // 50_000),
        ("fds", lambda calls: calls // 5_000),
        ("fds", lambda calls: calls // CALLS),
    ],
)
def test_what_grows_is_seen(name: str, grow: Callable[[int], float]) -> None:
    assert any(text.startswith(name) for text in judge(samples(**{name: grow}), 4))


def test_a_soak_without_faults_is_none() -> None:
    ends = {"ok": 80, "cancelled": 5, "invalid_argument": 5, "not_found": 4, "protocol": 3, "unavailable": 3}
    assert failures({"calls": 100, "ends": ends}) == []
    assert failures({"calls": 100, "ends": {**ends, "internal": 1}}) != []
    assert failures({"calls": 200, "ends": ends}) != []
    assert failures({"calls": 100, "ends": {"ok": 100}}) != []


@pytest.mark.parametrize("leak", ["memory", "file", "thread"])
@pytest.mark.parametrize("language", ["c", "python"])
def test_a_planted_leak_is_seen(language: str, leak: str) -> None:
    which = ["--soak-c", os.environ["BACKUPJOBS_SOAK"]] if language == "c" else ["--python"]
    amount = ["--calls", "1000", "--rounds", "5", "--leak", leak]
    done = subprocess.run([sys.executable, str(HERE / "run.py"), *which, *amount], capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stderr
    name = {"memory": "rss_kib", "file": "fds", "thread": "threads"}[leak]
    assert f": {name}" in done.stdout, done.stdout
