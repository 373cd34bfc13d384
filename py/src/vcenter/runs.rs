//! Backup jobs as the appliance has them: runs, in the common model.

use backupjobs::vcenter;

crate::model::model! {
    /// Status of a backup.
    BackupJobStatus shows vcenter::BackupJobStatus, as "BackupJobStatus" in "backupjobs.vcenter" {
        /// YYYYMMDD-hhmmss-<build>.
        id,
        /// State.
        state,
        /// Messages; while it works they tell the step.
        messages,
        /// Per cent. 100 may come before "SUCCEEDED", and says nothing about success.
        progress,
        /// When it began.
        start_time(start_time_raw),
        /// When it ended; none until then.
        end_time(end_time_raw),
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// A message in English, with its id and arguments.
    LocalizableMessage shows vcenter::LocalizableMessage, as "LocalizableMessage" in "backupjobs.vcenter" {
        /// Id in the message bundle.
        id,
        /// English text.
        default_message,
        /// Arguments.
        args,
        /// Arguments by name, as the vendor wrote them; only in the messages of details and errors, 7.0 and later.
        params,
        /// The text in the language of the request; 7.0 and later.
        localized,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// Answer to a cancel.
    ReturnResult shows vcenter::ReturnResult, as "ReturnResult" in "backupjobs.vcenter" {
        /// Result.
        status,
        /// Messages.
        messages,
        /// Members this version does not know.
        extra,
    }
}
