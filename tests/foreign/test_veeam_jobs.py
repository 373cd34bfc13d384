"""veeam-365 lists, starts, watches and changes backup jobs."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any
from uuid import UUID

from veeam_server import ARCHIVE, BLOB, CONTOSO, MAIL, NOBODY, Server, items, newest, truth_of


def test_jobs_are_those_of_the_server(server: Server) -> None:
    jobs = items(server.call("job.job_get"))
    told = {(str(job.id), job.name, job.is_enabled, str(job.repository_id)) for job in jobs}
    truth = server.sim.truth()["veeam"]["jobs"]
    assert told == {(job["id"], job["name"], job["enabled"], job["repository"]) for job in truth}
    assert all(job.schedule_policy.type_.value in ("Daily", "Periodically", "ManualOnly") for job in jobs)


def test_one_job(server: Server) -> None:
    job = server.call("job.job_get_by_id", MAIL)
    assert (job.id, job.name, job.last_status.value) == (MAIL, "Contoso mail", "Success")
    assert job.last_run == datetime.fromisoformat(newest(server.sim)["started"][:26] + "+00:00")


def test_a_started_job_runs_and_ends(server: Server) -> None:
    before = len(server.sim.truth()["veeam"]["runs"])
    server.sim.script("veeam", str(MAIL), "warning", duration_s=120, message="2 mailboxes were skipped")
    answer = server.start(full=True)
    run = newest(server.sim)
    assert len(server.sim.truth()["veeam"]["runs"]) == before + 1
    assert (run["origin"], run["state"], run["full"]) == ("api", "running", True)
    if server.version == "v8":
        assert (str(answer.id), answer.job_id, answer.status.value) == (run["id"], MAIL, "Running")
    else:
        assert answer is None
    assert server.sessions_of(MAIL)[0].status.value == "Running"
    server.sim.advance(121)
    session = server.sessions_of(MAIL)[0]
    assert (str(session.id), session.status.value) == (run["id"], "Warning")
    assert session.end_time == datetime(2026, 1, 15, 8, 2, tzinfo=timezone.utc)
    assert server.call("job.job_get_by_id", MAIL).last_status.value == "Warning"


def test_a_stopped_job_is_stopped(server: Server) -> None:
    server.sim.script("veeam", str(MAIL), "hang")
    server.start()
    assert server.call("job.job_stop_action", MAIL) is None
    assert newest(server.sim)["outcome"] == "stopped"
    assert server.sessions_of(MAIL)[0].status.value == "Stopped"


def test_a_running_job_is_not_started_again(server: Server) -> None:
    server.sim.script("veeam", str(MAIL), "hang")
    server.start()
    runs = len(server.sim.truth()["veeam"]["runs"])
    answer = server.start()
    assert server.is_failure(answer) and "running" in answer.message.lower()
    assert len(server.sim.truth()["veeam"]["runs"]) == runs


def test_a_job_is_disabled_and_enabled(server: Server) -> None:
    assert server.call("job.job_disable_action", MAIL) is None
    assert truth_of(server.sim, MAIL)["enabled"] is False
    assert server.call("job.job_get_by_id", MAIL).is_enabled is False
    assert server.call("job.job_enable_action", MAIL) is None
    assert truth_of(server.sim, MAIL)["enabled"] is True


def test_one_session_and_its_log(server: Server) -> None:
    server.sim.script("veeam", str(MAIL), "failed", duration_s=30, message="Connection lost")
    server.start()
    server.sim.advance(31)
    run = newest(server.sim)["id"]
    session = server.call("job_session.job_session_get_by_id", UUID(run))
    assert (str(session.id), session.status.value) == (run, "Failed")
    assert isinstance(session.progress, int) and isinstance(session.statistics.processed_objects, int)
    log = server.call("job_session_log.job_session_log_get_batch_by_session_id", UUID(run)).results
    sentences = [item.message if server.version == "v8" else item.title for item in log]
    assert any("Connection lost" in sentence for sentence in sentences)
    name = "job_session_log.job_session_log_get_batch_by_session_id_by_log_item_id"
    assert server.call(name, UUID(run), log[0].id).creation_time == log[0].creation_time
    if server.version == "v8":
        assert "Error" in [item.type_.value for item in log]
        only = log_of_type(server, run, "ERROR")
        assert only and {item.type_.value for item in only} == {"Error"}
    else:
        assert any(sentence.startswith("[Error]") or sentence.startswith("[Failed]") for sentence in sentences)


def log_of_type(server: Server, run: str, word: str) -> list[Any]:
    name = "job_session_log_get_batch_by_session_id_type.JobSessionLogGetBatchBySessionIdType"
    kind = getattr(server.model(name), word)
    return server.call("job_session_log.job_session_log_get_batch_by_session_id", UUID(run), type_=kind).results


def test_sessions_come_in_pages_newest_first(server: Server) -> None:
    first = server.call("job_session.job_session_get", limit=3, offset=0)
    second = server.call("job_session.job_session_get", limit=3, offset=3)
    starts = [session.creation_time for page in (first, second) for session in page.results]
    assert len(starts) == 6 and starts == sorted(starts, reverse=True)
    truth = sorted((run["started"] for run in server.sim.truth()["veeam"]["runs"]), reverse=True)
    assert starts[0] == datetime.fromisoformat(truth[0][:26].rstrip("Z") + "+00:00")
    assert (first.limit, second.offset) == (3, 3)


def test_v8_sessions_of_a_status(sim: Any) -> None:
    server = Server(sim, "v8", {})
    kind = server.model("job_session_get_status.JobSessionGetStatus")
    failed = server.call("job_session.job_session_get", status=kind.FAILED, limit=1000).results
    truth = {run["id"] for run in server.sim.truth()["veeam"]["runs"] if run["outcome"] == "failed"}
    assert {str(session.id) for session in failed} == truth
    # The query has a word of its own for what the answer calls Success.
    good = server.call("job_session.job_session_get", status=kind.SUCCEEDED, limit=1).results
    assert [session.status.value for session in good] == ["Success"]


def test_organizations_and_repositories(server: Server) -> None:
    organizations = items(server.call("organization.organization_get", extended_view=True))
    assert CONTOSO in [one.id for one in organizations]
    one = server.call("organization.organization_get_by_id", CONTOSO, extended_view=True)
    assert (one.id, one.name) == (CONTOSO, server.sim.veeam["organization"]["name"])
    repositories = items(server.call("backup_repository.backup_repository_get_repositories"))
    known = {repository["id"]: repository["name"] for repository in server.sim.veeam["repositories"]}
    assert known.items() <= {str(one.id): one.name for one in repositories}.items()
    archive = server.call("backup_repository.backup_repository_get_repositories_by_id", ARCHIVE)
    assert (archive.id, archive.is_long_term) == (ARCHIVE, True)


def test_what_is_not_there_is_a_failure_with_a_sentence(server: Server) -> None:
    for name in ("job.job_get_by_id", "job_session.job_session_get_by_id", "copy_job.copy_job_get_by_id"):
        answer = server.call(name, NOBODY)
        assert server.is_failure(answer) and answer.message.endswith("."), name
        if server.version == "v8":
            assert answer.error_code.value == "ResourceNotFound"


def test_what_a_run_has_processed(sim: Any) -> None:
    for server in (Server(sim, "v7", {}), Server(sim, "v8", {})):
        finished = [run for run in sim.truth()["veeam"]["runs"] if run["outcome"] == "success"][-1]
        page = server.call("job_session_objects.job_session_get_objects_by_session_id", UUID(finished["id"]))
        assert page.results and {one.status.value for one in page.results} <= {"Success", "Warning", "Failed"}


def new_job(server: Server) -> Any:
    """Adds a job for all of the organization."""
    members = {"name": "Everything", "description": "all of it", "repository_id": BLOB}
    if server.version == "v8":
        whole = server.model("rest_create_backup_job_backup_type.RESTCreateBackupJobBackupType").ENTIREORGANIZATION
        body = server.model("rest_create_backup_job.RESTCreateBackupJob")
        return server.call("job.job_add", body=body(organization_id=CONTOSO, backup_type=whole, **members))
    whole = server.model("rest_job_backup_type.RESTJobBackupType").ENTIREORGANIZATION
    body = server.model("rest_job.RESTJob")
    return server.call("job.job_add", CONTOSO, body=body(backup_type=whole, **members))


def test_a_job_is_made_changed_and_removed(server: Server) -> None:
    made = new_job(server)
    assert not server.is_failure(made), made
    assert truth_of(server.sim, made.id)["name"] == "Everything"
    edit = "rest_edit_backup_job.RESTEditBackupJob" if server.version == "v8" else "rest_job.RESTJob"
    assert server.call("job.job_update", made.id, body=server.model(edit)(description="all of it, twice")) is None
    assert server.call("job.job_get_by_id", made.id).description == "all of it, twice"
    assert server.call("job.job_remove", made.id) is None
    assert server.is_failure(server.call("job.job_get_by_id", made.id))
    assert str(made.id) not in [job["id"] for job in server.sim.truth()["veeam"]["jobs"]]


def test_jobs_of_an_organization(server: Server) -> None:
    if server.version == "v8":
        jobs = server.call("job.job_get", organization_id=CONTOSO).results
    else:
        jobs = server.call("job.job_get_by_organization_id", CONTOSO)
    assert MAIL in [job.id for job in jobs]
