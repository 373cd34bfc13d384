"""The exception classes against the kinds of the core."""

from __future__ import annotations

import copy
import pickle
from datetime import timedelta
from typing import Any

import pytest
from conftest import open_veeam

import backupjobs
from backupjobs import _native, exceptions


def test_one_class_for_each_kind_in_the_same_order() -> None:
    assert tuple(exceptions.BY_KIND) == _native.ERROR_KINDS
    assert len(set(exceptions.BY_KIND.values())) == len(_native.ERROR_KINDS)


@pytest.mark.parametrize(("kind", "error"), exceptions.BY_KIND.items())
def test_every_class(kind: str, error: type[backupjobs.BackupJobsError]) -> None:
    assert error.kind == kind
    assert issubclass(error, backupjobs.BackupJobsError)
    assert getattr(backupjobs, error.__name__) is error
    assert error.__name__ in exceptions.__all__ and error.__name__ in backupjobs.__all__
    assert error.__doc__
    assert not hasattr(__import__("builtins"), error.__name__)
    raised = error("a line", server="https://h", http_status=503, retry_after=timedelta(seconds=7))
    assert str(raised) == "a line" and raised.message == "a line"
    for again in (pickle.loads(pickle.dumps(raised)), copy.copy(raised), copy.deepcopy(raised)):
        assert type(again) is error
        assert again.args == raised.args and vars(again) == vars(raised)
        assert (str(again), again.server, again.http_status) == ("a line", "https://h", 503)
    with pytest.raises(backupjobs.BackupJobsError):
        raise raised


@pytest.mark.parametrize(
    ("error", "base"),
    [
        (backupjobs.ConfigError, ValueError),
        (backupjobs.InvalidArgumentError, ValueError),
        (backupjobs.UnreachableError, ConnectionError),
        (backupjobs.TlsError, ConnectionError),
        (backupjobs.RequestTimeoutError, TimeoutError),
        (backupjobs.DeadlineError, TimeoutError),
        (backupjobs.UnauthenticatedError, PermissionError),
        (backupjobs.DeniedError, PermissionError),
        (backupjobs.NotFoundError, LookupError),
    ],
)
def test_what_python_users_would_catch(error: type[Exception], base: type[Exception]) -> None:
    assert issubclass(error, base)


def test_all_attributes_come_from_the_core(sim: Any) -> None:
    with open_veeam(sim, retries=0) as client:
        client.login()
        sim.faults(
            "status",
            system="veeam",
            status=429,
            headers={"retry-after": "7"},
            body='{"message": "Slow down.", "errorCode": "TooMany"}',
        )
        with pytest.raises(backupjobs.RateLimitedError) as caught:
            client.jobs()
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.kind == "rate_limited"
    assert error.operation == "veeam.jobs"
    assert error.server == sim.veeam.url
    assert error.message == error.vendor_message == "Slow down."
    assert error.remedy == "wait before the next request"
    assert (error.http_status, error.vendor_code) == (429, "TooMany")
    assert (error.retryable, error.retry_after) == (True, timedelta(seconds=7))
    assert error.may_have_taken_effect is False
    assert str(error) == (
        f"veeam.jobs on {sim.veeam.url}: rate limited: Slow down. (HTTP 429); wait before the next request"
    )


def test_every_status_is_caught_by_the_base_class(sim: Any) -> None:
    wanted = {
        301: "protocol",
        400: "invalid_argument",
        403: "denied",
        404: "not_found",
        409: "conflict",
        429: "rate_limited",
        500: "unavailable",
        504: "timeout",
    }
    with open_veeam(sim, retries=0) as client:
        client.login()
        for status, kind in wanted.items():
            sim.faults("status", system="veeam", status=status, body="")
            with pytest.raises(backupjobs.BackupJobsError) as caught:
                client.jobs()
            assert (caught.value.kind, type(caught.value)) == (kind, exceptions.BY_KIND[kind])
            assert caught.value.http_status == status


def test_a_change_with_an_unknown_fate(sim: Any) -> None:
    with open_veeam(sim) as client:
        client.login()
        sim.faults("reset_after", system="veeam", method="POST")
        with pytest.raises(backupjobs.UnreachableError) as caught:
            client.disable_job(client.jobs()[0].id)
        assert caught.value.may_have_taken_effect
        assert client.jobs()[0].is_enabled is False


def test_a_slow_server(sim: Any) -> None:
    with open_veeam(sim, request_timeout=0.2, retries=0) as client:
        client.login()
        sim.faults("delay", system="veeam", ms=2000)
        with pytest.raises(TimeoutError) as caught:
            client.jobs()
        assert isinstance(caught.value, backupjobs.RequestTimeoutError)


def test_retries(sim: Any) -> None:
    policy = backupjobs.RetryPolicy(3, base=0.001, cap=0.002, total=timedelta(seconds=5))
    for retries, tries in ((0, 1), (policy, 3), (backupjobs.RetryPolicy.none(), 1)):
        with open_veeam(sim, retries=retries) as client:
            client.login()
            sim.clear_journal()
            rule = sim.faults("status", system="veeam", status=503, times=0)
            with pytest.raises(backupjobs.UnavailableError):
                client.jobs()
            assert len(sim.journal()) == tries
            sim.clear_faults(rule)
