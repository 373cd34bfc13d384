//! Where the bearer token comes from: a text or secret, a Python callable, or one of the sources below.

use crate::call;
use crate::convert::{Named, Span};
use crate::ending;
use crate::secret::GivenSecret;
use backupjobs::Secret;
use backupjobs::teradata::{self, OrganizationClaim, TokenSource};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// `token=` of a client.
pub(crate) struct Token(pub(crate) TokenSource);

impl<'py> FromPyObject<'_, 'py> for Token {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return Ok(Self(TokenSource::Static(value.extract::<String>()?.into())));
        }
        if let Ok(secret) = value.cast::<crate::secret::Secret>() {
            return Ok(Self(TokenSource::Static(secret.get().0.clone())));
        }
        if let Ok(source) = value.cast::<TokenCommand>() {
            return Ok(Self(source.get().0.clone().into()));
        }
        if let Ok(source) = value.cast::<ClientCredentials>() {
            return Ok(Self(source.get().0.clone().into()));
        }
        if let Ok(source) = value.cast::<LakeJwt>() {
            return Ok(Self(source.get().0.clone().into()));
        }
        if let Ok(source) = value.cast::<Basic>() {
            return Ok(Self(source.get().0.clone()));
        }
        if !value.is_callable() {
            return Err(PyTypeError::new_err(
                "token must be a str, a Secret, a callable without arguments that returns one, or a token source of \
                 backupjobs.teradata",
            ));
        }
        let callable = value.to_owned().unbind();
        Ok(Self(TokenSource::callback(move || {
            ending::stay_away();
            Python::attach(|py| ask(callable.bind(py)))
        })))
    }
}

/// Asks the callable. What it raises comes out of the call that needed the token.
fn ask(callable: &Bound<'_, PyAny>) -> Result<Secret, String> {
    let token = callable.call0().and_then(|token| {
        let given = token.extract::<GivenSecret>();
        given.map(|given| given.0).map_err(|_| PyTypeError::new_err("it did not return a str or a Secret"))
    });
    token.map_err(|raised| {
        let why = raised.to_string();
        call::keep_cause(raised);
        why
    })
}

const HOLDS_A_SECRET: &str =
    "a token source holds secrets: it cannot be pickled or copied; make one where it is needed";

/// A program that prints the bearer token.
///
/// It is run without a shell and without input, when the first token is needed and when the server refuses the last.
/// Neither what it prints nor its arguments are ever shown.
///
/// :param argv: the program, looked up in ``PATH``, and its arguments
/// :param timeout: longest time it may take; then it is killed
#[pyclass(frozen, module = "backupjobs.teradata", name = "TokenCommand")]
pub(crate) struct TokenCommand(teradata::TokenCommand);

#[pymethods]
impl TokenCommand {
    #[new]
    #[pyo3(signature = (argv, *, timeout=None), text_signature = "(argv, *, timeout=30)")]
    fn new(argv: Vec<String>, timeout: Option<Span>) -> Self {
        let mut command = teradata::TokenCommand::new(argv);
        if let Some(Span(timeout)) = timeout {
            command.timeout = timeout;
        }
        Self(command)
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(HOLDS_A_SECRET))
    }
}

/// An OAuth 2.0 token endpoint, asked with the client credentials grant. Not documented for BaaS.
///
/// :param token_url: the whole URL; its certificate is checked in the same way as that of the API
/// :param scope: scope to ask for; None is not sent
#[pyclass(frozen, module = "backupjobs.teradata", name = "ClientCredentials")]
pub(crate) struct ClientCredentials(teradata::ClientCredentials);

#[pymethods]
impl ClientCredentials {
    #[new]
    #[pyo3(signature = (token_url, client_id, client_secret, *, scope=None))]
    fn new(token_url: &str, client_id: &str, client_secret: GivenSecret, scope: Option<String>) -> Self {
        let mut credentials = teradata::ClientCredentials::new(token_url, client_id, client_secret.0);
        credentials.scope = scope;
        Self(credentials)
    }

    fn __repr__(&self) -> String {
        // The URL may hold a password.
        format!("ClientCredentials(client_id={:?}, …)", self.0.client_id)
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(HOLDS_A_SECRET))
    }
}

/// A token for VantageCloud Lake, signed here (RS256) out of a personal access token, and signed anew in time.
///
/// :param personal_access_token: made in the console by a database user
/// :param private_key: PEM text, PKCS#8 or PKCS#1, not encrypted
/// :param key_name: name of the key in the console
/// :param username: the database user
/// :param organization: from the home page of the console
/// :param organization_claim: the claim that names it: "org_key" or "org_id"
/// :param lifetime: how long each token is good for
#[pyclass(frozen, module = "backupjobs.teradata", name = "LakeJwt")]
pub(crate) struct LakeJwt(teradata::LakeJwt);

#[pymethods]
impl LakeJwt {
    #[new]
    #[pyo3(signature = (personal_access_token, private_key, *, key_name, username, organization,
        organization_claim="org_key", lifetime=None), text_signature = "(personal_access_token, private_key, *, key_name, \
        username, organization, organization_claim='org_key', lifetime=3600)")]
    #[allow(clippy::too_many_arguments, reason = "one for each claim, most of them with names")]
    fn new(
        py: Python<'_>,
        personal_access_token: GivenSecret,
        private_key: GivenSecret,
        key_name: &str,
        username: &str,
        organization: &str,
        organization_claim: &str,
        lifetime: Option<Span>,
    ) -> PyResult<Self> {
        let mut jwt = teradata::LakeJwt::new(personal_access_token.0, private_key.0, key_name, username, organization);
        jwt.organization_claim = OrganizationClaim::from_word(py, organization_claim)?;
        if let Some(Span(lifetime)) = lifetime {
            jwt.lifetime = lifetime;
        }
        Ok(Self(jwt))
    }

    fn __repr__(&self) -> String {
        format!(
            "LakeJwt(…, key_name={:?}, username={:?}, organization={:?})",
            self.0.key_name, self.0.username, self.0.organization
        )
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(HOLDS_A_SECRET))
    }
}

/// User and password in every request. Not documented for BaaS.
#[pyclass(frozen, module = "backupjobs.teradata", name = "Basic")]
pub(crate) struct Basic(TokenSource);

#[pymethods]
impl Basic {
    #[new]
    fn new(username: &str, password: GivenSecret) -> Self {
        Self(TokenSource::basic(username, password.0))
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(PyTypeError::new_err(HOLDS_A_SECRET))
    }
}
