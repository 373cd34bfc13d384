//! What a backup holds: the objects that a restore may name.

crate::model::model! {
    /// How far the preparation of objects is. Which one is told when there are several is not documented: the call takes only the site.
    ObjectsPreparation shows backupjobs::teradata::ObjectsPreparation, as "ObjectsPreparation" in "backupjobs.teradata" {
        /// State; no word is documented.
        status,
        /// What the vendor says about it.
        details,
        /// Members this version does not know.
        extra,
    } {
        /// Where it stands: "queued", "running", "finished", or "unknown" for a word that this version does not know.
        #[getter]
        fn phase<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
            crate::convert::ToPython::to_python(&self.0.phase(), py)
        }

        /// How it ended; None while it is not known to be over.
        #[getter]
        fn outcome<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
            crate::convert::ToPython::to_python(&self.0.outcome(), py)
        }
    }
}

crate::model::model! {
    /// One object in a backup.
    BackupObject shows backupjobs::teradata::BackupObject, as "BackupObject" in "backupjobs.teradata", lazily {
        /// Name.
        object_name,
        /// DATABASE is the only word documented.
        object_type,
        /// Parent.
        parent_name,
        /// Type of the parent.
        parent_type,
        /// Bytes.
        byte_count,
        /// Members this version does not know.
        extra,
    }
}
