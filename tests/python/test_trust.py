"""Whom to trust, where secrets come from, what is logged, and the limits of a client."""

from __future__ import annotations

import copy
import gc
import logging
import pickle
import stat
import sys
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable

import pytest
from conftest import APPLIANCE, TERADATA_JOB, VEEAM_JOB, open_teradata, open_vcenter, open_veeam, plan

import backupjobs
from backupjobs import LogEvent, LogLevel, Secret, aio, teradata, trust, vcenter, veeam

CANARY = "Canary-7f3a!"
OPENERS: dict[str, Callable[..., Any]] = {"veeam": open_veeam, "teradata": open_teradata, "vcenter": open_vcenter}
systems = pytest.mark.parametrize("system", OPENERS)


def served(client: Any) -> backupjobs.Server:
    return client.server(plan()) if isinstance(client, vcenter.Client) else client.server()


# Certificates and known hosts


@systems
def test_a_certificate_is_fetched_remembered_and_trusted(sim: Any, tmp_path: Path, system: str) -> None:
    url, path = sim.server(system).url, tmp_path / "known_hosts"
    hosts = trust.KnownHosts.open(path)
    assert hosts.path == path and hosts.lookup(url) == [] and not hosts.forget(url) and not path.exists()
    with OPENERS[system](sim, ca_file=None, known_hosts=path, retries=0) as client:
        seen = trust.fetch(url, connect_timeout=timedelta(seconds=10), request_timeout=10, proxy="")
        with pytest.raises(backupjobs.TlsError, match="is not in the known-hosts file") as unknown:
            served(client).jobs()
        assert seen.fingerprint in unknown.value.message and "compare" in unknown.value.remedy
        assert sim.journal() == [], "neither the fetch nor the refusal sent a request"
        hosts.remember(url, seen)
        assert hosts.lookup(url) == [seen.fingerprint]
        assert served(client).jobs() and not served(client).insecure
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert hosts.forget(url) and hosts.lookup(url) == []


def test_a_changed_certificate_is_shouted(sim: Any, tmp_path: Path) -> None:
    path = tmp_path / "known_hosts"
    place = sim.veeam.url.removeprefix("https://")
    path.write_text(f"{place} {'ab' * 32}  # by hand\n", encoding="utf-8")
    with open_veeam(sim, ca_file=None, known_hosts=str(path), retries=0) as client:
        with pytest.raises(backupjobs.TlsError, match="HAS CHANGED") as changed:
            client.jobs()
    assert ":".join(["AB"] * 32) in changed.value.message
    assert trust.fetch(sim.veeam.url).fingerprint in changed.value.message


def test_a_certificate_is_told_as_people_compare_it(sim: Any) -> None:
    seen = trust.fetch(sim.veeam.url)
    assert (seen.subject, seen.issuer) == ("CN=backupjobs-sim", "CN=backupjobs-sim throw-away CA")
    assert seen.names == ["localhost", "127.0.0.1", "::1"]
    assert seen.not_before and seen.not_after and seen.not_before < datetime.now(timezone.utc) < seen.not_after
    assert seen.sha256 == sim.leaf_sha256
    assert seen.fingerprint.replace(":", "").lower() == seen.sha256
    assert seen.pem.startswith("-----BEGIN CERTIFICATE-----\n")
    assert not seen.self_signed and not seen.trusted and "not signed by a trusted authority" in (seen.refusal or "")
    assert seen.fingerprint in str(seen) and seen.fingerprint in repr(seen)
    again = pickle.loads(pickle.dumps(seen))
    assert again == seen == copy.deepcopy(seen) and hash(again) == hash(seen) and str(again) == str(seen)
    with veeam.Client(sim.veeam.url, version=6, username="x", password="y", pin=seen.fingerprint) as client:
        with pytest.raises(backupjobs.UnauthenticatedError):
            client.login()


def test_known_hosts_are_values(tmp_path: Path) -> None:
    one, other = (trust.KnownHosts.open(tmp_path / name) for name in ("one", "other"))
    assert pickle.loads(pickle.dumps(one)) == one != other
    assert str(tmp_path / "one") in repr(one)


