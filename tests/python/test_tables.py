"""Rows that stay in the text of the answer until they are touched say what rows say that are read whole."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from conftest import open_teradata, open_veeam

from backupjobs import teradata, veeam

JOB = "3396ba22-21b1-4666-a631-0edfc12a59cd"

EXECUTIONS: list[dict[str, Any]] = [
    {
        "site_id": "ACMEPRD1",
        "job_id": 71,
        "job_name": 'the "große"\njob',
        "job_type": "backup",
        "execution_id": " 906 ",
        "start_time": "2025-03-05T02:00:02.104000Z",
        "end_time": "2025-03-05T04:00:02+02:00",
        "backup_set_size": 73_400_320_001,
        "status": "FAILED",
        "is_saveset_retained": True,
        "is_saveset_deleted": False,
        "saveset_id": -1,
        "run_type": "WEEKLY",
        "status_detail": "",
    },
    {"execution_id": 907, "start_time": "string", "end_time": "", "status": None, "new": {"a": [1.5, "x"]}, "more": None},
    # Nobody expects a number here: this row is read whole.
    {"execution_id": "908", "backup_set_size": "12", "status": "Successful", "new": 1},
]
# At night, and the whole of some days; then every other hour, so that none is like the one before.
WINDOW = [not 7 <= hour % 24 < 19 or hour // 24 % 6 == 0 for hour in range(120)] + [True, False] * 24
COPY_JOBS: list[dict[str, Any]] = [
    {
        "id": "2f9b8c71-3d4e-4f50-9a6b-7c8d9e0f1a77",
        "name": "Contoso",
        "lastStatus": "Success",
        "_links": {"organization": {"href": f"/v6/organizations/{JOB}"}, "backupJob": {"href": "/v6/jobs/x"}},
        "schedulePolicy": {
            "type": "DailyAtTime",
            "dailyType": "Monthly",
            "backupCopyWindowSettings": {"backupWindow": WINDOW, "minuteOffset": 60, "new": 2},
        },
    },
    {"id": "2f9b8c71-3d4e-4f50-9a6b-7c8d9e0f1a78", "schedulePolicy": {"type": "Immediate"}, "_links": {}},
    {"id": "2f9b8c71-3d4e-4f50-9a6b-7c8d9e0f1a79", "schedulePolicy": None, "eTag": "7"},
]


def executions(sim: Any, rows: list[dict[str, Any]]) -> Any:
    sim.faults("body", path="/executions", body=json.dumps(rows), content_type="application/json")
    with open_teradata(sim) as site:
        return site.site_executions()


def copy_jobs(sim: Any, rows: list[dict[str, Any]]) -> Any:
    sim.faults("body", path="/CopyJobs", body=json.dumps({"results": rows}), content_type="application/json")
    with open_veeam(sim) as client:
        return client.copy_jobs()


def attributes(value: Any) -> set[str]:
    return {name for name in dir(value) if name[0] != "_" and not callable(getattr(value, name))}


def hold(row: Any, whole: Any) -> None:
    """First one attribute after the other, then what needs the whole row."""
    for name in sorted(attributes(whole)):
        mine, theirs = getattr(row, name), getattr(whole, name)
        assert mine == theirs and type(mine) is type(theirs), name
        if hasattr(theirs, "__match_args__"):
            hold(mine, theirs)
    assert row == whole and hash(row) == hash(whole) and repr(row) == repr(whole)
    assert row.to_dict() == whole.to_dict() and row.to_json(names="vendor") == whole.to_json(names="vendor")
    assert pickle.loads(pickle.dumps(row)) == copy.deepcopy(row) == whole


def test_executions(sim: Any) -> None:
    rows = executions(sim, EXECUTIONS)
    wholes = [teradata.Execution._from_json(json.dumps(row)) for row in EXECUTIONS]
    assert len(rows) == 3
    for row, whole in zip(rows, wholes):
        hold(row, whole)
    assert [row.outcome for row in rows] == ["failed", None, "success"]
    for name in rows.columns:
        assert rows.column(name) == [getattr(whole, name) for whole in wholes]
    assert rows.filter(status="FAILED") == wholes[:1] and rows.filter(backup_set_size=12)[0].execution_id == "908"
    assert rows[0].start_time_raw == EXECUTIONS[0]["start_time"] and rows[1].start_time_raw == "string"


def test_copy_jobs(sim: Any) -> None:
    rows = copy_jobs(sim, COPY_JOBS)
    assert rows[0].organization_id == JOB and rows[1].organization_id is None
    told = [{**row, "organizationId": row_.organization_id} for row, row_ in zip(COPY_JOBS, rows)]
    for row, whole in zip(rows, told):
        hold(row, veeam.CopyJob._from_json(json.dumps(whole)))
    window = rows[0].schedule_policy.backup_copy_window_settings
    assert window.backup_window == WINDOW and window.extra == {"new": 2}
    assert rows[1].schedule_policy.backup_copy_window_settings is None and rows[2].schedule_policy is None
    assert rows[0].link_id("backupJob") == "x"


@pytest.mark.parametrize("hours", [[], [True], [False], [True] * 168, [False] * 167 + [True], [True, True, False]])
@pytest.mark.parametrize("comma", [",", ", "])
def test_windows(sim: Any, hours: list[bool], comma: str) -> None:
    policy = {"backupCopyWindowSettings": {"backupWindow": hours}}
    body = json.dumps([{"id": JOB, "schedulePolicy": policy}], separators=(comma, ":"))
    sim.faults("body", path="/CopyJobs", body=body, content_type="application/json")
    with open_veeam(sim) as client:
        (job,) = client.copy_jobs()
    window = job.schedule_policy.backup_copy_window_settings.backup_window
    assert window == hours and all(type(hour) is bool for hour in window)
    window.append(None)
    assert job.schedule_policy.backup_copy_window_settings.backup_window == hours, "each list is a new one"


def test_a_row_outlives_its_list(sim: Any) -> None:
    row = executions(sim, EXECUTIONS)[0]
    policy = copy_jobs(sim, COPY_JOBS)[0].schedule_policy
    assert row.job_name == EXECUTIONS[0]["job_name"] and policy.kind == "DailyAtTime"


@pytest.mark.parametrize("body", ['[{"execution_id": 1}, {"status": "x"}]', '[{"execution_id": 1}, {"execution_id": 2, "job_id": []}]'])
def test_an_error_names_the_place_at_once(sim: Any, body: str) -> None:
    from backupjobs import ProtocolError

    sim.faults("body", path="/executions", body=body, content_type="application/json")
    with open_teradata(sim) as site, pytest.raises(ProtocolError, match=r"cannot be read at \[1\]"):
        site.site_executions()
