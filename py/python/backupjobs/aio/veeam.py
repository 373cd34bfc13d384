"""Veeam Backup for Microsoft 365, for asyncio: ``backupjobs.veeam`` with a client whose calls are awaited."""

from __future__ import annotations

from .._native import VeeamClient as _Client
from .._native import veeam_detect as _detect
from ..veeam import (
    BackupType,
    BackupWindow,
    CopyJob,
    CopySchedule,
    CopyScheduleType,
    DailyType,
    Dialect,
    ExploreOptions,
    ExplorerType,
    Group,
    Health,
    HealthEntry,
    Job,
    JobItem,
    JobItemType,
    JobSchedule,
    JobScheduleType,
    JobSession,
    JobSite,
    JobStatus,
    LogItem,
    LogItemType,
    ObjectStorage,
    Organization,
    PeriodicallyEvery,
    ProcessedObject,
    Repository,
    RestoreSession,
    RestoreSessionEvent,
    RestoreSessionOrder,
    RestoreSessionStatistics,
    RestoredItem,
    ServiceInstance,
    SessionJobType,
    Statistics,
    Team,
    UsedRepository,
    User,
)
from ._mirror import Mirror, function, pages, verb
from .server import Server

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


class Client(Mirror[_Client]):
    """The calls of a ``backupjobs.veeam.Client``, for asyncio; see there. May be used from any number of tasks at once.

    As an asynchronous context manager it closes the client at the end.

    :param client: a ``backupjobs.veeam.Client``. Both share the connection and the login
    """

    _kind = _Client

    @property
    def dialect(self) -> str:
        """The version of the API it speaks, such as "v6"."""
        return self._client.dialect

    def server(self) -> Server:
        """This server in the common model."""
        return Server(self._client.server())

    login = verb(_Client.login)
    jobs = verb(_Client.jobs)
    job = verb(_Client.job)
    start_job = verb(_Client.start_job)
    stop_job = verb(_Client.stop_job)
    enable_job = verb(_Client.enable_job)
    disable_job = verb(_Client.disable_job)
    explore_job = verb(_Client.explore_job)
    explore_organization = verb(_Client.explore_organization)
    explore_repository = verb(_Client.explore_repository)
    job_sessions = verb(_Client.job_sessions)
    all_job_sessions = verb(_Client.all_job_sessions)
    job_session = verb(_Client.job_session)
    log_items = verb(_Client.log_items)
    organizations = verb(_Client.organizations)
    organization = verb(_Client.organization)
    repositories = verb(_Client.repositories)
    repository = verb(_Client.repository)
    copy_jobs = verb(_Client.copy_jobs)
    copy_job = verb(_Client.copy_job)
    create_copy_job = verb(_Client.create_copy_job)
    edit_copy_job = verb(_Client.edit_copy_job)
    iter_copy_jobs = pages(_Client.iter_copy_jobs)
    copy_job_of = verb(_Client.copy_job_of)
    backup_job_of = verb(_Client.backup_job_of)
    start_copy_job = verb(_Client.start_copy_job)
    stop_copy_job = verb(_Client.stop_copy_job)
    enable_copy_job = verb(_Client.enable_copy_job)
    disable_copy_job = verb(_Client.disable_copy_job)
    delete_copy_job = verb(_Client.delete_copy_job)
    selected_items = verb(_Client.selected_items)
    iter_selected_items = pages(_Client.iter_selected_items)
    excluded_items = verb(_Client.excluded_items)
    iter_excluded_items = pages(_Client.iter_excluded_items)
    edit_job = verb(_Client.edit_job)
    create_job = verb(_Client.create_job)
    iter_jobs = pages(_Client.iter_jobs)
    delete_job = verb(_Client.delete_job)
    iter_log_items = pages(_Client.iter_log_items)
    log_item = verb(_Client.log_item)
    iter_organizations = pages(_Client.iter_organizations)
    used_repositories = verb(_Client.used_repositories)
    iter_used_repositories = pages(_Client.iter_used_repositories)
    processed_objects = verb(_Client.processed_objects)
    iter_processed_objects = pages(_Client.iter_processed_objects)
    iter_repositories = pages(_Client.iter_repositories)
    restore_session_events = verb(_Client.restore_session_events)
    iter_restore_session_events = pages(_Client.iter_restore_session_events)
    restore_session_statistics = verb(_Client.restore_session_statistics)
    restore_sessions = verb(_Client.restore_sessions)
    iter_restore_sessions = pages(_Client.iter_restore_sessions)
    restore_session = verb(_Client.restore_session)
    stop_restore_session = verb(_Client.stop_restore_session)
    service_instance = verb(_Client.service_instance)
    health = verb(_Client.health)
    iter_job_sessions = pages(_Client.iter_job_sessions)


detect = function(_detect)
