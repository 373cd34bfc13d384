"""The verbs of a server for asyncio.

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

The verbs, their parameters, results and errors are those of ``backupjobs.Server``; see there.

**Threads.** Each awaited call has a thread of its own, named ``backupjobs-aio-1`` and so on, which ends with the call.
The event loop goes on meanwhile. Nothing is left behind: a call that is done or cancelled has no thread any more.

**Cancelling.** Cancelling the task (``task.cancel()``, ``asyncio.timeout``, ``asyncio.wait_for``) ends our polling,
never the backup. The call ends within about 25 ms, and only then does the cancellation go on; inside the task its cause
is an OperationCancelledError that tells what was known: which run, and whether something may have begun. A start that is
cancelled while its request is under way may have begun: use ``prepare`` and ``carry_out`` where that matters. The ticket
then says how far it got.

**Callbacks.** ``progress`` and ``save`` may be plain functions or coroutine functions. Plain ones are called on the
call's thread, never two at a time, and hold up that call only; from there, reach the loop with
``loop.call_soon_threadsafe``. What a coroutine function returns is run on the loop, and the call waits for it. What
either raises ends the call and comes out of it.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import itertools
import threading
from typing import Any, TypeVar, Union

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime, timedelta
    from types import TracebackType

    from typing_extensions import Self

    from ._native import Account, CancelToken, Job, Progress, Report, Rows, Run, Started, Ticket, Verdict
    from .exceptions import BackupJobsError
    from .types import IfRunningName, System, VerbName

    _Duration = Union[float, timedelta]

__all__ = ["Server"]

_T = TypeVar("_T")
_numbers = itertools.count(1)


class Server:
    """One server of any of the three systems, for asyncio. May be used from any number of tasks at once.

    As an asynchronous context manager it closes the server at the end.

    :param server: what ``Client.server()`` returned. Both share the connection and the login; a CancelToken of it
        goes on working.
    """

    def __init__(self, server: _native.Server) -> None:
        if not isinstance(server, _native.Server):
            raise TypeError(f"server must be a backupjobs.Server, not {type(server).__name__}")
        self._server = server

    @property
    def blocking(self) -> _native.Server:
        """The same server with blocking calls."""
        return self._server

    @property
    def system(self) -> System:
        """Which of the three systems it is."""
        return self._server.system

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return self._server.url

    @property
    def insecure(self) -> bool:
        """True when the server's certificate is not checked: what it answers proves nothing."""
        return self._server.insecure

    def supports(self, verb: VerbName) -> bool:
        """Whether this system, in this version, has the verb. Asks nobody."""
        return self._server.supports(verb)

    def with_cancel(self, cancel: CancelToken) -> Server:
        """The same server whose calls end early when ``cancel`` is cancelled."""
        return Server(self._server.with_cancel(cancel))

    async def jobs(self) -> Rows[Job]:
        """All jobs, however many pages the server needs for them."""
        return await _call(self._server, lambda server: server.jobs())

    async def job(self, job: str | Job) -> Job:
        """One job."""
        return await _call(self._server, lambda server: server.job(job))

    async def runs(self, job: str | Job, *, limit: int = 0) -> Rows[Run]:
        """The newest runs of a job, newest first, at most ``limit`` (0: 100)."""
        return await _call(self._server, lambda server: server.runs(job, limit=limit))

    async def run(self, job: str | Job, run: str | Run) -> Run:
        """One run of a job, as it stands now."""
        return await _call(self._server, lambda server: server.run(job, run))

    async def start(
        self,
        job: str | Job,
        *,
        if_running: IfRunningName | None = None,
        full: bool | None = None,
        settle: _Duration | None = None,
        look_every: _Duration | None = None,
    ) -> Started:
        """Starts a job, once. Cancelled at the wrong moment, it may have begun: see ``prepare``."""
        return await _call(
            self._server,
            lambda server: server.start(
                job, if_running=if_running, full=full, settle=settle, look_every=look_every
            ),
        )

    async def prepare(
        self,
        job: str | Job,
        *,
        if_running: IfRunningName | None = None,
        full: bool | None = None,
        settle: _Duration | None = None,
        look_every: _Duration | None = None,
    ) -> Ticket:
        """Reads the newest runs of a job and writes them on a ticket; sends nothing that starts anything."""
        return await _call(
            self._server,
            lambda server: server.prepare(
                job, if_running=if_running, full=full, settle=settle, look_every=look_every
            ),
        )

    async def carry_out(self, ticket: Ticket, save: Callable[[Ticket], object] | None = None) -> Started:
        """Carries out a prepared start, or takes it up again. At most one request is ever sent for a ticket.

        :param save: called (and awaited, if it is a coroutine function) with the ticket before the request and after
            every change; what it raises before the request keeps the request from being sent
        """
        saving = _on_loop(save)
        return await _call(self._server, lambda server: server.carry_out(ticket, saving))

    async def wait(
        self,
        job: str | Job,
        run: str | Run,
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
        progress: Callable[[Progress], object] | None = None,
    ) -> Run:
        """Waits until a run is over, and returns it as it ended. Cancelling ends the polling; the backup goes on.

        :param progress: called (and awaited, if it is a coroutine function) after every look
        """
        telling = _on_loop(progress)
        return await _call(
            self._server,
            lambda server: server.wait(
                job,
                run,
                deadline=deadline,
                poll_min=poll_min,
                poll_max=poll_max,
                unreachable=unreachable,
                progress=telling,
            ),
        )

    async def wait_all(
        self,
        runs: Iterable[Run | tuple[str | Job, str | Run]],
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
        progress: Callable[[int, Progress], object] | None = None,
    ) -> list[Run | BackupJobsError]:
        """Waits for several runs at once, on one thread. The results, runs and errors, are in the order of ``runs``.

        :param progress: called (and awaited, if it is a coroutine function) with the index of a run and its progress
        """
        telling = _on_loop(progress)
        return await _call(
            self._server,
            lambda server: server.wait_all(
                runs,
                deadline=deadline,
                poll_min=poll_min,
                poll_max=poll_max,
                unreachable=unreachable,
                progress=telling,
            ),
        )

    async def check(
        self,
        job: str | Job,
        *,
        warnings_ok: bool = False,
        disabled_ok: bool = False,
        max_age: _Duration | None = 93600,
        max_running: _Duration | None = None,
        now: datetime | str | None = None,
    ) -> Verdict:
        """Judges a job by its history. Green needs a dated success that is young enough (26 hours by default)."""
        return await _call(
            self._server,
            lambda server: server.check(
                job,
                warnings_ok=warnings_ok,
                disabled_ok=disabled_ok,
                max_age=max_age,
                max_running=max_running,
                now=now,
            ),
        )

    async def check_all(
        self,
        *,
        expect_jobs: Iterable[str | Job] = (),
        warnings_ok: bool = False,
        disabled_ok: bool = False,
        max_age: _Duration | None = 93600,
        max_running: _Duration | None = None,
        now: datetime | str | None = None,
    ) -> Report:
        """Judges every job of the server, and says which of the jobs that must be there are missing."""
        return await _call(
            self._server,
            lambda server: server.check_all(
                expect_jobs=expect_jobs,
                warnings_ok=warnings_ok,
                disabled_ok=disabled_ok,
                max_age=max_age,
                max_running=max_running,
                now=now,
            ),
        )

    async def explain(self, job: str | Job, run: str | Run) -> Account:
        """Everything the vendor has to say about a run, in one readable account."""
        return await _call(self._server, lambda server: server.explain(job, run))

    async def stop(self, job: str | Job) -> None:
        """Stops the running run of a job. The answer may come before the run has wound down."""
        return await _call(self._server, lambda server: server.stop(job))

    async def enable(self, job: str | Job) -> None:
        """Switches the job's schedule on."""
        return await _call(self._server, lambda server: server.enable(job))

    async def disable(self, job: str | Job) -> None:
        """Switches the job's schedule off. A disabled Veeam job can still be started by hand."""
        return await _call(self._server, lambda server: server.disable(job))

    async def close(self) -> None:
        """Ends the session on the server; later calls raise ClosedError. Takes 5 s at most, also when cancelled."""
        return await _call(self._server, lambda server: server.close())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        insecure = " insecure" if self.insecure else ""
        return f"<backupjobs.aio.Server {self.system} {self.url}{insecure}>"


