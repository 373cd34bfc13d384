"""Each bad input gives its own clear exception, with a remedy."""

from __future__ import annotations

import math
import socket
from datetime import datetime, timedelta
from typing import Any, Callable

import pytest
from conftest import APPLIANCE, TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

import backupjobs
from backupjobs import teradata, vcenter, veeam


def check(error: backupjobs.BackupJobsError, kind: str, says: str, remedy: str) -> None:
    assert error.kind == kind
    assert says in error.message
    assert remedy in error.remedy
    assert str(error).endswith(error.remedy)
    assert "\n" not in str(error)


@pytest.mark.parametrize("bad", ["", "nope", "34", "3396ba22-21b1-4666-a631-0edfc12a59cd/../x", "ä" * 36])
def test_a_job_id_that_is_not_one(
    veeam_v6: veeam.Client, td: teradata.Client, vc: vcenter.Client, sim: Any, bad: str
) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: veeam_v6.job(bad),
        lambda: veeam_v6.start_job(bad),
        lambda: veeam_v6.stop_job(bad),
        lambda: veeam_v6.enable_job(bad),
        lambda: veeam_v6.disable_job(bad),
        lambda: veeam_v6.job_sessions(bad),
        lambda: veeam_v6.server().start(bad),
        lambda: vc.server(plan()).start(bad),
    ]
    if bad != "34":
        calls += [lambda: td.job(bad), lambda: td.execute(bad), lambda: td.job_executions(bad)]
    for call in calls:
        with pytest.raises(backupjobs.InvalidArgumentError) as caught:
            call()
        assert isinstance(caught.value, ValueError)
        assert "is no" in caught.value.message and caught.value.remedy
        assert caught.value.operation
    assert not sim.journal(), "nothing was sent"


@pytest.mark.parametrize("bad", ["", "yesterday", "12.04.2020 10:54:40", "2020-04-12", "2020.13.12 10:54:40"])
def test_a_date_that_is_neither_format(veeam_v6: veeam.Client, sim: Any, bad: str) -> None:
    for call in (
        lambda: veeam_v6.explore_job(VEEAM_JOB, datetime=bad, explorer="vex"),
        lambda: veeam.ExploreOptions(bad, "vex"),
    ):
        with pytest.raises(backupjobs.InvalidArgumentError) as caught:
            call()
        check(caught.value, "invalid_argument", "is not a time that can be explored", "yyyy-MM-dd HH:mm:ss.SSS")
    assert not sim.journal()


def test_a_datetime_without_a_time_zone(veeam_v6: veeam.Client) -> None:
    for call in (
        lambda: veeam_v6.explore_job(VEEAM_JOB, datetime=datetime(2026, 1, 14), explorer="vex"),
        lambda: backupjobs.Run("veeam", "j", "r", started=datetime(2026, 1, 14)),
    ):
        with pytest.raises(backupjobs.InvalidArgumentError) as caught:
            call()
        check(caught.value, "invalid_argument", "2026-01-14 00:00:00 has no time zone", "tzinfo=timezone.utc")


@pytest.mark.parametrize("hours", [0, 167, 169])
def test_a_window_that_is_not_a_week(hours: int) -> None:
    with pytest.raises(backupjobs.InvalidArgumentError) as caught:
        veeam.BackupWindow([True] * hours)
    check(caught.value, "invalid_argument", f"168 hours, not {hours}", "Sunday 00:00 first")


@pytest.mark.parametrize(
    "bad", ["short1!", "nouppercase1!", "NoDigits!!", "NoSpecial11", "Has space 1!", "T" + "oo-long1" * 3]
)
def test_a_backup_password_that_breaks_the_policy(vc: vcenter.Client, sim: Any, bad: str) -> None:
    for call in (lambda: vc.create_backup_job(plan(backup_password=bad)), lambda: vc.server(plan(backup_password=bad))):
        with pytest.raises(backupjobs.InvalidArgumentError) as caught:
            call()
        check(caught.value, "invalid_argument", "breaks the policy", "8 to 20 visible ASCII characters")
        assert bad not in str(caught.value)
    assert not sim.journal()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("vb365.example:4443", "has no scheme"),
        ("", "has no scheme"),
        ("ftp://vb365.example", "is not an https URL"),
        ("http://vb365.example", "unencrypted"),
        ("https://user:secret-pw@vb365.example", "must not hold a user"),
        ("https://vb365.example/?a=b", "query"),
    ],
)
def test_a_base_url_that_cannot_work(sim: Any, url: str, says: str) -> None:
    for make in (
        lambda: veeam.Client(url, version="v6", username="u", password="p"),
        lambda: teradata.Client(url, site_id="S", token="t"),
        lambda: vcenter.Client(url, username="u", password="p"),
    ):
        with pytest.raises(backupjobs.ConfigError) as caught:
            make()
        check(caught.value, "config", says, "https://server.example:4443")
        assert isinstance(caught.value, ValueError)
        assert "secret-pw" not in str(caught.value)


