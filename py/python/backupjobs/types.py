"""The words of the common model, and what every enumeration of words is made of.

A word is a ``str`` and a member of its class: ``run.phase is Phase.FINISHED`` and ``run.phase == "finished"`` say the
same, and ``match`` takes both. Members read as their words wherever text is expected: in ``print``, f-strings, JSON.

What a call takes is annotated with ``PhaseName`` and its like: a member or its word. They exist for type checkers only,
so import them below ``if TYPE_CHECKING:``.
"""

from __future__ import annotations

from enum import Enum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, Union

    from typing_extensions import Self

__all__ = [
    "IfRunning",
    "Level",
    "LogLevel",
    "OpenWord",
    "Origin",
    "Outcome",
    "Phase",
    "Stage",
    "System",
    "Verb",
    "Word",
]


class Word(str, Enum):
    """A word of a fixed set. Any other word is a ``ValueError``."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, spec: str, /) -> str:
        return str.__format__(self, spec)


class OpenWord(Word):
    """A word of a vendor. Servers may use words that this version does not know: ``JobStatus("Splendid")`` keeps the
    word, is equal to no member, and has the name ``"OTHER"``. Known words are found whatever their case, as the vendors
    do.
    """

    @property
    def is_known(self) -> bool:
        """True when this version knows the word. What is not known is never a success."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        folded = value.strip().lower()
        for member in cls:
            if member._value_.lower() == folded:
                return member
        # Not kept in the class: a server could fill the memory with words.
        other = str.__new__(cls, value)
        other._name_ = "OTHER"
        other._value_ = value
        return other


class System(Word):
    """The three systems."""

    VEEAM = "veeam"
    """Veeam Backup for Microsoft 365."""
    TERADATA = "teradata"
    """Teradata VantageCloud BaaS."""
    VCENTER = "vcenter"
    """VMware vCenter appliance."""


class Phase(Word):
    """Where a run stands."""

    UNKNOWN = "unknown"
    """The vendor's word is one nobody here knows, and nothing says the run is over. Never taken for an end."""
    QUEUED = "queued"
    """Accepted, not yet working."""
    RUNNING = "running"
    """Working."""
    FINISHED = "finished"
    """Over; look at the outcome."""


class Outcome(Word):
    """How a finished run ended."""

    UNKNOWN = "unknown"
    """The run is over but the vendor's word is one nobody here knows. Never success."""
    SUCCESS = "success"
    """Everything was backed up."""
    WARNING = "warning"
    """A backup exists, with something to look at."""
    FAILED = "failed"
    """No usable backup."""
    STOPPED = "stopped"
    """Stopped by somebody before the end."""


class Origin(Word):
    """Whose run ``Server.start`` returned."""

    OURS = "ours"
    """It began because of our request."""
    ADOPTED = "adopted"
    """It ran already, or somebody else started it."""
    INDISTINGUISHABLE = "indistinguishable"
    """It began after our request was prepared, but nothing tells whether our request began it."""
    SKIPPED = "skipped"
    """Nothing was started, as asked for by ``IfRunning.SKIP``."""


class Stage(Word):
    """How far the start on a ticket got."""

    PREPARED = "prepared"
    """Nothing was sent."""
    SENDING = "sending"
    """The request was about to be sent, or was sent. It is never sent again."""
    STARTED = "started"
    """The run is known."""


class Level(Word):
    """The levels that Nagios, Icinga and their kin use."""

    OK = "ok"
    """A backup was made."""
    WARNING = "warning"
    """A backup was made, with something to look at."""
    CRITICAL = "critical"
    """There is no usable backup."""
    UNKNOWN = "unknown"
    """Nobody can tell."""


class IfRunning(Word):
    """What ``Server.start`` does when the job runs already."""

    ADOPT = "adopt"
    """Take the running one: the origin is ``Origin.ADOPTED``."""
    FAIL = "fail"
    """Raise AlreadyRunningError."""
    SKIP = "skip"
    """Leave it alone: the origin is ``Origin.SKIPPED``, with the running one for information."""


class Verb(Word):
    """The verbs that not every system has; see ``Server.supports``."""

    START = "start"
    """Start a job now."""
    STOP = "stop"
    """Stop the running run of a job."""
    ENABLE = "enable"
    """Switch a job's schedule on."""
    DISABLE = "disable"
    """Switch a job's schedule off."""
    START_FULL = "start_full"
    """Ask for a full instead of an incremental backup."""


class LogLevel(Word):
    """How much a log event matters."""

    DEBUG = "debug"
    """A request and its end."""
    INFO = "info"
    """A request is sent again."""
    WARNING = "warning"
    """Something to put right: certificates are not checked, a version of the API is deprecated."""


if TYPE_CHECKING:
    SystemName = Union[System, Literal["veeam", "teradata", "vcenter"]]
    PhaseName = Union[Phase, Literal["unknown", "queued", "running", "finished"]]
    OutcomeName = Union[Outcome, Literal["unknown", "success", "warning", "failed", "stopped"]]
    OriginName = Union[Origin, Literal["ours", "adopted", "indistinguishable", "skipped"]]
    LevelName = Union[Level, Literal["ok", "warning", "critical", "unknown"]]
    IfRunningName = Union[IfRunning, Literal["adopt", "fail", "skip"]]
    StageName = Union[Stage, Literal["prepared", "sending", "started"]]
    VerbName = Union[Verb, Literal["start", "stop", "enable", "disable", "start_full"]]
    LogLevelName = Union[LogLevel, Literal["debug", "info", "warning"]]
