"""One blocking call, on a thread of its own."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextvars
import inspect
import itertools
import threading
from typing import Any, TypeVar

from ..exceptions import OperationCancelledError
from .._native import CancelToken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_T = TypeVar("_T")
_numbers = itertools.count(1)
_at_work: set[Callable[[], object]] = set()


def _end_all() -> None:
    for end in tuple(_at_work):
        end()


# Python waits for its threads when it ends: those whose loop was closed over their heads would wait for a backup. What
# atexit knows runs too late for that, and concurrent.futures has nothing better either.
getattr(threading, "_register_atexit", lambda _: None)(_end_all)


def start(work: Callable[[], None], end: Callable[[], object]) -> threading.Thread:
    """Starts a thread that ends soon after ``end`` is called, which also happens when the interpreter ends."""

    def tracked() -> None:
        _at_work.add(end)
        try:
            work()
        finally:
            _at_work.discard(end)

    thread = threading.Thread(target=tracked, name=f"backupjobs-aio-{next(_numbers)}")
    thread.start()
    return thread


async def call(verb: Callable[[CancelToken], _T], give_up: Callable[[], object] | None = None) -> _T:
    """Runs a verb on a thread of its own; when the task is cancelled, so is the verb, and the thread is waited for.

    :param give_up: called as well when the task is cancelled
    """
    loop = asyncio.get_running_loop()
    cancel = CancelToken()
    done: asyncio.Future[_T] = loop.create_future()
    context = contextvars.copy_context()

    def work() -> None:
        result: Any = None
        error: BaseException | None = None
        try:
            result = context.run(verb, cancel)
        except BaseException as raised:
            error = raised
        settle_from_thread(loop, done, result, error)

    thread = start(work, cancel.cancel)
    try:
        # Unlike awaiting the future itself, this leaves it alone when the task is cancelled.
        await asyncio.wait((done,))
    except asyncio.CancelledError as cancelled:
        cancel.cancel()
        if give_up is not None:
            give_up()
        await in_any_case(done)
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


async def in_any_case(done: asyncio.Future[Any]) -> asyncio.CancelledError | None:
    """Waits for what ends in a moment, however often the task is cancelled meanwhile; says whether it was."""
    cancelled: asyncio.CancelledError | None = None
    while not done.done():
        try:
            await asyncio.wait((done,))
        except asyncio.CancelledError as again:
            cancelled = again
    return cancelled


def settle_from_thread(
    loop: asyncio.AbstractEventLoop, done: asyncio.Future[Any], result: Any, error: BaseException | None
) -> None:
    """Ends a future of a loop from another thread."""
    try:
        loop.call_soon_threadsafe(_settle, done, result, error)
    except RuntimeError:
        pass  # The loop was closed over our heads: nobody waits any more.


def _settle(done: asyncio.Future[Any], result: Any, error: BaseException | None) -> None:
    if done.done():
        return
    if isinstance(error, StopIteration):
        # A future cannot hold one.
        stopped, error = error, RuntimeError("the callback raised StopIteration")
        error.__cause__ = stopped
    if error is None:
        done.set_result(result)
    else:
        done.set_exception(error)


class Callback:
    """A user's callback, for the thread of a call; what has to be awaited is awaited on the loop."""

    def __init__(self, callback: Callable[..., object]) -> None:
        self._callback = callback
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._given_up = False
        self._awaited: concurrent.futures.Future[object] | None = None

    def __call__(self, *arguments: object) -> object:
        result = self._callback(*arguments)
        if not inspect.isawaitable(result):
            return result
        coroutine = _finish(result)
        with self._lock:
            if self._given_up or self._loop.is_closed():
                coroutine.close()
                if inspect.iscoroutine(result):
                    result.close()
                raise _over()
            awaited = self._awaited = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        while not concurrent.futures.wait((awaited,), timeout=0.1).done:
            if self._loop.is_closed():
                raise _over()
        if awaited.cancelled() and self._given_up:
            raise _over()
        return awaited.result()

    def give_up(self) -> None:
        """Cancels what is awaited, and awaits nothing more."""
        with self._lock:
            self._given_up = True
            if self._awaited is not None:
                self._awaited.cancel()


def _over() -> OperationCancelledError:
    return OperationCancelledError("cancelled while a callback was awaited")


async def _finish(result: Awaitable[object]) -> object:
    return await result