async def _call(server: _native.Server, verb: Callable[[_native.Server], _T]) -> _T:
    """Runs a verb on a thread of its own; when the task is cancelled, so is the verb, and the thread is waited for."""
    loop = asyncio.get_running_loop()
    cancel = _native.CancelToken()
    done: asyncio.Future[_T] = loop.create_future()
    context = contextvars.copy_context()

    def settle(result: Any, error: BaseException | None) -> None:
        if isinstance(error, StopIteration):
            # A future cannot hold one.
            stopped, error = error, RuntimeError("the callback raised StopIteration")
            error.__cause__ = stopped
        if error is None:
            done.set_result(result)
        else:
            done.set_exception(error)

    def work() -> None:
        result: Any = None
        error: BaseException | None = None
        try:
            result = context.run(verb, server._with_cancel_too(cancel))
        except BaseException as raised:
            error = raised
        try:
            loop.call_soon_threadsafe(settle, result, error)
        except RuntimeError:
            pass  # The loop was closed over our heads: nobody waits any more.

    thread = threading.Thread(target=work, name=f"backupjobs-aio-{next(_numbers)}")
    thread.start()
    try:
        # Unlike awaiting the future itself, this leaves it alone when the task is cancelled.
        await asyncio.wait((done,))
    except asyncio.CancelledError as cancelled:
        cancel.cancel()
        while not done.done():
            try:
                await asyncio.wait((done,))
            except asyncio.CancelledError:
                pass  # Once is enough; the thread ends in a moment.
        error = done.exception()
        if error is None:
            raise
        raise cancelled from error
    finally:
        # Also when the loop dropped us in the middle: the thread must not go on for ever.
        cancel.cancel()
        if done.done():
            # Its last step was to tell so.
            thread.join()
    return done.result()


def _on_loop(callback: Callable[..., object] | None) -> Callable[..., object] | None:
    """The callback, for the thread of a call; what has to be awaited is awaited on the loop."""
    if callback is None:
        return None
    loop = asyncio.get_running_loop()
    chosen = callback

    async def finish(result: Awaitable[object]) -> object:
        return await result

    def call(*arguments: object) -> object:
        result = chosen(*arguments)
        if inspect.isawaitable(result):
            return asyncio.run_coroutine_threadsafe(finish(result), loop).result()
        return result

    return call
