//! Backup jobs.

crate::model::model! {
    /// A backup job.
    Job shows backupjobs::veeam::Job, as "Job" in "backupjobs.veeam" {
        /// UUID.
        id,
        /// Name.
        name,
        /// Description; "" when empty.
        description,
        /// Organization it backs up; before v8 told by the organization link.
        organization_id,
        /// Repository it writes to; v6 (before, the `backupRepository` link).
        repository_id,
        /// What it backs up.
        backup_type,
        /// When it runs by itself.
        schedule_policy,
        /// When the newest run began; none before the first.
        last_run(last_run_raw),
        /// When it runs next; none while unscheduled or disabled.
        next_run(next_run_raw),
        /// When it last succeeded; v7.
        last_backup(last_backup_raw),
        /// Whether the schedule is on. A disabled job can still be started by hand.
        is_enabled,
        /// State of the newest run. Right after a start it may still be that of the run before.
        last_status,
        /// v2: whether it is running.
        is_run,
        /// v6, v7: whether it was to run right after it was created.
        run_now,
        /// v6, v7: what it backs up, where the answer says so. See Client::selected_items.
        selected_items,
        /// v6, v7: what it leaves out, where the answer says so. See Client::excluded_items.
        excluded_items,
        /// Version of the object: counts up with every change; v8.
        e_tag,
        /// Links, by name.
        links,
        /// Members this version does not know.
        extra,
    } with links
}
