"""Exceptions: one base class, and one class for each kind of error.

``str(error)`` is one line with operation, server, cause, HTTP status and remedy. The parts are attributes::

    try:
        server.start(job)
    except backupjobs.AlreadyRunningError as error:
        print(error.server, error.message, error.remedy)
    except backupjobs.BackupJobsError as error:
        if error.may_have_taken_effect:
            ...  # look at the runs of the job before starting it again

All can be pickled and copied.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta
    from typing import Final

__all__ = [
    "BY_KIND",
    "AlreadyRunningError",
    "BackupJobsError",
    "ClosedError",
    "ConfigError",
    "ConflictError",
    "DeadlineError",
    "DeniedError",
    "InternalError",
    "InvalidArgumentError",
    "NotFoundError",
    "OperationCancelledError",
    "OutcomeUnknownError",
    "ProtocolError",
    "RateLimitedError",
    "RequestTimeoutError",
    "TlsError",
    "UnauthenticatedError",
    "UnavailableError",
    "UnreachableError",
    "UnsupportedError",
]


class BackupJobsError(Exception):
    """Base of all errors of this package."""

    kind: str = ""
    """The stable name of the kind: ``"already_running"``."""
    operation: str
    """The operation, for example ``"veeam.start_job"``; empty when it failed before one began."""
    server: str | None
    """Scheme, host and port of the server."""
    message: str
    """What happened, without the operation, the server and the remedy."""
    remedy: str
    """What to do about it."""
    http_status: int | None
    """HTTP status of the answer, when there was one."""
    vendor_code: str | None
    """The vendor's code for the error, when it gave one."""
    vendor_message: str | None
    """The vendor's own sentence, when it gave one."""
    retryable: bool
    """True when the same call may succeed later without any change."""
    retry_after: timedelta | None
    """How long the server asked to wait."""
    may_have_taken_effect: bool
    """True when a request that changes something was sent and its fate is not known."""

    def __init__(
        self,
        line: str = "",
        *,
        operation: str = "",
        server: str | None = None,
        message: str | None = None,
        remedy: str = "",
        http_status: int | None = None,
        vendor_code: str | None = None,
        vendor_message: str | None = None,
        retryable: bool = False,
        retry_after: timedelta | None = None,
        may_have_taken_effect: bool = False,
    ) -> None:
        super().__init__(line)
        self.operation = operation
        self.server = server
        self.message = line if message is None else message
        self.remedy = remedy
        self.http_status = http_status
        self.vendor_code = vendor_code
        self.vendor_message = vendor_message
        self.retryable = retryable
        self.retry_after = retry_after
        self.may_have_taken_effect = may_have_taken_effect


class ConfigError(BackupJobsError, ValueError):
    """The configuration cannot work: bad URL, unreadable CA file, missing setting."""

    kind = "config"


class UnreachableError(BackupJobsError, ConnectionError):
    """No connection: name not found, refused, reset."""

    kind = "unreachable"


class TlsError(BackupJobsError, ConnectionError):
    """The secure connection failed: unknown authority, wrong name, expired, wrong pin."""

    kind = "tls"


class RequestTimeoutError(BackupJobsError, TimeoutError):
    """The server did not answer in time."""

    kind = "timeout"


class UnauthenticatedError(BackupJobsError, PermissionError):
    """Wrong, missing or expired credentials."""

    kind = "unauthenticated"


class DeniedError(BackupJobsError, PermissionError):
    """The credentials are good but may not do this."""

    kind = "denied"


class NotFoundError(BackupJobsError, LookupError):
    """No such job, run, site or path."""

    kind = "not_found"


class AlreadyRunningError(BackupJobsError):
    """The job (or, on vCenter, any backup) is running already."""

    kind = "already_running"


class ConflictError(BackupJobsError):
    """The server refuses in its present state."""

    kind = "conflict"


class InvalidArgumentError(BackupJobsError, ValueError):
    """An argument was refused, here before any request or by the server."""

    kind = "invalid_argument"


class RateLimitedError(BackupJobsError):
    """Too many requests; see ``retry_after``."""

    kind = "rate_limited"


class UnavailableError(BackupJobsError):
    """The server answered that it could not do it (HTTP 5xx)."""

    kind = "unavailable"


class ProtocolError(BackupJobsError):
    """The answer does not make sense: not JSON, wrong shape, a redirect."""

    kind = "protocol"


class OutcomeUnknownError(BackupJobsError):
    """A start that may or may not have happened. Look before you start again."""

    kind = "outcome_unknown"


class UnsupportedError(BackupJobsError):
    """This system, or this version of its API, cannot do that. No request was sent."""

    kind = "unsupported"


class OperationCancelledError(BackupJobsError):
    """Cancelled through a CancelToken. The backup itself goes on."""

    kind = "cancelled"


class DeadlineError(BackupJobsError, TimeoutError):
    """The deadline of a wait passed. The backup itself goes on."""

    kind = "deadline"


class ClosedError(BackupJobsError):
    """The client was closed."""

    kind = "closed"


class InternalError(BackupJobsError):
    """A defect of this package."""

    kind = "internal"


BY_KIND: Final[dict[str, type[BackupJobsError]]] = {
    error.kind: error
    for error in (
        ConfigError,
        UnreachableError,
        TlsError,
        RequestTimeoutError,
        UnauthenticatedError,
        DeniedError,
        NotFoundError,
        AlreadyRunningError,
        ConflictError,
        InvalidArgumentError,
        RateLimitedError,
        UnavailableError,
        ProtocolError,
        OutcomeUnknownError,
        UnsupportedError,
        OperationCancelledError,
        DeadlineError,
        ClosedError,
        InternalError,
    )
}
"""The class for each kind, in the order of the kinds' numbers."""
