//! The request for a backup.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, flag, free, place};
use crate::text::{maybe_text, text, texts};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::cancel::bkj_vcenter_return_result;
use crate::vcenter::runs::bkj_vcenter_backup_job_status;
use crate::words::{from_word, word};
use backupjobs::vcenter;
use std::ffi::c_char;

/// How the appliance reaches the destination. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VCENTER_LOCATION_TYPE_UNKNOWN: i32 = 0;
/// FTP. The word is "FTP".
pub const BKJ_VCENTER_LOCATION_TYPE_FTP: i32 = 1;
/// HTTP. The word is "HTTP".
pub const BKJ_VCENTER_LOCATION_TYPE_HTTP: i32 = 2;
/// FTPS. The word is "FTPS".
pub const BKJ_VCENTER_LOCATION_TYPE_FTPS: i32 = 3;
/// HTTPS. The word is "HTTPS".
pub const BKJ_VCENTER_LOCATION_TYPE_HTTPS: i32 = 4;
/// SSH copy; use SFTP from 7.0 on. The word is "SCP".
pub const BKJ_VCENTER_LOCATION_TYPE_SCP: i32 = 5;
/// SFTP; from about 6.7 U1 on. The word is "SFTP".
pub const BKJ_VCENTER_LOCATION_TYPE_SFTP: i32 = 6;
/// NFS; 6.7 U2 and later. The word is "NFS".
pub const BKJ_VCENTER_LOCATION_TYPE_NFS: i32 = 7;
/// SMB; 6.7 U2 and later. The word is "SMB".
pub const BKJ_VCENTER_LOCATION_TYPE_SMB: i32 = 8;

/// The vendor's word for a BKJ_VCENTER_LOCATION_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_type_word(code: i32) -> *const c_char {
    word!(backupjobs::vcenter::LocationType, code)
}

/// The BKJ_VCENTER_LOCATION_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_location_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::vcenter::LocationType, word)
}

/// What to back up, and where to. Unset members are not sent.
pub struct bkj_vcenter_backup_request {
    pub(crate) inner: vcenter::BackupRequest,
}

/// A request for the mandatory parts, unencrypted. `location_type` is a word such as "SFTP"; `location` is the path or URL
/// of the destination.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_new(
    location_type: *const c_char,
    location: *const c_char,
    out: *mut *mut bkj_vcenter_backup_request,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        let inner = vcenter::BackupRequest::new(text!(location_type).into(), text!(location));
        out.give(bkj_vcenter_backup_request { inner });
    })
}

/// Optional parts to include, such as "seat": `length` texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_parts(
    request: *mut bkj_vcenter_backup_request,
    parts: *const *const c_char,
    length: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.parts = texts!(parts, length).into_iter().map(str::to_owned).collect();
    })
}

/// How the appliance reaches the destination.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_location_type(
    request: *mut bkj_vcenter_backup_request,
    location_type: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.location_type = text!(location_type).into();
    })
}

/// Path or URL of the destination.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_location(
    request: *mut bkj_vcenter_backup_request,
    location: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.location = text!(location).to_owned();
    })
}

/// Encrypts the backup; NULL: not encrypted. Policy: 8 to 20 visible ASCII characters with an upper-case letter,
/// a lower-case letter, a digit and a special character.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_backup_password(
    request: *mut bkj_vcenter_backup_request,
    password: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.backup_password = maybe_text!(password).map(Into::into);
    })
}

/// User at the destination; NULL: no authentication there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_location_user(
    request: *mut bkj_vcenter_backup_request,
    user: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.location_user = maybe_text!(user).map(str::to_owned);
    })
}

/// Password at the destination; NULL: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_location_password(
    request: *mut bkj_vcenter_backup_request,
    password: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.location_password = maybe_text!(password).map(Into::into);
    })
}

/// A comment kept with the backup; NULL: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_comment(
    request: *mut bkj_vcenter_backup_request,
    comment: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let request = arg_mut!(request);
        request.inner.comment = maybe_text!(comment).map(str::to_owned);
    })
}

/// Frees a request, and wipes its passwords.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_free(request: *mut bkj_vcenter_backup_request) {
    free!(request);
}

/// Starts a backup and returns its status. An appliance runs one backup or restore at a time, whoever started it:
/// BKJ_ERR_ALREADY_RUNNING.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_create_backup_job(
    client: *const bkj_vcenter,
    request: *const bkj_vcenter_backup_request,
    out: *mut *mut bkj_vcenter_backup_job_status,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.create_backup_job", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.create_backup_job(&arg!(request).inner)?);
    })
}

/// Looks whether a backup could work, without starting it: the destination, its credentials, the space. What it says is
/// in the answer; an answer alone is no good news.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_validate_backup(
    client: *const bkj_vcenter,
    request: *const bkj_vcenter_backup_request,
    out: *mut *mut bkj_vcenter_return_result,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.validate_backup", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.validate_backup(&arg!(request).inner)?);
    })
}

/// Backs the database up the fast way, which may slow the appliance down meanwhile; 7.0 U2 and later (older ones refuse
/// the member). Unset: the slow way: 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_backup_request_set_fast_backup(
    spec: *mut bkj_vcenter_backup_request,
    yes: i32,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.fast_backup = flag(yes, "yes")?;
    })
}
