"""Judging jobs by their history: only a dated success that is young enough is "ok"."""

from __future__ import annotations

import copy
import inspect
import math
import pickle
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_veeam

import backupjobs
from backupjobs import Level, Report, Run, Verdict

NOBODY = "00000000-0000-4000-8000-000000000000"
FAST = {"poll_min": 0.001, "poll_max": 0.001}


def test_a_young_success_is_ok(opened: tuple[Any, str], sim: Any) -> None:
    server, job = opened
    sim.clock(per_request_s=5)
    run = server.wait(job, server.start(job, look_every=0.001).run, **FAST)
    verdict = server.check(server.job(job))
    assert (verdict.level, verdict.exit_code, verdict.job_id) == (Level.OK, 0, job)
    assert verdict.job_name == server.job(job).name
    assert verdict.run == run and run.id in verdict.reason
    assert verdict.age is not None and timedelta(0) <= verdict.age < timedelta(hours=1)
    sim.advance(27 * 3600)
    late = server.check(job)
    assert (late.level, late.exit_code) == (Level.CRITICAL, 2), "by the server's clock"
    assert late.age is not None and late.age > timedelta(hours=27)


def test_the_policy(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        (last,) = server.runs(VEEAM_JOB, limit=1)
        assert last.outcome == "success" and last.ended is not None
        day = timedelta(hours=26)
        assert server.check(VEEAM_JOB, now=last.ended + day).level == "ok", "26 hours are the default"
        # Two seconds: the server's times are finer than a datetime, and ages are whole seconds.
        assert server.check(VEEAM_JOB, now=last.ended + day + timedelta(seconds=2)).level == "critical"
        later = last.ended + timedelta(days=40, seconds=1)
        assert server.check(VEEAM_JOB, now=later).age == timedelta(days=40)
        for max_age in (None, math.inf, timedelta(days=41), 41 * 86_400):
            assert server.check(VEEAM_JOB, now=later, max_age=max_age).level == "ok"
        assert server.check(VEEAM_JOB, now=later.isoformat(), max_age=timedelta(days=39)).level == "critical"
        assert server.check(VEEAM_JOB, now=last.ended - timedelta(days=1)).level == "unknown", "from the future"

        server.disable(VEEAM_JOB)
        disabled = server.check(VEEAM_JOB)
        assert disabled.level == "warning" and "disabled" in disabled.reason
        assert server.check(VEEAM_JOB, disabled_ok=True).level == "ok"

        sim.script("veeam", VEEAM_JOB, outcome="hang")
        server.start(VEEAM_JOB, look_every=0.001)
        sim.advance(7200)
        assert server.check(VEEAM_JOB, disabled_ok=True).level == "ok"
        assert server.check(VEEAM_JOB, disabled_ok=True, max_running=3 * 3600).level == "ok"
        stuck = server.check(VEEAM_JOB, disabled_ok=True, max_running=timedelta(hours=1))
        assert stuck.level == "critical" and "longer than allowed" in stuck.reason


@pytest.mark.parametrize(
    ("outcome", "level", "tolerant"),
    [("warning", "warning", "ok"), ("failed", "critical", "critical"), ("Splendid", "unknown", "unknown")],
)
def test_outcomes(sim: Any, outcome: str, level: str, tolerant: str) -> None:
    sim.script("teradata", TERADATA_JOB, outcome=outcome)
    with open_teradata(sim).server() as server:
        server.start(TERADATA_JOB)
        sim.advance(3600)
        assert server.check(TERADATA_JOB).level == level
        assert server.check(TERADATA_JOB, warnings_ok=True).level == tolerant


def test_what_cannot_be_read_is_a_verdict_and_never_ok(sim: Any) -> None:
    with open_veeam(sim, retries=0).server() as server:
        gone = server.check(NOBODY)
        assert (gone.level, gone.job_id, gone.run) == ("critical", NOBODY, None)
        sim.faults("status", system="veeam", method="GET", status=503, times=0)
        verdict = server.check(VEEAM_JOB)
        assert (verdict.level, verdict.exit_code) == ("unknown", 3) and "503" in verdict.reason
        report = server.check_all()
        assert (report.level, len(report.verdicts)) == ("unknown", 1)
        sim.clear_faults()
        with pytest.raises(backupjobs.InvalidArgumentError):
            server.check("not an id")
        token = backupjobs.CancelToken()
        token.cancel()
        with pytest.raises(backupjobs.OperationCancelledError):
            server.with_cancel(token).check(VEEAM_JOB)
        with pytest.raises(backupjobs.OperationCancelledError):
            server.with_cancel(token).check_all()


def test_check_all(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        jobs = server.jobs()
        report = server.check_all(expect_jobs=["Contoso mail", jobs[1], "Payroll"])
        assert (report.level, report.exit_code) == (Level.CRITICAL, 2)
        assert isinstance(report.verdicts, tuple)
        assert [v.job_id for v in report.verdicts] == [*(job.id for job in jobs), "Payroll"]
        assert [v.job_name for v in report.verdicts] == [*(job.name for job in jobs), None]
        assert "Payroll" in report.verdicts[-1].reason
        assert report.verdicts[:-1] == server.check_all(expect_jobs={"Contoso mail"}).verdicts
        assert report.verdicts[0] == server.check(jobs[0])
        names = (job.name for job in jobs)
        assert len(server.check_all(expect_jobs=names, max_age=None, disabled_ok=True).verdicts) == len(jobs)
        for wrong in ("Contoso mail", 5, [5]):
            with pytest.raises(TypeError):
                server.check_all(expect_jobs=wrong)  # type: ignore[arg-type]


def test_a_bad_policy(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        for wrong in ({"max_age": -1}, {"max_running": math.nan}, {"now": datetime(2026, 1, 15)}, {"now": "soon"}):
            with pytest.raises(backupjobs.InvalidArgumentError):
                server.check(VEEAM_JOB, **wrong)  # type: ignore[arg-type]
        assert sim.journal() == [], "nothing was asked"


def test_ctrl_c_in_a_token_callable_is_no_verdict(sim: Any) -> None:
    def token() -> str:
        raise KeyboardInterrupt

    with open_teradata(sim, token=token).server() as server:
        for call in (lambda: server.check(TERADATA_JOB), server.check_all):
            with pytest.raises(KeyboardInterrupt):
                call()


RUN = Run("veeam", "job", "run", phase="finished", outcome="success", raw_status="Success")
VALUES = [
    Verdict("ok", "run run succeeded", job_id="job", job_name="mail", run=RUN, age=timedelta(hours=2, seconds=1)),
    Verdict("critical", "the job is gone", job_id="job"),
    Report("critical", [Verdict("ok", "fine"), Verdict("critical", "the job is gone", job_id="job")]),
    Run("veeam", "job", "run", will_be_retried=True, retry_of="first"),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_values(value: Any) -> None:
    for again in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert again == value and hash(again) == hash(value) and repr(again) == repr(value)
    assert all(value != other for other in VALUES if other is not value)


def test_values_keep_their_fields(sim: Any) -> None:
    assert (VALUES[0].run, VALUES[0].age, VALUES[0].job_name) == (RUN, timedelta(hours=2, seconds=1), "mail")
    assert VALUES[0] != Verdict("ok", "run run succeeded", job_id="job", job_name="mail", run=RUN)
    assert (VALUES[3].will_be_retried, VALUES[3].retry_of) == (True, "first")
    assert (RUN.will_be_retried, RUN.retry_of) == (False, None)
    assert "retried" not in repr(RUN) and "will_be_retried=True, retry_of='first'" in repr(VALUES[3])
    assert (RUN.verdict().job_id, RUN.verdict().run) == ("job", RUN)
    with open_veeam(sim).server() as server:
        report = server.check_all()
    assert pickle.loads(pickle.dumps(report)) == report


def test_the_default_age_in_the_signatures() -> None:
    for method in (backupjobs.Server.check, backupjobs.Server.check_all):
        assert inspect.signature(method).parameters["max_age"].default == 26 * 3600


def test_times_are_aware(sim: Any) -> None:
    with open_veeam(sim).server() as server:
        now = datetime(2026, 1, 15, 8, tzinfo=timezone(timedelta(hours=1)))
        assert server.check(VEEAM_JOB, now=now) == server.check(VEEAM_JOB, now="2026-01-15T07:00:00Z")
