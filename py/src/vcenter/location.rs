//! Where backups lie.

use crate::model::no_pickle;
use crate::secret::GivenSecret;
use backupjobs::vcenter;
use pyo3::prelude::*;

/// Where backups lie, and who may read them there. The password cannot be read back.
///
/// :param location: URL such as ``sftp://backup.example.net/vcsa``
/// :param location_user: user there; None: no authentication
/// :param location_password: password there
#[pyclass(frozen, module = "backupjobs.vcenter", name = "Location")]
pub(crate) struct Location(pub(crate) vcenter::Location);

#[pymethods]
impl Location {
    #[new]
    #[pyo3(signature = (location, *, location_user=None, location_password=None))]
    fn new(location: &str, location_user: Option<String>, location_password: Option<GivenSecret>) -> Self {
        let mut at = vcenter::Location::new(location);
        at.location_user = location_user;
        at.location_password = location_password.map(|given| given.0);
        Self(at)
    }

    /// URL such as ``sftp://backup.example.net/vcsa``.
    #[getter]
    fn location(&self) -> &str {
        &self.0.location
    }

    /// User there.
    #[getter]
    fn location_user(&self) -> Option<&str> {
        self.0.location_user.as_deref()
    }

    fn __repr__(&self) -> String {
        format!("Location({:?})", self.0.location)
    }

    fn __reduce__(&self) -> PyResult<()> {
        no_pickle!("a location may hold a secret: it cannot be pickled or copied; make one where it is needed")
    }
}
