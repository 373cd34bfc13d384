"""The package for asyncio: everything that blocks in ``backupjobs`` is awaited here, under the same name.

::

    from backupjobs import aio, veeam

    async def nightly(job: str) -> None:
        client = veeam.Client(
            "https://vb365.example:4443", version="v6", username="LAB\\\\svc-backup", password="..."
        )
        async with aio.Server(client.server()) as server:
            started = await server.start(job)
            run = await server.wait(job, started.run)
            print(run.verdict().level)

The verbs, their parameters, results and errors are those of ``backupjobs.Server``; see there. ``aio.veeam.Client``,
``aio.teradata.Client`` and ``aio.vcenter.Client`` do the same for the vendors' own clients, where a list that is read page
by page is an asynchronous iterator: ``async for job in client.iter_jobs()``. All else (values, words, exceptions) is here
as well, so that ``from backupjobs import aio as backupjobs`` is all that changes.

**Threads.** Each awaited call has a thread of its own, named ``backupjobs-aio-1`` and so on, which ends with the call; the
waits of a server share one. The event loop goes on meanwhile. Nothing is left behind: a call that is done or cancelled has
no thread any more, and an interpreter that ends, ends what still goes on because its loop was closed too early.

**Many waits.** Whenever one of the waits of a Server is due, there is one look for all of them: five hundred tasks that
wait send the requests of one. They share as long as they wait on the same ``aio.Server`` (or on what its ``with_cancel``
made); each keeps its own deadline, patience and progress.

**Cancelling.** Cancelling the task (``task.cancel()``, ``asyncio.timeout``, ``asyncio.wait_for``) ends our polling,
never the backup. The call ends within about 100 ms (``detect`` with its own timeouts), and only then does the
cancellation go on; inside the task its cause is an OperationCancelledError that tells what was known: which run, and
whether something may have begun. A start that is cancelled while its request is under way may have begun: use ``prepare``
and ``carry_out`` where that matters. The ticket then says how far it got.

**Callbacks.** ``progress`` and ``save`` may be plain functions or coroutine functions. Plain ones are called on the
call's thread, never two at a time; those of waits hold up the other waits of that server, so they should be brief. From
there, reach the loop with ``loop.call_soon_threadsafe``. What a coroutine function returns is run on the loop, and the
call waits for it. What either raises ends the call and comes out of it.

**Other loops.** uvloop is a loop of asyncio: nothing changes. With anyio on trio there is no asyncio loop; use the blocking
package on anyio's threads, with a CancelToken for cancelling::

    async def wait(server: backupjobs.Server, run: backupjobs.Run) -> backupjobs.Run:
        token = backupjobs.CancelToken()
        waiting = server.with_cancel(token)
        try:
            return await anyio.to_thread.run_sync(waiting.wait, run.job_id, run, abandon_on_cancel=True)
        finally:
            token.cancel()
"""

from . import teradata, trust, vcenter, veeam
from .pages import RowIterator
from .server import Server
from .. import (
    Account,
    AlreadyRunningError,
    BackupJobsError,
    CancelToken,
    ClosedError,
    ConfigError,
    ConflictError,
    DeadlineError,
    DeniedError,
    DeprecatedVersionWarning,
    IfRunning,
    InsecureTlsWarning,
    InternalError,
    InvalidArgumentError,
    Job,
    Level,
    Line,
    LogEvent,
    LogLevel,
    NotFoundError,
    OperationCancelledError,
    Origin,
    Outcome,
    OutcomeUnknownError,
    Phase,
    Progress,
    ProtocolError,
    RateLimitedError,
    Report,
    RequestTimeoutError,
    RetryPolicy,
    Rows,
    Run,
    Secret,
    Stage,
    Started,
    System,
    Ticket,
    TlsError,
    UnauthenticatedError,
    UnavailableError,
    UnreachableError,
    UnsupportedError,
    Verb,
    Verdict,
    __version__,
    exceptions,
    types,
    verdict,
    warnings,
)

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
