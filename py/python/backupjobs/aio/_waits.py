"""The waits of one server: all on one thread, with the requests of one."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from typing import Any

from .. import _native
from ..exceptions import OperationCancelledError
from ._call import Callback, in_any_case, settle_from_thread, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._native import Job, Progress, Run
    from ..exceptions import BackupJobsError


class _Wait:
    """One wait, for the thread that looks."""

    def __init__(self, telling: Callback | None) -> None:
        self.loop = asyncio.get_running_loop()
        self.done: asyncio.Future[Run] = self.loop.create_future()
        self.cancel = _native.CancelToken()
        self.context = contextvars.copy_context()
        self.telling = telling
        # While its callback runs, who leaves has to wait for the end of that.
        self.busy = self.left = False

    def settle(self, result: Any, error: BaseException | None) -> None:
        settle_from_thread(self.loop, self.done, result, error)


class Waits:
    """Waits that begin and end at any time. Their thread begins with the first and ends with the last."""

    def __init__(self, server: _native.Server) -> None:
        self._server = server
        self._group = _native._WaitGroup(server)
        self._lock = threading.Lock()
        self._waits: dict[int, _Wait] = {}
        self._thread: threading.Thread | None = None
        #: Who left last, and waits for the end of the thread.
        self._idle: list[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = []

    async def wait(
        self, server: _native.Server, job: str | Job, run: str | Run, telling: Callback | None, **options: Any
    ) -> Run:
        """Waits until a run is over. When the task is cancelled, only this wait ends."""
        wait = _Wait(telling)
        with self._lock:
            number, undriven = self._group.add(server._with_cancel_too(wait.cancel), job, run, **options)
            self._waits[number] = wait
            self._release()
            if undriven:
                self._begin(number)
        try:
            await asyncio.wait((wait.done,))
        except asyncio.CancelledError as cancelled:
            error: BaseException | None = self._leave(number, wait)
            if error is None:
                await in_any_case(wait.done)
                error = wait.done.exception()
            await self._ended(number, wait)
            if error is None:
                raise
            raise cancelled from error
        except BaseException:
            # The loop dropped us in the middle: nobody is there to wait for the thread.
            self._leave(number, wait)
            self._forget(number, wait)
            raise
        late = await self._ended(number, wait)
        if late is not None:
            raise late
        return wait.done.result()

    def _begin(self, number: int) -> None:
        try:
            self._thread = start(self._drive, self._end)
        except BaseException:
            # Nobody drives, and the next one must be told so: with no wait left, this ends at once.
            del self._waits[number]
            self._group.leave(number)
            self._group.drive(self._tell)
            raise

    def _leave(self, number: int, wait: _Wait) -> BackupJobsError | None:
        """Takes a wait out; None when its end is on the way."""
        with self._lock:
            if self._waits.get(number) is not wait:
                return None
            wait.left = True
            busy = wait.busy
        if busy and wait.telling is not None:
            wait.telling.give_up()
            return None
        return self._group.leave(number)

    def _forget(self, number: int, wait: _Wait) -> None:
        # After a defect, the numbers begin anew.
        if self._waits.get(number) is wait:
            del self._waits[number]

    async def _ended(self, number: int, wait: _Wait) -> asyncio.CancelledError | None:
        """Waits, after the last wait, until the thread has ended or has work again."""
        loop = asyncio.get_running_loop()
        idle: asyncio.Future[None] = loop.create_future()
        with self._lock:
            self._forget(number, wait)
            thread = self._thread
            if self._waits or thread is None:
                return None
            self._idle.append((loop, idle))
        cancelled = await in_any_case(idle)
        if self._thread is not thread:
            # Its last step was to tell so.
            thread.join()
        return cancelled

    def _release(self) -> None:
        for loop, idle in self._idle:
            settle_from_thread(loop, idle, None, None)
        self._idle.clear()

    def _end(self) -> None:
        with self._lock:
            waits = tuple(self._waits.values())
        for wait in waits:
            wait.cancel.cancel()

    def _drive(self) -> None:
        me = threading.current_thread()
        try:
            self._group.drive(self._tell)
        except BaseException as error:
            self._give_up(error)
        with self._lock:
            # Another thread may have taken over already.
            if self._thread is me or self._thread is None:
                self._thread = None
                self._release()

    def _give_up(self, error: BaseException) -> None:
        """After a defect: nobody is to wait for ever, and the next wait begins with a new group."""
        with self._lock:
            waits, self._waits = self._waits, {}
            self._group = _native._WaitGroup(self._server)
        for wait in waits.values():
            wait.settle(None, error)

    def _tell(self, number: int, progress: Progress | None, end: Run | BackupJobsError | None) -> None:
        with self._lock:
            wait = self._waits.get(number)
            if wait is None or (progress is not None and (wait.telling is None or wait.left)):
                return
            wait.busy = progress is not None
        if isinstance(end, BaseException):
            wait.settle(None, end)
        elif end is not None:
            wait.settle(end, None)
        else:
            self._progress(number, wait, progress)

    def _progress(self, number: int, wait: _Wait, progress: Progress | None) -> None:
        raised: BaseException | None = None
        try:
            assert wait.telling is not None
            wait.context.run(wait.telling, progress)
        except BaseException as error:
            raised = error
        with self._lock:
            wait.busy = False
        if raised is None and not wait.left:
            return
        known = self._group.leave(number)
        if raised is None:
            wait.settle(None, known or OperationCancelledError("cancelled"))
        else:
            # What is known of the run, as with a blocking wait.
            raised.__context__ = raised.__context__ or known
            wait.settle(None, raised)
