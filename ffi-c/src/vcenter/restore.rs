//! Whether a backup can be restored here. The restore itself is not offered: it works only on an appliance that was just

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, arg_mut, at, free, get, len, place, text_at, value_place};
use crate::text::{Json, Text, maybe_text, text, texts};
use crate::vcenter::bkj_vcenter;
use crate::vcenter::messages::bkj_vcenter_localizable_message;
use backupjobs::{Secret, vcenter};
use std::ffi::c_char;

/// Reads a backup's description and compares it with this appliance; restores nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_validate_restore(
    client: *const bkj_vcenter,
    request: *const bkj_vcenter_restore_request,
    out: *mut *mut bkj_vcenter_restore_metadata,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.validate_restore", {
        let out = place!(out);
        let client = arg!(client);
        out.give(client.inner.validate_restore(&arg!(request).inner)?);
    })
}

/// Whether this appliance can be backed up and restored at all. 6.7 and later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_recovery_supported(
    client: *const bkj_vcenter,
    out: *mut bool,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "vcenter.recovery_supported", {
        let out = value_place!(out);
        let client = arg!(client);
        out.put(client.inner.recovery_supported()?);
    })
}

/// Which backup to restore. Unset members are not sent.
pub struct bkj_vcenter_restore_request {
    pub(crate) inner: vcenter::RestoreRequest,
}

/// With what is needed; the rest has setters.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_new(
    location_type: *const c_char,
    location: *const c_char,
    out: *mut *mut bkj_vcenter_restore_request,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(bkj_vcenter_restore_request {
            inner: vcenter::RestoreRequest::new(text!(location_type).into(), text!(location)),
        });
    })
}

/// Only these parts, which must be standalone ones; 8.0 U3 and later. Not sent when empty: `count` texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_parts(
    spec: *mut bkj_vcenter_restore_request,
    texts: *const *const c_char,
    count: usize,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.parts = texts!(texts, count).into_iter().map(str::to_owned).collect();
    })
}

/// The password that the backup was encrypted with. No policy holds here: it is what it was. It is copied, and wiped
/// with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_backup_password(
    spec: *mut bkj_vcenter_restore_request,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.backup_password = maybe_text!(secret).map(Secret::from);
    })
}

/// How the appliance reaches the backup, as a word.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_location_type(
    spec: *mut bkj_vcenter_restore_request,
    word: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_type = text!(word).into();
    })
}

/// Path or URL of the archive itself, not of the place that holds all of them (seen in clients).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_location(
    spec: *mut bkj_vcenter_restore_request,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location = text!(text).to_owned();
    })
}

/// User there. Unset: no authentication; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_location_user(
    spec: *mut bkj_vcenter_restore_request,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_user = maybe_text!(text).map(str::to_owned);
    })
}

/// Password there. It is copied, and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_location_password(
    spec: *mut bkj_vcenter_restore_request,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.location_password = maybe_text!(secret).map(Secret::from);
    })
}

/// Single-sign-on administrator; 6.7 and later; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_sso_admin_user_name(
    spec: *mut bkj_vcenter_restore_request,
    text: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.sso_admin_user_name = maybe_text!(text).map(str::to_owned);
    })
}

/// Its password. It is copied, and wiped with this object; NULL: not set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_set_sso_admin_user_password(
    spec: *mut bkj_vcenter_restore_request,
    secret: *const c_char,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let spec = arg_mut!(spec);
        spec.inner.sso_admin_user_password = maybe_text!(secret).map(Secret::from);
    })
}

/// Frees it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_request_free(spec: *mut bkj_vcenter_restore_request) {
    free!(spec);
}

/// What a backup is, and whether it fits this appliance (`Metadata` in the vendor's words).
pub struct bkj_vcenter_restore_metadata {
    timestamp: Option<Text>,
    parts: Vec<Text>,
    version: Option<Text>,
    boxname: Option<Text>,
    sso_login_required: Option<bool>,
    comment: Option<Text>,
    applicable: Option<bool>,
    messages: Vec<bkj_vcenter_localizable_message>,
    extra: Json,
}

impl From<vcenter::RestoreMetadata> for bkj_vcenter_restore_metadata {
    fn from(from: vcenter::RestoreMetadata) -> Self {
        Self {
            timestamp: from.timestamp.map(Text::from),
            parts: from.parts.into_iter().map(Text::from).collect(),
            version: from.version.map(Text::from),
            boxname: from.boxname.map(Text::from),
            sso_login_required: from.sso_login_required,
            comment: from.comment.map(Text::from),
            applicable: from.applicable,
            messages: from.messages.into_iter().map(Into::into).collect(),
            extra: from.extra.into(),
        }
    }
}

/// When the backup was completed. As the server wrote it (bkj_time_unix_ms() reads it); NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_timestamp(
    metadata: *const bkj_vcenter_restore_metadata,
) -> *const c_char {
    get!(metadata.timestamp)
}

/// Parts in it: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_parts_len(
    metadata: *const bkj_vcenter_restore_metadata,
) -> usize {
    len!(metadata.parts)
}

/// Parts in it: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_parts_at(
    metadata: *const bkj_vcenter_restore_metadata,
    index: usize,
) -> *const c_char {
    text_at!(metadata.parts, index)
}

/// Version of the appliance that was backed up. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_version(
    metadata: *const bkj_vcenter_restore_metadata,
) -> *const c_char {
    get!(metadata.version)
}

/// Its name in the network. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_boxname(
    metadata: *const bkj_vcenter_restore_metadata,
) -> *const c_char {
    get!(metadata.boxname)
}

/// Whether the single-sign-on administrator must be given; 6.7 and later. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_sso_login_required(
    metadata: *const bkj_vcenter_restore_metadata,
) -> i32 {
    get!(metadata.sso_login_required)
}

/// Comment. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_comment(
    metadata: *const bkj_vcenter_restore_metadata,
) -> *const c_char {
    get!(metadata.comment)
}

/// Whether it fits: deployment type, network and version. Nothing but true is a yes. 1, 0, or BKJ_ABSENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_applicable(metadata: *const bkj_vcenter_restore_metadata) -> i32 {
    get!(metadata.applicable)
}

/// Why it does not fit: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_messages_len(
    metadata: *const bkj_vcenter_restore_metadata,
) -> usize {
    len!(metadata.messages)
}

/// Why it does not fit: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_messages_at(
    metadata: *const bkj_vcenter_restore_metadata,
    index: usize,
) -> *const bkj_vcenter_localizable_message {
    at!(metadata.messages, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_extra_json(
    metadata: *const bkj_vcenter_restore_metadata,
) -> *const c_char {
    get!(metadata.extra)
}

/// Frees a restore metadata that belongs to the caller.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_restore_metadata_free(metadata: *mut bkj_vcenter_restore_metadata) {
    free!(metadata);
}
