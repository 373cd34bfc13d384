//! Texts across the border. In: UTF-8, checked. Out: NUL-terminated copies that live inside the object they belong to.

use crate::handle::{Field, invalid, is_null};
use backupjobs::{Error, Time};
use std::ffi::{CStr, CString, c_char};
use std::ptr::null;

/// A text for C.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text(CString);

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

impl From<String> for Text {
    /// A NUL inside the text would cut it short in C, so each becomes U+FFFD.
    #[inline(never)]
    fn from(text: String) -> Self {
        let with_nul = |text: Vec<u8>| String::from_utf8_lossy(&text).replace('\0', "\u{fffd}");
        Self(CString::new(text).or_else(|e| CString::new(with_nul(e.into_vec()))).unwrap_or_default())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Time> for Text {
    #[inline(never)]
    fn from(time: Time) -> Self {
        time.raw().into()
    }
}

impl Field for Text {
    type C = *const c_char;
    const NONE: *const c_char = null();
    fn get(&self) -> *const c_char {
        self.0.as_ptr()
    }
}

impl Field for Option<Text> {
    type C = *const c_char;
    const NONE: *const c_char = null();
    fn get(&self) -> *const c_char {
        self.as_ref().map_or(null(), Text::get)
    }
}

/// A JSON object as text; the empty one takes no memory.
#[derive(Debug, Default)]
pub(crate) struct Json(Option<Text>);

impl From<backupjobs::Extra> for Json {
    #[inline(never)]
    fn from(members: backupjobs::Extra) -> Self {
        if members.is_empty() {
            return Self(None);
        }
        Self(Some(serde_json::Value::Object(members).to_string().into()))
    }
}

impl Field for Json {
    type C = *const c_char;
    /// Also for a NULL object: JSON texts are never NULL.
    const NONE: *const c_char = c"{}".as_ptr();
    fn get(&self) -> *const c_char {
        self.0.as_ref().map_or(Self::NONE, Text::get)
    }
}

/// The object in a JSON text from C.
pub(crate) fn members(json: &str, name: &str) -> Result<backupjobs::Extra, Error> {
    serde_json::from_slice(json.as_bytes()).map_err(|e| invalid(format!("'{name}' is not a JSON object: {e}")))
}

/// A text that may be NULL.
///
/// # Safety
/// `text` is NULL or NUL-terminated.
#[inline(never)]
pub(crate) unsafe fn maybe<'a>(text: *const c_char, name: &str) -> Result<Option<&'a str>, Error> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: as promised by the caller.
    let text = unsafe { CStr::from_ptr(text) };
    // The text itself stays out of the message: it may be a secret.
    text.to_str().map(Some).map_err(|_| invalid(format!("'{name}' is not UTF-8")))
}

/// A text that must be given.
///
/// # Safety
/// `text` is NULL or NUL-terminated.
#[inline(never)]
pub(crate) unsafe fn need<'a>(text: *const c_char, name: &str) -> Result<&'a str, Error> {
    // SAFETY: as promised by the caller.
    unsafe { maybe(text, name) }?.ok_or_else(|| is_null(name))
}

/// Several texts, which must all be given.
///
/// # Safety
/// `list` is NULL or has `count` elements, each NULL or NUL-terminated.
#[inline(never)]
pub(crate) unsafe fn all<'a>(list: *const *const c_char, count: usize, name: &str) -> Result<Vec<&'a str>, Error> {
    let list = match count {
        0 => &[],
        _ if list.is_null() => return Err(is_null(name)),
        // SAFETY: as promised by the caller.
        _ => unsafe { std::slice::from_raw_parts(list, count) },
    };
    // SAFETY: as promised by the caller.
    list.iter().enumerate().map(|(index, text)| unsafe { need(*text, &format!("{name}[{index}]")) }).collect()
}

/// A text given to a call.
macro_rules! text {
    ($text:ident) => {{
        // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
        unsafe { $crate::text::need($text, stringify!($text)) }?
    }};
}

/// A text that may be NULL.
macro_rules! maybe_text {
    ($text:ident) => {{
        // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
        unsafe { $crate::text::maybe($text, stringify!($text)) }?
    }};
}

/// Several texts given to a call, and their number.
macro_rules! texts {
    ($list:ident, $count:ident) => {{
        // SAFETY: by the rules of the header, `list` has `count` readable elements, each NULL or NUL-terminated.
        unsafe { $crate::text::all($list, $count, stringify!($list)) }?
    }};
}

pub(crate) use {maybe_text, text, texts};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_inside_does_not_cut() {
        assert_eq!(Text::from("a\0b").as_str(), "a\u{fffd}b");
    }

    #[test]
    fn json_is_never_null() {
        // SAFETY: both are NUL-terminated and alive.
        let text = |json: &Json| unsafe { CStr::from_ptr(json.get()) }.to_str().map(str::to_owned);
        assert_eq!(text(&Json::default()).as_deref(), Ok("{}"));
        let members = members(r#"{"b":1,"a":"ü"}"#, "x").expect("JSON");
        assert_eq!(text(&members.into()).as_deref(), Ok(r#"{"a":"ü","b":1}"#));
    }

    #[test]
    fn one_missing_among_several_is_named() {
        let list = [c"a".as_ptr(), null()];
        // SAFETY: the list has two elements, the first of which is a C string literal.
        let (one, both) = unsafe { (all(list.as_ptr(), 1, "jobs"), all(list.as_ptr(), 2, "jobs")) };
        assert_eq!(one.ok(), Some(vec!["a"]));
        assert!(both.expect_err("NULL").to_string().contains("'jobs[1]' is NULL"));
        // SAFETY: nothing is read.
        assert!(unsafe { all(null(), 0, "jobs") }.is_ok_and(|none| none.is_empty()));
    }

    #[test]
    fn what_is_not_utf_8_is_refused_without_being_shown() {
        // SAFETY: a C string literal.
        let error = unsafe { need(c"secret\xff".as_ptr(), "password") }.expect_err("not UTF-8");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