def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def test_an_unreachable_host() -> None:
    url = f"https://127.0.0.1:{closed_port()}"
    with veeam.Client(url, version="v6", username="u", password="p", retries=0, insecure=True) as client:
        with pytest.raises(ConnectionError) as caught:
            client.jobs()
    error = caught.value
    assert isinstance(error, backupjobs.UnreachableError)
    check(error, "unreachable", "no connection", "check host, port")
    assert (error.server, error.operation) == (url, "veeam.jobs")
    assert error.retryable and not error.may_have_taken_effect


def test_a_certificate_that_is_not_trusted(sim: Any) -> None:
    for client in (open_veeam(sim, ca_file=None), open_teradata(sim, ca_file=None), open_vcenter(sim, ca_file=None)):
        with pytest.raises(backupjobs.TlsError) as caught:
            client.server().jobs()
        check(caught.value, "tls", "not signed by a trusted authority", "pin")
        assert not caught.value.retryable
    with pytest.raises(backupjobs.TlsError, match="not the pinned one"):
        open_veeam(sim, ca_file=None, pin="ab" * 32).jobs()


def test_ways_to_trust(sim: Any) -> None:
    with open(sim.ca_file, encoding="ascii") as file:
        pem = file.read()
    colons = ":".join(sim.leaf_sha256[i : i + 2] for i in range(0, 64, 2)).upper()
    for trust in (
        {"ca_pem": pem},
        {"ca_pem": pem.encode()},
        {"pin": sim.leaf_sha256},
        {"pin": colons},
        {"insecure": True},
    ):
        with open_veeam(sim, **{"ca_file": None, **trust}) as client:
            assert len(client.jobs()) > 0


def test_odd_trust(sim: Any, tmp_path: Any) -> None:
    for settings, says in (
        ({"pin": "abc"}, "64 hex digits"),
        ({"ca_file": tmp_path / "nothing.pem"}, "cannot read the CA file"),
        ({"ca_pem": "hello"}, "holds no certificate"),
        ({"pin": "ab" * 32, "insecure": True}, "only one of ca_file, ca_pem, pin, known_hosts and insecure"),
    ):
        with pytest.raises(backupjobs.ConfigError, match=says):
            open_veeam(sim, **{"ca_file": None, **settings})


def test_a_body_that_is_not_json(sim: Any) -> None:
    with open_veeam(sim) as client:
        client.login()
        sim.faults("body", system="veeam", method="GET", body="<html>Sign in</html>", content_type="text/html")
        with pytest.raises(backupjobs.ProtocolError) as caught:
            client.jobs()
        check(caught.value, "protocol", "not JSON (text/html)", "proxy or portal")
        assert caught.value.http_status == 200


def test_a_401_with_an_empty_body(sim: Any) -> None:
    for client in (open_veeam(sim), open_teradata(sim), open_vcenter(sim)):
        sim.faults("status", status=401, body="", times=0)
        with pytest.raises(PermissionError) as caught:
            client.server().jobs()
        error = caught.value
        assert isinstance(error, backupjobs.UnauthenticatedError)
        assert error.http_status == 401 and error.remedy and error.message
        assert error.vendor_message is None
        sim.clear_faults()


def test_a_wrong_password(sim: Any) -> None:
    for client in (open_veeam(sim, password="Wrong-1!"), open_vcenter(sim, password="Wrong-1!")):
        with pytest.raises(backupjobs.UnauthenticatedError) as caught:
            client.login()
        assert "check user" in caught.value.remedy
        assert "Wrong-1!" not in str(caught.value)


@pytest.mark.parametrize("version", [1, "v9", "", "six", 2**31 - 1])
def test_a_version_nobody_speaks(sim: Any, version: Any) -> None:
    with pytest.raises(backupjobs.ConfigError) as caught:
        open_veeam(sim, version)
    check(caught.value, "config", "is no version of the API", "v2, v3, v4, v5, v6, v7, v8")


