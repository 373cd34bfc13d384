//! Panics, planted where work is done, for the test that sees what Python gets of them.

#![allow(clippy::panic, reason = "that is what it is for")]

use crate::call::{self, Held};
use crate::vcenter::client::Client;
use backupjobs::{CancelToken, Error, Log, Secret, vcenter};
use pyo3::prelude::*;
use std::path::PathBuf;

/// Panics inside a call: away from the interpreter, with a token that is asked for Ctrl-C, or attached to the interpreter.
#[pyfunction]
fn planted_panic(py: Python<'_>, place: &str) -> PyResult<()> {
    match place {
        "detached" => call::detached(py, || panic!("planted, {}", place)),
        "probed" => call::probed(py, &CancelToken::new(), |_| panic!("planted, {place}")),
        "attached" => panic!("planted, {place}"),
        "plain" => call::detached(py, || Err(Error::new(backupjobs::ErrorKind::Internal, "no panic at all"))),
        _ => Ok(()),
    }
}

/// A client that panics with every request of this method: "POST" is its login, "DELETE" its logout.
#[pyfunction]
fn planted_client(
    py: Python<'_>,
    url: String,
    username: String,
    password: String,
    ca_file: PathBuf,
    method: String,
) -> PyResult<Client> {
    let mut config = vcenter::Config::new(url, username, Secret::from(password));
    config.options.trust = backupjobs::Trust::CaFile(ca_file);
    config.options.log = Some(Log::new(move |event| match &event.method {
        Some(found) if *found == method => panic!("planted, {method}"),
        _ => {}
    }));
    let client = call::detached(py, || vcenter::Client::new(config))?;
    Ok(Client(Held::new(client, CancelToken::new())))
}

pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(planted_panic, module)?)?;
    module.add_function(wrap_pyfunction!(planted_client, module)?)
}
