//! Backup copy jobs.

crate::model::model! {
    /// A backup copy job; v6 and later.
    CopyJob shows backupjobs::veeam::CopyJob, as "CopyJob" in "backupjobs.veeam", lazily {
        /// UUID.
        id,
        /// Name, made up by the server.
        name,
        /// The backup job it copies.
        backup_job_id,
        /// Its organization; before v8 told by the organization link.
        organization_id,
        /// The repository it copies to.
        repository_id,
        /// When it copies.
        schedule_policy,
        /// Whether its schedule is on.
        is_enabled,
        /// When the newest run began.
        last_run(last_run_raw),
        /// When it runs next.
        next_run(next_run_raw),
        /// When it last succeeded; v7.
        last_backup(last_backup_raw),
        /// State of the newest run.
        last_status,
        /// Version of the object: counts up with every change; v8.
        e_tag,
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
