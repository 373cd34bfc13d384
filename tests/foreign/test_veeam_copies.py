"""veeam-365 copies backups and opens them for a restore."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from veeam_server import ARCHIVE, BACKUP1, BLOB, CONTOSO, MAIL, Server, items, newest


def copy_body(server: Server, **members: Any) -> Any:
    schedule = server.model("rest_copy_job_schedule_policy.RESTCopyJobSchedulePolicy")
    kind = server.model("rest_copy_job_schedule_policy_type.RESTCopyJobSchedulePolicyType")
    daily = server.model("rest_copy_job_schedule_policy_daily_type.RESTCopyJobSchedulePolicyDailyType")
    every_day = schedule(type_=kind.DAILYATTIME, daily_type=daily.EVERYDAY, daily_time="02:00:00")
    members = {"backup_job_id": BACKUP1, "repository_id": ARCHIVE, "schedule_policy": every_day, **members}
    if server.version == "v8":
        return server.model("rest_create_copy_job.RESTCreateCopyJob")(organization_id=CONTOSO, **members)
    return server.model("rest_copy_job.RESTCopyJob")(**members)


def test_a_copy_job_is_made_listed_and_removed(server: Server) -> None:
    made = server.call("copy_job.copy_job_create", body=copy_body(server))
    assert not server.is_failure(made), made
    (truth,) = server.sim.truth()["veeam"]["copy_jobs"]
    assert (str(made.id), made.name) == (truth["id"], "Backup1 - copy job")
    assert (made.backup_job_id, made.repository_id) == (BACKUP1, ARCHIVE)
    assert made.schedule_policy.type_.value == "DailyAtTime"
    assert [one.id for one in items(server.call("copy_job.copy_job_get"))] == [made.id]
    assert server.call("copy_job.copy_job_get_by_id", made.id).name == made.name
    assert server.call("copy_job.copy_job_get_backup_job_by_copy_job", made.id).id == BACKUP1
    assert server.call("job.job_get_copy_job_by_backup_job", BACKUP1).id == made.id
    assert server.call("copy_job.copy_job_disable", made.id) is None
    assert server.call("copy_job.copy_job_get_by_id", made.id).is_enabled is False
    assert server.call("copy_job.copy_job_enable", made.id) is None
    edit = "rest_edit_copy_job.RESTEditCopyJob" if server.version == "v8" else "rest_copy_job.RESTCopyJob"
    assert server.call("copy_job.copy_job_update", made.id, body=server.model(edit)(is_enabled=False)) is None
    assert server.call("copy_job.copy_job_get_by_id", made.id).is_enabled is False
    assert server.call("copy_job.copy_job_delete", made.id) is None
    assert server.sim.truth()["veeam"]["copy_jobs"] == []


def test_a_copy_job_runs_and_stops(server: Server) -> None:
    made = server.call("copy_job.copy_job_create", body=copy_body(server))
    options = {"body": server.model("rest_start_job_options.RESTStartJobOptions")()} if server.version == "v6" else {}
    answer = server.call("copy_job.copy_job_start", made.id, **options)
    run = newest(server.sim, made.id)
    assert (run["origin"], run["state"]) == ("api", "running")
    if server.version == "v8":
        assert str(answer.id) == run["id"]
    else:
        assert answer is None
    assert server.call("copy_job.copy_job_stop", made.id) is None
    assert newest(server.sim, made.id)["outcome"] == "stopped"


def test_a_job_with_a_copy_job_is_not_removed(server: Server) -> None:
    assert not server.is_failure(server.call("copy_job.copy_job_create", body=copy_body(server)))
    assert server.is_failure(server.call("job.job_remove", BACKUP1))
    assert str(BACKUP1) in [job["id"] for job in server.sim.truth()["veeam"]["jobs"]]


def test_a_second_copy_job_is_refused(server: Server) -> None:
    assert not server.is_failure(server.call("copy_job.copy_job_create", body=copy_body(server)))
    refused = server.call("copy_job.copy_job_create", body=copy_body(server))
    assert server.is_failure(refused) and refused.message
    assert len(server.sim.truth()["veeam"]["copy_jobs"]) == 1


def test_explore_opens_a_restore_session_that_can_be_stopped(server: Server) -> None:
    options = server.model("rest_explore_options.RESTExploreOptions")
    kind = server.model("rest_explore_options_type.RESTExploreOptionsType")
    body = options(date_time=datetime(2026, 1, 14, 22, tzinfo=timezone.utc), type_=kind.VEX, show_deleted=True)
    session = server.call("job.job_explore_action", MAIL, body=body)
    (truth,) = server.sim.truth()["veeam"]["restore_sessions"]
    assert (str(session.id), session.type_.value, session.state.value) == (truth["id"], "Vex", "Working")
    listed = server.call("restore_session.restore_session_get_page").results
    assert [one.id for one in listed] == [session.id]
    events = server.call("restore_session_event.restore_session_event_get", session.id)
    assert all(event.title for event in events.results)
    assert server.call("restore_session.restore_session_stop_action", session.id) is None
    one = server.call("restore_session.restore_session_get_by_restore_session_id", session.id)
    assert one.state.value == "Stopped"


def test_an_organization_and_a_repository_can_be_explored(server: Server) -> None:
    options = server.model("rest_explore_options.RESTExploreOptions")
    body = options(type_=server.model("rest_explore_options_type.RESTExploreOptionsType").VESP)
    if server.version == "v8":
        options = server.model("rest_organization_explore_options.RESTOrganizationExploreOptions")
        kind = server.model("rest_organization_explore_options_type.RESTOrganizationExploreOptionsType").VESP
        session = server.call("organization.organization_explore", CONTOSO, body=options(type_=kind))
    else:
        session = server.call("organization.organization_explore_action", CONTOSO, body=body)
    assert session.type_.value == "Vesp"
    if server.version != "v6":
        name = "backup_repository.backup_repository_explore"
        session = server.call(name, BLOB, organization_id=CONTOSO, body=body)
        assert session.type_.value == "Vesp"
    truth = server.sim.truth()["veeam"]["restore_sessions"]
    assert str(session.id) in [one["id"] for one in truth]
    assert len(truth) == (1 if server.version == "v6" else 2)


def test_statistics_of_a_restore(sim: Any) -> None:
    server = Server(sim, "v8", {})
    kind = server.model("rest_explore_options_type.RESTExploreOptionsType").VEX
    body = server.model("rest_explore_options.RESTExploreOptions")(type_=kind)
    session = server.call("job.job_explore_action", MAIL, body=body)
    assert not server.is_failure(server.call("restore_session.restore_session_get_restore_statistics", session.id))
