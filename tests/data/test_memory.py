"""Exports, whole, abandoned and half read: memory stays flat, so everything is released, and nothing twice."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any, Callable

import polars
import pyarrow
from conftest import session

#: Of the columns of 10,000 sessions, about 4 MB.
TIMES = 60


def resident() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def growth(work: Callable[[], object]) -> int:
    for _ in range(10):
        work()
    gc.collect()
    before = resident()
    for _ in range(TIMES):
        work()
    gc.collect()
    return resident() - before


def test_memory_stays_flat(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(10_000)])
    size = pyarrow.table(rows).nbytes
    assert size > 2_000_000

    def half_read() -> None:
        reader = pyarrow.RecordBatchReader.from_stream(rows)
        reader.read_next_batch()

    def never_read() -> None:
        pyarrow.RecordBatchReader.from_stream(rows)

    for work in (
        rows.__arrow_c_stream__,
        rows.__arrow_c_schema__,
        lambda: pyarrow.schema(rows),
        lambda: pyarrow.table(rows),
        lambda: polars.DataFrame(rows),
        half_read,
        never_read,
    ):
        # One copy kept of every export would be 60 times the size.
        assert growth(work) < 10 * size


def test_the_measure_sees_a_leak(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(10_000)])
    kept: list[Any] = []
    assert growth(lambda: kept.append(pyarrow.table(rows))) > 10 * pyarrow.table(rows).nbytes
