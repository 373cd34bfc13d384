"""The Arrow C data interface itself, as a consumer in C would use it; tests/data has the libraries that do."""

from __future__ import annotations

import ctypes
import struct
from datetime import timezone
from typing import Any

import pytest
from conftest import VEEAM_JOB, open_veeam

P = ctypes.c_void_p
GET = ctypes.PYFUNCTYPE(P, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))


class Schema(ctypes.Structure):
    """``struct ArrowSchema``."""


class Array(ctypes.Structure):
    """``struct ArrowArray``."""


class Stream(ctypes.Structure):
    """``struct ArrowArrayStream``."""


Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))), ("dictionary", P),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))), ("private_data", P),
]
Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(P)), ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    ("dictionary", P), ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))), ("private_data", P),
]
Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))), ("private_data", P),
]


@pytest.fixture
def runs(sim: Any) -> Any:
    with open_veeam(sim) as client:
        yield client.server().runs(VEEAM_JOB)


def opened(rows: Any) -> tuple[Any, Stream]:
    capsule = rows.__arrow_c_stream__()
    return capsule, Stream.from_address(GET(capsule, b"arrow_array_stream"))


def texts(column: Array) -> list[str | None]:
    n = column.length
    ends = struct.unpack(f"{n + 1}q", ctypes.string_at(column.buffers[1], 8 * (n + 1)))
    data = ctypes.string_at(column.buffers[2], ends[-1])
    bits = ctypes.string_at(column.buffers[0], (n + 7) // 8) if column.buffers[0] else b"\xff" * n
    return [data[ends[i] : ends[i + 1]].decode() if bits[i // 8] >> (i % 8) & 1 else None for i in range(n)]


def test_a_stream_is_read_and_released_once(runs: Any) -> None:
    capsule, stream = opened(runs)
    schema, batch, end = Schema(), Array(), Array()
    assert stream.get_schema(stream, schema) == 0 and stream.get_schema(stream, Schema()) == 0
    assert stream.get_next(stream, batch) == 0 and stream.get_next(stream, end) == 0
    assert not end.release and schema.format == b"+s" and batch.length == len(runs) and batch.null_count == 0
    names = [schema.children[i].contents.name.decode() for i in range(schema.n_children)]
    assert names == runs.columns
    column = batch.children[names.index("message")].contents
    assert texts(column) == runs.column("message") and column.null_count == runs.column("message").count(None)
    assert texts(batch.children[names.index("outcome")].contents) == runs.column("outcome")
    started = schema.children[names.index("started")].contents
    assert started.format == b"tsu:UTC" and started.flags == 2
    micros = struct.unpack("q", ctypes.string_at(batch.children[names.index("started")].contents.buffers[1], 8))[0]
    assert micros == round(runs[0].started.replace(tzinfo=timezone.utc).timestamp() * 1e6)
    # Batches outlive their stream and the rows, which a consumer may well let go first.
    stream.release(stream)
    assert not stream.release
    del capsule, runs
    for one in (schema, batch):
        one.release(one)
        assert not one.release


def test_a_child_that_was_moved_out_lives_on(runs: Any) -> None:
    _capsule, stream = opened(runs)
    batch, mine = Array(), Array()
    assert stream.get_next(stream, batch) == 0
    taken = batch.children[2].contents
    ctypes.memmove(ctypes.byref(mine), ctypes.byref(taken), ctypes.sizeof(Array))
    taken.release = type(taken.release)()
    batch.release(batch)
    assert texts(mine) == runs.column("id")
    mine.release(mine)
    assert not mine.release


def test_a_schema_alone(runs: Any) -> None:
    capsule = runs[:0].__arrow_c_schema__()
    schema = Schema.from_address(GET(capsule, b"arrow_schema"))
    fields = [schema.children[i].contents for i in range(schema.n_children)]
    kinds = {field.name.decode(): field.format for field in fields}
    assert kinds["outcome"] == b"U" and kinds["objects"] == b"l" and kinds["will_be_retried"] == b"b"
    assert list(kinds) == runs.columns


def test_an_empty_list_is_an_empty_batch(runs: Any) -> None:
    capsule, stream = opened(runs[:0])
    batch = Array()
    assert stream.get_next(stream, batch) == 0 and batch.release and batch.length == 0
    assert texts(batch.children[2].contents) == []
    batch.release(batch)
    del capsule
