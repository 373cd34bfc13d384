"""The VMware vCenter appliance, for asyncio: ``backupjobs.vcenter`` with a client whose calls are awaited."""

from __future__ import annotations

from .._native import VcenterClient as _Client
from .._native import vcenter_detect as _detect
from ..vcenter import (
    APPLIANCE_BACKUP,
    ArchiveInfo,
    ArchiveSummary,
    BackupDetails,
    BackupJobStatus,
    BackupRequest,
    BackupType,
    BuildInfo,
    DayOfWeek,
    Dialect,
    DynamicId,
    LocalizableMessage,
    Location,
    LoginMode,
    LocationType,
    Part,
    ProcessState,
    RecurrenceInfo,
    RestoreMetadata,
    RetentionInfo,
    ReturnResult,
    ReturnStatus,
    Schedule,
    SessionInfo,
    TaskError,
    TaskProgress,
    TaskStatus,
)
from ._mirror import Mirror, function, verb
from .server import Server

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._native import VcenterBackupRequest

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


class Client(Mirror[_Client]):
    """The calls of a ``backupjobs.vcenter.Client``, for asyncio; see there. May be used from any number of tasks at once.

    As an asynchronous context manager it closes the client at the end.

    :param client: a ``backupjobs.vcenter.Client``. Both share the connection and the login
    """

    _kind = _Client

    @property
    def dialect(self) -> str | None:
        """The dialect it speaks, "rest" or "api": the one given, or the one found; None before the first call."""
        return self._client.dialect

    def server(self, request: VcenterBackupRequest | None = None) -> Server:
        """This appliance in the common model; starting its one job sends ``request``."""
        return Server(self._client.server(request))

    login = verb(_Client.login)
    session = verb(_Client.session)
    create_backup_job = verb(_Client.create_backup_job)
    backup_jobs = verb(_Client.backup_jobs)
    backup_job = verb(_Client.backup_job)
    cancel_backup_job = verb(_Client.cancel_backup_job)
    system_names = verb(_Client.system_names)
    archives = verb(_Client.archives)
    archive = verb(_Client.archive)
    backup_details = verb(_Client.backup_details)
    validate_backup = verb(_Client.validate_backup)
    parts = verb(_Client.parts)
    part_size = verb(_Client.part_size)
    validate_restore = verb(_Client.validate_restore)
    recovery_supported = verb(_Client.recovery_supported)
    schedules = verb(_Client.schedules)
    schedule = verb(_Client.schedule)
    create_schedule = verb(_Client.create_schedule)
    update_schedule = verb(_Client.update_schedule)
    delete_schedule = verb(_Client.delete_schedule)
    run_schedule = verb(_Client.run_schedule)


detect = function(_detect)
