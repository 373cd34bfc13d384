"""What polars, duckdb, pandas and pyarrow make of our lists."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import duckdb
import polars
import pyarrow
import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, session

from backupjobs import vcenter

MANY, SOME = 10_000, 1_000


def told(value: Any, name: str = "") -> Any:
    """A cell of a table as `to_dict` has it: JSON read, deep down as well."""
    if isinstance(value, dict):
        return {key: told(cell, key) for key, cell in value.items()}
    if isinstance(value, list):
        return [told(cell) for cell in value]
    if name in ("links", "extra", "params"):
        return json.loads(value) if value else {}
    return value


@pytest.fixture
def lists(client: Any, site: Any, appliance: Any) -> list[Any]:
    """Every list that there is of jobs and runs."""
    client.start_job(VEEAM_JOB)
    site.execute(TERADATA_JOB)
    appliance.create_backup_job(vcenter.BackupRequest("FTP", "ftp://backup.example/vc", parts=["seat"]))
    servers = [client.server(), site.server(), appliance.server()]
    lists = [server.jobs() for server in servers]
    lists += [server.runs(rows[0]) for server, rows in zip(servers, lists)]
    lists += [client.jobs(), client.all_job_sessions(), client.copy_jobs()]
    lists += [client.repositories(), client.organizations()]
    lists += [client.restore_sessions(), client.selected_items(VEEAM_JOB), client.log_items(lists[3][0].id)]
    lists += [site.jobs(), site.site_executions(), site.databases()]
    return [*lists, appliance.backup_details(), appliance.parts(), appliance.schedules()]


def test_every_list_says_the_same_in_arrow_as_in_python(lists: list[Any]) -> None:
    assert sum(len(rows) > 0 for rows in lists) > 12
    for rows in lists:
        table = pyarrow.table(rows)
        table.validate(full=True)
        assert table.column_names == rows.columns and table.num_rows == len(rows)
        assert pyarrow.schema(rows) == table.schema
        for row, wanted in zip(table.to_pylist(), rows):
            assert told(row) == wanted.to_dict()


def test_types_and_nulls(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(14)])
    by_id = {row["id"]: row for row in pyarrow.table(rows).to_pylist()}
    assert by_id["s0"]["creation_time"] == datetime(2026, 1, 1, 8, 0, 0, 23456, tzinfo=timezone.utc)
    assert by_id["s4"]["end_time"] is None and by_id["s0"]["end_time"] is not None
    assert by_id["s0"]["details"] == "détails & <0>" and by_id["s1"]["details"] is None
    assert by_id["s2"]["status"] == "Splendid" and by_id["s2"]["progress"] == 2**40 + 2
    assert by_id["s1"]["job_will_be_retried"] is False and by_id["s6"]["job_will_be_retried"] is None
    assert by_id["s6"]["statistics"] is None and by_id["s5"]["statistics"]["transferred_data_bytes"] == 5
    assert json.loads(by_id["s3"]["extra"]) == {"newMember": {"n": 3}} and by_id["s6"]["extra"] is None
    schema = pyarrow.schema(rows)
    assert schema.field("creation_time").type == pyarrow.timestamp("us", "UTC")
    assert schema.field("retry_count").type == pyarrow.int64()
    assert schema.field("job_will_be_retried").type == pyarrow.bool_()
    assert schema.field("status").type == pyarrow.large_string()


def test_polars(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(MANY)])
    frame = rows.to_polars()
    assert frame.shape == (MANY, len(rows.columns)) and frame.columns == rows.columns
    assert frame.schema["creation_time"] == polars.Datetime("us", "UTC") and frame.schema["status"] == polars.String
    assert frame["id"].to_list() == rows.column("id")
    counts = dict(frame.group_by("status").len().iter_rows())
    assert counts == {word: rows.column("status").count(word) for word in {*rows.column("status")}}
    longest = frame.select((polars.col("end_time") - polars.col("creation_time")).max()).item()
    spans = [row.end_time - row.creation_time for row in rows if row.end_time and row.creation_time]
    assert longest == max(spans) and isinstance(longest, timedelta)
    assert frame["statistics"].struct.field("transferred_data_bytes").sum() == sum(n for n in range(MANY) if n % 7 != 6)


def test_duckdb(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(MANY)])
    bad = rows.filter(status="Warning")
    query = "select count(*), max(progress), sum(statistics.transferred_data_bytes) from {} where status = 'Warning'"
    found = duckdb.sql(query.format("rows")).fetchall()
    bytes_ = sum(row.statistics.transferred_data_bytes for row in bad)
    assert found == [(len(bad), max(bad.column("progress")), bytes_)]
    assert duckdb.sql(query.format("bad")).fetchall() == found
    assert duckdb.sql("select typeof(creation_time) from rows limit 1").fetchall() == [("TIMESTAMP WITH TIME ZONE",)]
    # Read again: a list is no generator.
    assert duckdb.sql("select count(*) from rows").fetchall() == [(MANY,)]


def test_pandas(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(SOME)])
    frame = rows.to_pandas()
    assert list(frame.columns) == rows.columns and len(frame) == SOME
    assert str(frame["creation_time"].dtype) == "datetime64[us, UTC]" and str(frame["retry_count"].dtype) == "Int64"
    assert str(frame["job_will_be_retried"].dtype) == "boolean"
    assert frame["status"].isna().sum() == len(range(6, SOME, 7))
    assert frame["progress"].max() == max(p for p in rows.column("progress") if p) > 2**40
    assert frame.loc[0, "creation_time"] == rows[0].creation_time
    spans = (frame["end_time"] - frame["creation_time"]).dropna()
    assert len(spans) == sum(1 for row in rows if row.end_time and row.creation_time)
    assert frame["statistics"].dropna().iloc[0] == rows.filter(lambda row: row.statistics)[0].statistics.to_dict()
    assert json.loads(frame["extra"].dropna().iloc[0])["newMember"]
    assert (frame["status"] == "Warning").sum() == len(rows.filter(status="Warning"))


def test_pandas_and_arrow_agree(lists: list[Any]) -> None:
    for rows in lists:
        frame, table = rows.to_pandas(), pyarrow.table(rows)
        assert list(frame.columns) == table.column_names and len(frame) == table.num_rows
        for name in rows.columns:
            assert frame[name].isna().sum() == table[name].null_count, name


def test_slices_filters_and_empty_lists(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(100)])
    odd = rows[1::2]
    assert pyarrow.table(odd)["id"].to_pylist() == odd.column("id") == rows.column("id")[1::2]
    assert rows[::-1].to_polars()["id"].to_list() == rows.column("id")[::-1]
    assert pyarrow.table(rows.filter(status="Splendid"))["status"].unique().to_pylist() == ["Splendid"]
    for nothing in (rows[:0], rows.filter(id="nobody"), sessions([])):
        assert pyarrow.table(nothing).schema == pyarrow.schema(rows) and pyarrow.table(nothing).num_rows == 0
        assert nothing.to_polars().schema == rows.to_polars().schema
        assert duckdb.sql("select count(*) from nothing").fetchall() == [(0,)]
        assert len(nothing.to_pandas()) == 0 and str(nothing.to_pandas()["end_time"].dtype) == "datetime64[us, UTC]"


def test_tables_outlive_the_list(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(100)])
    ids, table = rows.column("id"), pyarrow.table(rows)
    column = table["id"]
    del rows, table
    assert column.to_pylist() == ids


def test_a_reader_that_asks_for_a_schema_is_given_ours(sessions: Any) -> None:
    rows = sessions([session(n) for n in range(3)])
    wish = pyarrow.schema([("id", pyarrow.string())])
    reader = pyarrow.RecordBatchReader._import_from_c_capsule(rows.__arrow_c_stream__(wish.__arrow_c_schema__()))
    assert reader.schema == pyarrow.schema(rows) and reader.read_all().num_rows == 3
