//! A file of hosts and the certificates that were compared by a person, as ssh keeps one for keys.

use crate::certificate::bkj_certificate;
use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, free, get, place, value_place};
use crate::string::bkj_string_list;
use crate::text::{Text, text};
use backupjobs::trust::KnownHosts;
use std::ffi::c_char;
use std::path::Path;

/// A file with one host and one certificate a line, in which # begins a comment: "vb365.example:4443 AA:BB:…:99". A host
/// may have several lines. A file that we create is its owner's only, and replaced as a whole; several processes may
/// change it at once. May be used from any number of threads at once.
pub struct bkj_known_hosts {
    path: Text,
    inner: KnownHosts,
}

/// Opens a file, and checks that every line of it can be read. One that does not exist is one without hosts.
/// BKJ_ERR_CONFIG when the file or a line of it cannot be read, or when everybody may write it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_open(
    path: *const c_char,
    out: *mut *mut bkj_known_hosts,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "known_hosts.open", {
        let out = place!(out);
        let path = text!(path);
        out.give(bkj_known_hosts { inner: KnownHosts::open(Path::new(path))?, path: path.into() });
    })
}

/// Where the file is, as it was given.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_path(hosts: *const bkj_known_hosts) -> *const c_char {
    get!(hosts.path)
}

/// The SHA-256s remembered for the host and port of a URL, with colons; an empty list for an unknown host.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_lookup(
    hosts: *const bkj_known_hosts,
    url: *const c_char,
    out: *mut *mut bkj_string_list,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "known_hosts.lookup", {
        let out = place!(out);
        let hosts = arg!(hosts);
        out.give(hosts.inner.lookup(text!(url))?);
    })
}

/// Adds a certificate for the host and port of a URL; what was remembered before stays. For a certificate that replaces
/// another, bkj_known_hosts_forget() the host first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_remember(
    hosts: *const bkj_known_hosts,
    url: *const c_char,
    certificate: *const bkj_certificate,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "known_hosts.remember", {
        let hosts = arg!(hosts);
        let url = text!(url);
        hosts.inner.remember(url, &arg!(certificate).inner)?;
    })
}

/// Removes every certificate of the host and port of a URL; comments and other hosts stay. Writes whether there was one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_forget(
    hosts: *const bkj_known_hosts,
    url: *const c_char,
    out: *mut bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "known_hosts.forget", {
        let out = value_place!(out);
        let hosts = arg!(hosts);
        out.put(hosts.inner.forget(text!(url))?);
    })
}

/// Frees it. The file stays.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_known_hosts_free(hosts: *mut bkj_known_hosts) {
    free!(hosts);
}
