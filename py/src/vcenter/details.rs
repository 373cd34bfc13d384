//! Details of backups, with a vocabulary of their own: a backup `INPROGRESS` is `RUNNING` here.

use backupjobs::vcenter;

crate::model::model! {
    /// Details of a backup.
    BackupDetails shows vcenter::BackupDetails, as "BackupDetails" in "backupjobs.vcenter" {
        /// YYYYMMDD-hhmmss-<build>; in the answer it is the key.
        id,
        /// URL of the destination.
        location,
        /// User there.
        location_user,
        /// What made it.
        kind,
        /// State.
        status,
        /// Messages.
        messages,
        /// How far it is; none while it waits.
        progress,
        /// Seconds it has taken so far, or in all.
        duration,
        /// Bytes transferred (seen in clients).
        size,
        /// When it began.
        start_time(start_time_raw),
        /// When it ended; none until then.
        end_time(end_time_raw),
        /// Version of the appliance then; 6.7 U2 and later.
        build,
        /// Whether the database was backed up the fast way; 8.0 U3 and later.
        fast_backup,
        /// Why it failed.
        error,
        /// Whether it can be cancelled now.
        cancelable,
        /// What is being done.
        description,
        /// Id of the vendor's service.
        service,
        /// Id of its operation.
        operation,
        /// Task that this one is a part of.
        parent,
        /// What it works on.
        target,
        /// Who asked for it.
        user,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// How far a backup is. Says nothing about success.
    TaskProgress shows vcenter::TaskProgress, as "TaskProgress" in "backupjobs.vcenter" {
        /// All there is to do.
        total,
        /// What is done; never shrinks.
        completed,
        /// The step.
        message,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// Version of an appliance.
    BuildInfo shows vcenter::BuildInfo, as "BuildInfo" in "backupjobs.vcenter" {
        /// Such as 6.8.2 GA.
        version_name,
        /// Such as 6.8.2.10000.
        version,
        /// Build number.
        build_number,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// A resource of any type.
    DynamicId shows vcenter::DynamicId, as "DynamicId" in "backupjobs.vcenter" {
        /// Type.
        kind,
        /// Id.
        id,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// Why a backup failed: an error of any of the vendor's types.
    TaskError shows vcenter::TaskError, as "TaskError" in "backupjobs.vcenter" {
        /// The error's name, such as INTERNAL_SERVER_ERROR.
        error_type,
        /// What it says; the first message is about what was done, the following ones are its causes.
        messages,
        /// Members this version does not know.
        extra,
    }
}
