"""The native part of ``backupjobs``. Import from ``backupjobs`` and its modules instead: names here may move.

The vendors' classes have their vendor's name in front here: ``VeeamJob`` is ``backupjobs.veeam.Job``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime as _datetime
from datetime import datetime, timedelta
from logging import Logger, LoggerAdapter
from os import PathLike
from pathlib import Path
from types import GenericAlias, TracebackType
from typing import Any, ClassVar, Final, Literal, TypeVar, Union, final, overload

from typing_extensions import CapsuleType, Self

from . import teradata, vcenter, veeam
from .exceptions import BackupJobsError
from .types import (
    IfRunningName,
    Level,
    LevelName,
    LogLevel,
    Origin,
    OriginName,
    Outcome,
    OutcomeName,
    Phase,
    PhaseName,
    Stage,
    System,
    SystemName,
    VerbName,
)

_T_co = TypeVar("_T_co", covariant=True)
_Duration = Union[float, timedelta]
"""Seconds, or a ``timedelta``."""
_Log = Union[Callable[["LogEvent"], object], Logger, "LoggerAdapter[Any]"]
"""Who is told what happens."""


__version__: Final[str]
ERROR_KINDS: Final[tuple[str, ...]]
"""The name of every kind of error, in the order of their numbers."""
WORDS: Final[dict[str, tuple[str, ...]]]
"""The words of every enumeration, by name of the class."""

_Names = Literal["python", "vendor"]

class _Value:
    """What every value has: it never changes, can be compared, hashed, copied and pickled, and ``match`` works on it by
    position and by name.
    """

    def to_dict(self, *, names: _Names = "python") -> dict[str, Any]:
        """Everything it says, as a dict of plain values: texts for words, dicts for objects.

        :param names: "python" for the names and values of the attributes. "vendor" for those of the vendor's JSON, with the
            members that this version does not know where the server put them; what the server left out is None there.
            Only the vendors' own objects have those
        :raises InvalidArgumentError: no vendor has names for it
        """
    def to_json(self, *, names: _Names = "python", indent: int | None = None) -> str:
        """The same as a JSON text. With ``names="python"``, times are in RFC 3339 and durations in seconds."""
    def _repr_html_(self) -> str: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Rows(Sequence[_T_co]):
    """A sequence of objects that are made when touched, and a table of columns.

    Behaves like a tuple; equal to any list or tuple of equal objects. Pickles as a list. A slice shares the rows.

    Libraries that speak Arrow read it at once, without a Python object a row: ``pyarrow.table(rows)``,
    ``duckdb.sql("select * from rows")``, and through ``to_polars``. There, texts and words are strings, whole numbers have 64
    bits, times are microseconds in UTC, objects are structs, lists are lists, links and unknown members JSON, and what is
    absent is null.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: int, /) -> _T_co: ...
    @overload
    def __getitem__(self, key: slice, /) -> Rows[_T_co]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def filter(self, predicate: Callable[[_T_co], object] | None = None, /, **attributes: Any) -> Rows[_T_co]:
        """The rows for which ``predicate`` holds and whose attributes have these values: ``runs.filter(outcome="failed")``.

        :raises AttributeError: the rows have no attribute of that name
        """
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    def column(self, name: str) -> list[Any]:
        """One attribute of every row: ``runs.column("started")``. Any attribute will do, not only the columns.

        :raises AttributeError: the rows have no attribute of that name
        """
    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``, with types of pandas' own that know what is absent. Needs pandas, and no pyarrow.

        :raises ImportError: pandas is not installed
        """
    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``, through Arrow. (``polars.DataFrame(rows)`` takes them for a list of objects.)

        :raises ImportError: polars is not installed
        """
    def __arrow_c_schema__(self) -> CapsuleType:
        """The names and types of the columns, for libraries that speak Arrow."""
    def __arrow_c_stream__(self, requested_schema: CapsuleType | None = None) -> CapsuleType:
        """The rows as an Arrow stream, for libraries that speak Arrow. ``requested_schema`` is not looked at."""
    def _repr_html_(self) -> str: ...
    def __reversed__(self) -> Iterator[_T_co]: ...
    def __contains__(self, key: object, /) -> bool: ...
    @classmethod
    def __class_getitem__(cls, item: Any, /) -> GenericAlias: ...
    def count(self, value: Any) -> int:
        """The number of rows equal to ``value``."""
    def index(self, value: Any, start: int = 0, stop: int = sys.maxsize) -> int:
        """The index of the first row equal to ``value``."""
    def __eq__(self, value: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

@final
class RowIterator(Iterator[_T_co]):
    """The rows of a list, however many pages the server needs for them.

    Holds one page at a time, and asks for the next one when it is needed. A server that ignores paging gives the same
    page again: the list ends there.
    """

    def __iter__(self) -> Self: ...
    def __next__(self) -> _T_co: ...
    def _at_hand(self) -> _T_co | None:
        """The next row of the page at hand, without any request; None when the page is used up."""
    @classmethod
    def __class_getitem__(cls, item: Any, /) -> GenericAlias: ...

@final
class CancelToken:
    """Cancels the calls of every client or server that was made with it, from any thread. The backup itself goes on."""

    def __new__(cls) -> Self: ...
    def cancel(self) -> None:
        """Cancels. Calls under way end within about 100 ms, later ones before they begin."""
    @property
    def is_cancelled(self) -> bool:
        """True once cancelled."""
    def _too(self, other: CancelToken) -> CancelToken:
        """A token that is cancelled with this one, or by ``other``."""

@final
class _WaitGroup:
    """Waits for runs of one server, which begin and end at any time: the waits of ``backupjobs.aio``."""

    def __new__(cls, server: Server) -> Self: ...
    def add(
        self,
        server: Server,
        job: str | Job,
        run: str | Run,
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
    ) -> tuple[int, bool]:
        """Adds a wait that obeys the token of ``server``. Its number, and whether a thread must call ``drive`` now."""
    def leave(self, number: int) -> BackupJobsError | None:
        """Takes a wait out. The error says what is known of its run; None when it is over."""
    def drive(self, tell: Callable[[int, Progress | None, Run | BackupJobsError | None], object]) -> None:
        """Looks for all until no wait is left. ``tell`` gets the number of a wait, and either its progress or its end."""

@final
class RetryPolicy:
    """Retries of idempotent reads. Requests that start or change something are never repeated blindly.

    By default 4 attempts within 60 s, with random pauses of up to 0.25 s at first and 8 s at last.
    """

    def __new__(
        cls,
        attempts: int | None = None,
        *,
        total: _Duration | None = None,
        base: _Duration | None = None,
        cap: _Duration | None = None,
    ) -> Self: ...
    @staticmethod
    def none() -> RetryPolicy:
        """No retries at all."""
    @property
    def attempts(self) -> int:
        """Tries in all, the first included; 1 switches retries off."""
    @property
    def total(self) -> timedelta:
        """No new try begins after this much time."""
    @property
    def base(self) -> timedelta:
        """The first pause is a random part of this; it doubles with each try."""
    @property
    def cap(self) -> timedelta:
        """No pause is longer, except when the server asks for it with Retry-After."""
    def __eq__(self, value: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

@final
class Job(_Value):
    """A job as all systems have it. Can be pickled, compared and hashed.

    Times may also be given as texts in RFC 3339.
    """

    __match_args__ = ("system", "id", "name", "enabled", "raw_status", "last_run", "next_run")
    def __new__(
        cls,
        system: SystemName,
        id: str,
        *,
        name: str = "",
        enabled: bool | None = None,
        raw_status: str | None = None,
        last_run: datetime | str | None = None,
        next_run: datetime | str | None = None,
    ) -> Self: ...
    @property
    def system(self) -> System:
        """The system it lives on."""
    @property
    def id(self) -> str:
        """The vendor's id."""
    @property
    def name(self) -> str:
        """The vendor's name for it."""
    @property
    def enabled(self) -> bool | None:
        """Whether its schedule is on; None where the system has no such thing."""
    @property
    def raw_status(self) -> str | None:
        """The vendor's word for the state of the newest run."""
    @property
    def last_run(self) -> datetime | None:
        """When the newest run began."""
    @property
    def next_run(self) -> datetime | None:
        """When the scheduler runs it next."""
    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, Any]]: ...

@final
class Run(_Value):
    """One run of a job: a Veeam job session, a Teradata execution, a vCenter backup job.

    Can be pickled, compared and hashed. Times may also be given as texts in RFC 3339.
    """

    __match_args__ = (
        "system", "job_id", "id", "phase", "outcome", "raw_status", "started", "ended", "percent", "objects",
        "bytes", "message", "will_be_retried", "retry_of",
    )
    def __new__(
        cls,
        system: SystemName,
        job_id: str,
        id: str,
        *,
        phase: PhaseName = "unknown",
        outcome: OutcomeName | None = None,
        raw_status: str = "",
        started: datetime | str | None = None,
        ended: datetime | str | None = None,
        percent: int | None = None,
        objects: int | None = None,
        bytes: int | None = None,
        message: str | None = None,
        will_be_retried: bool = False,
        retry_of: str | None = None,
    ) -> Self: ...
    @property
    def system(self) -> System:
        """The system it runs on."""
    @property
    def job_id(self) -> str:
        """The job it belongs to."""
    @property
    def id(self) -> str:
        """The vendor's id of the run."""
    @property
    def phase(self) -> Phase:
        """Where it stands."""
    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it is not finished."""
    @property
    def raw_status(self) -> str:
        """The vendor's own word for all this."""
    @property
    def started(self) -> datetime | None:
        """When it began."""
    @property
    def ended(self) -> datetime | None:
        """When it ended."""
    @property
    def percent(self) -> int | None:
        """Progress in per cent, where the vendor has one (vCenter). 100 is not yet success."""
    @property
    def objects(self) -> int | None:
        """Objects processed so far, where the vendor counts them (Veeam)."""
    @property
    def bytes(self) -> int | None:
        """Bytes of the backup or the transfer so far, where the vendor tells."""
    @property
    def message(self) -> str | None:
        """The vendor's sentence about it."""
    @property
    def will_be_retried(self) -> bool:
        """The vendor says that it will try again, as a new run (Veeam v7 and later)."""
    @property
    def retry_of(self) -> str | None:
        """The first run of which this one is a retry (Veeam v7 and later)."""
    @property
    def is_active(self) -> bool:
        """True while the run is queued or running, and when we cannot tell: it may still be working."""
    def verdict(self, *, warnings_ok: bool = False) -> Verdict:
        """Judges this run; see the function ``verdict``."""
    def __getnewargs_ex__(self) -> tuple[tuple[str, str, str], dict[str, Any]]: ...

@final
class Started(_Value):
    """A started (or adopted) run. Can be pickled, compared and hashed."""

    __match_args__ = ("run", "origin")
    def __new__(cls, run: Run, origin: OriginName) -> Self: ...
    @property
    def run(self) -> Run:
        """The run, as it stood when it was found."""
    @property
    def origin(self) -> Origin:
        """Whose run it is."""
    def __getnewargs__(self) -> tuple[Run, OriginName]: ...