def test_a_version_the_server_does_not_serve(sim: Any) -> None:
    sim.knobs({"veeam.versions": ["v5"]})
    with open_veeam(sim, "v6") as client, pytest.raises(backupjobs.UnsupportedError, match="does not serve"):
        client.jobs()


@pytest.mark.parametrize("bad", [-1, math.nan, timedelta(seconds=-1)])
def test_odd_durations(sim: Any, bad: Any) -> None:
    with open_veeam(sim) as client:
        server = client.server()
        for call in (
            lambda: open_veeam(sim, request_timeout=bad),
            lambda: server.start(VEEAM_JOB, settle=bad),
            lambda: server.wait(VEEAM_JOB, VEEAM_JOB, deadline=bad),
            lambda: backupjobs.RetryPolicy(total=bad),
        ):
            with pytest.raises(backupjobs.InvalidArgumentError, match="zero or more"):
                call()
    assert not sim.journal()


def test_durations_without_end(sim: Any) -> None:
    ever = {"deadline": math.inf, "poll_min": 1e300, "poll_max": timedelta.max, "unreachable": math.inf}
    with open_veeam(sim, request_timeout=math.inf, connect_timeout=timedelta.max).server() as server:
        started = server.start(VEEAM_JOB, settle=math.inf, look_every=0.001)
        sim.advance(3600)
        assert server.wait(VEEAM_JOB, started.run, **ever).outcome == "success"


def test_wrong_types_are_type_errors(sim: Any) -> None:
    with open_veeam(sim) as client:
        server: Any = client.server()
        anything: Any = client
        for call in (
            lambda: anything.job(5),
            lambda: anything.job(None),
            lambda: server.start(object()),
            lambda: server.wait(VEEAM_JOB, 7),
            lambda: server.wait(VEEAM_JOB, VEEAM_JOB, deadline="soon"),
            lambda: anything.create_copy_job(VEEAM_JOB, VEEAM_JOB, {"type": "Immediate"}),
            lambda: open_teradata(sim, token=5),
            lambda: open_veeam(sim, retries="many"),
            lambda: veeam.BackupWindow("1" * 168),
        ):
            with pytest.raises(TypeError):
                call()
    assert not sim.journal()


@pytest.mark.parametrize(
    "schedule",
    [
        veeam.CopySchedule("Sometimes"),
        veeam.CopySchedule.daily("Everyday", "24:00:00"),
        veeam.CopySchedule.daily("Blursday", "02:00:00"),
        veeam.CopySchedule.periodically("Hours3"),
        veeam.CopySchedule("Immediate", backup_copy_window_enabled=True),
    ],
)
def test_odd_copy_schedules(veeam_v6: veeam.Client, sim: Any, schedule: veeam.CopySchedule) -> None:
    with pytest.raises(backupjobs.InvalidArgumentError) as caught:
        veeam_v6.create_copy_job(VEEAM_JOB, VEEAM_JOB, schedule)
    assert caught.value.remedy and caught.value.operation == "veeam.create_copy_job"
    assert not sim.journal()


def test_what_does_not_exist(veeam_v6: veeam.Client, td: teradata.Client, vc: vcenter.Client) -> None:
    missing = "00000000-0000-4000-8000-000000000000"
    for call in (
        lambda: veeam_v6.job(missing),
        lambda: veeam_v6.server().job(missing),
        lambda: td.job("99999"),
        lambda: vc.backup_job("20170717-132629-5318154"),
        lambda: vc.server().run(APPLIANCE, "20170717-132629-5318154"),
        lambda: td.server().run(TERADATA_JOB, "424242"),
    ):
        with pytest.raises(backupjobs.NotFoundError) as caught:
            call()
        assert isinstance(caught.value, LookupError)


def test_empty_names(sim: Any) -> None:
    for make in (
        lambda: open_veeam(sim, username=""),
        lambda: open_vcenter(sim, username=""),
        lambda: open_teradata(sim, site_id=""),
        lambda: open_teradata(sim, token="").jobs(),
    ):
        with pytest.raises(backupjobs.ConfigError, match="empty"):
            make()


def test_an_odd_location(vc: vcenter.Client) -> None:
    for request in (
        vcenter.BackupRequest("PIGEON", "loft"),
        vcenter.BackupRequest("FTP", " "),
        vcenter.BackupRequest("SCP", "-oProxyCommand=x"),
    ):
        with pytest.raises(backupjobs.InvalidArgumentError):
            vc.create_backup_job(request)
