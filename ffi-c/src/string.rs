//! Texts that a call returns on their own, not inside another object.

use crate::handle::{free, get, len, text_at};
use crate::text::Text;
use std::ffi::c_char;

/// A text that belongs to the caller.
pub struct bkj_string {
    value: Text,
}

impl From<String> for bkj_string {
    fn from(text: String) -> Self {
        Self { value: text.into() }
    }
}

/// The text itself; lives as long as the string object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_string_value(string: *const bkj_string) -> *const c_char {
    get!(string.value)
}

/// Frees a string object.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_string_free(string: *mut bkj_string) {
    free!(string);
}

/// A list of texts.
pub struct bkj_string_list {
    rows: Vec<Text>,
}

impl From<Vec<String>> for bkj_string_list {
    fn from(texts: Vec<String>) -> Self {
        Self { rows: texts.into_iter().map(Text::from).collect() }
    }
}

/// Number of texts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_string_list_len(list: *const bkj_string_list) -> usize {
    len!(list.rows)
}

/// One text, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_string_list_at(list: *const bkj_string_list, index: usize) -> *const c_char {
    text_at!(list.rows, index)
}

/// Frees a list and all texts got from it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_string_list_free(list: *mut bkj_string_list) {
    free!(list);
}
