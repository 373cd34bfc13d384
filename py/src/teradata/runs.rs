//! Executions: the runs of a job.

use backupjobs::table::Item;
use backupjobs::{Outcome, Phase, teradata};

crate::model::model! {
    /// One run of a backup or restore job.
    Execution shows backupjobs::teradata::Execution, as "Execution" in "backupjobs.teradata", lazily {
        /// Site.
        site_id,
        /// Site copied to.
        target_site,
        /// Job.
        job_id,
        /// Name of the job.
        job_name,
        /// Engine; "DSA" is the only word documented.
        backup_mechanism,
        /// What it does; lists mix both kinds.
        job_type,
        /// The id that Client.execute returns.
        execution_id,
        /// Name.
        execution_name,
        /// When it began.
        start_time(start_time_raw),
        /// When it ended.
        end_time(end_time_raw),
        /// Bytes (inferred).
        backup_set_size,
        /// Id in the engine.
        server_execution_id,
        /// Execution it builds on.
        parent_execution_id,
        /// State.
        status,
        /// State of copying it to the target site; "FAILED" is the only word documented.
        saveset_replication_status,
        /// Whether the backup is kept.
        is_saveset_retained,
        /// Whether the backup is gone.
        is_saveset_deleted,
        /// The backup.
        saveset_id,
        /// How much it took.
        run_type,
        /// Words not documented.
        site_type,
        /// What the vendor says about it.
        status_detail,
        /// Members this version does not know.
        extra,
    } {
        /// Where it stands: "queued", "running", "finished", or "unknown" for a word that this version does not know.
        #[getter]
        fn phase<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
            crate::convert::ToPython::to_python(&self.standing().0, py)
        }

        /// How it ended; None while it is not known to be over.
        #[getter]
        fn outcome<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
            crate::convert::ToPython::to_python(&self.standing().1, py)
        }
    }
}

impl Execution {
    fn standing(&self) -> (Phase, Option<Outcome>) {
        match self.0.seen() {
            Item::Made(execution) => (execution.phase(), execution.outcome()),
            Item::Cell(cell) => teradata::standing(cell),
        }
    }
}