@final
class Ticket:
    """One start of one job: at most one request is ever sent for it, by whoever holds it.

    ``Server.prepare`` makes one, ``Server.carry_out`` moves it on. It keeps the runs known before the request, so that
    a later look can tell what is new, and the stage. Save its text whenever ``carry_out`` says so, and a program that
    crashes at any point can take it up again. The text form is versioned, the same in all languages, and holds no
    secret. Pickled and copied by its text.
    """

    @property
    def system(self) -> System:
        """The system it is for."""
    @property
    def server(self) -> str:
        """The server it is for: scheme, host and port; for Teradata the site or account, too."""
    @property
    def job(self) -> str:
        """The job it starts."""
    @property
    def stage(self) -> Stage:
        """How far it got."""
    @property
    def run(self) -> str | None:
        """The run it became, once known."""
    @property
    def prepared(self) -> datetime:
        """When it was prepared, by the clock here."""
    @property
    def marker(self) -> str:
        """A random word that is only in this ticket. vCenter keeps it in the comment of the backup."""
    def to_text(self) -> str:
        """The text form: one line of JSON without secrets. ``str(ticket)`` is the same."""
    @staticmethod
    def from_text(text: str) -> Ticket:
        """Reads the text form.

        :raises InvalidArgumentError: the text is no ticket, is damaged, or is of a newer version
        """
    def __eq__(self, value: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

@final
class Progress(_Value):
    """What a progress callback is told after every look. Can be pickled, compared and hashed."""

    __match_args__ = ("run", "elapsed", "polls", "next_poll", "trouble")
    def __new__(
        cls, run: Run | None, elapsed: _Duration, polls: int, next_poll: _Duration, trouble: str | None = None
    ) -> Self: ...
    def __getnewargs__(self) -> tuple[Run | None, float, int, float, str | None]: ...
    @property
    def run(self) -> Run | None:
        """The run as it stands; None as long as no look has succeeded."""
    @property
    def elapsed(self) -> timedelta:
        """Time waited so far."""
    @property
    def polls(self) -> int:
        """Looks so far, failed ones included."""
    @property
    def next_poll(self) -> timedelta:
        """Pause before the next look; zero at the end."""
    @property
    def trouble(self) -> str | None:
        """Why the last look failed, if it did and the wait goes on all the same."""

@final
class Verdict(_Value):
    """A judgement with its reason, which names the run and the vendor's word, and its evidence.

    Can be pickled, compared and hashed.
    """

    __match_args__ = ("level", "reason", "job_id", "job_name", "run", "age")
    def __new__(
        cls,
        level: LevelName,
        reason: str,
        *,
        job_id: str | None = None,
        job_name: str | None = None,
        run: Run | None = None,
        age: _Duration | None = None,
    ) -> Self: ...
    @property
    def level(self) -> Level:
        """How bad it is."""
    @property
    def exit_code(self) -> int:
        """The exit code that Nagios, Icinga and their kin expect for it: 0, 1, 2 or 3."""
    @property
    def reason(self) -> str:
        """Why, in one line."""
    @property
    def job_id(self) -> str | None:
        """The job judged, where one was."""
    @property
    def job_name(self) -> str | None:
        """Its name, where it is known."""
    @property
    def run(self) -> Run | None:
        """The run it rests on."""
    @property
    def age(self) -> timedelta | None:
        """Age of the last good run, where a check found one."""
    def __getnewargs_ex__(self) -> tuple[tuple[LevelName, str], dict[str, Any]]: ...

@final
class Report(_Value):
    """The verdicts on all jobs of a server. Can be pickled, compared and hashed."""

    __match_args__ = ("level", "verdicts", "insecure")
    def __new__(cls, level: LevelName, verdicts: Sequence[Verdict], insecure: bool = False) -> Self: ...
    @property
    def level(self) -> Level:
        """The worst level."""
    @property
    def exit_code(self) -> int:
        """The exit code that Nagios, Icinga and their kin expect for it: 0, 1, 2 or 3."""
    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict a job, in the server's order; then one for every expected job that is missing."""
    @property
    def insecure(self) -> bool:
        """True when the server's certificate is not checked: anybody may have said all this. Every reason says so."""
    def __getnewargs__(self) -> tuple[LevelName, tuple[Verdict, ...], bool]: ...

@final
class Line(_Value):
    """One sentence of the vendor. ``str()`` is one readable line. Can be pickled, compared and hashed."""

    __match_args__ = ("at", "severity", "text")
    @property
    def at(self) -> datetime | None:
        """When, where it is dated."""
    @property
    def severity(self) -> str | None:
        """The vendor's word for how bad it is ("Success", "Warning", "Failed" ...), where it gives one."""
    @property
    def text(self) -> str:
        """The sentence."""

@final
class Account(_Value):
    """A run and everything said about it. ``str()`` is a readable account of several lines.

    Can be pickled, compared and hashed.
    """

    __match_args__ = ("run", "lines")
    @property
    def run(self) -> Run:
        """The run."""
    @property
    def lines(self) -> tuple[Line, ...]:
        """The vendor's sentences, oldest first."""

def verdict(run: Run, *, warnings_ok: bool = False) -> Verdict:
    """Judges a run.

    Only positive evidence is "ok": a run that is not over, or whose end nobody understands, is "unknown".

    :param warnings_ok: a run that ended with a warning is as good as one without
    """

@final
class Server:
    """One server of any of the three systems. ``Client.server()`` makes one; both share the connection and the login.

    May be used from any number of threads at once, and as a context manager that closes it.
    """

    @property
    def system(self) -> System:
        """Which of the three systems it is."""
    @property
    def url(self) -> str:
        """Scheme, host and port."""
    @property
    def insecure(self) -> bool:
        """True when the server's certificate is not checked (``insecure=True``): what it answers proves nothing.

        Also in ``repr()`` and in every Report.
        """
    def supports(self, verb: VerbName) -> bool:
        """Whether this system, in this version, has the verb. One it lacks raises UnsupportedError; nothing is sent."""
    def with_cancel(self, cancel: CancelToken) -> Server:
        """The same server whose calls end early when ``cancel`` is cancelled."""
    def _with_cancel_too(self, cancel: CancelToken) -> Server:
        """The same server whose calls end early when ``cancel`` is cancelled, or what cancels this one."""
    def jobs(self) -> Rows[Job]:
        """All jobs, however many pages the server needs for them. vCenter has one, ``appliance-backup``."""
    def job(self, job: str | Job) -> Job:
        """One job.

        :raises InvalidArgumentError: when the id cannot be one of this system
        :raises NotFoundError: when there is no such job
        """
    def runs(self, job: str | Job, *, limit: int = 0) -> Rows[Run]:
        """The newest runs of a job, newest first, at most ``limit`` (0: 100)."""
    def run(self, job: str | Job, run: str | Run) -> Run:
        """One run of a job, as it stands now."""
    def start(
        self,
        job: str | Job,
        *,
        if_running: IfRunningName | None = None,
        full: bool | None = None,
        settle: _Duration | None = None,
        look_every: _Duration | None = None,
    ) -> Started:
        """Starts a job, once.

        :param if_running: what to do when the job runs already: "adopt" (the default), "fail" or "skip"
        :param full: True: a full backup; False: an incremental one; None: as the job is set up
        :param settle: how long to look for the new run when the answer did not name it (default 30 s)
        :param look_every: the pause between two looks (default 1 s)
        :raises AlreadyRunningError: only with "fail"
        :raises OutcomeUnknownError: the start may have happened but no run of it could be found
        :raises UnsupportedError: the system cannot do that
        """
    def prepare(
        self,
        job: str | Job,
        *,
        if_running: IfRunningName | None = None,
        full: bool | None = None,
        settle: _Duration | None = None,
        look_every: _Duration | None = None,
    ) -> Ticket:
        """Reads the newest runs of a job and writes them on a ticket; sends nothing that starts anything.

        The parameters are those of ``start``. When the job runs already, ``carry_out`` does what ``if_running`` says.

        :raises UnsupportedError: the system cannot do that
        """
    def carry_out(self, ticket: Ticket, save: Callable[[Ticket], object] | None = None) -> Started:
        """Carries out a prepared start, or takes it up again. At most one request is ever sent for a ticket.

        A ticket read back as "prepared" is looked up first, for as long as ``settle``: a run that began since, or that
        is running, is taken, and only when there is none is the request sent. One read back as "sending" is only looked
        up. So a program that never saves is safe as long as the vendor's history lags by no more than ``settle``; one that
        saves is always safe. Whatever comes out of this call, the ticket says how far it got.

        :param save: called with the ticket before the request and after every change; write ``ticket.to_text()`` to a
            safe place there. What it raises comes out of this call. Before the request it keeps the request from being
            sent; later the run goes on, and ``ticket.run`` names it.
        :raises OutcomeUnknownError: the request may have been sent but no run of it could be found
        :raises AlreadyRunningError: only with "fail"
        :raises InvalidArgumentError: the ticket is for another server, or another call is carrying it out
        """
    def wait(
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
        """Waits until a run is over, and returns it as it ended.

        Ctrl-C ends the wait within 100 ms with KeyboardInterrupt; the backup goes on, and so can a new wait.

        :param deadline: longest time to wait in all (default a day)
        :param poll_min: pause between two looks at a young run (default 2 s)
        :param poll_max: pause between two looks at an old run (default 60 s)
        :param unreachable: how long the server may be unreachable, or not list the run (default 5 minutes)
        :param progress: called after every look; what it raises ends the wait and comes out of it. True shows it on the
            standard error instead: with rich or tqdm, if installed, in a terminal or a notebook, else in plain lines
        :raises DeadlineError: the deadline passed; the backup goes on
        :raises OperationCancelledError: a CancelToken was cancelled; the backup goes on
        """
    def wait_all(
        self,
        runs: Iterable[Run | tuple[str | Job, str | Run]],
        *,
        deadline: _Duration | None = None,
        poll_min: _Duration | None = None,
        poll_max: _Duration | None = None,
        unreachable: _Duration | None = None,
        progress: Callable[[int, Progress], object] | bool | None = None,
    ) -> list[Run | BackupJobsError]:
        """Waits for several runs at once, with one list request for all of them where the vendor has one.

        The results are in the order of ``runs``: each is the run as it ended, or the error that ended the wait for it
        (returned, not raised: a deadline, a cancelled token, a vanished run). Other parameters are those of ``wait``.

        :param runs: runs, or pairs of a job and a run
        :param progress: called with the index of a run and its progress, for every run after every look; what it
            raises ends the wait for all and comes out of it. True shows it
        """
    def check(
        self,
        job: str | Job,
        *,
        warnings_ok: bool = False,
        disabled_ok: bool = False,
        max_age: _Duration | None = 93600,
        max_running: _Duration | None = None,
        now: datetime | str | None = None,
    ) -> Verdict:
        """Judges a job by its history. Green needs a dated success that is young enough.

        A job that never ran, is disabled, has vanished or whose history cannot be read is never "ok"; the verdict says
        why, also when the server could not be asked.

        :param warnings_ok: a run that ended with a warning is as good as one without
        :param disabled_ok: a job whose schedule is off may be "ok"
        :param max_age: how old the last good run may be (default 26 hours); None: any age, only for jobs that never run
            by themselves
        :param max_running: how long a run may take (default any time)
        :param now: the time to judge by, instead of the server's clock
        :raises InvalidArgumentError: the id cannot be one of this system
        :raises OperationCancelledError: a CancelToken was cancelled
        """
    def check_all(
        self,
        *,
        expect_jobs: Iterable[str | Job] = (),
        warnings_ok: bool = False,
        disabled_ok: bool = False,
        max_age: _Duration | None = 93600,
        max_running: _Duration | None = None,
        now: datetime | str | None = None,
    ) -> Report:
        """Judges every job of the server. A server without jobs, or that cannot be asked, is not "ok".

        The other parameters are those of ``check``.

        :param expect_jobs: ids or names of jobs that must be there; one that is missing is "critical"
        """
    def explain(self, job: str | Job, run: str | Run) -> Account:
        """Everything the vendor has to say about a run, in one readable account: ``print(server.explain(job, run))``.

        When only the details cannot be read, the account says so.
        """
    def stop(self, job: str | Job) -> None:
        """Stops the running run of a job. The answer may come before the run has wound down."""
    def enable(self, job: str | Job) -> None:
        """Switches the job's schedule on."""
    def disable(self, job: str | Job) -> None:
        """Switches the job's schedule off. A disabled Veeam job can still be started by hand."""
    def close(self) -> None:
        """Ends the session on the server; later calls raise ClosedError. Happens by itself when nothing uses it.

        Takes 5 s at most, also when cancelled; Ctrl-C leaves the session to the server's own time limit.
        """
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...

@final
class Secret:
    """A password or token that cannot be read back, only given to what needs it: ``password=Secret.from_env("VB365_PW")``.

    Its repr is ``Secret(***)``; it can be neither pickled nor copied. The library wipes its own buffers; a ``str`` that
    it is made from stays in Python's memory until Python reuses it, which is why the other ways are better.
    """

    def __new__(cls, text: str) -> Self: ...
    @staticmethod
    def from_env(name: str) -> Secret:
        """The value of an environment variable, as it is. A file is better: other processes can read variables.

        :raises ConfigError: when it is not set, empty, larger than 64 KiB or not UTF-8
        """
    @staticmethod
    def from_file(path: str | PathLike[str]) -> Secret:
        """The content of a file without the line break at its end, if there is one.

        :raises ConfigError: when it cannot be read, is empty, larger than 64 KiB, not UTF-8, or writable for everybody
        """
    @staticmethod
    def from_command(argv: Sequence[str], *, timeout: _Duration | None = 30) -> Secret:
        """What a command writes to its standard output, without the white space around it: for password managers.

        ``argv`` is the program and its arguments; no shell is involved. Its standard input is empty, its standard error
        that of this process. It is killed when it takes longer than ``timeout``, and by Ctrl-C.

        :raises ConfigError: when it cannot be run, fails, takes too long, or writes nothing, too much or no UTF-8; the
            error names the program and the exit code, never an argument or the output
        """

@final
class LogEvent(_Value):
    """One thing that happened: a request and its end, a retry, a client that checks no certificate.

    Never holds a secret: no header, no body, no query, no sentence of the server. ``str()`` is all of it in one line.
    Can be pickled, compared and hashed.

    A listener (``log=`` of a client) is called on the thread that makes the call, while that call goes on; by several
    threads at once when several make calls (``backupjobs.aio`` makes them on threads of its own). A call of this library
    made from inside a listener raises ConfigError. What a listener raises does not decide about a backup: it goes to
    ``sys.unraisablehook`` and the call goes on; only what is no ``Exception``, such as KeyboardInterrupt, ends the call.
    A logger gets records with its own level, and the event as their attribute ``backupjobs_event``. The client keeps
    its listener alive: a listener that holds the client keeps both.
    """

    __match_args__ = (
        "level", "message", "server", "operation", "method", "url", "status", "error", "elapsed", "attempt",
    )
    @property
    def level(self) -> LogLevel:
        """How much it matters."""
    @property
    def levelno(self) -> int:
        """The same as a number of the module ``logging``."""
    @property
    def message(self) -> str:
        """Everything below in one line."""
    @property
    def server(self) -> str:
        """Scheme, host and port of the server."""
    @property
    def operation(self) -> str:
        """The operation, such as "veeam.jobs"; empty where no request is meant."""
    @property
    def method(self) -> str | None:
        """The method of the request."""
    @property
    def url(self) -> str | None:
        """Scheme, host, port and path of the request."""
    @property
    def status(self) -> int | None:
        """HTTP status of the answer, when there was one."""
    @property
    def error(self) -> str | None:
        """The kind of error, when there was no answer."""
    @property
    def elapsed(self) -> timedelta | None:
        """Time from sending to the last byte; for a retry, the pause before it."""
    @property
    def attempt(self) -> int | None:
        """Which try of the request, from 1."""

@final
class Certificate(_Value):
    """A server's certificate, as a person reads it before trusting it. ``str()`` is everything that is compared.

    What cannot be read is None; the fingerprint is always there. Can be pickled, compared and hashed.
    """

    __match_args__ = (
        "subject", "issuer", "names", "not_before", "not_after", "sha256", "fingerprint", "pem", "self_signed",
        "trusted", "refusal",
    )
    @property
    def subject(self) -> str | None:
        """Whom it is for, as a distinguished name: ``CN=vb365.example, O=Example``."""
    @property
    def issuer(self) -> str | None:
        """Who signed it."""
    @property
    def names(self) -> list[str]:
        """Host names and addresses it is good for. A name that stands in the subject alone does not count."""
    @property
    def not_before(self) -> datetime | None:
        """Good from then on."""
    @property
    def not_after(self) -> datetime | None:
        """Good until then."""
    @property
    def sha256(self) -> str:
        """SHA-256 of the whole certificate: 64 lower-case hex digits."""
    @property
    def fingerprint(self) -> str:
        """The same as most tools show it: 32 pairs of upper-case hex digits with colons."""
    @property
    def pem(self) -> str:
        """The certificate itself, PEM."""
    @property
    def self_signed(self) -> bool:
        """True when its issuer is its subject: nobody else vouches for it."""
    @property
    def trusted(self) -> bool:
        """True when the system's store accepts it for the host that showed it: then nothing needs to be remembered."""
    @property
    def refusal(self) -> str | None:
        """Why the system's store does not accept it."""

@final
class KnownHosts:
    """A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys.

    One host with its port and one SHA-256 a line; what follows a blank and ``#`` is a comment. A host may have several
    lines: any of its certificates is accepted. A file that the library creates is its owner's only; it is replaced as a
    whole, and several processes may change it at once. A file that everybody may write is refused. Can be pickled (by
    its path) and compared.
    """

    @staticmethod
    def open(path: str | PathLike[str]) -> KnownHosts:
        """Checks that every line of the file can be read. A file that does not exist is one without hosts.

        :raises ConfigError: when the file or a line of it cannot be read, or when everybody may write it
        """
    @property
    def path(self) -> Path:
        """Where the file is."""
    def lookup(self, url: str) -> list[str]:
        """The SHA-256s remembered for the host and port of that URL, with colons; empty for an unknown host."""
    def remember(self, url: str, certificate: Certificate) -> None:
        """Adds a certificate for the host and port of that URL; what was remembered before stays.

        For a certificate that replaces another, ``forget`` the host first.

        :raises ConfigError: when the file cannot be written, or when another process keeps it locked
        """
    def forget(self, url: str) -> bool:
        """Removes every certificate of the host and port of that URL; other lines stay. True when there was one."""
    def __eq__(self, value: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def trust_fetch(
    url: str,
    *,
    proxy: str | None = None,
    connect_timeout: _Duration | None = None,
    request_timeout: _Duration | None = None,
    cancel: CancelToken | None = None,
) -> Certificate:
    """The certificate that the server at that URL shows, trusted or not.

    Sends no credentials, in fact no request at all: the handshake ends once the server has proved that it owns the
    certificate's key.

    :raises ConfigError: for a bad URL or proxy
    :raises TlsError: when the server speaks no TLS that we do
    """

# Veeam Backup for Microsoft 365

@final
class VeeamClient:
    """A client of one server. Logs in at the first call.

    May be used from any number of threads at once, and as a context manager that closes it.

    :param url: ``https://host:4443``, without the version
    :param version: the version of the API: "v2" to "v8" (or 2 to 8)
    :param username: local user or ``DOMAIN\\user``; without multi-factor authentication
    :param ca_file: trust only the authorities in this PEM file, instead of the system's store
    :param ca_pem: the same as text
    :param pin: trust exactly the certificate with this SHA-256, whoever signed it: for self-signed servers
    :param known_hosts: trust the certificates that this file remembers for the host; see ``backupjobs.trust``
    :param insecure: trust anybody; whoever can answer for the host name gets the credentials
    :param proxy: ``http://proxy:3128``, or ``""`` for none (default: what HTTPS_PROXY and NO_PROXY say)
    :param connect_timeout: longest time to open a connection (default 10 s)
    :param request_timeout: longest time for one request (default 60 s); not the time a wait may take
    :param retries: how often a read is tried again (default 3), or a RetryPolicy
    :param max_body: largest answer in bytes (default 64 MiB); a larger one raises ProtocolError
    :param retry_budget: retries in all (default 20) before requests must make them good: one for ten requests, or 10 s
    :param max_concurrency: requests under way at a time (default 16); others wait their turn
    :param log: a callable that takes a LogEvent, or a ``logging.Logger``; see ``LogEvent``
    """

    def __new__(
        cls,
        url: str,
        *,
        version: str | int,
        username: str,
        password: str | Secret,
        ca_file: str | PathLike[str] | None = None,
        ca_pem: str | bytes | None = None,
        pin: str | None = None,
        known_hosts: str | PathLike[str] | None = None,
        insecure: bool = False,
        proxy: str | None = None,
        connect_timeout: _Duration | None = None,
        request_timeout: _Duration | None = None,
        retries: int | RetryPolicy | None = None,
        max_body: int | None = None,
        retry_budget: int | None = None,
        max_concurrency: int | None = None,
        log: _Log | None = None,
    ) -> Self: ...
    @property
    def dialect(self) -> veeam.Dialect:
        """The version of the API it speaks, such as "v6"."""
    @property
    def url(self) -> str:
        """Scheme, host and port."""
    def with_cancel(self, cancel: CancelToken) -> VeeamClient:
        """The same client whose calls end early when ``cancel`` is cancelled."""
    def _with_cancel_too(self, cancel: CancelToken) -> VeeamClient:
        """The same client whose calls end early when ``cancel`` is cancelled, or what cancels this one."""
    def server(self) -> Server:
        """This server in the common model."""
    def login(self) -> None:
        """Logs in now, to find out early whether the credentials are good."""
    def jobs(self) -> Rows[VeeamJob]:
        """All backup jobs."""
    def job(self, id: str) -> VeeamJob:
        """One backup job."""
    def start_job(self, id: str, *, full: bool | None = None) -> VeeamJobSession | None:
        """Starts a job. v8 answers with the session; before, None: ``Server.start`` finds the run.

        :param full: True asks for a full backup; v6 and later
        """
    def stop_job(self, id: str) -> None:
        """Stops a job's run. The answer may come before the run has wound down; what was backed up is kept."""
    def enable_job(self, id: str) -> None:
        """Switches a job's schedule on."""
    def disable_job(self, id: str) -> None:
        """Switches a job's schedule off."""
    @overload
    def explore_job(
        self,
        id: str,
        options: VeeamExploreOptions,
        *,
        datetime: None = None,
        explorer: None = None,
        show_deleted: None = None,
        show_all_versions: None = None,
        repository_id: None = None,
    ) -> VeeamRestoreSession | None:
        """Starts a restore session from a job's backups; v3 and later.

        Give either ``options``, or the same things by name. None means that the server did not say which session it
        opened.
        """
    @overload
    def explore_job(
        self,
        id: str,
        options: None = None,
        *,
        datetime: str | _datetime,
        explorer: str,
        show_deleted: bool | None = None,
        show_all_versions: bool | None = None,
        repository_id: str | None = None,
    ) -> VeeamRestoreSession | None: ...
    @overload
    def explore_organization(
        self,
        id: str,
        options: VeeamExploreOptions,
        *,
        datetime: None = None,
        explorer: None = None,
        show_deleted: None = None,
        show_all_versions: None = None,
        repository_id: None = None,
    ) -> VeeamRestoreSession | None:
        """Starts a restore session from all backups of an organization.

        Give either ``options``, or the same things by name. None means that the server did not say which session it
        opened.
        """
    @overload
    def explore_organization(
        self,
        id: str,
        options: None = None,
        *,
        datetime: str | _datetime,
        explorer: str,
        show_deleted: bool | None = None,
        show_all_versions: bool | None = None,
        repository_id: str | None = None,
    ) -> VeeamRestoreSession | None: ...
    @overload
    def explore_repository(
        self,
        repository_id: str,
        organization_id: str,
        options: VeeamExploreOptions,
        *,
        datetime: None = None,
        explorer: None = None,
        show_deleted: None = None,
        show_all_versions: None = None,
    ) -> VeeamRestoreSession | None:
        """Starts a restore session from the backup copies of an organization in an object storage repository; v7 and later.

        Give either ``options``, or the same things by name. None means that the server did not say which session it
        opened.
        """
    @overload
    def explore_repository(
        self,
        repository_id: str,
        organization_id: str,
        options: None = None,
        *,
        datetime: str | _datetime,
        explorer: str,
        show_deleted: bool | None = None,
        show_all_versions: bool | None = None,
    ) -> VeeamRestoreSession | None: ...
    def job_sessions(self, job_id: str, *, limit: int = 0) -> Rows[VeeamJobSession]:
        """The newest sessions of a job, newest first, at most ``limit`` (0: 100)."""
    def all_job_sessions(self, *, limit: int = 0) -> Rows[VeeamJobSession]:
        """The newest sessions of all jobs, newest first, at most ``limit`` (0: 100)."""
    def job_session(self, id: str) -> VeeamJobSession:
        """One session."""
    def log_items(self, session_id: str) -> Rows[VeeamLogItem]:
        """The steps of a session, oldest first."""
    def organizations(self) -> Rows[VeeamOrganization]:
        """All organizations."""
    def organization(self, id: str, *, extended_view: bool | None = None) -> VeeamOrganization:
        """One organization.

        :param extended_view: True asks for is_backedup, first_backuptime and last_backuptime; None: the server's default,
            which is True in v6 and False in v7 and v8
        """
    def repositories(self) -> Rows[VeeamRepository]:
        """All backup repositories."""
    def repository(self, id: str) -> VeeamRepository:
        """One backup repository."""
    def copy_jobs(self) -> Rows[VeeamCopyJob]:
        """All copy jobs; v6 and later."""
    def copy_job(self, id: str) -> VeeamCopyJob:
        """One copy job; v6 and later."""
    def create_copy_job(
        self,
        backup_job_id: str,
        repository_id: str,
        schedule_policy: VeeamCopySchedule,
        *,
        is_enabled: bool = True,
        organization_id: str | None = None,
    ) -> VeeamCopyJob:
        """Creates a copy job; v6 and later. The server makes up its name.

        :param backup_job_id: the backup job whose restore points are copied; it can have one copy job
        :param repository_id: the repository copied to: one extended with archive object storage
        :param organization_id: the organization; v8 needs it
        """
    def edit_copy_job(
        self,
        id: str,
        *,
        backup_job_id: str | None = None,
        organization_id: str | None = None,
        repository_id: str | None = None,
        schedule_policy: VeeamCopySchedule | None = None,
        is_enabled: bool | None = None,
    ) -> None:
        """Changes a copy job.

        :param backup_job_id: The backup job whose restore points are copied
        :param organization_id: The organization; v8
        :param repository_id: The repository copied to
        :param schedule_policy: When it copies
        :param is_enabled: Whether its schedule is on
        """
    def iter_copy_jobs(
        self,
        *,
        repository_id: str | None = None,
        organization_id: str | None = None,
    ) -> RowIterator[VeeamCopyJob]:
        """The copy jobs asked for, one page at a time.

        Before v8 the server does not filter by organization: we do, by the link of the copy job.

        :param repository_id: Only copy jobs that copy to this repository
        :param organization_id: Only copy jobs of this organization
        """
    def copy_job_of(self, job_id: str) -> VeeamCopyJob:
        """The copy job of a backup job."""
    def backup_job_of(self, copy_job_id: str) -> VeeamJob:
        """The backup job of a copy job."""
    def start_copy_job(self, id: str) -> VeeamJobSession | None:
        """Starts a copy job: it copies the latest restore point.

        v8 answers with the session of the new run; before, the answer names none (None). None when the answer names
        none.
        """
    def stop_copy_job(self, id: str) -> None:
        """Stops the run of a copy job. The answer may come before the run has wound down."""
    def enable_copy_job(self, id: str) -> None:
        """Switches the schedule of a copy job on."""
    def disable_copy_job(self, id: str) -> None:
        """Switches the schedule of a copy job off."""
    def delete_copy_job(self, id: str) -> None:
        """Deletes a copy job."""
    def selected_items(self, job_id: str) -> Rows[VeeamJobItem]:
        """What a job backs up. (The documents of v6 to v8 that we have do not list the resource; the job's links do.)"""
    def iter_selected_items(self, job_id: str) -> RowIterator[VeeamJobItem]:
        """The same, one page at a time."""
    def excluded_items(self, job_id: str) -> Rows[VeeamJobItem]:
        """What a job leaves out."""
    def iter_excluded_items(self, job_id: str) -> RowIterator[VeeamJobItem]:
        """The same, one page at a time."""
    def edit_job(
        self,
        id: str,
        *,
        repository_id: str | None = None,
        backup_type: str | None = None,
        name: str | None = None,
        description: str | None = None,
        selected_items: Sequence[VeeamJobItem] | None = None,
        excluded_items: Sequence[VeeamJobItem] | None = None,
        schedule_policy: VeeamJobSchedule | None = None,
        is_enabled: bool | None = None,
        run_now: bool | None = None,
        skip_item_update: bool | None = None,
    ) -> None:
        """Changes a backup job.

        :param repository_id: The repository written to
        :param backup_type: What it backs up
        :param name: Name
        :param description: Description
        :param selected_items: What it backs up, all of it
        :param excluded_items: What it leaves out, all of it; an empty list leaves out nothing
        :param schedule_policy: When it runs by itself
        :param is_enabled: Whether its schedule is on
        :param run_now: Whether it runs right now
        :param skip_item_update: Whether the properties of the items are left as they are known to the server; v8
        """
    def create_job(
        self,
        organization_id: str,
        repository_id: str,
        *,
        backup_type: str | None = None,
        name: str | None = None,
        description: str | None = None,
        selected_items: Sequence[VeeamJobItem] | None = None,
        excluded_items: Sequence[VeeamJobItem] | None = None,
        schedule_policy: VeeamJobSchedule | None = None,
        is_enabled: bool | None = None,
        run_now: bool | None = None,
        skip_item_update: bool | None = None,
    ) -> VeeamJob:
        """Creates a backup job.

        :param organization_id: The organization to back up
        :param repository_id: The repository written to
        :param backup_type: What it backs up
        :param name: Name
        :param description: Description
        :param selected_items: What it backs up, with BackupType::SelectedItems
        :param excluded_items: What it leaves out
        :param schedule_policy: When it runs by itself
        :param is_enabled: Whether its schedule is on
        :param run_now: Whether it runs right after it was created
        :param skip_item_update: Whether the properties of the items are left as they are known to the server; v8
        """
    def iter_jobs(
        self,
        *,
        organization_id: str | None = None,
        repository_id: str | None = None,
    ) -> RowIterator[VeeamJob]:
        """The backup jobs asked for, one page at a time.

        Before v8 the server does not filter by repository: we do, and a job that does not tell its repository is left
        out.

        :param organization_id: Only jobs of this organization
        :param repository_id: Only jobs that write to this repository
        """
    def delete_job(self, id: str) -> None:
        """Deletes a job; its backups stay. A job that has a copy job cannot be deleted before that is."""
    def iter_log_items(
        self,
        session_id: str,
        *,
        kind: str | None = None,
        ascending: bool | None = None,
    ) -> RowIterator[VeeamLogItem]:
        """The steps asked for, one page at a time, in the server's order.

        :param kind: Only steps that went so. Before v8 by the word in brackets, whose words are not documented
        :param ascending: v8: oldest first, or newest first
        """
    def log_item(self, session_id: str, id: str) -> VeeamLogItem:
        """One step of a job session."""
    def iter_organizations(
        self,
        *,
        extended_view: bool | None = None,
        msid: str | None = None,
        backed_up_organization_id: str | None = None,
    ) -> RowIterator[VeeamOrganization]:
        """The organizations asked for, one page at a time.

        :param extended_view: Whether to tell when data were backed up. Needs the proxy to be online. Unset, v6 does
            and v7 and v8 do not; earlier versions always do, and are not asked
        :param msid: Only the organization with this id at Microsoft; v8
        :param backed_up_organization_id: Only the organization whose data have this id in the backup; v8
        """
    def used_repositories(self, organization_id: str) -> Rows[VeeamUsedRepository]:
        """The repositories with data of an organization."""
    def iter_used_repositories(self, organization_id: str) -> RowIterator[VeeamUsedRepository]:
        """The same, one page at a time."""
    def processed_objects(self, session_id: str) -> Rows[VeeamProcessedObject]:
        """The objects that a job session has processed."""
    def iter_processed_objects(self, session_id: str) -> RowIterator[VeeamProcessedObject]:
        """The same, one page at a time."""
    def iter_repositories(
        self,
        *,
        proxy_id: str | None = None,
        proxy_pool_id: str | None = None,
        organization_id: str | None = None,
        long_term: bool | None = None,
    ) -> RowIterator[VeeamRepository]:
        """The backup repositories asked for, one page at a time.

        Before v6 the server does not filter by proxy: we do, and a repository that does not tell its proxy is left
        out.

        :param proxy_id: Only repositories that this proxy serves
        :param proxy_pool_id: Only repositories that this pool of proxies serves; v8
        :param organization_id: Only repositories of this organization; v8
        :param long_term: Some(true): only archives. Some(false): all, as when unset, by the v8 document. v6
        """
    def restore_session_events(self, id: str) -> Rows[VeeamRestoreSessionEvent]:
        """The events of a restore session."""
    def iter_restore_session_events(self, id: str) -> RowIterator[VeeamRestoreSessionEvent]:
        """The same, one page at a time."""
    def restore_session_statistics(self, id: str) -> VeeamRestoreSessionStatistics:
        """How much a restore session has restored."""
    def restore_sessions(self) -> Rows[VeeamRestoreSession]:
        """All restore sessions."""
    def iter_restore_sessions(
        self,
        *,
        start_time_from: _datetime | str | None = None,
        start_time_to: _datetime | str | None = None,
        end_time_from: _datetime | str | None = None,
        end_time_to: _datetime | str | None = None,
        ascending: bool | None = None,
        order_by: str | None = None,
    ) -> RowIterator[VeeamRestoreSession]:
        """The restore sessions asked for, one page at a time.

        :param start_time_from: Only sessions opened then or later
        :param start_time_to: Only sessions opened then or earlier
        :param end_time_from: Only sessions closed then or later
        :param end_time_to: Only sessions closed then or earlier
        :param ascending: v8: oldest first, or newest first
        :param order_by: v8: ordered by what; when they were opened, if unset
        """
    def restore_session(self, id: str) -> VeeamRestoreSession:
        """One restore session."""
    def stop_restore_session(self, id: str) -> None:
        """Closes a restore session."""
    def service_instance(self) -> VeeamServiceInstance:
        """The installed product. https://helpcenter.veeam.com/docs/vbo365/rest/versioning.html"""
    def health(self) -> VeeamHealth:
        """How the product is. Which HTTP status an unhealthy one answers with is not documented."""
    def iter_job_sessions(
        self,
        *,
        job_id: str | None = None,
        job_type: str | None = None,
        status: str | None = None,
        end_time_lower_bound: _datetime | str | None = None,
        end_time_upper_bound: _datetime | str | None = None,
    ) -> RowIterator[VeeamJobSession]:
        """The job sessions asked for, one page at a time, in the server's order: newest first, as clients see it.

        :param job_id: Only sessions of this job. Whether the id of a copy job works is not documented
        :param job_type: Only sessions of backup jobs, or of copy jobs; v6
        :param status: Only sessions that stand so
        :param end_time_lower_bound: Only sessions that ended then or later. A session that has not ended is left
            out where we filter: up to v5, and in v6 beside job_id
        :param end_time_upper_bound: Only sessions that ended then or earlier. A session that has not ended is left
            out where we filter: up to v6
        """
    def close(self) -> None:
        """Forgets the token; later calls raise ClosedError."""
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...

@final
class VeeamExploreOptions(_Value):
    """What to explore.

    An odd time is no error for the server: before the first backup the session is empty, after the last it shows the
    latest restore point.

    :param datetime: an aware ``datetime``, or a text in UTC: ``yyyy-MM-dd HH:mm:ss.SSS``, ``yyyy.MM.dd hh:mm:ss`` or
        ISO 8601
    :param explorer: "vex", "vesp", "veod" or "vet"
    """

    __match_args__ = ("datetime", "explorer", "show_deleted", "show_all_versions", "repository_id")
    def __new__(
        cls,
        datetime: str | _datetime,
        explorer: str,
        *,
        show_deleted: bool | None = None,
        show_all_versions: bool | None = None,
        repository_id: str | None = None,
    ) -> Self: ...
    @property
    def datetime(self) -> str:
        """The point in time, in UTC, as it is sent."""
    @property
    def explorer(self) -> veeam.ExplorerType:
        """The explorer."""
    @property
    def show_deleted(self) -> bool | None:
        """Whether deleted items are shown. None is not sent."""
    @property
    def show_all_versions(self) -> bool | None:
        """Whether all versions of items are shown. None is not sent."""
    @property
    def repository_id(self) -> str | None:
        """Only the backups in this repository; v8, of an organization. None is not sent."""
    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, bool | str | None]]: ...

@final
class VeeamJob(_Value):
    """A backup job."""

    __match_args__ = (
        "id", "name", "description", "organization_id", "repository_id", "backup_type", "schedule_policy",
        "last_run", "next_run", "last_backup", "is_enabled", "last_status", "is_run", "run_now",
        "selected_items", "excluded_items", "e_tag", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def description(self) -> str | None:
        """Description; "" when empty."""
    @property
    def organization_id(self) -> str | None:
        """Organization it backs up; before v8 told by the organization link."""
    @property
    def repository_id(self) -> str | None:
        """Repository it writes to; v6 (before, the `backupRepository` link)."""
    @property
    def backup_type(self) -> veeam.BackupType | None:
        """What it backs up."""
    @property
    def schedule_policy(self) -> VeeamJobSchedule | None:
        """When it runs by itself."""
    @property
    def last_run(self) -> datetime | None:
        """When the newest run began; none before the first."""
    @property
    def last_run_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def next_run(self) -> datetime | None:
        """When it runs next; none while unscheduled or disabled."""
    @property
    def next_run_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def last_backup(self) -> datetime | None:
        """When it last succeeded; v7."""
    @property
    def last_backup_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def is_enabled(self) -> bool | None:
        """Whether the schedule is on. A disabled job can still be started by hand."""
    @property
    def last_status(self) -> veeam.JobStatus | None:
        """State of the newest run. Right after a start it may still be that of the run before."""
    @property
    def is_run(self) -> bool | None:
        """v2: whether it is running."""
    @property
    def run_now(self) -> bool | None:
        """v6, v7: whether it was to run right after it was created."""
    @property
    def selected_items(self) -> list[VeeamJobItem]:
        """v6, v7: what it backs up, where the answer says so. See Client::selected_items."""
    @property
    def excluded_items(self) -> list[VeeamJobItem]:
        """v6, v7: what it leaves out, where the answer says so. See Client::excluded_items."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object: counts up with every change; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamCopyJob(_Value):
    """A backup copy job; v6 and later."""

    __match_args__ = (
        "id", "name", "backup_job_id", "organization_id", "repository_id", "schedule_policy", "is_enabled",
        "last_run", "next_run", "last_backup", "last_status", "e_tag", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def name(self) -> str | None:
        """Name, made up by the server."""
    @property
    def backup_job_id(self) -> str | None:
        """The backup job it copies."""
    @property
    def organization_id(self) -> str | None:
        """Its organization; before v8 told by the organization link."""
    @property
    def repository_id(self) -> str | None:
        """The repository it copies to."""
    @property
    def schedule_policy(self) -> VeeamCopySchedule | None:
        """When it copies."""
    @property
    def is_enabled(self) -> bool | None:
        """Whether its schedule is on."""
    @property
    def last_run(self) -> datetime | None:
        """When the newest run began."""
    @property
    def last_run_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def next_run(self) -> datetime | None:
        """When it runs next."""
    @property
    def next_run_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def last_backup(self) -> datetime | None:
        """When it last succeeded; v7."""
    @property
    def last_backup_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def last_status(self) -> veeam.JobStatus | None:
        """State of the newest run."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object: counts up with every change; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamRepository(_Value):
    """A backup repository."""

    __match_args__ = (
        "id", "name", "description", "proxy_id", "proxy_pool_id", "organization_id", "path",
        "object_storage_id", "object_storage_cache_path", "object_storage_encryption_enabled",
        "encryption_key_id", "object_storage", "is_long_term", "capacity_bytes", "free_space_bytes",
        "retention_type", "retention_period_type", "daily_retention_period", "monthly_retention_period",
        "yearly_retention_period", "retention_frequency_type", "daily_time", "daily_type", "monthly_time",
        "monthly_daynumber", "monthly_dayofweek", "is_out_of_sync", "is_outdated", "is_indexed",
        "is_migration_locked", "is_out_of_order", "out_of_order_reason", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def description(self) -> str | None:
        """Description."""
    @property
    def proxy_id(self) -> str | None:
        """Backup proxy that serves it."""
    @property
    def proxy_pool_id(self) -> str | None:
        """Pool of proxies that serves it; v8."""
    @property
    def organization_id(self) -> str | None:
        """Organization it belongs to; v8."""
    @property
    def path(self) -> str | None:
        """Path on the proxy."""
    @property
    def object_storage_id(self) -> str | None:
        """Object storage behind it; none for a local one."""
    @property
    def object_storage_cache_path(self) -> str | None:
        """Up to v7: path of the cache of the object storage."""
    @property
    def object_storage_encryption_enabled(self) -> bool | None:
        """Whether the object storage is encrypted."""
    @property
    def encryption_key_id(self) -> str | None:
        """The key it is encrypted with."""
    @property
    def object_storage(self) -> VeeamObjectStorage | None:
        """v8: object storage behind it; none for a local one."""
    @property
    def is_long_term(self) -> bool | None:
        """Whether it is an archive."""
    @property
    def capacity_bytes(self) -> int | None:
        """Bytes in all."""
    @property
    def free_space_bytes(self) -> int | None:
        """Bytes free."""
    @property
    def retention_type(self) -> str | None:
        """"ItemLevel" or "SnapshotBased"."""
    @property
    def retention_period_type(self) -> str | None:
        """Daily, Monthly or Yearly."""
    @property
    def daily_retention_period(self) -> int | None:
        """Days kept."""
    @property
    def monthly_retention_period(self) -> int | None:
        """Months kept."""
    @property
    def yearly_retention_period(self) -> str | None:
        """Year1, Years2 … Years25 or Keep."""
    @property
    def retention_frequency_type(self) -> str | None:
        """When what is too old is removed: Daily or Monthly."""
    @property
    def daily_time(self) -> str | None:
        """HH:mm:ss of a daily removal."""
    @property
    def daily_type(self) -> veeam.DailyType | None:
        """Days of a daily removal."""
    @property
    def monthly_time(self) -> str | None:
        """HH:mm:ss of a monthly removal."""
    @property
    def monthly_daynumber(self) -> str | None:
        """Which of those days of the month: First … Fourth, Last."""
    @property
    def monthly_dayofweek(self) -> str | None:
        """Day of the week of a monthly removal."""
    @property
    def is_out_of_sync(self) -> bool | None:
        """Whether it needs to be synchronized."""
    @property
    def is_outdated(self) -> bool | None:
        """Whether it needs to be upgraded; v8."""
    @property
    def is_indexed(self) -> bool | None:
        """Whether it is indexed; v8."""
    @property
    def is_migration_locked(self) -> bool | None:
        """Whether it is locked while its data are moved; v8."""
    @property
    def is_out_of_order(self) -> bool | None:
        """Whether it cannot be used; v8."""
    @property
    def out_of_order_reason(self) -> str | None:
        """Why not; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamJobSession(_Value):
    """One run of a backup job or copy job."""

    __match_args__ = (
        "id", "job_id", "repository_id", "main_session_id", "details", "creation_time", "end_time",
        "retry_count", "job_will_be_retried", "progress", "job_type", "job_session_config_type", "status",
        "statistics", "proxy_id", "proxy_pool_id", "e_tag", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def details(self) -> str | None:
        """What the vendor says about it; v6."""
    @property
    def creation_time(self) -> datetime | None:
        """When it began."""
    @property
    def creation_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended; none while it runs."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def retry_count(self) -> int | None:
        """0 on the first try; v6."""
    @property
    def job_will_be_retried(self) -> bool | None:
        """Whether the job will be tried again, as a new session; v7."""
    @property
    def progress(self) -> int | None:
        """Objects processed so far: a count, not a percentage."""
    @property
    def job_type(self) -> veeam.SessionJobType | None:
        """Of a backup job or of a copy job; v7."""
    @property
    def job_session_config_type(self) -> str | None:
        """Full or Incremental; v8."""
    @property
    def status(self) -> veeam.JobStatus | None:
        """State."""
    @property
    def statistics(self) -> VeeamStatistics | None:
        """Rates and amounts."""
    @property
    def proxy_id(self) -> str | None:
        """Backup proxy; v8."""
    @property
    def proxy_pool_id(self) -> str | None:
        """Pool of backup proxies; v8."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object: counts up with every change; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name; `job` leads to the job."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""
    @property
    def job_id(self) -> str | None:
        """The id of its job, from the `job` link."""
    @property
    def repository_id(self) -> str | None:
        """Repository it writes to; v7."""
    @property
    def main_session_id(self) -> str | None:
        """The first try, of which this session is a retry; v7."""

@final
class VeeamLogItem(_Value):
    """One step of a job session."""

    __match_args__ = ("id", "usn", "kind", "message", "title", "creation_time", "end_time", "links", "extra")
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def usn(self) -> int | None:
        """Counts up within the server."""
    @property
    def kind(self) -> veeam.LogItemType | None:
        """v8: how it went."""
    @property
    def message(self) -> str | None:
        """v8: the sentence."""
    @property
    def title(self) -> str | None:
        """The sentence, with the severity in brackets before it: "[Success] ..."."""
    @property
    def creation_time(self) -> datetime | None:
        """When the step began."""
    @property
    def creation_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    @property
    def severity(self) -> str | None:
        """The word in brackets at the beginning of the title."""
    @property
    def sentence(self) -> str:
        """The title without the word in brackets."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamStatistics(_Value):
    """Rates and amounts of a session. v2 writes texts like "832.4 KB/s (52 items/s)", later versions numbers."""

    __match_args__ = (
        "processing_rate_bytes", "processing_rate_items", "read_rate_bytes", "write_rate_bytes",
        "transferred_data_bytes", "processed_objects", "processing_rate", "read_rate", "write_rate",
        "transferred_data", "bottleneck", "extra",
    )
    @property
    def processing_rate_bytes(self) -> int | None:
        """Bytes a second processed."""
    @property
    def processing_rate_items(self) -> int | None:
        """Items a second processed."""
    @property
    def read_rate_bytes(self) -> int | None:
        """Bytes a second read."""
    @property
    def write_rate_bytes(self) -> int | None:
        """Bytes a second written."""
    @property
    def transferred_data_bytes(self) -> int | None:
        """Bytes transferred."""
    @property
    def processed_objects(self) -> int | None:
        """Objects processed."""
    @property
    def processing_rate(self) -> str | None:
        """v2: the processing rate in words."""
    @property
    def read_rate(self) -> str | None:
        """v2: the read rate in words."""
    @property
    def write_rate(self) -> str | None:
        """v2: the write rate in words."""
    @property
    def transferred_data(self) -> str | None:
        """v2: the amount transferred in words."""
    @property
    def bottleneck(self) -> str | None:
        """What slows it down: "NA", "Detecting", "Source", "Target"."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamOrganization(_Value):
    """An organization."""

    __match_args__ = (
        "id", "name", "office_name", "description", "kind", "region", "is_exchange_online",
        "is_share_point_online", "is_teams_online", "is_teams_chats_online", "is_exchange", "is_sharepoint",
        "msid", "backed_up_organization_id", "is_backedup", "first_backuptime", "last_backuptime", "links",
        "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def office_name(self) -> str | None:
        """Name at Microsoft."""
    @property
    def description(self) -> str | None:
        """Description; v7."""
    @property
    def kind(self) -> str | None:
        """"Office365", "OnPremises" or "Hybrid"."""
    @property
    def region(self) -> str | None:
        """Region of the cloud."""
    @property
    def is_exchange_online(self) -> bool | None:
        """Whether Exchange Online is covered."""
    @property
    def is_share_point_online(self) -> bool | None:
        """Whether SharePoint Online is covered."""
    @property
    def is_teams_online(self) -> bool | None:
        """Whether Teams is covered; v5 and later."""
    @property
    def is_teams_chats_online(self) -> bool | None:
        """Whether chats of Teams are covered; v6."""
    @property
    def is_exchange(self) -> bool | None:
        """Whether Exchange on premises is covered."""
    @property
    def is_sharepoint(self) -> bool | None:
        """Whether SharePoint on premises is covered."""
    @property
    def msid(self) -> str | None:
        """Id at Microsoft; v8."""
    @property
    def backed_up_organization_id(self) -> str | None:
        """Id of its data in the backup; v8."""
    @property
    def is_backedup(self) -> bool | None:
        """Whether anything was ever backed up."""
    @property
    def first_backuptime(self) -> datetime | None:
        """When its data was first backed up. (The odd spelling is the vendor's.)"""
    @property
    def first_backuptime_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def last_backuptime(self) -> datetime | None:
        """When its data was last backed up."""
    @property
    def last_backuptime_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamRestoreSession(_Value):
    """A restore session."""

    __match_args__ = (
        "id", "name", "organization", "explorer", "creation_time", "end_time", "state", "result",
        "initiated_by", "details", "scope_name", "client_host", "reason", "e_tag", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def name(self) -> str | None:
        """Name, made up by the server."""
    @property
    def organization(self) -> str | None:
        """Organization whose data it shows."""
    @property
    def explorer(self) -> veeam.ExplorerType | None:
        """The explorer."""
    @property
    def creation_time(self) -> datetime | None:
        """When it was opened."""
    @property
    def creation_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it was closed."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def state(self) -> str | None:
        """"Working" or "Stopped"; before v6 also "Starting", "Stopping"."""
    @property
    def result(self) -> str | None:
        """"Success", "Warning", "Failed"; present while it is open, too."""
    @property
    def initiated_by(self) -> str | None:
        """Account that opened it."""
    @property
    def details(self) -> str | None:
        """What the vendor says about it."""
    @property
    def scope_name(self) -> str | None:
        """What it covers."""
    @property
    def client_host(self) -> str | None:
        """Host it was opened from."""
    @property
    def reason(self) -> str | None:
        """Why it ended."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object: counts up with every change; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links, by name."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamBackupWindow(_Value):
    """The hours of the week in which a job may run: 168 flags from Sunday 00:00 on."""

    __match_args__ = ("backup_window", "minute_offset", "extra")
    @property
    def backup_window(self) -> list[bool]:
        """One flag an hour; True: allowed. A server's answer may have any length, a request must have 168."""
    @property
    def minute_offset(self) -> int | None:
        """Minutes from UTC. Which sign means east is not documented; read plainly, +60 is UTC+1."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def __new__(
        cls, backup_window: Sequence[bool], minute_offset: int = 0, *, extra: Mapping[str, Any] | None = None
    ) -> Self: ...
    @staticmethod
    def always() -> VeeamBackupWindow:
        """Every hour of the week."""

@final
class VeeamJobSchedule(_Value):
    """The schedule of a backup job."""

    __match_args__ = (
        "kind", "schedule_enabled", "daily_type", "daily_time", "periodically_every",
        "periodically_offset_minutes", "periodically_window_enabled", "periodically_window_settings",
        "backup_window_enabled", "backup_window_settings", "retry_enabled", "retry_number",
        "retry_wait_interval", "extra",
    )
    def __new__(
        cls,
        kind: str | None = None,
        *,
        schedule_enabled: bool | None = None,
        daily_type: str | None = None,
        daily_time: str | None = None,
        periodically_every: str | None = None,
        periodically_offset_minutes: int | None = None,
        periodically_window_enabled: bool | None = None,
        periodically_window_settings: VeeamBackupWindow | None = None,
        backup_window_enabled: bool | None = None,
        backup_window_settings: VeeamBackupWindow | None = None,
        retry_enabled: bool | None = None,
        retry_number: int | None = None,
        retry_wait_interval: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @staticmethod
    def manual() -> VeeamJobSchedule:
        """Runs only by hand."""
    @staticmethod
    def daily(days: str, time: str) -> VeeamJobSchedule:
        """Runs once a day. ``time`` is HH:mm:ss."""
    @staticmethod
    def periodically(every: str) -> VeeamJobSchedule:
        """Runs every so often."""
    def within(self, window: VeeamBackupWindow) -> VeeamJobSchedule:
        """The same schedule, bound to a window: a run outside is ended."""
    def retried(self, times: int, wait_minutes: int) -> VeeamJobSchedule:
        """The same schedule, with a failed run tried again so many times, with so many minutes between."""
    @property
    def kind(self) -> veeam.JobScheduleType | None:
        """Type."""
    @property
    def schedule_enabled(self) -> bool | None:
        """Whether the schedule is on."""
    @property
    def daily_type(self) -> veeam.DailyType | None:
        """Days of a daily schedule."""
    @property
    def daily_time(self) -> str | None:
        """HH:mm:ss of a daily schedule."""
    @property
    def periodically_every(self) -> veeam.PeriodicallyEvery | None:
        """Interval of a periodic schedule."""
    @property
    def periodically_offset_minutes(self) -> int | None:
        """Minutes past the hour, 0–59, for intervals of hours; v6."""
    @property
    def periodically_window_enabled(self) -> bool | None:
        """Whether a periodic job runs only in certain hours; v7."""
    @property
    def periodically_window_settings(self) -> VeeamBackupWindow | None:
        """Hours in which a periodic job may run; v6."""
    @property
    def backup_window_enabled(self) -> bool | None:
        """Whether a run outside the window is ended."""
    @property
    def backup_window_settings(self) -> VeeamBackupWindow | None:
        """That window."""
    @property
    def retry_enabled(self) -> bool | None:
        """Whether a failed run is tried again."""
    @property
    def retry_number(self) -> int | None:
        """How often."""
    @property
    def retry_wait_interval(self) -> int | None:
        """Minutes between."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamCopySchedule(_Value):
    """The schedule of a copy job. What is None is not sent."""

    __match_args__ = (
        "kind", "daily_type", "daily_time", "periodically_every", "backup_copy_window_enabled",
        "backup_copy_window_settings", "extra",
    )
    @property
    def kind(self) -> veeam.CopyScheduleType | None:
        """Type."""
    @property
    def daily_type(self) -> veeam.DailyType | None:
        """Days of a daily schedule."""
    @property
    def daily_time(self) -> str | None:
        """HH:mm:ss of a daily schedule."""
    @property
    def periodically_every(self) -> veeam.PeriodicallyEvery | None:
        """Interval of a periodic schedule."""
    @property
    def backup_copy_window_enabled(self) -> bool | None:
        """Whether copying is bound to a window."""
    @property
    def backup_copy_window_settings(self) -> VeeamBackupWindow | None:
        """That window."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def __new__(
        cls,
        kind: str | None = None,
        *,
        daily_type: str | None = None,
        daily_time: str | None = None,
        periodically_every: str | None = None,
        backup_copy_window_enabled: bool | None = None,
        backup_copy_window_settings: VeeamBackupWindow | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @staticmethod
    def immediate() -> VeeamCopySchedule:
        """Copies right after each new restore point."""
    @staticmethod
    def daily(days: str, time: str) -> VeeamCopySchedule:
        """Copies once a day. ``time`` is ``HH:mm:ss``."""
    @staticmethod
    def periodically(every: str) -> VeeamCopySchedule:
        """Copies every so often."""
    def within(self, window: VeeamBackupWindow) -> VeeamCopySchedule:
        """The same schedule, bound to a window."""

# Teradata VantageCloud

@final
class VeeamUser(_Value):
    """A user of an item. In a request the id is enough (inferred: no member is required).

    :param id: Id within the product
    :param display_name: Name as shown
    :param name: Mail address
    :param kind: User, Shared or Public
    :param location_type: OnPremises, Cloud or Hybrid
    :param on_premises_sid: Id on premises; v7
    :param office: Office in the place of business; v7
    :param msid: Id at Microsoft; v8
    :param data_location: Where the data are kept; v8
    :param e_tag: Version of the object; v8
    """

    __match_args__ = (
        "id", "display_name", "name", "kind", "location_type", "on_premises_sid", "office", "msid",
        "data_location", "e_tag", "links", "extra",
    )
    def __new__(
        cls,
        id: str,
        *,
        display_name: str | None = None,
        name: str | None = None,
        kind: str | None = None,
        location_type: str | None = None,
        on_premises_sid: str | None = None,
        office: str | None = None,
        msid: str | None = None,
        data_location: str | None = None,
        e_tag: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def id(self) -> str | None:
        """Id within the product."""
    @property
    def display_name(self) -> str | None:
        """Name as shown."""
    @property
    def name(self) -> str | None:
        """Mail address."""
    @property
    def kind(self) -> str | None:
        """User, Shared or Public."""
    @property
    def location_type(self) -> str | None:
        """OnPremises, Cloud or Hybrid."""
    @property
    def on_premises_sid(self) -> str | None:
        """Id on premises; v7."""
    @property
    def office(self) -> str | None:
        """Office in the place of business; v7."""
    @property
    def msid(self) -> str | None:
        """Id at Microsoft; v8."""
    @property
    def data_location(self) -> str | None:
        """Where the data are kept; v8."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know, and assignedLicenses."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamGroup(_Value):
    """A group of an item. In a request the id is enough (inferred: no member is required).

    :param id: Id within the product
    :param display_name: Name as shown
    :param name: Name
    :param managed_by: User who manages it
    :param site: Its site
    :param kind: Office365, Security, Distribution or DynamicDistribution
    :param location_type: OnPremises, Cloud or Hybrid
    :param on_premises_sid: Id on premises; v7
    :param msid: Id at Microsoft; v8
    :param data_location: Where the data are kept; v8
    :param e_tag: Version of the object; v8
    """

    __match_args__ = (
        "id", "display_name", "name", "managed_by", "site", "kind", "location_type", "on_premises_sid", "msid",
        "data_location", "e_tag", "links", "extra",
    )
    def __new__(
        cls,
        id: str,
        *,
        display_name: str | None = None,
        name: str | None = None,
        managed_by: str | None = None,
        site: str | None = None,
        kind: str | None = None,
        location_type: str | None = None,
        on_premises_sid: str | None = None,
        msid: str | None = None,
        data_location: str | None = None,
        e_tag: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def id(self) -> str | None:
        """Id within the product."""
    @property
    def display_name(self) -> str | None:
        """Name as shown."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def managed_by(self) -> str | None:
        """User who manages it."""
    @property
    def site(self) -> str | None:
        """Its site."""
    @property
    def kind(self) -> str | None:
        """Office365, Security, Distribution or DynamicDistribution."""
    @property
    def location_type(self) -> str | None:
        """OnPremises, Cloud or Hybrid."""
    @property
    def on_premises_sid(self) -> str | None:
        """Id on premises; v7."""
    @property
    def msid(self) -> str | None:
        """Id at Microsoft; v8."""
    @property
    def data_location(self) -> str | None:
        """Where the data are kept; v8."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamJobSite(_Value):
    """A site of an item. A request needs the five members of JobSite::new, by the OpenAPI documents.

    :param id: Id within the product
    :param url: Address
    :param title: Title
    :param is_cloud: Whether it lies in the cloud
    :param is_personal: Whether it is a personal one
    :param name: Name
    :param parent_url: Address of the object above it
    :param site_collection_error: What went wrong with its site collections
    :param e_tag: Version of the object; v8
    """

    __match_args__ = (
        "id", "url", "title", "is_cloud", "is_personal", "name", "parent_url", "site_collection_error", "e_tag",
        "links", "extra",
    )
    def __new__(
        cls,
        id: str,
        url: str,
        title: str,
        is_cloud: bool,
        is_personal: bool,
        *,
        name: str | None = None,
        parent_url: str | None = None,
        site_collection_error: str | None = None,
        e_tag: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def id(self) -> str | None:
        """Id within the product."""
    @property
    def url(self) -> str | None:
        """Address."""
    @property
    def title(self) -> str | None:
        """Title."""
    @property
    def is_cloud(self) -> bool | None:
        """Whether it lies in the cloud."""
    @property
    def is_personal(self) -> bool | None:
        """Whether it is a personal one."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def parent_url(self) -> str | None:
        """Address of the object above it."""
    @property
    def site_collection_error(self) -> str | None:
        """What went wrong with its site collections."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamTeam(_Value):
    """A team of an item. A request needs the three members of Team::new, by the OpenAPI documents.

    :param id: UUID
    :param display_name: Name as shown
    :param mail: Mail address
    :param description: Description
    :param msid: Id at Microsoft; v8
    :param data_location: Where the data are kept; v8
    :param e_tag: Version of the object; v8
    """

    __match_args__ = ("id", "display_name", "mail", "description", "msid", "data_location", "e_tag", "links", "extra")
    def __new__(
        cls,
        id: str,
        display_name: str,
        mail: str,
        *,
        description: str | None = None,
        msid: str | None = None,
        data_location: str | None = None,
        e_tag: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def id(self) -> str | None:
        """UUID."""
    @property
    def display_name(self) -> str | None:
        """Name as shown."""
    @property
    def mail(self) -> str | None:
        """Mail address."""
    @property
    def description(self) -> str | None:
        """Description."""
    @property
    def msid(self) -> str | None:
        """Id at Microsoft; v8."""
    @property
    def data_location(self) -> str | None:
        """Where the data are kept; v8."""
    @property
    def e_tag(self) -> int | None:
        """Version of the object; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamJobItem(_Value):
    """One item of a job. Unset members are not sent.

    :param kind: What it is
    :param id: Id of the item within the job: made up by the server from the type and the object
    :param mailbox: Mail, of a user, a group or the organization
    :param one_drive: OneDrive, of a user or the organization
    :param archive_mailbox: Archive mail, of a user or the organization
    :param sites: Sites, of the organization
    :param teams: Teams, of the organization
    :param teams_chats: Chats, of the organization or, from v7 on, of a team
    :param chats: Chats of a team, in v6
    :param personal_site: The personal site of a user
    :param members: The members of a group
    :param member_mailbox: Mail of the members of a group
    :param member_archive_mailbox: Archive mail of the members of a group
    :param member_onedrive: OneDrive of the members of a group
    :param member_site: Personal sites of the members of a group
    :param group_site: The site of a group
    :param folders: Names of OneDrive folders
    :param user: The user
    :param group: The group
    :param site: The site
    :param team: The team
    """

    __match_args__ = (
        "kind", "id", "mailbox", "one_drive", "archive_mailbox", "sites", "teams", "teams_chats", "chats",
        "personal_site", "members", "member_mailbox", "member_archive_mailbox", "member_onedrive",
        "member_site", "group_site", "folders", "user", "group", "site", "team", "links", "extra",
    )
    def __new__(
        cls,
        kind: str,
        *,
        id: str | None = None,
        mailbox: bool | None = None,
        one_drive: bool | None = None,
        archive_mailbox: bool | None = None,
        sites: bool | None = None,
        teams: bool | None = None,
        teams_chats: bool | None = None,
        chats: bool | None = None,
        personal_site: bool | None = None,
        members: bool | None = None,
        member_mailbox: bool | None = None,
        member_archive_mailbox: bool | None = None,
        member_onedrive: bool | None = None,
        member_site: bool | None = None,
        group_site: bool | None = None,
        folders: Sequence[str] | None = None,
        user: VeeamUser | None = None,
        group: VeeamGroup | None = None,
        site: VeeamJobSite | None = None,
        team: VeeamTeam | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def kind(self) -> veeam.JobItemType | None:
        """What it is."""
    @property
    def id(self) -> str | None:
        """Id of the item within the job: made up by the server from the type and the object."""
    @property
    def mailbox(self) -> bool | None:
        """Mail, of a user, a group or the organization."""
    @property
    def one_drive(self) -> bool | None:
        """OneDrive, of a user or the organization."""
    @property
    def archive_mailbox(self) -> bool | None:
        """Archive mail, of a user or the organization."""
    @property
    def sites(self) -> bool | None:
        """Sites, of the organization."""
    @property
    def teams(self) -> bool | None:
        """Teams, of the organization."""
    @property
    def teams_chats(self) -> bool | None:
        """Chats, of the organization or, from v7 on, of a team."""
    @property
    def chats(self) -> bool | None:
        """Chats of a team, in v6."""
    @property
    def personal_site(self) -> bool | None:
        """The personal site of a user."""
    @property
    def members(self) -> bool | None:
        """The members of a group."""
    @property
    def member_mailbox(self) -> bool | None:
        """Mail of the members of a group."""
    @property
    def member_archive_mailbox(self) -> bool | None:
        """Archive mail of the members of a group."""
    @property
    def member_onedrive(self) -> bool | None:
        """OneDrive of the members of a group."""
    @property
    def member_site(self) -> bool | None:
        """Personal sites of the members of a group."""
    @property
    def group_site(self) -> bool | None:
        """The site of a group."""
    @property
    def folders(self) -> list[str]:
        """Names of OneDrive folders."""
    @property
    def user(self) -> VeeamUser | None:
        """The user."""
    @property
    def group(self) -> VeeamGroup | None:
        """The group."""
    @property
    def site(self) -> VeeamJobSite | None:
        """The site."""
    @property
    def team(self) -> VeeamTeam | None:
        """The team."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamObjectStorage(_Value):
    """The object storage behind a repository, v8."""

    __match_args__ = (
        "id", "kind", "account_id", "size_limit_enabled", "size_limit_gb", "used_space_bytes",
        "free_space_bytes", "enable_immutability", "enable_immutability_governance_mode",
        "immutability_period_days", "use_archiver_appliance", "s3_folder", "azure_folder", "links", "extra",
    )
    @property
    def id(self) -> str | None:
        """UUID."""
    @property
    def kind(self) -> str | None:
        """AzureBlob, AzureBlobArchive, AmazonS3, AmazonS3Compatible, AmazonS3Glacier, WasabiCloud or IBMCloud."""
    @property
    def account_id(self) -> str | None:
        """Account it is reached with."""
    @property
    def size_limit_enabled(self) -> bool | None:
        """Whether its size is limited."""
    @property
    def size_limit_gb(self) -> int | None:
        """The limit, in GB."""
    @property
    def used_space_bytes(self) -> int | None:
        """Bytes used."""
    @property
    def free_space_bytes(self) -> int | None:
        """Bytes free."""
    @property
    def enable_immutability(self) -> bool | None:
        """Whether backups cannot be changed for a time."""
    @property
    def enable_immutability_governance_mode(self) -> bool | None:
        """Whether some accounts can change them all the same."""
    @property
    def immutability_period_days(self) -> int | None:
        """That time, in days."""
    @property
    def use_archiver_appliance(self) -> bool | None:
        """Whether an archiver appliance is used."""
    @property
    def s3_folder(self) -> str | None:
        """Amazon and compatible: folder."""
    @property
    def azure_folder(self) -> str | None:
        """Azure: folder."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know, and what only one kind of storage has: bucket, container, appliance."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamUsedRepository(_Value):
    """A repository with data of an organization."""

    __match_args__ = (
        "repository_id", "used_space_bytes", "local_cache_used_space_bytes", "object_storage_used_space_bytes",
        "is_available", "details", "protected_objects_count", "links", "extra",
    )
    @property
    def repository_id(self) -> str | None:
        """The repository; before v8 told by the backupRepository link."""
    @property
    def used_space_bytes(self) -> int | None:
        """Bytes used."""
    @property
    def local_cache_used_space_bytes(self) -> int | None:
        """Bytes of the local cache."""
    @property
    def object_storage_used_space_bytes(self) -> int | None:
        """Bytes in object storage."""
    @property
    def is_available(self) -> bool | None:
        """Whether it can be reached."""
    @property
    def details(self) -> str | None:
        """What the vendor says about it."""
    @property
    def protected_objects_count(self) -> int | None:
        """Objects protected; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamProcessedObject(_Value):
    """One object of a job session."""

    __match_args__ = ("id", "kind", "status", "links", "extra")
    @property
    def id(self) -> str:
        """Id of the object."""
    @property
    def kind(self) -> str | None:
        """Group, User, Site or Team."""
    @property
    def status(self) -> str | None:
        """Success, Warning or Failed."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamRestoreSessionEvent(_Value):
    """One event of a restore session."""

    __match_args__ = (
        "id", "kind", "status", "start_time", "end_time", "duration", "title", "message", "order", "item_name",
        "item_type", "item_size_bytes", "source", "target", "organization_id", "backed_up_organization_id",
        "user_id", "group_id", "site_id", "team_id", "links", "extra",
    )
    @property
    def id(self) -> str:
        """UUID."""
    @property
    def kind(self) -> str | None:
        """None, Save, Export, Send, Restore or View."""
    @property
    def status(self) -> str | None:
        """Running, Success, Warning, Failed, Cancelled or Skipped."""
    @property
    def start_time(self) -> datetime | None:
        """When it began."""
    @property
    def start_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def duration(self) -> str | None:
        """How long it took: hh:mm:ss.fffffff."""
    @property
    def title(self) -> str | None:
        """Title."""
    @property
    def message(self) -> str | None:
        """The sentence."""
    @property
    def order(self) -> int | None:
        """Its place among the events."""
    @property
    def item_name(self) -> str | None:
        """Name of the item."""
    @property
    def item_type(self) -> str | None:
        """Type of the item."""
    @property
    def item_size_bytes(self) -> int | None:
        """Bytes of the item."""
    @property
    def source(self) -> str | None:
        """Where it came from."""
    @property
    def target(self) -> str | None:
        """Where it went."""
    @property
    def organization_id(self) -> str | None:
        """Organization; v8."""
    @property
    def backed_up_organization_id(self) -> str | None:
        """Organization by its id in the backup; v8."""
    @property
    def user_id(self) -> str | None:
        """User; v8."""
    @property
    def group_id(self) -> str | None:
        """Group; v8."""
    @property
    def site_id(self) -> str | None:
        """Site; v8."""
    @property
    def team_id(self) -> str | None:
        """Team; v8."""
    @property
    def links(self) -> dict[str, Any]:
        """Links."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    def link_href(self, name: str) -> str | None:
        """The target of the link of that name."""
    def link_id(self, name: str) -> str | None:
        """The id of what the link of that name leads to."""

@final
class VeeamRestoreSessionStatistics(_Value):
    """How much a restore session has restored."""

    __match_args__ = (
        "total_items_count", "restored_items_count", "failed_items_count", "skipped_items_count", "warnings",
        "errors", "items", "extra",
    )
    @property
    def total_items_count(self) -> int | None:
        """Items in the backup."""
    @property
    def restored_items_count(self) -> int | None:
        """Items restored."""
    @property
    def failed_items_count(self) -> int | None:
        """Items that could not be restored."""
    @property
    def skipped_items_count(self) -> int | None:
        """Items left out."""
    @property
    def warnings(self) -> list[str]:
        """Warnings."""
    @property
    def errors(self) -> list[str]:
        """Errors."""
    @property
    def items(self) -> list[VeeamRestoredItem]:
        """The items, where the server tells them one by one."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamRestoredItem(_Value):
    """One item of a restore."""

    __match_args__ = (
        "id", "kind", "item_type", "status", "name", "title", "path", "error", "warnings", "mailbox_email",
        "mailbox_is_archive", "mailbox_is_public", "created_mailbox_items_count", "merged_mailbox_items_count",
        "failed_mailbox_items_count", "skipped_mailbox_items_count", "cannot_continue_mailbox_error",
        "one_drive_web_id", "one_drive_site_id", "one_drive_url", "child_items", "extra",
    )
    @property
    def id(self) -> str | None:
        """Id."""
    @property
    def kind(self) -> str | None:
        """Item, BulkMailbox or BulkOneDrive."""
    @property
    def item_type(self) -> str | None:
        """What was restored, like ExchangeMailbox or TeamsPost."""
    @property
    def status(self) -> str | None:
        """Success, Warning, Failed or Skipped."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def title(self) -> str | None:
        """Title."""
    @property
    def path(self) -> str | None:
        """Where it lies."""
    @property
    def error(self) -> str | None:
        """What went wrong."""
    @property
    def warnings(self) -> list[str]:
        """Warnings."""
    @property
    def mailbox_email(self) -> str | None:
        """Mailbox: its address."""
    @property
    def mailbox_is_archive(self) -> bool | None:
        """Mailbox: whether it is an archive."""
    @property
    def mailbox_is_public(self) -> bool | None:
        """Mailbox: whether it is a public one."""
    @property
    def created_mailbox_items_count(self) -> int | None:
        """Mailbox: items created."""
    @property
    def merged_mailbox_items_count(self) -> int | None:
        """Mailbox: items merged."""
    @property
    def failed_mailbox_items_count(self) -> int | None:
        """Mailbox: items that could not be restored."""
    @property
    def skipped_mailbox_items_count(self) -> int | None:
        """Mailbox: items left out."""
    @property
    def cannot_continue_mailbox_error(self) -> str | None:
        """Mailbox: why it could not go on."""
    @property
    def one_drive_web_id(self) -> str | None:
        """OneDrive: id of its web."""
    @property
    def one_drive_site_id(self) -> str | None:
        """OneDrive: id of its site."""
    @property
    def one_drive_url(self) -> str | None:
        """OneDrive: its address."""
    @property
    def child_items(self) -> list[VeeamRestoredItem]:
        """OneDrive: what is in it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamServiceInstance(_Value):
    """The installed product."""

    __match_args__ = ("installation_id", "version", "extra")
    @property
    def installation_id(self) -> str | None:
        """UUID."""
    @property
    def version(self) -> str | None:
        """Version of the product, like 8.1.0.305."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamHealth(_Value):
    """How the product is."""

    __match_args__ = ("status", "entries", "extra")
    @property
    def status(self) -> str | None:
        """Healthy or Unhealthy."""
    @property
    def entries(self) -> list[VeeamHealthEntry]:
        """Its parts. On the wire they are the members of an object, here a list."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VeeamHealthEntry(_Value):
    """How a part of the product is."""

    __match_args__ = ("name", "status", "description", "extra")
    @property
    def name(self) -> str:
        """Name of the part, like nats."""
    @property
    def status(self) -> str | None:
        """Healthy or Unhealthy."""
    @property
    def description(self) -> str | None:
        """What the vendor says about it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataClient:
    """A client of one site, or of one Lake account.

    May be used from any number of threads at once, and as a context manager that closes it.

    :param url: ``https://<api-path>``, with a path prefix if there is one
    :param site_id: the site, on VantageCloud Enterprise; no documented call lists sites
    :param account_id: the account, on VantageCloud Lake, where ``url`` is that of the console; give one of the two
    :param token: the bearer token (str or Secret), a callable that returns one, or a TokenCommand, ClientCredentials, LakeJwt or Basic.
        The callable is asked at the first call, and again
        when the server refuses the token, by one thread at a time. It must not use this very client. What it raises is
        the cause of the exception that comes out
    :param allow_unverified: on Lake, only reading jobs is documented; True sends as well what is guessed by symmetry
    :param ca_file: trust only the authorities in this PEM file, instead of the system's store
    :param ca_pem: the same as text
    :param pin: trust exactly the certificate with this SHA-256, whoever signed it: for self-signed servers
    :param known_hosts: trust the certificates that this file remembers for the host; see ``backupjobs.trust``
    :param insecure: trust anybody; whoever can answer for the host name gets the credentials
    :param proxy: ``http://proxy:3128``, or ``""`` for none (default: what HTTPS_PROXY and NO_PROXY say)
    :param connect_timeout: longest time to open a connection (default 10 s)
    :param request_timeout: longest time for one request (default 60 s); not the time a wait may take
    :param retries: how often a read is tried again (default 3), or a RetryPolicy
    :param max_body: largest answer in bytes (default 64 MiB); a larger one raises ProtocolError
    :param retry_budget: retries in all (default 20) before requests must make them good: one for ten requests, or 10 s
    :param max_concurrency: requests under way at a time (default 16); others wait their turn
    :param log: a callable that takes a LogEvent, or a ``logging.Logger``; see ``LogEvent``
    """

    def __new__(
        cls,
        url: str,
        *,
        site_id: str | None = None,
        account_id: str | None = None,
        token: str
        | Secret
        | Callable[[], str | Secret]
        | TeradataTokenCommand
        | TeradataClientCredentials
        | TeradataLakeJwt
        | TeradataBasic,
        allow_unverified: bool = False,
        ca_file: str | PathLike[str] | None = None,
        ca_pem: str | bytes | None = None,
        pin: str | None = None,
        known_hosts: str | PathLike[str] | None = None,
        insecure: bool = False,
        proxy: str | None = None,
        connect_timeout: _Duration | None = None,
        request_timeout: _Duration | None = None,
        retries: int | RetryPolicy | None = None,
        max_body: int | None = None,
        retry_budget: int | None = None,
        max_concurrency: int | None = None,
        log: _Log | None = None,
    ) -> Self: ...
    @property
    def dialect(self) -> teradata.Dialect:
        """What it speaks: "enterprise" or "lake"."""
    @property
    def site_id(self) -> str:
        """The site; "" on Lake."""
    @property
    def account_id(self) -> str:
        """The Lake account; "" on Enterprise."""
    @property
    def url(self) -> str:
        """Scheme, host and port."""
    def with_cancel(self, cancel: CancelToken) -> TeradataClient:
        """The same client whose calls end early when ``cancel`` is cancelled."""
    def _with_cancel_too(self, cancel: CancelToken) -> TeradataClient:
        """The same client whose calls end early when ``cancel`` is cancelled, or what cancels this one."""
    def server(self) -> Server:
        """This site in the common model."""
    def login(self) -> None:
        """Asks the token source now. Whether the server accepts the token shows at the first call."""
    def jobs(
        self,
        *,
        is_active: bool | None = None,
        job_type: str | None = None,
        page: int | None = None,
        page_size: int = 0,
    ) -> Rows[TeradataJob]:
        """The jobs of the site.

        :param is_active: True: only active ones. None: all (inferred)
        :param job_type: only "BACKUP" or only "RESTORE". None: both (inferred)
        :param page: only this page, from 1. None: all pages, in as many requests as it takes
        :param page_size: rows a page; 0: the server's default with ``page``
        """
    def iter_jobs(
        self,
        *,
        is_active: bool | None = None,
        job_type: str | None = None,
        page: int | None = None,
        page_size: int = 0,
    ) -> RowIterator[TeradataJob]:
        """The same, one page at a time."""
    def job(self, job_id: str) -> TeradataJob:
        """One job, with its settings."""
    def execute(self, job_id: str, *, run_type: str | None = None) -> str:
        """Executes a backup job and returns the id of the execution.

        :param run_type: "FULL" or "DELTA". None: as the job is set up (inferred)
        :raises OutcomeUnknownError: the server accepted but did not name the execution
        """
    def site_executions(self) -> Rows[TeradataExecution]:
        """All executions of the site, in the server's order."""
    def job_executions(self, job_id: str) -> Rows[TeradataExecution]:
        """All executions of a job, in the server's order."""
    def iter_site_executions(self) -> RowIterator[TeradataExecution]:
        """All executions of the site, one page at a time if the server pages."""
    def iter_job_executions(self, job_id: str) -> RowIterator[TeradataExecution]:
        """All executions of a job, one page at a time if the server pages."""
    def prepare_objects(self, job_id: str, execution_id: str) -> str:
        """Starts preparing the objects of a backup, and returns the id of the preparation. Enterprise only."""
    def objects_preparation(self) -> TeradataObjectsPreparation:
        """How far the preparation of objects is. Enterprise only."""
    def backup_objects(self, job_id: str, execution_id: str) -> Rows[TeradataBackupObject]:
        """The objects in a backup, which must be prepared first. Enterprise only."""
    def iter_backup_objects(self, job_id: str, execution_id: str) -> RowIterator[TeradataBackupObject]:
        """The same, one page at a time if the server pages."""
    def create_restore(
        self,
        job_id: str,
        execution_id: str,
        *,
        name: str,
        target_site: str,
        objects: Sequence[TeradataObjectSelection | TeradataBackupObject],
        username: str,
        password: str | Secret,
        continue_job_on_access_right_violation: bool = False,
        run_as_a_copy_job: bool = False,
        skip_statstics: bool = False,
        skip_join_or_hash_indexes: bool = False,
    ) -> str | None:
        """Creates a restore out of a backup, and starts it; sent once. Enterprise only.

        Returns the id of the restore; None when the server did not name it: then it is among ``execution_restores``.

        :param name: a name for the restore
        :param target_site: the site of the backup itself, or another one
        :param objects: what to restore; an object of the backup stands for all of it, under its own name
        :param username: the database user that restores
        :param continue_job_on_access_right_violation: whether to go on after a violation of access rights
        :param run_as_a_copy_job: whether to copy instead of restoring (inferred)
        :param skip_statstics: whether statistics are left out; spelt so by the vendor
        :param skip_join_or_hash_indexes: whether join and hash indexes are left out
        """
    def restore(self, job_id: str, execution_id: str, restore_id: str) -> TeradataExecution:
        """One restore. Enterprise only."""
    def site_restores(self) -> Rows[TeradataExecution]:
        """All restores of the site, in the server's order. Enterprise only."""
    def iter_site_restores(self) -> RowIterator[TeradataExecution]:
        """The same, one page at a time if the server pages."""
    def execution_restores(self, job_id: str, execution_id: str) -> Rows[TeradataExecution]:
        """All restores of a backup. Enterprise only."""
    def iter_execution_restores(self, job_id: str, execution_id: str) -> RowIterator[TeradataExecution]:
        """The same, one page at a time if the server pages."""
    def restore_permissions(
        self, *, username: str | None = None, password: str | Secret | None = None, members: Mapping[str, Any] | None = None
    ) -> TeradataRestorePermissions:
        """Whether a user may restore. Enterprise only; nothing of the bodies is documented.

        :param username: the database user; with ``password``
        :param members: the members of the body
        """
    def databases(self) -> Rows[TeradataDatabase]:
        """The databases of the site. Enterprise only."""
    def iter_databases(self) -> RowIterator[TeradataDatabase]:
        """The same, one page at a time if the server pages."""
    def close(self) -> None:
        """Forgets the token; later calls raise ClosedError."""
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...

@final
class TeradataJob(_Value):
    """A job. Lists leave out `job_settings`."""

    __match_args__ = (
        "job_id", "site_id", "name", "description", "job_type", "backup_type", "backup_mechanism", "is_active",
        "is_auto_abort_active", "auto_abort_in_minutes", "priority", "no_of_retention_copies", "next_run_time",
        "site_target_type", "target_site_details", "last_execution_details", "job_settings", "extra",
    )
    @property
    def job_id(self) -> str:
        """A whole number."""
    @property
    def site_id(self) -> str | None:
        """Site."""
    @property
    def name(self) -> str | None:
        """Name."""
    @property
    def description(self) -> str | None:
        """Description."""
    @property
    def job_type(self) -> teradata.JobType | None:
        """What it does."""
    @property
    def backup_type(self) -> teradata.RunType | None:
        """How much it takes when nothing else is asked for."""
    @property
    def backup_mechanism(self) -> str | None:
        """Engine; "DSA" is the only word documented."""
    @property
    def is_active(self) -> bool | None:
        """Whether its schedule is on."""
    @property
    def is_auto_abort_active(self) -> bool | None:
        """Whether a run is aborted after `auto_abort_in_minutes`."""
    @property
    def auto_abort_in_minutes(self) -> int | None:
        """Minutes; 0 when off."""
    @property
    def priority(self) -> int | None:
        """Priority; which end is high is not documented."""
    @property
    def no_of_retention_copies(self) -> int | None:
        """Backups kept."""
    @property
    def next_run_time(self) -> datetime | None:
        """When it runs next."""
    @property
    def next_run_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def site_target_type(self) -> str | None:
        """Cloud of the target; "AWS" is the only word documented."""
    @property
    def target_site_details(self) -> TeradataTargetSite | None:
        """Where copies go."""
    @property
    def last_execution_details(self) -> TeradataLastExecution | None:
        """The newest run."""
    @property
    def job_settings(self) -> TeradataJobSettings | None:
        """What is backed up and how; only when one job is asked for."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataTargetSite(_Value):
    """Where copies of a job's backups go."""

    __match_args__ = ("target_site_id", "target_retention_copies_count", "target_retention_source", "extra")
    @property
    def target_site_id(self) -> str | None:
        """Site."""
    @property
    def target_retention_copies_count(self) -> int | None:
        """Copies kept there."""
    @property
    def target_retention_source(self) -> str | None:
        """Where that number comes from; words not documented."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataLastExecution(_Value):
    """The newest run of a job."""

    __match_args__ = (
        "status", "start_time", "end_time", "backup_set_size", "backup_job_id", "backup_job_execution_id",
        "restore_execution_id", "extra",
    )
    @property
    def status(self) -> str | None:
        """State."""
    @property
    def start_time(self) -> datetime | None:
        """When it began."""
    @property
    def start_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def backup_set_size(self) -> int | None:
        """Bytes (inferred)."""
    @property
    def backup_job_id(self) -> str | None:
        """Backup job."""
    @property
    def backup_job_execution_id(self) -> str | None:
        """Execution of that backup job."""
    @property
    def restore_execution_id(self) -> str | None:
        """Execution of a restore."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataJobSettings(_Value):
    """What a job backs up, and how."""

    __match_args__ = (
        "online", "objects", "continue_job_on_access_right_violation", "run_as_a_copy_job",
        "restore_to_a_different_database_on_target_site", "skip_statstics", "retained_copy", "extra",
    )
    @property
    def online(self) -> bool | None:
        """Whether the objects stay writable meanwhile (inferred)."""
    @property
    def objects(self) -> list[TeradataObjectSelection]:
        """What is backed up."""
    @property
    def continue_job_on_access_right_violation(self) -> bool | None:
        """For restores."""
    @property
    def run_as_a_copy_job(self) -> bool | None:
        """For restores."""
    @property
    def restore_to_a_different_database_on_target_site(self) -> str | None:
        """For restores: a database name, despite its own name."""
    @property
    def skip_statstics(self) -> bool | None:
        """Spelt so by the vendor."""
    @property
    def retained_copy(self) -> str | None:
        """Copy retained."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataObjectSelection(_Value):
    """One object that a job backs up, or one to restore.

    :param object_name: name
    :param object_type: its type
    :param parent_name: the object above it
    :param parent_type: and its type
    :param include_all: whether everything below it is taken
    :param rename_to: new name, for restores
    :param exclude_objects: what is left out
    :param extra: further members, sent as they are
    """

    __match_args__ = (
        "object_name", "object_type", "parent_name", "parent_type", "include_all", "rename_to",
        "exclude_objects", "extra",
    )
    def __new__(
        cls,
        object_name: str,
        object_type: str = "DATABASE",
        *,
        parent_name: str | None = None,
        parent_type: str | None = None,
        include_all: bool = True,
        rename_to: str | None = None,
        exclude_objects: Sequence[TeradataExcludedObject] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def object_name(self) -> str | None:
        """Name."""
    @property
    def object_type(self) -> str | None:
        """"DATABASE" is the only word documented."""
    @property
    def parent_name(self) -> str | None:
        """Parent."""
    @property
    def parent_type(self) -> str | None:
        """Type of the parent."""
    @property
    def include_all(self) -> bool | None:
        """Whether everything below it is taken."""
    @property
    def rename_to(self) -> str | None:
        """New name, for restores."""
    @property
    def exclude_objects(self) -> list[TeradataExcludedObject]:
        """What is left out."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataExcludedObject(_Value):
    """One object that is left out."""

    __match_args__ = ("object_name", "object_type", "extra")
    def __new__(cls, object_name: str, object_type: str = "TABLE") -> Self: ...
    @property
    def object_name(self) -> str | None:
        """Name."""
    @property
    def object_type(self) -> str | None:
        """Type."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataExecution(_Value):
    """One run of a backup or restore job."""

    __match_args__ = (
        "site_id", "target_site", "job_id", "job_name", "backup_mechanism", "job_type", "execution_id",
        "execution_name", "start_time", "end_time", "backup_set_size", "server_execution_id",
        "parent_execution_id", "status", "saveset_replication_status", "is_saveset_retained",
        "is_saveset_deleted", "saveset_id", "run_type", "site_type", "status_detail", "extra",
    )
    @property
    def site_id(self) -> str | None:
        """Site."""
    @property
    def target_site(self) -> str | None:
        """Site copied to."""
    @property
    def job_id(self) -> str | None:
        """Job."""
    @property
    def job_name(self) -> str | None:
        """Name of the job."""
    @property
    def backup_mechanism(self) -> str | None:
        """Engine; "DSA" is the only word documented."""
    @property
    def job_type(self) -> teradata.JobType | None:
        """What it does; lists mix both kinds."""
    @property
    def execution_id(self) -> str:
        """The id that Client.execute returns."""
    @property
    def execution_name(self) -> str | None:
        """Name."""
    @property
    def start_time(self) -> datetime | None:
        """When it began."""
    @property
    def start_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def backup_set_size(self) -> int | None:
        """Bytes (inferred)."""
    @property
    def server_execution_id(self) -> str | None:
        """Id in the engine."""
    @property
    def parent_execution_id(self) -> str | None:
        """Execution it builds on."""
    @property
    def status(self) -> str | None:
        """State."""
    @property
    def saveset_replication_status(self) -> str | None:
        """State of copying it to the target site; "FAILED" is the only word documented."""
    @property
    def is_saveset_retained(self) -> bool | None:
        """Whether the backup is kept."""
    @property
    def is_saveset_deleted(self) -> bool | None:
        """Whether the backup is gone."""
    @property
    def saveset_id(self) -> int | None:
        """The backup."""
    @property
    def run_type(self) -> teradata.RunType | None:
        """How much it took."""
    @property
    def site_type(self) -> str | None:
        """Words not documented."""
    @property
    def status_detail(self) -> str | None:
        """What the vendor says about it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    @property
    def phase(self) -> Phase:
        """Where it stands: "queued", "running", "finished", or "unknown" for a word that this version does not know."""
    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it is not known to be over."""

@final
class TeradataObjectsPreparation(_Value):
    """How far the preparation of objects is. Which one is told when there are several is not documented: the call takes only the site."""

    __match_args__ = ("status", "details", "extra")
    @property
    def status(self) -> str | None:
        """State; no word is documented."""
    @property
    def details(self) -> str | None:
        """What the vendor says about it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""
    @property
    def phase(self) -> Phase:
        """Where it stands: "queued", "running", "finished", or "unknown" for a word that this version does not know."""
    @property
    def outcome(self) -> Outcome | None:
        """How it ended; None while it is not known to be over."""

@final
class TeradataBackupObject(_Value):
    """One object in a backup."""

    __match_args__ = ("object_name", "object_type", "parent_name", "parent_type", "byte_count", "extra")
    @property
    def object_name(self) -> str | None:
        """Name."""
    @property
    def object_type(self) -> str | None:
        """DATABASE is the only word documented."""
    @property
    def parent_name(self) -> str | None:
        """Parent."""
    @property
    def parent_type(self) -> str | None:
        """Type of the parent."""
    @property
    def byte_count(self) -> int | None:
        """Bytes."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class TeradataDatabase(_Value):
    """A database. The vendor does not document the rows of this list: a name is taken for the name (inferred), also when a row is nothing but a text; everything else is in extra."""

    __match_args__ = ("name", "extra")
    @property
    def name(self) -> str | None:
        """Name (inferred)."""
    @property
    def extra(self) -> dict[str, Any]:
        """All other members."""

@final
class TeradataRestorePermissions(_Value):
    """The answer. Its members are not documented: permitted and details are guesses, all others are in extra. An answer that is no object is there, too, as value."""

    __match_args__ = ("permitted", "details", "extra")
    @property
    def permitted(self) -> bool | None:
        """Whether the restore would be allowed (inferred). None: look into extra, and do not take it for a yes."""
    @property
    def details(self) -> str | None:
        """What the vendor says about it (inferred)."""
    @property
    def extra(self) -> dict[str, Any]:
        """All other members."""

@final
class TeradataTokenCommand:
    """A program that prints the bearer token.

    It is run without a shell and without input, when the first token is needed and when the server refuses the last.
    Neither what it prints nor its arguments are ever shown.

    :param argv: the program, looked up in ``PATH``, and its arguments
    :param timeout: longest time it may take; then it is killed
    """

    def __new__(cls, argv: Sequence[str], *, timeout: _Duration = 30) -> Self: ...

@final
class TeradataClientCredentials:
    """An OAuth 2.0 token endpoint, asked with the client credentials grant. Not documented for BaaS.

    :param token_url: the whole URL; its certificate is checked in the same way as that of the API
    :param scope: scope to ask for; None is not sent
    """

    def __new__(cls, token_url: str, client_id: str, client_secret: str | Secret, *, scope: str | None = None) -> Self: ...

@final
class TeradataLakeJwt:
    """A token for VantageCloud Lake, signed here (RS256) out of a personal access token, and signed anew in time.

    :param personal_access_token: made in the console by a database user
    :param private_key: PEM text, PKCS#8 or PKCS#1, not encrypted
    :param key_name: name of the key in the console
    :param username: the database user
    :param organization: from the home page of the console
    :param organization_claim: the claim that names it: "org_key" or "org_id"
    :param lifetime: how long each token is good for
    """

    def __new__(
        cls,
        personal_access_token: str | Secret,
        private_key: str | Secret,
        *,
        key_name: str,
        username: str,
        organization: str,
        organization_claim: str = "org_key",
        lifetime: _Duration = 3600,
    ) -> Self: ...

@final
class TeradataBasic:
    """User and password in every request. Not documented for BaaS."""

    def __new__(cls, username: str, password: str | Secret) -> Self: ...

# VMware vCenter appliance

VCENTER_APPLIANCE_BACKUP: Final[str]
"""The id of the one job an appliance has in the common model."""

@final
class VcenterClient:
    """A client of one appliance. Logs in at the first call.

    May be used from any number of threads at once, and as a context manager that closes it.

    :param url: ``https://vcenter.example``
    :param username: single-sign-on user such as ``administrator@vsphere.local``
    :param dialect: "rest" (6.5 and later) or "api" (7.0 U2 and later). None: found at the first call, and remembered
    :param login: "session", or "basic" for user and password with every request. None: basic on port 5480
    :param ca_file: trust only the authorities in this PEM file, instead of the system's store
    :param ca_pem: the same as text
    :param pin: trust exactly the certificate with this SHA-256, whoever signed it: for self-signed servers
    :param known_hosts: trust the certificates that this file remembers for the host; see ``backupjobs.trust``
    :param insecure: trust anybody; whoever can answer for the host name gets the credentials
    :param proxy: ``http://proxy:3128``, or ``""`` for none (default: what HTTPS_PROXY and NO_PROXY say)
    :param connect_timeout: longest time to open a connection (default 10 s)
    :param request_timeout: longest time for one request (default 60 s); not the time a wait may take
    :param retries: how often a read is tried again (default 3), or a RetryPolicy
    :param max_body: largest answer in bytes (default 64 MiB); a larger one raises ProtocolError
    :param retry_budget: retries in all (default 20) before requests must make them good: one for ten requests, or 10 s
    :param max_concurrency: requests under way at a time (default 16); others wait their turn
    :param log: a callable that takes a LogEvent, or a ``logging.Logger``; see ``LogEvent``
    """

    def __new__(
        cls,
        url: str,
        *,
        username: str,
        password: str | Secret,
        dialect: str | None = None,
        login: str | None = None,
        ca_file: str | PathLike[str] | None = None,
        ca_pem: str | bytes | None = None,
        pin: str | None = None,
        known_hosts: str | PathLike[str] | None = None,
        insecure: bool = False,
        proxy: str | None = None,
        connect_timeout: _Duration | None = None,
        request_timeout: _Duration | None = None,
        retries: int | RetryPolicy | None = None,
        max_body: int | None = None,
        retry_budget: int | None = None,
        max_concurrency: int | None = None,
        log: _Log | None = None,
    ) -> Self: ...
    @property
    def dialect(self) -> vcenter.Dialect | None:
        """The dialect it speaks, "rest" or "api": the one given, or the one found; None before the first call."""
    @property
    def url(self) -> str:
        """Scheme, host and port."""
    def with_cancel(self, cancel: CancelToken) -> VcenterClient:
        """The same client whose calls end early when ``cancel`` is cancelled."""
    def _with_cancel_too(self, cancel: CancelToken) -> VcenterClient:
        """The same client whose calls end early when ``cancel`` is cancelled, or what cancels this one."""
    def server(self, request: VcenterBackupRequest | None = None) -> Server:
        """This appliance in the common model. It has one job, ``APPLIANCE_BACKUP``; starting it sends ``request``.

        Without a request the job can be watched and stopped, but not started.
        """
    def login(self) -> None:
        """Creates the session now, to find out early whether the credentials are good."""
    def session(self) -> VcenterSessionInfo:
        """What the server knows of our session."""
    def create_backup_job(self, request: VcenterBackupRequest) -> VcenterBackupJobStatus:
        """Starts a backup. The answer is its status; an appliance runs one backup or restore at a time.

        :raises InvalidArgumentError: before any request when the backup password breaks the policy
        :raises AlreadyRunningError: another one runs, whoever started it
        """
    def backup_jobs(self) -> list[str]:
        """The ids of all backups the appliance remembers, newest first (seen in clients)."""
    def backup_job(self, id: str) -> VcenterBackupJobStatus:
        """The status of one backup."""
    def cancel_backup_job(self, id: str) -> VcenterReturnResult:
        """Cancels a backup."""
    def system_names(self, at: VcenterLocation) -> list[str]:
        """The appliances that have backups at a place: names of directories such as sn_vcenter.example."""
    def archives(
        self,
        system_name: str,
        at: VcenterLocation,
        *,
        start_timestamp: _datetime | str | None = None,
        end_timestamp: _datetime | str | None = None,
        comment_substring: str | None = None,
        max_results: int | None = None,
    ) -> Rows[VcenterArchiveSummary]:
        """The archives of one appliance at a place.

        :param start_timestamp: Only backups made then or later
        :param end_timestamp: Only backups made then or earlier
        :param comment_substring: Only backups whose comment holds this text
        :param max_results: Only so many of the newest. Unset: 128, by the documentation
        """
    def archive(self, system_name: str, archive: str, at: VcenterLocation) -> VcenterArchiveInfo:
        """One archive of an appliance at a place."""
    def backup_details(self, *, ids: Sequence[str] | None = None) -> Rows[VcenterBackupDetails]:
        """Details of these backups, or of all when ids is empty; newest first. 6.7 and later."""
    def validate_backup(self, request: VcenterBackupRequest) -> VcenterReturnResult:
        """Looks whether a backup could work, without starting it: the destination, its credentials, the space.

        What it says is in the answer; an answer alone is no good news.
        """
    def parts(self) -> Rows[VcenterPart]:
        """The parts of this appliance."""
    def part_size(self, id: str) -> int:
        """The size of a part in MB."""
    def validate_restore(
        self,
        location_type: str,
        location: str,
        *,
        parts: Sequence[str] | None = None,
        backup_password: str | Secret | None = None,
        location_user: str | None = None,
        location_password: str | Secret | None = None,
        sso_admin_user_name: str | None = None,
        sso_admin_user_password: str | Secret | None = None,
    ) -> VcenterRestoreMetadata:
        """Reads a backup's description and compares it with this appliance; restores nothing.

        :param location_type: How the appliance reaches the backup
        :param location: Path or URL of the archive itself, not of the place that holds all of them (seen in
            clients)
        :param parts: Only these parts, which must be standalone ones; 8.0 U3 and later. Not sent when empty
        :param backup_password: The password that the backup was encrypted with. No policy holds here: it is what it
            was
        :param location_user: User there. Unset: no authentication
        :param location_password: Password there
        :param sso_admin_user_name: Single-sign-on administrator; 6.7 and later
        :param sso_admin_user_password: Its password
        """
    def recovery_supported(self) -> bool:
        """Whether this appliance can be backed up and restored at all. 6.7 and later."""
    def schedules(self) -> Rows[VcenterSchedule]:
        """All schedules."""
    def schedule(self, id: str) -> VcenterSchedule:
        """One schedule."""
    def create_schedule(
        self,
        id: str,
        location: str,
        *,
        parts: Sequence[str] | None = None,
        backup_password: str | Secret | None = None,
        location_user: str | None = None,
        location_password: str | Secret | None = None,
        enable: bool | None = None,
        recurrence_info: VcenterRecurrenceInfo | None = None,
        retention_info: VcenterRetentionInfo | None = None,
        fast_backup: bool | None = None,
    ) -> None:
        """Makes a schedule of that name.

        It is on, unless the specification says otherwise.

        :param location: URL of the destination; its scheme tells the type
        :param parts: Optional parts to include, such as seat; not sent when empty
        :param backup_password: Encrypts the backups; policy as for BackupRequest. Unset: not encrypted
        :param location_user: User at the destination. Unset: no authentication there
        :param location_password: Password at the destination
        :param enable: Whether it is on. Unset: on
        :param recurrence_info: When it runs
        :param retention_info: How many backups it keeps. Unset: all
        :param fast_backup: Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member).
            Unset: the slow way
        """
    def update_schedule(
        self,
        id: str,
        *,
        parts: Sequence[str] | None = None,
        backup_password: str | Secret | None = None,
        location: str | None = None,
        location_user: str | None = None,
        location_password: str | Secret | None = None,
        enable: bool | None = None,
        recurrence_info: VcenterRecurrenceInfo | None = None,
        retention_info: VcenterRetentionInfo | None = None,
        fast_backup: bool | None = None,
    ) -> None:
        """Changes what is set in update, and leaves the rest.

        :param parts: Optional parts to include; empty: none of them
        :param backup_password: Encrypts the backups; policy as for BackupRequest
        :param location: URL of the destination; its scheme tells the type
        :param location_user: User at the destination
        :param location_password: Password at the destination
        :param enable: Whether it is on
        :param recurrence_info: When it runs
        :param retention_info: How many backups it keeps. (There is no word for "all again": make the schedule
            anew.)
        :param fast_backup: Backs the database up the fast way; 8.0 U3 and later (older ones refuse the member)
        """
    def delete_schedule(self, id: str) -> None:
        """Deletes a schedule. Its backups stay."""
    def run_schedule(self, id: str, *, comment: str | None = None) -> VcenterBackupJobStatus:
        """Starts a backup as the schedule would, now. The answer is its status."""
    def close(self) -> None:
        """Deletes the session on the server; later calls raise ClosedError. A running backup goes on."""
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...

@final
class VcenterBackupRequest:
    """What to back up, and where to. What is None is not sent. The passwords cannot be read back.

    :param location_type: "FTP", "FTPS", "HTTP", "HTTPS", "SCP", "SFTP", "NFS" or "SMB"
    :param location: path or URL of the destination
    :param parts: optional parts to include, such as "seat"
    :param backup_password: encrypts the backup: 8 to 20 visible ASCII characters with upper case, lower case, digit and
        special character
    """

    def __new__(
        cls,
        location_type: str,
        location: str,
        *,
        parts: Sequence[str] = (),
        backup_password: str | Secret | None = None,
        location_user: str | None = None,
        location_password: str | Secret | None = None,
        comment: str | None = None,
        fast_backup: bool | None = None,
    ) -> Self: ...
    @property
    def location_type(self) -> vcenter.LocationType:
        """How the appliance reaches the destination."""
    @property
    def location(self) -> str:
        """Path or URL of the destination."""
    @property
    def parts(self) -> list[str]:
        """Optional parts to include."""
    @property
    def location_user(self) -> str | None:
        """User at the destination."""
    @property
    def comment(self) -> str | None:
        """A comment kept with the backup."""
    @property
    def fast_backup(self) -> bool | None:
        """Whether the database is backed up the fast way; 7.0 U2 and later."""

@final
class VcenterSessionInfo(_Value):
    """What the server knows of our session."""

    __match_args__ = ("user", "created_time", "last_accessed_time", "extra")
    @property
    def user(self) -> str | None:
        """User."""
    @property
    def created_time(self) -> datetime | None:
        """When it was made."""
    @property
    def created_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def last_accessed_time(self) -> datetime | None:
        """When it was last used."""
    @property
    def last_accessed_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterLocalizableMessage(_Value):
    """A message in English, with its id and arguments."""

    __match_args__ = ("id", "default_message", "args", "params", "localized", "extra")
    @property
    def id(self) -> str | None:
        """Id in the message bundle."""
    @property
    def default_message(self) -> str | None:
        """English text."""
    @property
    def args(self) -> list[str]:
        """Arguments."""
    @property
    def params(self) -> dict[str, Any]:
        """Arguments by name, as the vendor wrote them; only in the messages of details and errors, 7.0 and later."""
    @property
    def localized(self) -> str | None:
        """The text in the language of the request; 7.0 and later."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterBackupJobStatus(_Value):
    """Status of a backup."""

    __match_args__ = ("id", "state", "messages", "progress", "start_time", "end_time", "extra")
    @property
    def id(self) -> str:
        """YYYYMMDD-hhmmss-<build>."""
    @property
    def state(self) -> vcenter.ProcessState | None:
        """State."""
    @property
    def messages(self) -> list[VcenterLocalizableMessage]:
        """Messages; while it works they tell the step."""
    @property
    def progress(self) -> int | None:
        """Per cent. 100 may come before "SUCCEEDED", and says nothing about success."""
    @property
    def start_time(self) -> datetime | None:
        """When it began."""
    @property
    def start_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended; none until then."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterReturnResult(_Value):
    """Answer to a cancel."""

    __match_args__ = ("status", "messages", "extra")
    @property
    def status(self) -> vcenter.ReturnStatus | None:
        """Result."""
    @property
    def messages(self) -> list[VcenterLocalizableMessage]:
        """Messages."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterLocation:
    """Where backups lie, and who may read them there. The password cannot be read back.

    :param location: URL such as ``sftp://backup.example.net/vcsa``
    :param location_user: user there; None: no authentication
    :param location_password: password there
    """

    def __new__(
        cls, location: str, *, location_user: str | None = None, location_password: str | Secret | None = None
    ) -> Self: ...
    @property
    def location(self) -> str:
        """URL such as ``sftp://backup.example.net/vcsa``."""
    @property
    def location_user(self) -> str | None:
        """User there."""

@final
class VcenterArchiveSummary(_Value):
    """An archive in a list."""

    __match_args__ = ("archive", "timestamp", "version", "comment", "extra")
    @property
    def archive(self) -> str:
        """Its name, M_<version>_<YYYYMMDD-hhmmss>_<comment in base32>; S_… when a schedule made it (seen in clients)."""
    @property
    def timestamp(self) -> datetime | None:
        """When the backup began."""
    @property
    def timestamp_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def version(self) -> str | None:
        """Version of the appliance."""
    @property
    def comment(self) -> str | None:
        """Comment."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterArchiveInfo(_Value):
    """An archive."""

    __match_args__ = ("timestamp", "location", "parts", "version", "system_name", "comment", "extra")
    @property
    def timestamp(self) -> datetime | None:
        """When the backup was completed."""
    @property
    def timestamp_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def location(self) -> str | None:
        """URL of the archive."""
    @property
    def parts(self) -> list[str]:
        """Parts in it."""
    @property
    def version(self) -> str | None:
        """Version of the appliance."""
    @property
    def system_name(self) -> str | None:
        """Name of the appliance's directory."""
    @property
    def comment(self) -> str | None:
        """Comment."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterBackupDetails(_Value):
    """Details of a backup."""

    __match_args__ = (
        "id", "location", "location_user", "kind", "status", "messages", "progress", "duration", "size",
        "start_time", "end_time", "build", "fast_backup", "error", "cancelable", "description", "service",
        "operation", "parent", "target", "user", "extra",
    )
    @property
    def id(self) -> str:
        """YYYYMMDD-hhmmss-<build>; in the answer it is the key."""
    @property
    def location(self) -> str | None:
        """URL of the destination."""
    @property
    def location_user(self) -> str | None:
        """User there."""
    @property
    def kind(self) -> vcenter.BackupType | None:
        """What made it."""
    @property
    def status(self) -> vcenter.TaskStatus | None:
        """State."""
    @property
    def messages(self) -> list[VcenterLocalizableMessage]:
        """Messages."""
    @property
    def progress(self) -> VcenterTaskProgress | None:
        """How far it is; none while it waits."""
    @property
    def duration(self) -> int | None:
        """Seconds it has taken so far, or in all."""
    @property
    def size(self) -> int | None:
        """Bytes transferred (seen in clients)."""
    @property
    def start_time(self) -> datetime | None:
        """When it began."""
    @property
    def start_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def end_time(self) -> datetime | None:
        """When it ended; none until then."""
    @property
    def end_time_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def build(self) -> VcenterBuildInfo | None:
        """Version of the appliance then; 6.7 U2 and later."""
    @property
    def fast_backup(self) -> bool | None:
        """Whether the database was backed up the fast way; 8.0 U3 and later."""
    @property
    def error(self) -> VcenterTaskError | None:
        """Why it failed."""
    @property
    def cancelable(self) -> bool | None:
        """Whether it can be cancelled now."""
    @property
    def description(self) -> VcenterLocalizableMessage | None:
        """What is being done."""
    @property
    def service(self) -> str | None:
        """Id of the vendor's service."""
    @property
    def operation(self) -> str | None:
        """Id of its operation."""
    @property
    def parent(self) -> str | None:
        """Task that this one is a part of."""
    @property
    def target(self) -> VcenterDynamicId | None:
        """What it works on."""
    @property
    def user(self) -> str | None:
        """Who asked for it."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterTaskProgress(_Value):
    """How far a backup is. Says nothing about success."""

    __match_args__ = ("total", "completed", "message", "extra")
    @property
    def total(self) -> int | None:
        """All there is to do."""
    @property
    def completed(self) -> int | None:
        """What is done; never shrinks."""
    @property
    def message(self) -> VcenterLocalizableMessage | None:
        """The step."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterBuildInfo(_Value):
    """Version of an appliance."""

    __match_args__ = ("version_name", "version", "build_number", "extra")
    @property
    def version_name(self) -> str | None:
        """Such as 6.8.2 GA."""
    @property
    def version(self) -> str | None:
        """Such as 6.8.2.10000."""
    @property
    def build_number(self) -> str | None:
        """Build number."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterDynamicId(_Value):
    """A resource of any type."""

    __match_args__ = ("kind", "id", "extra")
    @property
    def kind(self) -> str | None:
        """Type."""
    @property
    def id(self) -> str | None:
        """Id."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterTaskError(_Value):
    """Why a backup failed: an error of any of the vendor's types."""

    __match_args__ = ("error_type", "messages", "extra")
    @property
    def error_type(self) -> str | None:
        """The error's name, such as INTERNAL_SERVER_ERROR."""
    @property
    def messages(self) -> list[VcenterLocalizableMessage]:
        """What it says; the first message is about what was done, the following ones are its causes."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterPart(_Value):
    """A part of the appliance."""

    __match_args__ = ("id", "name", "description", "selected_by_default", "optional", "standalone", "extra")
    @property
    def id(self) -> str:
        """Such as common (always backed up) or seat (statistics, events and tasks)."""
    @property
    def name(self) -> VcenterLocalizableMessage | None:
        """Name."""
    @property
    def description(self) -> VcenterLocalizableMessage | None:
        """Description."""
    @property
    def selected_by_default(self) -> bool | None:
        """Whether the vendor's own console proposes it."""
    @property
    def optional(self) -> bool | None:
        """Whether it may be left out."""
    @property
    def standalone(self) -> bool | None:
        """Whether it can be restored by itself (inferred from its use in restores); 8.0 U3 and later."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterRecurrenceInfo(_Value):
    """When a schedule runs. The clock is the appliance's (which zone it means is not documented).

    :param hour: Hour, 0–23. A request must have it
    :param minute: Minute, 0–59. A request must have it
    :param days: Days. None of them: every day
    """

    __match_args__ = ("minute", "hour", "days", "extra")
    def __new__(
        cls,
        hour: int,
        minute: int,
        *,
        days: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def minute(self) -> int | None:
        """Minute, 0–59. A request must have it."""
    @property
    def hour(self) -> int | None:
        """Hour, 0–23. A request must have it."""
    @property
    def days(self) -> list[vcenter.DayOfWeek]:
        """Days. None of them: every day."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterRetentionInfo(_Value):
    """How many backups a schedule keeps.

    :param max_count: Backups kept. A request must have it, and at least 1
    """

    __match_args__ = ("max_count", "extra")
    def __new__(
        cls,
        max_count: int,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> Self: ...
    @property
    def max_count(self) -> int | None:
        """Backups kept. A request must have it, and at least 1."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterRestoreMetadata(_Value):
    """What a backup is, and whether it fits this appliance (Metadata in the vendor's words)."""

    __match_args__ = (
        "timestamp", "parts", "version", "boxname", "sso_login_required", "comment", "applicable", "messages",
        "extra",
    )
    @property
    def timestamp(self) -> datetime | None:
        """When the backup was completed."""
    @property
    def timestamp_raw(self) -> str | None:
        """The same time as the server wrote it."""
    @property
    def parts(self) -> list[str]:
        """Parts in it."""
    @property
    def version(self) -> str | None:
        """Version of the appliance that was backed up."""
    @property
    def boxname(self) -> str | None:
        """Its name in the network."""
    @property
    def sso_login_required(self) -> bool | None:
        """Whether the single-sign-on administrator must be given; 6.7 and later."""
    @property
    def comment(self) -> str | None:
        """Comment."""
    @property
    def applicable(self) -> bool | None:
        """Whether it fits: deployment type, network and version. Nothing but true is a yes."""
    @property
    def messages(self) -> list[VcenterLocalizableMessage]:
        """Why it does not fit."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

@final
class VcenterSchedule(_Value):
    """A schedule. Its passwords are never told."""

    __match_args__ = (
        "id", "parts", "location", "location_user", "enable", "recurrence_info", "retention_info",
        "fast_backup", "extra",
    )
    @property
    def id(self) -> str:
        """Its name, such as default; in a list it is the key, of a single one it is what was asked for."""
    @property
    def parts(self) -> list[str]:
        """Optional parts that it includes."""
    @property
    def location(self) -> str | None:
        """URL of the destination."""
    @property
    def location_user(self) -> str | None:
        """User there."""
    @property
    def enable(self) -> bool | None:
        """Whether it is on."""
    @property
    def recurrence_info(self) -> VcenterRecurrenceInfo | None:
        """When it runs."""
    @property
    def retention_info(self) -> VcenterRetentionInfo | None:
        """How many backups it keeps; none: all."""
    @property
    def fast_backup(self) -> bool | None:
        """Whether the database is backed up the fast way; 8.0 U3 and later."""
    @property
    def extra(self) -> dict[str, Any]:
        """Members this version does not know."""

def vcenter_detect(
    url: str,
    *,
    ca_file: str | PathLike[str] | None = None,
    ca_pem: str | bytes | None = None,
    pin: str | None = None,
    known_hosts: str | PathLike[str] | None = None,
    insecure: bool = False,
    proxy: str | None = None,
    connect_timeout: _Duration | None = None,
    request_timeout: _Duration | None = None,
    retries: int | RetryPolicy | None = None,
    max_body: int | None = None,
    retry_budget: int | None = None,
    max_concurrency: int | None = None,
    log: _Log | None = None,
) -> vcenter.Dialect:
    """Asks an appliance which dialect to speak with it, without credentials: the newer one, if it serves both."""

def veeam_detect(
    url: str,
    *,
    ca_file: str | PathLike[str] | None = None,
    ca_pem: str | bytes | None = None,
    pin: str | None = None,
    known_hosts: str | PathLike[str] | None = None,
    insecure: bool = False,
    proxy: str | None = None,
    connect_timeout: _Duration | None = None,
    request_timeout: _Duration | None = None,
    retries: int | RetryPolicy | None = None,
    max_body: int | None = None,
    retry_budget: int | None = None,
    max_concurrency: int | None = None,
    log: _Log | None = None,
) -> list[veeam.Dialect]:
    """Which versions of the API the server at that URL serves, oldest first, without credentials."""
