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
from .types import OpenWord, Word

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


class Dialect(Word):
    """Versions of the API. A server serves several; newer products drop old ones."""

    V2 = "v2"
    """Product 2.0 (2018)."""
    V3 = "v3"
    """Product 3.0 (2019): restore sessions from jobs."""
    V4 = "v4"
    """Product 4.0 (2019): object storage."""
    V5 = "v5"
    """Product 5.0 (2020): Teams, job sessions in pages."""
    V6 = "v6"
    """Product 6.0 (2022): one endpoint per action, relative links, backup copy jobs."""
    V7 = "v7"
    """Product 7.0 (2023): job sessions of one job by a filter, retries, logout."""
    V8 = "v8"
    """Product 8.0 (2024): every list in pages, the answer to a start names the run."""


class JobStatus(OpenWord):
    """Words for the state of a job, a copy job or a job session. A server may use others."""

    STOPPED = "Stopped"
    """Stopped, or never run."""
    RUNNING = "Running"
    """Running."""
    SUCCESS = "Success"
    """The last run succeeded."""
    WARNING = "Warning"
    """The last run ended with warnings."""
    FAILED = "Failed"
    """The last run failed."""
    NOT_CONFIGURED = "NotConfigured"
    """Not set up."""
    DISCONNECTED = "Disconnected"
    """The backup proxy is gone."""
    QUEUED = "Queued"
    """Waiting to run."""


class BackupType(OpenWord):
    """What a job backs up."""

    ENTIRE_ORGANIZATION = "EntireOrganization"
    """The whole organization."""
    SELECTED_ITEMS = "SelectedItems"
    """Chosen items."""


class ExplorerType(OpenWord):
    """The explorer that a restore session opens."""

    VEX = "vex"
    """Exchange."""
    VESP = "vesp"
    """SharePoint."""
    VEOD = "veod"
    """OneDrive for Business."""
    VET = "vet"
    """Teams; v5 and later."""


class JobScheduleType(OpenWord):
    """Type of a backup job's schedule."""

    PERIODICALLY = "Periodically"
    """Every few minutes or hours."""
    DAILY = "Daily"
    """Once a day."""
    MANUAL_ONLY = "ManualOnly"
    """Only by hand."""


class CopyScheduleType(OpenWord):
    """Type of a copy job's schedule."""

    IMMEDIATE = "Immediate"
    """Right after a new restore point appears in the source repository."""
    PERIODICALLY = "Periodically"
    """Every few minutes or hours."""
    DAILY_AT_TIME = "DailyAtTime"
    """Once a day."""


class DailyType(OpenWord):
    """Days of a daily schedule."""

    EVERYDAY = "Everyday"
    """Every day."""
    WORKDAYS = "Workdays"
    """Monday to Friday."""
    WEEKENDS = "Weekends"
    """Saturday and Sunday."""
    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"


class PeriodicallyEvery(OpenWord):
    """Interval of a periodic schedule."""

    MINUTES5 = "Minutes5"
    MINUTES10 = "Minutes10"
    MINUTES15 = "Minutes15"
    MINUTES30 = "Minutes30"
    HOURS1 = "Hours1"
    HOURS2 = "Hours2"
    HOURS4 = "Hours4"
    HOURS8 = "Hours8"
    HOURS12 = "Hours12"
    """v8."""


class JobItemType(OpenWord):
    """What an item of a job is."""

    GROUP = "Group"
    """A group, with its members if wanted."""
    USER = "User"
    """A user."""
    SITE = "Site"
    """A site."""
    PARTIAL_ORGANIZATION = "PartialOrganization"
    """A part of the organization: all mailboxes, all sites and so on."""
    PERSONAL_SITES = "PersonalSites"
    """All personal sites."""
    ONE_DRIVE_FOLDERS = "OneDriveFolders"
    """Folders of that name in every OneDrive."""
    TEAM = "Team"
    """A team; v5 and later."""


class LogItemType(OpenWord):
    """How a step of a job session went; v8."""

    RUNNING = "Running"
    """It is going on."""
    WARNING = "Warning"
    """There is something to look at."""
    ERROR = "Error"
    """It failed."""
    SUCCESS = "Success"
    """It succeeded."""
    STOP = "Stop"
    """It was stopped."""


class RestoreSessionOrder(OpenWord):
    """What restore sessions are ordered by; v8."""

    CREATION_TIME = "CreationTime"
    """When they were opened."""
    END_TIME = "EndTime"
    """When they were closed."""


class SessionJobType(OpenWord):
    """Whose session it is."""

    BACKUP = "Backup"
    """Of a backup job."""
    COPY = "Copy"
    """Of a copy job."""
