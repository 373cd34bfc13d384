"""Veeam Backup for Microsoft 365, REST API v2 to v8, in the vendor's own names."""

from __future__ import annotations

from ._native import VeeamBackupWindow as BackupWindow
from ._native import VeeamClient as Client
from ._native import VeeamCopyJob as CopyJob
from ._native import VeeamCopySchedule as CopySchedule
from ._native import VeeamExploreOptions as ExploreOptions
from ._native import VeeamGroup as Group
from ._native import VeeamHealth as Health
from ._native import VeeamHealthEntry as HealthEntry
from ._native import VeeamJob as Job
from ._native import VeeamJobItem as JobItem
from ._native import VeeamJobSchedule as JobSchedule
from ._native import VeeamJobSession as JobSession
from ._native import VeeamJobSite as JobSite
from ._native import VeeamLogItem as LogItem
from ._native import VeeamObjectStorage as ObjectStorage
from ._native import VeeamOrganization as Organization
from ._native import VeeamProcessedObject as ProcessedObject
from ._native import VeeamRepository as Repository
from ._native import VeeamRestoreSession as RestoreSession
from ._native import VeeamRestoreSessionEvent as RestoreSessionEvent
from ._native import VeeamRestoreSessionStatistics as RestoreSessionStatistics
from ._native import VeeamRestoredItem as RestoredItem
from ._native import VeeamServiceInstance as ServiceInstance
from ._native import VeeamStatistics as Statistics
from ._native import VeeamTeam as Team
from ._native import VeeamUsedRepository as UsedRepository
from ._native import VeeamUser as User
from ._native import veeam_detect as detect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = [
    "BackupType",
    "BackupWindow",
    "Client",
    "CopyJob",
    "CopySchedule",
    "CopyScheduleType",
    "DailyType",
    "Dialect",
    "ExploreOptions",
    "ExplorerType",
    "Group",
    "Health",
    "HealthEntry",
    "Job",
    "JobItem",
    "JobItemType",
    "JobSchedule",
    "JobScheduleType",
    "JobSession",
    "JobSite",
    "JobStatus",
    "LogItem",
    "LogItemType",
    "ObjectStorage",
    "Organization",
    "PeriodicallyEvery",
    "ProcessedObject",
    "Repository",
    "RestoreSession",
    "RestoreSessionEvent",
    "RestoreSessionOrder",
    "RestoreSessionStatistics",
    "RestoredItem",
    "ServiceInstance",
    "SessionJobType",
    "Statistics",
    "Team",
    "UsedRepository",
    "User",
    "detect",
]


class Dialect:
    """Versions of the API. A server serves several; newer products drop old ones."""

    V2: Final = "v2"
    """Product 2.0 (2018)."""
    V3: Final = "v3"
    """Product 3.0 (2019): restore sessions from jobs."""
    V4: Final = "v4"
    """Product 4.0 (2019): object storage."""
    V5: Final = "v5"
    """Product 5.0 (2020): Teams, job sessions in pages."""
    V6: Final = "v6"
    """Product 6.0 (2022): one endpoint per action, relative links, backup copy jobs."""
    V7: Final = "v7"
    """Product 7.0 (2023): job sessions of one job by a filter, retries, logout."""
    V8: Final = "v8"
    """Product 8.0 (2024): every list in pages, the answer to a start names the run."""


class JobStatus:
    """Words for the state of a job, a copy job or a job session. A server may use others."""

    STOPPED: Final = "Stopped"
    """Stopped, or never run."""
    RUNNING: Final = "Running"
    """Running."""
    SUCCESS: Final = "Success"
    """The last run succeeded."""
    WARNING: Final = "Warning"
    """The last run ended with warnings."""
    FAILED: Final = "Failed"
    """The last run failed."""
    NOT_CONFIGURED: Final = "NotConfigured"
    """Not set up."""
    DISCONNECTED: Final = "Disconnected"
    """The backup proxy is gone."""
    QUEUED: Final = "Queued"
    """Waiting to run."""


class BackupType:
    """What a job backs up."""

    ENTIRE_ORGANIZATION: Final = "EntireOrganization"
    """The whole organization."""
    SELECTED_ITEMS: Final = "SelectedItems"
    """Chosen items."""


class ExplorerType:
    """The explorer that a restore session opens."""

    VEX: Final = "vex"
    """Exchange."""
    VESP: Final = "vesp"
    """SharePoint."""
    VEOD: Final = "veod"
    """OneDrive for Business."""
    VET: Final = "vet"
    """Teams; v5 and later."""


class JobScheduleType:
    """Type of a backup job's schedule."""

    PERIODICALLY: Final = "Periodically"
    """Every few minutes or hours."""
    DAILY: Final = "Daily"
    """Once a day."""
    MANUAL_ONLY: Final = "ManualOnly"
    """Only by hand."""


class CopyScheduleType:
    """Type of a copy job's schedule."""

    IMMEDIATE: Final = "Immediate"
    """Right after a new restore point appears in the source repository."""
    PERIODICALLY: Final = "Periodically"
    """Every few minutes or hours."""
    DAILY_AT_TIME: Final = "DailyAtTime"
    """Once a day."""


class DailyType:
    """Days of a daily schedule."""

    EVERYDAY: Final = "Everyday"
    """Every day."""
    WORKDAYS: Final = "Workdays"
    """Monday to Friday."""
    WEEKENDS: Final = "Weekends"
    """Saturday and Sunday."""
    MONDAY: Final = "Monday"
    TUESDAY: Final = "Tuesday"
    WEDNESDAY: Final = "Wednesday"
    THURSDAY: Final = "Thursday"
    FRIDAY: Final = "Friday"
    SATURDAY: Final = "Saturday"
    SUNDAY: Final = "Sunday"


class PeriodicallyEvery:
    """Interval of a periodic schedule."""

    MINUTES5: Final = "Minutes5"
    MINUTES10: Final = "Minutes10"
    MINUTES15: Final = "Minutes15"
    MINUTES30: Final = "Minutes30"
    HOURS1: Final = "Hours1"
    HOURS2: Final = "Hours2"
    HOURS4: Final = "Hours4"
    HOURS8: Final = "Hours8"
    HOURS12: Final = "Hours12"
    """v8."""


class JobItemType:
    """What an item of a job is."""

    GROUP: Final = "Group"
    """A group, with its members if wanted."""
    USER: Final = "User"
    """A user."""
    SITE: Final = "Site"
    """A site."""
    PARTIAL_ORGANIZATION: Final = "PartialOrganization"
    """A part of the organization: all mailboxes, all sites and so on."""
    PERSONAL_SITES: Final = "PersonalSites"
    """All personal sites."""
    ONE_DRIVE_FOLDERS: Final = "OneDriveFolders"
    """Folders of that name in every OneDrive."""
    TEAM: Final = "Team"
    """A team; v5 and later."""


class LogItemType:
    """How a step of a job session went; v8."""

    RUNNING: Final = "Running"
    """It is going on."""
    WARNING: Final = "Warning"
    """There is something to look at."""
    ERROR: Final = "Error"
    """It failed."""
    SUCCESS: Final = "Success"
    """It succeeded."""
    STOP: Final = "Stop"
    """It was stopped."""


class RestoreSessionOrder:
    """What restore sessions are ordered by; v8."""

    CREATION_TIME: Final = "CreationTime"
    """When they were opened."""
    END_TIME: Final = "EndTime"
    """When they were closed."""


class SessionJobType:
    """Whose session it is."""

    BACKUP: Final = "Backup"
    """Of a backup job."""
    COPY: Final = "Copy"
    """Of a copy job."""
