"""Long lists, read page by page."""

from __future__ import annotations

from typing import Generic, TypeVar

from .. import _native
from ._call import call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

__all__ = ["RowIterator"]

_T = TypeVar("_T")


class RowIterator(Generic[_T]):
    """The rows of a list, however many pages the server needs for them: ``async for row in client.iter_jobs()``.

    Holds one page at a time, and asks for the next one when it is needed. For one task at a time; when that is cancelled
    while a page is under way, the list ends there.
    """

    def __init__(self, begin: Callable[[_native.CancelToken], _native.RowIterator[_T]]) -> None:
        self._begin = begin
        # One for all pages.
        self._cancel = _native.CancelToken()
        self._rows: _native.RowIterator[_T] | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _T:
        row = None if self._rows is None else self._rows._at_hand()
        if row is None:
            row = await call(self._turn, self._cancel.cancel)
        if row is None:
            raise StopAsyncIteration
        return row

    def _turn(self, _: _native.CancelToken) -> _T | None:
        if self._rows is None:
            self._rows = self._begin(self._cancel)
        return next(self._rows, None)
