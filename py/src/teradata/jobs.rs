//! Jobs ("data protection plans") and what is inside them.

use crate::convert::to_extra;
use backupjobs::teradata;
use pyo3::prelude::*;

crate::model::model! {
    /// A job. Lists leave out `job_settings`.
    Job shows teradata::Job, as "Job" in "backupjobs.teradata" {
        /// A whole number.
        job_id,
        /// Site.
        site_id,
        /// Name.
        name,
        /// Description.
        description,
        /// What it does.
        job_type,
        /// How much it takes when nothing else is asked for.
        backup_type,
        /// Engine; "DSA" is the only word documented.
        backup_mechanism,
        /// Whether its schedule is on.
        is_active,
        /// Whether a run is aborted after `auto_abort_in_minutes`.
        is_auto_abort_active,
        /// Minutes; 0 when off.
        auto_abort_in_minutes,
        /// Priority; which end is high is not documented.
        priority,
        /// Backups kept.
        no_of_retention_copies,
        /// When it runs next.
        next_run_time(next_run_time_raw),
        /// Cloud of the target; "AWS" is the only word documented.
        site_target_type,
        /// Where copies go.
        target_site_details,
        /// The newest run.
        last_execution_details,
        /// What is backed up and how; only when one job is asked for.
        job_settings,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// Where copies of a job's backups go.
    TargetSite shows teradata::TargetSite, as "TargetSite" in "backupjobs.teradata" {
        /// Site.
        target_site_id,
        /// Copies kept there.
        target_retention_copies_count,
        /// Where that number comes from; words not documented.
        target_retention_source,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// The newest run of a job.
    LastExecution shows teradata::LastExecution, as "LastExecution" in "backupjobs.teradata" {
        /// State.
        status,
        /// When it began.
        start_time(start_time_raw),
        /// When it ended.
        end_time(end_time_raw),
        /// Bytes (inferred).
        backup_set_size,
        /// Backup job.
        backup_job_id,
        /// Execution of that backup job.
        backup_job_execution_id,
        /// Execution of a restore.
        restore_execution_id,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// What a job backs up, and how.
    JobSettings shows teradata::JobSettings, as "JobSettings" in "backupjobs.teradata" {
        /// Whether the objects stay writable meanwhile (inferred).
        online,
        /// What is backed up.
        objects,
        /// For restores.
        continue_job_on_access_right_violation,
        /// For restores.
        run_as_a_copy_job,
        /// For restores: a database name, despite its own name.
        restore_to_a_different_database_on_target_site,
        /// Spelt so by the vendor.
        skip_statstics,
        /// Copy retained.
        retained_copy,
        /// Members this version does not know.
        extra,
    }
}

crate::model::model! {
    /// One object that a job backs up, or one to restore.
    ///
    /// :param object_name: name
    /// :param object_type: its type
    /// :param parent_name: the object above it
    /// :param parent_type: and its type
    /// :param include_all: whether everything below it is taken
    /// :param rename_to: new name, for restores
    /// :param exclude_objects: what is left out
    /// :param extra: further members, sent as they are
    ObjectSelection shows teradata::ObjectSelection, as "ObjectSelection" in "backupjobs.teradata" {
        /// Name.
        object_name,
        /// "DATABASE" is the only word documented.
        object_type,
        /// Parent.
        parent_name,
        /// Type of the parent.
        parent_type,
        /// Whether everything below it is taken.
        include_all,
        /// New name, for restores.
        rename_to,
        /// What is left out.
        exclude_objects,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (object_name, object_type="DATABASE", *, parent_name=None, parent_type=None, include_all=true,
            rename_to=None, exclude_objects=None, extra=None))]
        #[allow(clippy::too_many_arguments, reason = "one for each member, all but two with names")]
        fn new(
            object_name: &str,
            object_type: &str,
            parent_name: Option<String>,
            parent_type: Option<String>,
            include_all: bool,
            rename_to: Option<String>,
            exclude_objects: Option<Vec<Bound<'_, ExcludedObject>>>,
            extra: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<Self> {
            let mut object = teradata::ObjectSelection::new(object_name, object_type);
            object.parent_name = parent_name;
            object.parent_type = parent_type;
            object.include_all = Some(include_all);
            object.rename_to = rename_to;
            let excluded = exclude_objects.unwrap_or_default();
            object.exclude_objects = excluded.iter().map(|object| (*object.get().0).clone()).collect();
            object.extra = extra.map(to_extra).transpose()?.unwrap_or_default();
            Ok(Self(object.into()))
        }
    }
}

crate::model::model! {
    /// One object that is left out.
    ExcludedObject shows teradata::ExcludedObject, as "ExcludedObject" in "backupjobs.teradata" {
        /// Name.
        object_name,
        /// Type.
        object_type,
        /// Members this version does not know.
        extra,
    } {
        #[new]
        #[pyo3(signature = (object_name, object_type="TABLE"))]
        fn new(object_name: &str, object_type: &str) -> Self {
            let mut object = teradata::ExcludedObject::default();
            object.object_name = Some(object_name.to_owned());
            object.object_type = Some(object_type.to_owned());
            Self(object.into())
        }
    }
}
