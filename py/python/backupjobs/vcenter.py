"""The file-based backup of the VMware vCenter appliance, in the vendor's own names."""

from __future__ import annotations

from ._native import VCENTER_APPLIANCE_BACKUP as APPLIANCE_BACKUP
from ._native import VcenterBackupJobStatus as BackupJobStatus
from ._native import VcenterBackupRequest as BackupRequest
from ._native import VcenterClient as Client
from ._native import VcenterLocalizableMessage as LocalizableMessage
from ._native import VcenterReturnResult as ReturnResult
from ._native import VcenterSessionInfo as SessionInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = [
    "APPLIANCE_BACKUP",
    "BackupJobStatus",
    "BackupRequest",
    "Client",
    "LocalizableMessage",
    "LocationType",
    "ProcessState",
    "ReturnResult",
    "ReturnStatus",
    "SessionInfo",
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
