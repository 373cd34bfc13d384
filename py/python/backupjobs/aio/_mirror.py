"""The blocking clients' methods as coroutine functions of the same names and parameters."""

from __future__ import annotations

import functools
import inspect
from typing import Any, Generic, TypeVar

from .. import _native
from ._call import call
from .pages import RowIterator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from types import TracebackType
    from typing import ClassVar, Concatenate, ParamSpec, Protocol, overload

    from typing_extensions import Self

    P = ParamSpec("P")

    class _Native(Protocol):
        @property
        def url(self) -> str: ...
        def close(self) -> None: ...

    _C = TypeVar("_C", bound=_Native)
else:
    _C = TypeVar("_C")

_T = TypeVar("_T")


class Mirror(Generic[_C]):
    """What the three vendors' clients have in common."""

    _kind: ClassVar[type]

    def __init__(self, client: _C) -> None:
        if not isinstance(client, self._kind):
            raise TypeError(f"client must be a {self._name()}, not {type(client).__name__}")
        self._client = client

    @classmethod
    def _name(cls) -> str:
        return f"{cls._kind.__module__}.{cls._kind.__name__}"

    @property
    def blocking(self) -> _C:
        """The same client with blocking calls."""
        return self._client

    @property
    def url(self) -> str:
        """Scheme, host and port."""
        return self._client.url

    def with_cancel(self, cancel: _native.CancelToken) -> Self:
        """The same client whose calls end early when ``cancel`` is cancelled."""
        client: Any = self._client
        return type(self)(client.with_cancel(cancel))

    async def close(self) -> None:
        """Ends the session on the server; later calls raise ClosedError. Takes 5 s at most, also when cancelled."""
        return await call(lambda _: self._client.close())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return repr(self._client).replace("backupjobs.", "backupjobs.aio.", 1)


if TYPE_CHECKING:

    class verb(Generic[P, _T]):
        """A blocking method, to be awaited."""

        def __init__(self, method: Callable[Concatenate[Any, P], _T]) -> None: ...
        @overload
        def __get__(self, client: None, owner: type) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, _T]]: ...
        @overload
        def __get__(self, client: object, owner: type) -> Callable[P, Coroutine[Any, Any, _T]]: ...
        def __get__(self, client: object, owner: type) -> Any: ...

    class pages(Generic[P, _T]):
        """A method that returns an iterator, as one that returns an asynchronous one."""

        def __init__(self, method: Callable[Concatenate[Any, P], _native.RowIterator[_T]]) -> None: ...
        @overload
        def __get__(self, client: None, owner: type) -> Callable[Concatenate[Any, P], RowIterator[_T]]: ...
        @overload
        def __get__(self, client: object, owner: type) -> Callable[P, RowIterator[_T]]: ...
        def __get__(self, client: object, owner: type) -> Any: ...

else:

    def verb(method):
        """A blocking method, to be awaited."""

        @functools.wraps(method)
        async def mirror(self, *arguments, **named):
            return await call(lambda cancel: method(self._client._with_cancel_too(cancel), *arguments, **named))

        return mirror

    def pages(method):
        """A method that returns an iterator, as one that returns an asynchronous one."""

        @functools.wraps(method)
        def mirror(self, *arguments, **named):
            # Wrong arguments are told at once, not at the first row.
            inspect.signature(method).bind(self, *arguments, **named)
            return RowIterator(lambda cancel: method(self._client._with_cancel_too(cancel), *arguments, **named))

        return mirror


def function(blocking: Callable[P, _T]) -> Callable[P, Coroutine[Any, Any, _T]]:
    """A blocking function, to be awaited. One that takes a CancelToken ends at once with its task."""
    cancellable = "cancel" in inspect.signature(blocking).parameters

    @functools.wraps(blocking)
    async def mirror(*arguments: P.args, **named: P.kwargs) -> _T:
        def work(cancel: _native.CancelToken) -> _T:
            if cancellable:
                users = named.get("cancel")
                named["cancel"] = cancel if users is None else cancel._too(users)  # type: ignore[arg-type]
            return blocking(*arguments, **named)

        return await call(work)

    return mirror
