//! The request for a backup.

use crate::convert::ToPython;
use crate::model::no_pickle;
use crate::secret::GivenSecret;
use backupjobs::{Secret, vcenter};
use pyo3::prelude::*;

/// What to back up, and where to. What is None is not sent. The passwords cannot be read back.
///
/// :param location_type: "FTP", "FTPS", "HTTP", "HTTPS", "SCP", "SFTP", "NFS" or "SMB"
/// :param location: path or URL of the destination
/// :param parts: optional parts to include, such as "seat"
/// :param backup_password: encrypts the backup: 8 to 20 visible ASCII characters with upper case, lower case, digit and
///     special character
#[pyclass(frozen, module = "backupjobs.vcenter", name = "BackupRequest")]
pub(crate) struct BackupRequest(pub(crate) vcenter::BackupRequest);

#[pymethods]
impl BackupRequest {
    #[new]
    #[pyo3(signature = (location_type, location, *, parts=None, backup_password=None, location_user=None,
        location_password=None, comment=None, fast_backup=None), text_signature = "(location_type, location, *, parts=(), \
        backup_password=None, location_user=None, location_password=None, comment=None, \
        fast_backup=None)")]
    #[allow(clippy::too_many_arguments, reason = "one for each member, all but two with names")]
    fn new(
        location_type: &str,
        location: &str,
        parts: Option<Vec<String>>,
        backup_password: Option<GivenSecret>,
        location_user: Option<String>,
        location_password: Option<GivenSecret>,
        comment: Option<String>,
        fast_backup: Option<bool>,
    ) -> Self {
        let mut request = vcenter::BackupRequest::new(location_type.into(), location);
        request.parts = parts.unwrap_or_default();
        request.backup_password = backup_password.map(|given| given.0);
        request.location_user = location_user;
        request.location_password = location_password.map(|given| given.0);
        request.comment = comment;
        request.fast_backup = fast_backup;
        Self(request)
    }

    /// How the appliance reaches the destination.
    #[getter]
    fn location_type<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.location_type.to_python(py)
    }

    /// Path or URL of the destination.
    #[getter]
    fn location(&self) -> &str {
        &self.0.location
    }

    /// Optional parts to include.
    #[getter]
    fn parts(&self) -> &[String] {
        &self.0.parts
    }

    /// User at the destination.
    #[getter]
    fn location_user(&self) -> Option<&str> {
        self.0.location_user.as_deref()
    }

    /// A comment kept with the backup.
    #[getter]
    fn comment(&self) -> Option<&str> {
        self.0.comment.as_deref()
    }

    /// Whether the database is backed up the fast way; 7.0 U2 and later.
    #[getter]
    fn fast_backup(&self) -> Option<bool> {
        self.0.fast_backup
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let hidden = |secret: &Option<Secret>| secret.as_ref().map(|_| "***".to_owned()).to_python(py);
        let fields = [
            ("location_type", self.0.location_type.to_python(py)?),
            ("location", self.0.location.to_python(py)?),
            ("parts", self.0.parts.to_python(py)?),
            ("backup_password", hidden(&self.0.backup_password)?),
            ("location_user", self.0.location_user.to_python(py)?),
            ("location_password", hidden(&self.0.location_password)?),
            ("comment", self.0.comment.to_python(py)?),
            ("fast_backup", self.0.fast_backup.to_python(py)?),
        ];
        crate::value::repr("BackupRequest", &fields)
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!("a backup request may hold secrets: it cannot be pickled or copied")
    }
}
