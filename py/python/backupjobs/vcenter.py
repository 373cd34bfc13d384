"""The file-based backup of the VMware vCenter appliance, in the vendor's own names."""

from __future__ import annotations

from ._native import VCENTER_APPLIANCE_BACKUP as APPLIANCE_BACKUP
from ._native import VcenterArchiveInfo as ArchiveInfo
from ._native import VcenterArchiveSummary as ArchiveSummary
from ._native import VcenterBackupDetails as BackupDetails
from ._native import VcenterBackupJobStatus as BackupJobStatus
from ._native import VcenterBackupRequest as BackupRequest
from ._native import VcenterBuildInfo as BuildInfo
from ._native import VcenterClient as Client
from ._native import VcenterDynamicId as DynamicId
from ._native import VcenterLocation as Location
from ._native import VcenterLocalizableMessage as LocalizableMessage
from ._native import VcenterPart as Part
from ._native import VcenterRecurrenceInfo as RecurrenceInfo
from ._native import VcenterRestoreMetadata as RestoreMetadata
from ._native import VcenterRetentionInfo as RetentionInfo
from ._native import VcenterReturnResult as ReturnResult
from ._native import VcenterSchedule as Schedule
from ._native import VcenterSessionInfo as SessionInfo
from ._native import VcenterTaskError as TaskError
from ._native import VcenterTaskProgress as TaskProgress
from ._native import vcenter_detect as detect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = [
    "APPLIANCE_BACKUP",
    "ArchiveInfo",
    "ArchiveSummary",
    "BackupDetails",
    "BackupJobStatus",
    "BackupRequest",
    "BackupType",
    "BuildInfo",
    "Client",
    "DayOfWeek",
    "Dialect",
    "DynamicId",
    "LocalizableMessage",
    "Location",
    "LoginMode",
    "LocationType",
    "Part",
    "ProcessState",
    "RecurrenceInfo",
    "RestoreMetadata",
    "RetentionInfo",
    "ReturnResult",
    "ReturnStatus",
    "Schedule",
    "SessionInfo",
    "TaskError",
    "TaskProgress",
    "TaskStatus",
    "detect",
]


class LocationType:
    """How the appliance reaches the destination."""

    FTP: Final = "FTP"
    HTTP: Final = "HTTP"
    FTPS: Final = "FTPS"
    HTTPS: Final = "HTTPS"
    SCP: Final = "SCP"
    """SSH copy; use SFTP from 7.0 on."""
    SFTP: Final = "SFTP"
    """From about 6.7 U1 on."""
    NFS: Final = "NFS"
    """6.7 U2 and later."""
    SMB: Final = "SMB"
    """6.7 U2 and later."""


class ProcessState:
    """State of a backup. There is no word for cancelled: a cancelled backup ends "FAILED"."""

    FAILED: Final = "FAILED"
    """Failed, or cancelled."""
    INPROGRESS: Final = "INPROGRESS"
    """Working."""
    NONE: Final = "NONE"
    """Not started."""
    SUCCEEDED: Final = "SUCCEEDED"
    """Done."""


class ReturnStatus:
    """Result of a cancel."""

    FAIL: Final = "FAIL"
    """Not done."""
    WARNING: Final = "WARNING"
    """Done, with something to look at."""
    OK: Final = "OK"
    """Done."""


class BackupType:
    """What made a backup."""

    SCHEDULED: Final = "SCHEDULED"
    """A schedule."""
    MANUAL: Final = "MANUAL"
    """A request."""
    LOCAL_BACKUP: Final = "LOCAL_BACKUP"
    """The appliance itself, on its own disk (inferred); 9.0 and later."""


class TaskStatus:
    """State of a backup in its details. There is no word for cancelled."""

    PENDING: Final = "PENDING"
    """Waiting."""
    RUNNING: Final = "RUNNING"
    """Working."""
    BLOCKED: Final = "BLOCKED"
    """Held up by something."""
    SUCCEEDED: Final = "SUCCEEDED"
    """Done."""
    FAILED: Final = "FAILED"
    """Failed, or cancelled."""


class DayOfWeek:
    """Day of a schedule."""

    MONDAY: Final = "MONDAY"
    """Monday."""
    TUESDAY: Final = "TUESDAY"
    """Tuesday."""
    WEDNESDAY: Final = "WEDNESDAY"
    """Wednesday."""
    THURSDAY: Final = "THURSDAY"
    """Thursday."""
    FRIDAY: Final = "FRIDAY"
    """Friday."""
    SATURDAY: Final = "SATURDAY"
    """Saturday."""
    SUNDAY: Final = "SUNDAY"
    """Sunday."""


class Dialect:
    """The two ways to ask an appliance."""

    REST: Final = "rest"
    """Below /rest: 6.5 and later; deprecated since 7.0 U2."""
    API: Final = "api"
    """Below /api: 7.0 U2 and later."""


class LoginMode:
    """How requests prove who we are."""

    SESSION: Final = "session"
    """A session, made at the first call and deleted at the end."""
    BASIC: Final = "basic"
    """User and password with every request; no session. What port 5480 takes."""
