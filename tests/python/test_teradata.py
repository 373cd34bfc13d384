"""Every operation on Teradata, against the simulator."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from conftest import TERADATA_JOB, api_runs, open_lake, open_teradata, signed

import backupjobs
from backupjobs import teradata


def test_jobs(td: teradata.Client, sim: Any) -> None:
    truth = [job["id"] for job in sim.truth()["teradata"]["jobs"]]
    jobs = td.jobs()
    assert sorted(job.job_id for job in jobs) == sorted(truth)
    assert (td.site_id, td.url) == (sim.teradata.site_id, sim.teradata.url)
    assert all(job.job_settings is None for job in jobs)
    assert {job.job_type for job in td.jobs(job_type=teradata.JobType.RESTORE)} == {"RESTORE"}
    active = td.jobs(is_active=True)
    assert 0 < len(active) < len(jobs) and all(job.is_active for job in active)


def test_pages(td: teradata.Client, sim: Any) -> None:
    first, second = td.jobs(page=1, page_size=5), td.jobs(page=2, page_size=5)
    assert [len(first), len(second)] == [5, 5]
    assert not {job.job_id for job in first} & {job.job_id for job in second}
    assert len(td.jobs(page_size=3)) == len(td.jobs())
    sim.clear_journal()
    td.jobs(page=1)
    assert dict(sim.journal()[0]["query"]) == {"page": "1"}
    with pytest.raises(backupjobs.InvalidArgumentError, match="counted from 1"):
        td.jobs(page=0)


def test_rows_come_page_by_page(td: teradata.Client, sim: Any) -> None:
    sim.clear_journal()
    rows = td.iter_jobs(page_size=5)
    assert sim.journal() == []
    first = [next(rows) for _ in range(5)]
    assert len(sim.journal()) == 1
    assert first == td.jobs(page=1, page_size=5)
    assert [*first, *rows] == td.jobs()
    assert next(rows, None) is None and next(rows, None) is None
    # An iterator outlives its client's name, and a cancelled one is over.
    cancel = backupjobs.CancelToken()
    rows = td.with_cancel(cancel).iter_jobs(page_size=5)
    assert next(rows) == first[0]
    cancel.cancel()
    with pytest.raises(backupjobs.OperationCancelledError) as caught:
        list(rows)
    assert caught.value.operation == "teradata.iter_jobs"
    assert list(rows) == []


def test_job(td: teradata.Client) -> None:
    job = td.job(TERADATA_JOB)
    assert (job.name, job.backup_type, job.is_active) == ("test_backup_plan", "FULL", True)
    assert job.next_run_time is not None and job.next_run_time.utcoffset() == timedelta(0)
    assert job.last_execution_details is not None and job.last_execution_details.status == "SUCCESSFUL"
    assert job.last_execution_details.start_time_raw == "2022-12-07T11:31:00.000000Z"
    assert job.target_site_details is not None and job.target_site_details.target_retention_copies_count == 0
    assert job.job_settings is not None and job.job_settings.skip_statstics is False
    (selection,) = job.job_settings.objects
    assert (selection.object_name, selection.exclude_objects[0].object_name) == ("EMPLOYEE", "DEPARTMENT")


def test_execute_and_executions(td: teradata.Client, sim: Any) -> None:
    execution_id = td.execute(TERADATA_JOB, run_type=teradata.RunType.FULL)
    (truth,) = api_runs(sim, "teradata")
    assert (truth["id"], truth["run_type"]) == (execution_id, "FULL")
    (mine,) = [e for e in td.job_executions(TERADATA_JOB) if e.execution_id == execution_id]
    assert (mine.job_id, mine.job_name, mine.run_type) == (TERADATA_JOB, "test_backup_plan", "FULL")
    assert mine.end_time is None and mine.end_time_raw is None
    sim.advance(3600)
    (done,) = [e for e in td.site_executions() if e.execution_id == execution_id]
    assert done.status == "SUCCESSFUL" and done.end_time is not None
    assert len(td.site_executions()) > len(td.job_executions(TERADATA_JOB))


def test_execute_as_set_up(td: teradata.Client, sim: Any) -> None:
    td.execute(TERADATA_JOB)
    assert sim.journal()[-1]["body"] == ""


def test_a_lost_execution_id_is_outcome_unknown(td: teradata.Client, sim: Any) -> None:
    sim.knobs({"teradata.resource_id_header": "absent"})
    with pytest.raises(backupjobs.OutcomeUnknownError) as caught:
        td.execute(TERADATA_JOB)
    assert caught.value.may_have_taken_effect
    assert len(api_runs(sim, "teradata")) == 1


def test_a_running_job(td: teradata.Client) -> None:
    td.execute(TERADATA_JOB)
    with pytest.raises((backupjobs.AlreadyRunningError, backupjobs.ConflictError)):
        td.execute(TERADATA_JOB)


def test_unsupported_verbs_send_nothing(sim: Any) -> None:
    with open_teradata(sim) as client:
        server = client.server()
        assert [verb for verb in ("start", "stop", "enable", "disable", "start_full") if server.supports(verb)] == [
            "start",
            "start_full",
        ]
        for refused in (server.stop, server.enable, server.disable):
            with pytest.raises(backupjobs.UnsupportedError):
                refused(TERADATA_JOB)
    assert not sim.journal()


@pytest.mark.parametrize("run_type", ["", "CUMULATIVE"])
def test_an_odd_run_type(td: teradata.Client, sim: Any, run_type: str) -> None:
    with pytest.raises(backupjobs.InvalidArgumentError, match="FULL or DELTA"):
        td.execute(TERADATA_JOB, run_type=run_type)
    assert not sim.journal()


@pytest.mark.parametrize("paging", ["unpaged", "paged"])
def test_executions_come_page_by_page_where_the_server_pages(td: teradata.Client, sim: Any, paging: str) -> None:
    sim.knobs({"teradata.executions_paging": paging})
    sim.clear_journal()
    rows = td.iter_site_executions()
    assert not sim.journal()
    first = next(rows)
    assert len(sim.journal()) == 1
    assert [first, *rows] == td.site_executions()
    assert list(td.iter_job_executions("71")) == td.job_executions("71")
    assert len(td.site_executions()) == len(sim.truth()["teradata"]["runs"])


def test_lake_as_documented(sim: Any) -> None:
    with open_lake(sim) as lake, open_teradata(sim) as enterprise:
        assert (lake.dialect, lake.account_id, lake.site_id) == (teradata.Dialect.LAKE, sim.teradata.account_id, "")
        assert (enterprise.dialect, enterprise.account_id) == (teradata.Dialect.ENTERPRISE, "")
        assert [job.job_id for job in lake.jobs()] == [job.job_id for job in enterprise.jobs()]
        assert lake.job(TERADATA_JOB).name == "test_backup_plan"
        assert {job.job_type for job in lake.iter_jobs(job_type="RESTORE")} == {"RESTORE"}
        assert dict(sim.journal()[-1]["query"])["backup-type"] == "RESTORE"
        server = lake.server()
        assert not server.supports("start")
        (newest,) = server.runs("71")
        assert (newest.id, newest.outcome) == ("905", "success")


def test_lake_sends_what_is_guessed_only_when_told(sim: Any) -> None:
    with open_lake(sim) as lake:
        lake.login()
        for call in (
            lambda: lake.execute(TERADATA_JOB),
            lake.site_executions,
            lambda: lake.iter_job_executions(TERADATA_JOB),
            lambda: lake.jobs(is_active=True),
            lambda: lake.server().start(TERADATA_JOB),
        ):
            with pytest.raises(backupjobs.UnsupportedError) as caught:
                call()
            assert "allow_unverified" in str(caught.value)
    assert not sim.journal()
    with open_lake(sim, allow_unverified=True) as lake:
        execution = lake.execute(TERADATA_JOB)
        assert execution == api_runs(sim, "teradata")[0]["id"] == lake.site_executions()[0].execution_id
        for never in (lake.databases, lake.site_restores, lake.objects_preparation, lake.restore_permissions):
            with pytest.raises(backupjobs.UnsupportedError, match="does not offer"):
                never()


def test_a_client_is_for_one_product(sim: Any) -> None:
    token = signed(sim)
    for given in ({}, {"site_id": "S", "account_id": "A"}):
        with pytest.raises(TypeError, match="either site_id .* or account_id"):
            teradata.Client(sim.teradata.url, token=token, **given)
    with pytest.raises(backupjobs.ConfigError, match="account id is empty"):
        open_lake(sim, account_id="")
