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
from .types import OpenWord, Word

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


class LocationType(OpenWord):
    """How the appliance reaches the destination."""

    FTP = "FTP"
    HTTP = "HTTP"
    FTPS = "FTPS"
    HTTPS = "HTTPS"
    SCP = "SCP"
    """SSH copy; use SFTP from 7.0 on."""
    SFTP = "SFTP"
    """From about 6.7 U1 on."""
    NFS = "NFS"
    """6.7 U2 and later."""
    SMB = "SMB"
    """6.7 U2 and later."""


class ProcessState(OpenWord):
    """State of a backup. There is no word for cancelled: a cancelled backup ends "FAILED"."""

    FAILED = "FAILED"
    """Failed, or cancelled."""
    INPROGRESS = "INPROGRESS"
    """Working."""
    NONE = "NONE"
    """Not started."""
    SUCCEEDED = "SUCCEEDED"
    """Done."""


class ReturnStatus(OpenWord):
    """Result of a cancel."""

    FAIL = "FAIL"
    """Not done."""
    WARNING = "WARNING"
    """Done, with something to look at."""
    OK = "OK"
    """Done."""


class BackupType(OpenWord):
    """What made a backup."""

    SCHEDULED = "SCHEDULED"
    """A schedule."""
    MANUAL = "MANUAL"
    """A request."""
    LOCAL_BACKUP = "LOCAL_BACKUP"
    """The appliance itself, on its own disk (inferred); 9.0 and later."""


class TaskStatus(OpenWord):
    """State of a backup in its details. There is no word for cancelled."""

    PENDING = "PENDING"
    """Waiting."""
    RUNNING = "RUNNING"
    """Working."""
    BLOCKED = "BLOCKED"
    """Held up by something."""
    SUCCEEDED = "SUCCEEDED"
    """Done."""
    FAILED = "FAILED"
    """Failed, or cancelled."""


class DayOfWeek(OpenWord):
    """Day of a schedule."""

    MONDAY = "MONDAY"
    """Monday."""
    TUESDAY = "TUESDAY"
    """Tuesday."""
    WEDNESDAY = "WEDNESDAY"
    """Wednesday."""
    THURSDAY = "THURSDAY"
    """Thursday."""
    FRIDAY = "FRIDAY"
    """Friday."""
    SATURDAY = "SATURDAY"
    """Saturday."""
    SUNDAY = "SUNDAY"
    """Sunday."""


class Dialect(Word):
    """The two ways to ask an appliance."""

    REST = "rest"
    """Below /rest: 6.5 and later; deprecated since 7.0 U2."""
    API = "api"
    """Below /api: 7.0 U2 and later."""


class LoginMode(Word):
    """How requests prove who we are."""

    SESSION = "session"
    """A session, made at the first call and deleted at the end."""
    BASIC = "basic"
    """User and password with every request; no session. What port 5480 takes."""
