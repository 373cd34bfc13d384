//! Messages of the appliance.

use crate::handle::{get, len, text_at};
use crate::text::{Json, Text};
use backupjobs::vcenter;
use std::ffi::c_char;

/// A message in English, with its id and arguments. It belongs to the object it is in.
pub struct bkj_vcenter_localizable_message {
    id: Option<Text>,
    default_message: Option<Text>,
    args: Vec<Text>,
    params: Json,
    localized: Option<Text>,
    extra: Json,
}

impl From<vcenter::LocalizableMessage> for bkj_vcenter_localizable_message {
    fn from(from: vcenter::LocalizableMessage) -> Self {
        Self {
            id: from.id.map(Text::from),
            default_message: from.default_message.map(Text::from),
            args: from.args.into_iter().map(Text::from).collect(),
            params: from.params.into(),
            localized: from.localized.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Id in the message bundle. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_id(
    message: *const bkj_vcenter_localizable_message,
) -> *const c_char {
    get!(message.id)
}

/// English text. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_default_message(
    message: *const bkj_vcenter_localizable_message,
) -> *const c_char {
    get!(message.default_message)
}

/// Arguments: how many.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_args_len(
    message: *const bkj_vcenter_localizable_message,
) -> usize {
    len!(message.args)
}

/// Arguments: one of them, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_args_at(
    message: *const bkj_vcenter_localizable_message,
    index: usize,
) -> *const c_char {
    text_at!(message.args, index)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_params_json(
    message: *const bkj_vcenter_localizable_message,
) -> *const c_char {
    get!(message.params)
}

/// The text in the language of the request; 7.0 and later. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_localized(
    message: *const bkj_vcenter_localizable_message,
) -> *const c_char {
    get!(message.localized)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_vcenter_localizable_message_extra_json(
    message: *const bkj_vcenter_localizable_message,
) -> *const c_char {
    get!(message.extra)
}
