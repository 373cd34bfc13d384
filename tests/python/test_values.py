"""Value objects: pickled, compared, hashed, shown; clients refuse to be pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

import backupjobs
from backupjobs import vcenter, veeam

AT = datetime(2026, 1, 15, 8, 0, 0, 123456, tzinfo=timezone.utc)
RUN = backupjobs.Run(
    "veeam",
    "job",
    "run",
    phase="finished",
    outcome="warning",
    raw_status="Warning",
    started=AT,
    ended=AT + timedelta(hours=1),
    percent=100,
    objects=7,
    bytes=2**40,
    message="two mailboxes were skipped",
)
VALUES = [
    RUN,
    backupjobs.Run("teradata", "71", "905"),
    backupjobs.Job("vcenter", "appliance-backup", name="x", enabled=None, raw_status="NONE", last_run=AT),
    backupjobs.Job("veeam", "id", next_run="2026-01-15T08:00:00.123456789Z"),
    backupjobs.Verdict("critical", "run 5 failed (FAILED)"),
    backupjobs.Started(RUN, "adopted"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_common_values(value: Any) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert again == value and hash(again) == hash(value) and repr(again) == repr(value)
    assert value != "something else"
    assert all(value != other for other in VALUES if other is not value)
    assert len({value, copy.deepcopy(value)}) == 1
    with pytest.raises(AttributeError):
        value.name = "changed"


def test_a_run_keeps_its_fields() -> None:
    assert (RUN.system, RUN.job_id, RUN.id, RUN.phase, RUN.outcome) == ("veeam", "job", "run", "finished", "warning")
    assert (RUN.raw_status, RUN.percent, RUN.objects, RUN.bytes) == ("Warning", 100, 7, 2**40)
    assert (RUN.started, RUN.ended) == (AT, AT + timedelta(hours=1))
    assert RUN.message == "two mailboxes were skipped"
    assert repr(RUN).startswith("Run(system='veeam', job_id='job', id='run', phase='finished', outcome='warning'")
    berlin = AT.astimezone(timezone(timedelta(hours=1)))
    assert backupjobs.Run("veeam", "j", "r", started=berlin) == backupjobs.Run("veeam", "j", "r", started=AT)
    assert backupjobs.Run("veeam", "j", "r").is_active


def test_values_from_wrong_words() -> None:
    for make in (
        lambda: backupjobs.Run("oracle", "j", "r"),  # type: ignore[arg-type]
        lambda: backupjobs.Run("veeam", "j", "r", phase="done"),  # type: ignore[arg-type]
        lambda: backupjobs.Run("veeam", "j", "r", outcome="great"),  # type: ignore[arg-type]
        lambda: backupjobs.Run("veeam", "j", "r", started="yesterday"),
        lambda: backupjobs.Verdict("green", "because"),  # type: ignore[arg-type]
        lambda: backupjobs.Started(RUN, "theirs"),  # type: ignore[arg-type]
    ):
        with pytest.raises(backupjobs.InvalidArgumentError):
            make()


def test_finer_times_survive_pickling(sim: Any) -> None:
    with open_veeam(sim) as client:
        runs = client.server().runs(VEEAM_JOB)
    fine = [run for run in runs if run.started is not None]
    assert pickle.loads(pickle.dumps(fine)) == fine


def test_vendor_objects(sim: Any) -> None:
    with open_veeam(sim) as v, open_teradata(sim) as t, open_vcenter(sim) as c:
        v.start_job(VEEAM_JOB)
        status = c.create_backup_job(plan())
        values: list[Any] = [
            *v.jobs(),
            *v.all_job_sessions(),
            *v.organizations(),
            *v.repositories(),
            v.explore_job(VEEAM_JOB, datetime=AT, explorer="vex"),
            *t.jobs(),
            t.job(TERADATA_JOB),
            *t.site_executions(),
            status,
            c.session(),
            c.cancel_backup_job(status.id),
            veeam.BackupWindow.always(),
            veeam.CopySchedule.daily("Everyday", "01:00:00").within(veeam.BackupWindow([False] * 168, 60)),
            veeam.ExploreOptions(AT, "vex", show_deleted=False),
        ]
    for value in values:
        for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
            assert type(again) is type(value)
            assert again == value and repr(again) == repr(value)
        assert repr(value).startswith(type(value).__name__ + "(")
        assert type(value).__module__ in ("backupjobs.veeam", "backupjobs.teradata", "backupjobs.vcenter")
        for name in getattr(type(value), "__match_args__", ()):
            getattr(value, name)


def test_what_holds_a_connection_or_a_secret_cannot_be_pickled(sim: Any) -> None:
    with open_veeam(sim) as v, open_teradata(sim) as t, open_vcenter(sim) as c:
        for value in (v, t, c, v.server(), c.server(), backupjobs.CancelToken(), plan()):
            for refused in (pickle.dumps, copy.copy, copy.deepcopy):
                with pytest.raises(TypeError, match="cannot be pickled"):
                    refused(value)  # type: ignore[operator]


def test_rows(sim: Any) -> None:
    with open_veeam(sim) as client:
        rows = client.jobs()
    assert isinstance(rows, Sequence) and isinstance(rows, backupjobs.Rows)
    everything = list(rows)
    assert len(rows) == len(everything) == 5
    assert rows == everything and rows == tuple(everything) and not rows != everything
    assert rows != everything[:1] and rows != 5 and rows == copy.copy(rows)
    assert rows[0] == everything[0] and rows[-1] == everything[-1]
    assert isinstance(rows[1:3], backupjobs.Rows) and [*rows[1:3]] == everything[1:3]
    assert rows[::-1] == everything[::-1] and rows[5:] == []
    assert list(reversed(rows)) == everything[::-1]
    assert everything[2] in rows and "x" not in rows
    assert rows.index(everything[2]) == 2 and rows.count(everything[2]) == 1
    for odd in (5, -6, 2**100):
        with pytest.raises((IndexError, TypeError)):
            rows[odd]
    with pytest.raises(TypeError):
        rows["0"]  # type: ignore[call-overload]
    with pytest.raises(ValueError):
        rows.index("x")
    with pytest.raises(TypeError):
        hash(rows)
    assert pickle.loads(pickle.dumps(rows)) == everything
    assert repr(rows) == f"Rows({everything!r})"
    iterator = iter(rows)
    assert len(list(iterator)) == 5 and list(iterator) == []
    assert repr(backupjobs.Rows[backupjobs.Run]) == "backupjobs.Rows[backupjobs.Run]"


def test_rows_outlive_their_list(sim: Any) -> None:
    with open_veeam(sim) as client:
        job = client.jobs()[3]
    assert job.name == "Contoso teams"


def test_schedules() -> None:
    window = veeam.BackupWindow([True, False] * 84, -60, extra={"odd": [1, None, {"ä": 2.5}]})
    assert window.backup_window == [True, False] * 84
    assert (window.minute_offset, window.extra) == (-60, {"odd": [1, None, {"ä": 2.5}]})
    schedule = veeam.CopySchedule("Periodically", periodically_every="Hours2", extra={"x": True})
    assert schedule == veeam.CopySchedule(kind="Periodically", periodically_every="Hours2", extra={"x": True})
    assert schedule != veeam.CopySchedule.periodically(veeam.PeriodicallyEvery.HOURS2)
    assert schedule.within(window).backup_copy_window_enabled is True
    assert schedule.backup_copy_window_enabled is None
    assert repr(veeam.CopySchedule.immediate()) == "CopySchedule(kind='Immediate')"
    with pytest.raises(TypeError):
        veeam.CopySchedule(extra={"x": object()})
    with pytest.raises(backupjobs.InvalidArgumentError):
        veeam.CopySchedule(extra=[1])  # type: ignore[arg-type]


def test_patterns() -> None:
    schedule = veeam.CopySchedule.daily("Monday", "03:00:00")
    assert veeam.CopySchedule.__match_args__[:2] == ("kind", "daily_type")
    match schedule:
        case veeam.CopySchedule("DailyAtTime", days):
            assert days == "Monday"
        case _:
            pytest.fail("did not match")


def test_retry_policy() -> None:
    policy = backupjobs.RetryPolicy()
    assert (policy.attempts, policy.total) == (4, timedelta(seconds=60))
    assert (policy.base, policy.cap) == (timedelta(milliseconds=250), timedelta(seconds=8))
    assert backupjobs.RetryPolicy(1) == backupjobs.RetryPolicy.none()
    assert repr(policy) == "RetryPolicy(attempts=4, total=60, base=0.25, cap=8)"


def test_reprs(sim: Any) -> None:
    with open_veeam(sim) as v, open_teradata(sim) as t, open_vcenter(sim) as c:
        assert repr(v) == f"<backupjobs.veeam.Client {sim.veeam.url} v6>"
        assert repr(t) == f"<backupjobs.teradata.Client {sim.teradata.url} {sim.teradata.site_id}>"
        assert repr(c) == f"<backupjobs.vcenter.Client {sim.vcenter.url}>"
        assert repr(v.server()) == f"<backupjobs.Server veeam {sim.veeam.url}>"
        assert c.server().system == backupjobs.System.VCENTER and c.server().url == sim.vcenter.url
    assert repr(backupjobs.CancelToken()) == "<CancelToken not cancelled>"
    assert vcenter.APPLIANCE_BACKUP == "appliance-backup"