@pytest.mark.parametrize("text", ["h:1", "h 00", f"h {'ab' * 32}"])
def test_a_broken_line_is_named(sim: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "known_hosts"
    path.write_text(f"# fine\n{text}\n", encoding="utf-8")
    for make in (lambda: trust.KnownHosts.open(path), lambda: open_veeam(sim, ca_file=None, known_hosts=path)):
        with pytest.raises(backupjobs.ConfigError, match="^.*line 2 of the known-hosts file"):
            make()


def test_a_fetch_can_be_cancelled_and_refuses_what_cannot_work(sim: Any) -> None:
    token = backupjobs.CancelToken()
    token.cancel()
    with pytest.raises(backupjobs.OperationCancelledError) as cancelled:
        trust.fetch(sim.veeam.url, cancel=token)
    assert cancelled.value.operation == "trust.fetch"
    for url in ("", "http://localhost", "https://user:pw@localhost"):
        with pytest.raises(backupjobs.ConfigError):
            trust.fetch(url)
    with pytest.raises(TypeError):
        trust.KnownHosts.open("x").remember("https://x", "AB:CD")  # type: ignore[arg-type]


@systems
def test_insecure_is_seen_everywhere(sim: Any, system: str) -> None:
    with OPENERS[system](sim) as client:
        assert not served(client).insecure and not served(client).check_all().insecure
        assert "insecure" not in repr(client) + repr(served(client)) + repr(served(client).check_all())
    with OPENERS[system](sim, ca_file=None, insecure=True) as client:
        report = served(client).check_all()
        assert served(client).insecure and report.insecure
        assert all("insecure" in repr(shown) for shown in (client, served(client), report, aio.Server(served(client))))
        assert pickle.loads(pickle.dumps(report)) == report
        assert backupjobs.Report(report.level, report.verdicts, True) == report
        assert backupjobs.Report(report.level, report.verdicts) != report


# Proxy and limits


@systems
def test_a_proxy_that_is_not_there_is_named(sim: Any, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with OPENERS[system](sim, proxy=f"http://me:{CANARY}@127.0.0.1:1", retries=0) as client:
        with pytest.raises(backupjobs.UnreachableError, match="proxy http://127.0.0.1:1") as caught:
            served(client).jobs()
        assert CANARY not in str(caught.value) + repr(client)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    with OPENERS[system](sim, retries=0) as client, pytest.raises(backupjobs.UnreachableError, match="proxy"):
        served(client).jobs()
    with OPENERS[system](sim, proxy="") as client:
        assert served(client).jobs(), "what is set explicitly beats the environment"
    for bad in ("socks5://p", f"http://me:{CANARY}@p/x", "p"):
        with pytest.raises(backupjobs.ConfigError) as refused:
            OPENERS[system](sim, proxy=bad)
        assert CANARY not in str(refused.value)


@systems
def test_limits_are_kept(sim: Any, system: str) -> None:
    for zero in ({"max_body": 0}, {"max_concurrency": 0}):
        with pytest.raises(backupjobs.ConfigError, match=f"{next(iter(zero))} is 0"):
            OPENERS[system](sim, **zero)
    job = {"veeam": VEEAM_JOB, "teradata": TERADATA_JOB, "vcenter": APPLIANCE}[system]
    with OPENERS[system](sim, max_body=4) as client, pytest.raises(backupjobs.ProtocolError):
        served(client).runs(job)
    with OPENERS[system](sim, retry_budget=0, max_concurrency=1) as client:
        served(client).runs(job)
        sim.clear_journal()
        sim.faults(system=system, times=0, kind="status", status=503)
        with pytest.raises(backupjobs.UnavailableError):
            served(client).runs(job)
        assert len(sim.journal()) == 1, "no retry was left to spend"
        sim.clear_faults()


def test_the_functions_of_the_modules_take_the_settings(sim: Any, tmp_path: Path) -> None:
    events: list[LogEvent] = []
    hosts = trust.KnownHosts.open(tmp_path / "known_hosts")
    for url, detect in ((sim.veeam.url, veeam.detect), (sim.vcenter.url, vcenter.detect)):
        hosts.remember(url, trust.fetch(url))
        assert detect(url, known_hosts=hosts.path, proxy="", max_body=1 << 20, log=events.append)
    assert {event.server for event in events} == {sim.veeam.url, sim.vcenter.url}


# Secrets


def test_secrets_come_from_elsewhere(sim: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    password = sim.veeam.password
    monkeypatch.setenv("VB365_PASSWORD", password)
    file = tmp_path / "password"
    file.write_text(password + "\n", encoding="utf-8")
    echo = [sys.executable, "-c", "import os; print(os.environ['VB365_PASSWORD'])"]
    for secret in (
        Secret(password),
        Secret.from_env("VB365_PASSWORD"),
        Secret.from_file(file),
        Secret.from_file(str(file)),
        Secret.from_command(echo, timeout=timedelta(seconds=60)),
    ):
        with open_veeam(sim, password=secret) as client:
            client.login()
    with open_vcenter(sim, password=Secret(sim.vcenter.password)) as appliance:
        appliance.login()
    for token in (Secret(sim.teradata.token), lambda: Secret(sim.teradata.token)):
        with open_teradata(sim, token=token) as site:
            assert site.jobs()


def test_a_secret_is_never_seen(tmp_path: Path) -> None:
    secret = Secret(CANARY)
    assert repr(secret) == str(secret) == f"{secret}" == "Secret(***)"
    assert not [name for name in dir(secret) if not name.startswith("_") and not name.startswith("from_")]
    for refused in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            refused(secret)
    for holder in (
        teradata.Basic("me", secret),
        teradata.ClientCredentials("https://idp.example/token", "me", secret),
        teradata.LakeJwt(secret, secret, key_name="k", username="u", organization="o"),
        vcenter.Location("sftp://backup.example.net/vcsa", location_user="u", location_password=secret),
        vcenter.BackupRequest("SFTP", "sftp://x/y", backup_password=secret, location_password=secret),
    ):
        assert CANARY not in repr(holder)


def test_errors_name_the_source_and_not_the_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKUPJOBS_NOT_SET", raising=False)
    everybodys = tmp_path / "everybodys"
    everybodys.write_text(CANARY, encoding="utf-8")
    everybodys.chmod(0o666)
    fails = f"print({CANARY!r}); raise SystemExit(7)"
    attempts: list[tuple[Callable[[], Secret], str]] = [
        (lambda: Secret.from_env("BACKUPJOBS_NOT_SET"), "BACKUPJOBS_NOT_SET is not set"),
        (lambda: Secret.from_file(tmp_path / "gone"), "gone' cannot be read"),
        (lambda: Secret.from_file(everybodys), "may be written by everybody"),
        (lambda: Secret.from_command([sys.executable, "-c", fails, CANARY]), "exit status: 7"),
        (lambda: Secret.from_command([]), "the command is empty"),
        (lambda: Secret.from_command([sys.executable, "-c", "input()"], timeout=60), "exit status: 1"),
    ]
    for attempt, why in attempts:
        with pytest.raises(backupjobs.ConfigError) as caught:
            attempt()
        assert why in caught.value.message and caught.value.operation.startswith("secret.from_")
        assert CANARY not in str(caught.value) + repr(vars(caught.value))
    with pytest.raises(TypeError):
        Secret.from_command("echo canary")  # type: ignore[arg-type]


# Logging


@systems
def test_every_request_is_an_event(sim: Any, system: str) -> None:
    events: list[LogEvent] = []
    threads: set[int] = set()

    def listen(event: LogEvent) -> None:
        events.append(event)
        threads.add(threading.get_ident())

    with OPENERS[system](sim, log=listen) as client:
        sim.faults(system=system, method="GET", kind="status", status=503)
        served(client).check_all()
    requests = [event for event in events if event.level == LogLevel.DEBUG]
    journal = sim.journal()
    assert [(event.method, event.status) for event in requests] == [(one["method"], one["status"]) for one in journal]
    assert all((event.url or "").endswith(one["path"]) for event, one in zip(requests, journal))
    retry = next(event for event in events if event.level == LogLevel.INFO)
    assert retry.levelno == logging.INFO and retry.elapsed is not None
    assert {event.attempt for event in requests} == {1, 2} and threads == {threading.get_ident()}
    for event in events:
        assert event.server == sim.server(system).url and event.operation.startswith(f"{system}.")
        assert str(event) == event.message and event.operation in event.message
        assert pickle.loads(pickle.dumps(event)) == event and hash(copy.copy(event)) == hash(event)
    assert all(event.elapsed is not None and event.error is None for event in requests)


def test_a_request_without_an_answer_is_an_event_with_its_error(sim: Any) -> None:
    events: list[LogEvent] = []
    with open_veeam(sim, log=events.append, retries=0) as client:
        client.login()
        sim.faults(system="veeam", kind="reset_before")
        with pytest.raises(backupjobs.BackupJobsError) as caught:
            client.jobs()
        assert (events[-1].error, events[-1].status) == (caught.value.kind, None)


def test_a_client_that_checks_nothing_says_so_once(sim: Any) -> None:
    events: list[LogEvent] = []
    with open_veeam(sim, ca_file=None, insecure=True, log=events.append) as client:
        client.jobs()
        client.jobs()
    warnings = [event for event in events if event.level == LogLevel.WARNING]
    assert len(warnings) == 1 and warnings[0].levelno == logging.WARNING


def test_a_logger_gets_records(sim: Any, caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("test_trust.backups")
    caplog.set_level(logging.DEBUG, logger.name)
    with open_veeam(sim, log=logger) as client:
        client.jobs()
    records = [record for record in caplog.records if record.name == logger.name]
    assert [record.levelno for record in records] == [logging.DEBUG] * len(records) and len(records) >= 2
    first: Any = records[0]
    assert isinstance(first.backupjobs_event, LogEvent) and first.getMessage() == first.backupjobs_event.message
    assert first.filename == Path(__file__).name, "the record names the line that made the call"
    caplog.clear()
    caplog.set_level(logging.INFO, logger.name)
    with open_veeam(sim, log=logging.LoggerAdapter(logger, {}), retries=1) as client:
        sim.faults(system="veeam", method="GET", kind="status", status=503)
        client.jobs()
    assert [record.levelno for record in caplog.records] == [logging.INFO], "only the retry is of that level"


def test_what_a_listener_raises_does_not_decide_about_a_backup(sim: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", seen.append)

    def broken(event: LogEvent) -> None:
        raise ValueError(event.operation)

    with open_veeam(sim, log=broken) as client:
        started = client.server().start(VEEAM_JOB, look_every=0.01)
        assert started.run.id
    assert len(seen) == len(sim.journal()) and {type(one.exc_value) for one in seen} == {ValueError}
    assert seen[0].object is broken


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_in_a_listener_ends_the_call(sim: Any, stop: type[BaseException]) -> None:
    sim.script("veeam", VEEAM_JOB, outcome="hang")
    looks = 0

    def listen(event: LogEvent) -> None:
        nonlocal looks
        if event.operation == "veeam.job_session":
            looks += 1
            if looks == 3:
                raise stop("enough")

    with open_veeam(sim, log=listen) as client:
        server = client.server()
        started = server.start(VEEAM_JOB, look_every=0.01)
        looks = 0
        with pytest.raises(stop, match="enough") as caught:
            server.wait(VEEAM_JOB, started.run, poll_min=0.01, poll_max=0.01)
        assert isinstance(caught.value.__context__, backupjobs.OperationCancelledError)
        assert looks == 3 and client.jobs(), "the client goes on"


def test_an_interrupt_while_a_client_goes_away_ends_no_other_call(sim: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", seen.append)
    raising = False

    def listen(event: LogEvent) -> None:
        if raising:
            raise KeyboardInterrupt("late")

    client = open_vcenter(sim, log=listen)
    client.login()
    raising = True
    del client
    gc.collect()
    assert [type(one.exc_value) for one in seen] == [KeyboardInterrupt], "the logout was told"
    assert open_veeam(sim).jobs()


def test_no_call_is_made_from_inside_a_listener(sim: Any) -> None:
    inner: list[Any] = []

    def listen(event: LogEvent) -> None:
        try:
            other.jobs()
        except backupjobs.BackupJobsError as error:
            inner.append(error)

    with open_veeam(sim) as other, open_veeam(sim, log=listen) as client:
        assert client.jobs()
    assert inner and {type(error) for error in inner} == {backupjobs.ConfigError}


def test_many_threads_and_one_logger(sim: Any) -> None:
    class Slow(logging.Handler):
        records = 0

        def emit(self, record: logging.LogRecord) -> None:
            # Other threads get the interpreter while this one holds the handler's lock.
            threading.Event().wait(0.0005)
            self.records += 1

    handler, logger = Slow(), logging.Logger("many")
    logger.addHandler(handler)
    failures: list[BaseException] = []
    sim.clear_journal()
    with open_veeam(sim, log=logger, max_concurrency=2) as client:

        def work() -> None:
            try:
                for _ in range(5):
                    client.jobs()
                    logger.debug("between")
            except BaseException as error:  # noqa: BLE001
                failures.append(error)

        threads = [threading.Thread(target=work, daemon=True) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in threads), "a deadlock"
    assert not failures and handler.records == len(sim.journal()) + 40


def test_only_listeners_are_taken(sim: Any) -> None:
    for wrong in ("logger", 10, [print]):
        with pytest.raises(TypeError, match="log must be a callable"):
            open_veeam(sim, log=wrong)


#: What a server says: no secret of ours, and yet in no event.
SAID = "words-of-the-server"
FAULTS: list[dict[str, Any]] = [
    {"kind": "status", "status": 401, "body": f'{{"error": "{SAID}", "error_description": "{SAID}"}}'},
    {"kind": "status", "status": 500, "body": f'{{"message": "{SAID}"}}'},
    {"kind": "status", "status": 503, "body": SAID},
    {"kind": "status", "status": 302, "headers": {"location": f"https://me:{SAID}@x.example/?t={SAID}"}},
    {"kind": "body", "body": f"<html><title>{SAID}</title>", "content_type": "text/html"},
    {"kind": "reset_after"},
    {"kind": "truncate", "bytes": 3},
]


@systems
def test_no_event_holds_a_secret(sim: Any, system: str) -> None:
    events: list[LogEvent] = []
    secrets = {CANARY, SAID, sim.veeam.password, sim.vcenter.password, sim.teradata.token}
    job = {"veeam": VEEAM_JOB, "teradata": TERADATA_JOB, "vcenter": APPLIANCE}[system]
    wrong = {"token": CANARY} if system == "teradata" else {"password": Secret(CANARY)}
    opener = OPENERS[system]

    def session(**settings: Any) -> None:
        with opener(sim, log=events.append, retry_budget=100, **settings) as client:
            server = served(client)
            request = plan(backup_password="Aa1!Canary", location_user="svc", location_password=CANARY)
            for call in (
                server.jobs,
                lambda: server.check_all(expect_jobs=["payroll"]),
                lambda: server.start(job, settle=0, look_every=0.01),
                lambda: isinstance(client, vcenter.Client) and client.create_backup_job(request),
            ):
                try:
                    call()
                except backupjobs.BackupJobsError:
                    pass

    session()
    session(**wrong)
    for fault in FAULTS:
        sim.faults(system=system, times=2, **fault)
        session(retries=backupjobs.RetryPolicy(2, base=0.001, cap=0.001))
        sim.clear_faults()
    for entry in sim.journal():
        headers = dict(entry["headers"])
        for value in (headers.get("authorization", ""), headers.get("vmware-api-session-id", "")):
            secrets |= {part for part in value.split() if len(part) >= 8}
    secrets.add("Aa1!Canary")
    told = "\n".join(f"{event} {event!r} {event.url} {pickle.dumps(event)!r}" for event in events)
    assert len(events) > 30 and len(secrets) > 3
    assert not [secret for secret in secrets if secret in told]
    # The search finds what is there.
    assert sim.server(system).url in told
