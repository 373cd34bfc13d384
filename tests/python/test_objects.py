"""Objects as dicts, JSON, HTML and patterns."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from conftest import TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

import backupjobs
from backupjobs import veeam

AT = datetime(2026, 1, 15, 8, 0, 0, 123456, tzinfo=timezone.utc)
EVIL = "<script>alert('x')</script> & \"co\""
RUN = backupjobs.Run(
    "veeam", EVIL, "r1", phase="finished", outcome="failed", raw_status="Failed", started=AT,
    message="<b>disk & tape</b>",
)


def job_called(name: str, **members: Any) -> veeam.Job:
    text = json.dumps({"id": "3396ba22", "name": name, **members})
    return veeam.Job._from_json(text)  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def values(sim: Any) -> list[Any]:
    """At least one of every kind that a list or an answer holds."""
    with open_veeam(sim) as v, open_teradata(sim) as t, open_vcenter(sim) as c:
        v.start_job(VEEAM_JOB)
        t.execute(TERADATA_JOB)
        c.create_backup_job(plan())
        account = v.server().explain(VEEAM_JOB, v.server().runs(VEEAM_JOB)[0])
        return [
            *v.jobs(), *v.all_job_sessions(), *v.organizations(), *v.repositories(), *v.copy_jobs(),
            *t.jobs(), t.job(TERADATA_JOB), *t.site_executions(), *c.backup_details(), *c.parts(), *c.schedules(),
            *v.server().jobs(), *v.server().runs(VEEAM_JOB), v.server().check_all(), account, *account.lines, RUN,
            backupjobs.Started(RUN, "ours"), backupjobs.Progress(RUN, 5, 2, timedelta(seconds=1.5), "no answer"),
        ]


def test_every_value_keeps_the_promises(values: list[Any]) -> None:
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value) and len({again, value}) == 1
        assert list(value.to_dict()) == list(type(value).__match_args__)
        assert list(json.loads(value.to_json())) == list(type(value).__match_args__)
        assert value._repr_html_().startswith("<table>")
        with pytest.raises((AttributeError, TypeError)):
            setattr(value, type(value).__match_args__[0], "changed")
        with pytest.raises((AttributeError, TypeError)):
            value.unheard_of = 1


def test_different_objects_hash_differently(values: list[Any]) -> None:
    assert len({hash(value) for value in values}) == len(set(values))


def test_names_of_ours_and_of_the_vendor() -> None:
    job = job_called("Mail", isEnabled=True, lastStatus="Success", lastRun="2026-01-15T08:00:00.1234567Z",
                     newMember={"a": [1, None]}, schedulePolicy={"type": "Daily", "dailyTime": "03:00:00"})
    ours = job.to_dict()
    assert ours["name"] == "Mail" and ours["last_run"] == AT and ours["extra"] == {"newMember": {"a": [1, None]}}
    assert type(ours["last_status"]) is str and ours["last_status"] == "Success"
    assert ours["schedule_policy"]["daily_time"] == "03:00:00" and ours["schedule_policy"]["kind"] == "Daily"
    theirs = job.to_dict(names="vendor")
    assert theirs["lastRun"] == "2026-01-15T08:00:00.1234567Z" and theirs["isEnabled"] is True
    assert theirs["newMember"] == {"a": [1, None]} and theirs["schedulePolicy"]["dailyTime"] == "03:00:00"
    assert json.loads(job.to_json(names="vendor")) == theirs
    assert veeam.Job._from_json(job.to_json(names="vendor")) == job  # type: ignore[attr-defined]
    assert json.loads(job.to_json())["last_run"] == "2026-01-15T08:00:00.123456Z"
    assert "\n" not in job.to_json() and '\n  "id"' in job.to_json(indent=2)


def test_the_common_model() -> None:
    verdict = backupjobs.Verdict("warning", "ä", run=RUN, age=timedelta(hours=1))
    told = json.loads(verdict.to_json())
    assert (told["level"], told["age"], told["run"]["started"]) == ("warning", 3600.0, "2026-01-15T08:00:00.123456Z")
    assert verdict.to_dict()["age"] == timedelta(hours=1) and "ä" in verdict.to_json()
    with pytest.raises(backupjobs.InvalidArgumentError, match="no vendor has names for a Verdict"):
        verdict.to_dict(names="vendor")
    with pytest.raises(backupjobs.InvalidArgumentError, match="python, vendor"):
        RUN.to_json(names="wire")  # type: ignore[arg-type]


def test_patterns() -> None:
    match RUN:
        case backupjobs.Run("veeam", job, "r1", outcome="failed", started=datetime(year=2026)):
            assert job == EVIL
        case _:
            pytest.fail("did not match")
    match job_called("Mail", lastStatus="Warning"):
        case veeam.Job(name="Mail", last_status=veeam.JobStatus.SUCCESS):
            pytest.fail("matched another word")
        case veeam.Job(_, "Mail"):
            pass
        case _:
            pytest.fail("did not match")


def assert_escaped(html: str) -> None:
    assert "<script" not in html and "<b>" not in html and " & " not in html


def test_html_is_escaped(sim: Any) -> None:
    job = backupjobs.Job("veeam", "id", name=EVIL)
    report = backupjobs.Report("critical", [backupjobs.Verdict("critical", EVIL, job_name=EVIL, run=RUN)])
    for value in (job, RUN, report, job_called(EVIL), backupjobs.Started(RUN, "ours")):
        html = value._repr_html_()
        assert_escaped(html)
        assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;" in html or "&lt;b&gt;" in html
    assert "&lt;b&gt;disk &amp; tape&lt;/b&gt;" in RUN._repr_html_()
    assert "<th>outcome</th><td>failed</td>" in RUN._repr_html_()
    assert "<th>percent</th>" not in RUN._repr_html_()


def test_html_of_servers_and_lists(sim: Any) -> None:
    with open_veeam(sim) as client:
        server, jobs = client.server(), client.server().jobs()
        assert f"<td>{sim.veeam.url}</td>" in server._repr_html_() and "insecure" not in server._repr_html_()
        html = jobs._repr_html_()
        assert html.count("<tr>") == len(jobs) + 1 and f"<caption>Job × {len(jobs)}</caption>" in html
        assert "no rows" in jobs[:0]._repr_html_()
    with open_veeam(sim, ca_file=None, insecure=True) as client:
        assert "not checked" in client.server()._repr_html_()


def test_nothing_shown_holds_a_secret(sim: Any) -> None:
    secret = "hunter2-Hunter2"
    request = plan(backup_password=secret, location_password=secret)
    with open_vcenter(sim) as client:
        server = client.server(request)
        shown = [repr(request), repr(server), server._repr_html_(), repr(client)]
    assert not any(secret in text or sim.vcenter.password in text for text in shown)
