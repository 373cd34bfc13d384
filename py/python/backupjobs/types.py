"""The words of the common model.

Attributes such as ``run.phase`` are plain ``str``; the classes here only name the words, so that a slip of the pen is
noticed: ``run.phase == Phase.FINISHED``. For annotations there are ``PhaseName`` and its like; they exist for type
checkers only, so import them below ``if TYPE_CHECKING:``.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    SystemName = Literal["veeam", "teradata", "vcenter"]
    PhaseName = Literal["unknown", "queued", "running", "finished"]
    OutcomeName = Literal["unknown", "success", "warning", "failed", "stopped"]
    OriginName = Literal["ours", "adopted", "indistinguishable", "skipped"]
    LevelName = Literal["ok", "warning", "critical", "unknown"]
    IfRunningName = Literal["adopt", "fail", "skip"]
    StageName = Literal["prepared", "sending", "started"]
    VerbName = Literal["start", "stop", "enable", "disable", "start_full"]
    LogLevelName = Literal["debug", "info", "warning"]

__all__ = ["IfRunning", "Level", "LogLevel", "Origin", "Outcome", "Phase", "Stage", "System", "Verb"]


class System:
    """The three systems."""

    VEEAM: Final = "veeam"
    """Veeam Backup for Microsoft 365."""
    TERADATA: Final = "teradata"
    """Teradata VantageCloud BaaS."""
    VCENTER: Final = "vcenter"
    """VMware vCenter appliance."""


class Phase:
    """Where a run stands."""

    UNKNOWN: Final = "unknown"
    """The vendor's word is one nobody here knows, and nothing says the run is over. Never taken for an end."""
    QUEUED: Final = "queued"
    """Accepted, not yet working."""
    RUNNING: Final = "running"
    """Working."""
    FINISHED: Final = "finished"
    """Over; look at the outcome."""


class Outcome:
    """How a finished run ended."""

    UNKNOWN: Final = "unknown"
    """The run is over but the vendor's word is one nobody here knows. Never success."""
    SUCCESS: Final = "success"
    """Everything was backed up."""
    WARNING: Final = "warning"
    """A backup exists, with something to look at."""
    FAILED: Final = "failed"
    """No usable backup."""
    STOPPED: Final = "stopped"
    """Stopped by somebody before the end."""


class Origin:
    """Whose run ``Server.start`` returned."""

    OURS: Final = "ours"
    """It began because of our request."""
    ADOPTED: Final = "adopted"
    """It ran already, or somebody else started it."""
    INDISTINGUISHABLE: Final = "indistinguishable"
    """It began after our request was prepared, but nothing tells whether our request began it."""
    SKIPPED: Final = "skipped"
    """Nothing was started, as asked for by ``IfRunning.SKIP``."""


class Stage:
    """How far the start on a ticket got."""

    PREPARED: Final = "prepared"
    """Nothing was sent."""
    SENDING: Final = "sending"
    """The request was about to be sent, or was sent. It is never sent again."""
    STARTED: Final = "started"
    """The run is known."""


class Level:
    """The levels that Nagios, Icinga and their kin use."""

    OK: Final = "ok"
    """A backup was made."""
    WARNING: Final = "warning"
    """A backup was made, with something to look at."""
    CRITICAL: Final = "critical"
    """There is no usable backup."""
    UNKNOWN: Final = "unknown"
    """Nobody can tell."""


class IfRunning:
    """What ``Server.start`` does when the job runs already."""

    ADOPT: Final = "adopt"
    """Take the running one: the origin is ``Origin.ADOPTED``."""
    FAIL: Final = "fail"
    """Raise AlreadyRunningError."""
    SKIP: Final = "skip"
    """Leave it alone: the origin is ``Origin.SKIPPED``, with the running one for information."""


class Verb:
    """The verbs that not every system has; see ``Server.supports``."""

    START: Final = "start"
    """Start a job now."""
    STOP: Final = "stop"
    """Stop the running run of a job."""
    ENABLE: Final = "enable"
    """Switch a job's schedule on."""
    DISABLE: Final = "disable"
    """Switch a job's schedule off."""
    START_FULL: Final = "start_full"
    """Ask for a full instead of an incremental backup."""


class LogLevel:
    """How much a log event matters."""

    DEBUG: Final = "debug"
    """A request and its end."""
    INFO: Final = "info"
    """A request is sent again."""
    WARNING: Final = "warning"
    """Something to put right: certificates are not checked."""
