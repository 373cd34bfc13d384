"""Start, wait for and judge backup jobs on Veeam Backup for Microsoft 365, Teradata VantageCloud BaaS and the VMware
vCenter appliance: start, wait, verdict; never started twice, never falsely green.

::

    import backupjobs
    from backupjobs import veeam

    with veeam.Client(
        "https://vb365.example:4443", version="v6", username="LAB\\\\svc-backup", password="..."
    ) as client:
        server = client.server()
        job = server.jobs()[0]
        started = server.start(job)
        run = server.wait(job, started.run, deadline=4 * 3600)
        print(run.verdict().level, run.verdict().reason)

Lists are tables as well: ``runs.filter(outcome="failed")``, ``runs.to_pandas()``, ``runs.to_polars()``, and anything
that reads Arrow takes them as they are.

Every call blocks its thread, lets other Python threads run, and can be interrupted with Ctrl-C; ``backupjobs.aio`` has
the same verbs for asyncio. Durations are seconds or ``timedelta``; times are aware ``datetime`` in UTC.

**Threads and processes.** Clients and servers may be used from any number of threads, and after a fork. They cannot be
pickled: a worker process that is spawned opens its own. Jobs, runs, verdicts and rows can.

**The end of the program.** A daemon thread in a call does not keep the interpreter; any other does, until the call ends:
give it a server ``with_cancel``. A client that is left open gives its session back at the end.

**gevent.** A call holds up all greenlets of its thread, since none of it is Python's to patch. Make it in the thread pool:
``gevent.get_hub().threadpool.spawn(server.wait, job, run).get()``.
"""

from ._native import (
    Account,
    CancelToken,
    Job,
    Line,
    LogEvent,
    Progress,
    Report,
    RetryPolicy,
    RowIterator,
    Rows,
    Run,
    Secret,
    Server,
    Started,
    Ticket,
    Verdict,
    __version__,
    verdict,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import exceptions, teradata, trust, types, vcenter, veeam, warnings
    from .exceptions import (
        AlreadyRunningError,
        BackupJobsError,
        ClosedError,
        ConfigError,
        ConflictError,
        DeadlineError,
        DeniedError,
        InternalError,
        InvalidArgumentError,
        NotFoundError,
        OperationCancelledError,
        OutcomeUnknownError,
        ProtocolError,
        RateLimitedError,
        RequestTimeoutError,
        TlsError,
        UnauthenticatedError,
        UnavailableError,
        UnreachableError,
        UnsupportedError,
    )
    from .types import IfRunning, Level, LogLevel, Origin, Outcome, Phase, Stage, System, Verb
    from .warnings import DeprecatedVersionWarning, InsecureTlsWarning

__all__ = [
    "Account",
    "AlreadyRunningError",
    "BackupJobsError",
    "CancelToken",
    "ClosedError",
    "ConfigError",
    "ConflictError",
    "DeadlineError",
    "DeniedError",
    "DeprecatedVersionWarning",
    "IfRunning",
    "InsecureTlsWarning",
    "InternalError",
    "InvalidArgumentError",
    "Job",
    "Level",
    "Line",
    "LogEvent",
    "LogLevel",
    "NotFoundError",
    "OperationCancelledError",
    "Origin",
    "Outcome",
    "OutcomeUnknownError",
    "Phase",
    "Progress",
    "ProtocolError",
    "RateLimitedError",
    "Report",
    "RequestTimeoutError",
    "RetryPolicy",
    "RowIterator",
    "Rows",
    "Run",
    "Secret",
    "Server",
    "Stage",
    "Started",
    "System",
    "Ticket",
    "TlsError",
    "UnauthenticatedError",
    "UnavailableError",
    "UnreachableError",
    "UnsupportedError",
    "Verb",
    "Verdict",
    "__version__",
    "exceptions",
    "teradata",
    "trust",
    "types",
    "vcenter",
    "veeam",
    "verdict",
    "warnings",
]


if not TYPE_CHECKING:
    # Loaded when somebody asks for it: most programs use one system, and raise nothing. It halves what an import costs.
    _MODULES = {"exceptions", "teradata", "trust", "types", "vcenter", "veeam", "warnings"}

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = name
        if name not in _MODULES:
            home = {"Error": "exceptions", "rning": "warnings"}.get(name[-5:], "types")
        # Binds the module; `from . import` would ask here again.
        __import__(f"{__name__}.{home}")
        value = globals()[home]
        if name not in _MODULES:
            value = globals()[name] = getattr(value, name)
        return value

    def __dir__():
        return sorted({*globals(), *__all__})


def _register() -> None:
    # isinstance(server.jobs(), Sequence) is true. The module is loaded by every interpreter at its start.
    from _collections_abc import Sequence

    Sequence.register(Rows)


_register()
del _register
