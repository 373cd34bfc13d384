"""The verbs of a server for asyncio."""

from __future__ import annotations

from typing import TypeVar, Union

from .. import _native
from .._progress import Display
from ._call import Callback, call
from ._waits import Waits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime, timedelta
    from types import TracebackType

    from typing_extensions import Self

    from .._native import Account, CancelToken, Job, Progress, Report, Rows, Run, Started, Ticket, Verdict
    from ..exceptions import BackupJobsError
    from ..types import IfRunningName, System, VerbName

    _Duration = Union[float, timedelta]

__all__ = ["Server"]

_T = TypeVar("_T")


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
        self._waits = Waits(server)

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
        other = Server(self._server.with_cancel(cancel))
        other._waits = self._waits
        return other

    async def jobs(self) -> Rows[Job]:
        """All jobs, however many pages the server needs for them."""
        return await self._call(lambda server: server.jobs())

    async def job(self, job: str | Job) -> Job:
        """One job."""
        return await self._call(lambda server: server.job(job))

    async def runs(self, job: str | Job, *, limit: int = 0) -> Rows[Run]:
        """The newest runs of a job, newest first, at most ``limit`` (0: 100)."""
        return await self._call(lambda server: server.runs(job, limit=limit))

    async def run(self, job: str | Job, run: str | Run) -> Run:
        """One run of a job, as it stands now."""
        return await self._call(lambda server: server.run(job, run))

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
        return await self._call(
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
        return await self._call(
            lambda server: server.prepare(
                job, if_running=if_running, full=full, settle=settle, look_every=look_every
            ),
        )

    async def carry_out(self, ticket: Ticket, save: Callable[[Ticket], object] | None = None) -> Started:
        """Carries out a prepared start, or takes it up again. At most one request is ever sent for a ticket.

        :param save: called (and awaited, if it is a coroutine function) with the ticket before the request and after
            every change; what it raises before the request keeps the request from being sent
        """
        saving = None if save is None else Callback(save)
        return await self._call(lambda server: server.carry_out(ticket, saving), saving)

    async def wait(
        self,
        job: str | Job,
        run: str | Run,
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
        progress: Callable[[Progress], object] | bool | None = None,
    ) -> Run:
        """Waits until a run is over, and returns it as it ended. Cancelling ends the polling; the backup goes on.

        The waits of one server share a thread and their looks: five hundred of them send the requests of one.

        :param progress: called (and awaited, if it is a coroutine function) after every look; True shows it, see
            ``backupjobs.Server.wait``
        """
        with Display.of(progress, [job]) as shown:
            return await self._waits.wait(
                self._server,
                job,
                run,
                None if shown is None else Callback(shown),
                deadline=deadline,
                poll_min=poll_min,
                poll_max=poll_max,
                unreachable=unreachable,
            )

    async def wait_all(
        self,
        runs: Iterable[Run | tuple[str | Job, str | Run]],
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
        progress: Callable[[int, Progress], object] | bool | None = None,
    ) -> list[Run | BackupJobsError]:
        """Waits for several runs at once, on one thread. The results, runs and errors, are in the order of ``runs``.

        :param progress: called (and awaited, if it is a coroutine function) with the index of a run and its progress;
            True shows it
        """
        telling = Callback(progress) if callable(progress) else None
        return await self._call(
            lambda server: server.wait_all(
                runs,
                deadline=deadline,
                poll_min=poll_min,
                poll_max=poll_max,
                unreachable=unreachable,
                progress=telling or progress,
            ),
            telling,
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
        return await self._call(
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
        return await self._call(
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
        return await self._call(lambda server: server.explain(job, run))

    async def stop(self, job: str | Job) -> None:
        """Stops the running run of a job. The answer may come before the run has wound down."""
        return await self._call(lambda server: server.stop(job))

    async def enable(self, job: str | Job) -> None:
        """Switches the job's schedule on."""
        return await self._call(lambda server: server.enable(job))

    async def disable(self, job: str | Job) -> None:
        """Switches the job's schedule off. A disabled Veeam job can still be started by hand."""
        return await self._call(lambda server: server.disable(job))

    async def _call(self, verb: Callable[[_native.Server], _T], callback: Callback | None = None) -> _T:
        give_up = None if callback is None else callback.give_up
        return await call(lambda cancel: verb(self._server._with_cancel_too(cancel)), give_up)

    async def close(self) -> None:
        """Ends the session on the server; later calls raise ClosedError. Takes 5 s at most, also when cancelled."""
        return await self._call(lambda server: server.close())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        insecure = " insecure" if self.insecure else ""
        return f"<backupjobs.aio.Server {self.system} {self.url}{insecure}>"
