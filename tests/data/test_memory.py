"""Exports, whole, abandoned and half read: memory stays flat, so everything is released, and nothing twice."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any, Callable

import pyarrow
from conftest import session

#: Exports of each kind; the columns of so many sessions are about 0.4 MB.
TIMES, ROWS = 40, 1_000


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
    rows = sessions([session(n) for n in range(ROWS)])
    size = pyarrow.table(rows).nbytes
    assert size > 200_000

    def half_read() -> None:
        reader = pyarrow.RecordBatchReader.from_stream(rows)
        reader.read_next_batch()

    def never_read() -> None:
        pyarrow.RecordBatchReader.from_stream(rows)

    def every_way() -> None:
        rows.__arrow_c_stream__()
        rows.__arrow_c_schema__()
        pyarrow.schema(rows)
        pyarrow.table(rows)
        rows.to_polars()
        half_read()
        never_read()

    # One that is kept grows it by 40 times the size.
    assert growth(every_way) < 10 * size


def test_the_measure_sees_a_leak(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(ROWS)])
    kept: list[Any] = []
    assert growth(lambda: kept.append(pyarrow.table(rows))) > 25 * pyarrow.table(rows).nbytes
