//! Handles: boxes that C holds by pointer. Every pointer is checked for NULL; none is taken over except by `_free`.

use crate::guard::quiet;
use crate::sigpipe::Shield;
use backupjobs::{Error, ErrorKind};
use std::ptr::null;

pub(crate) fn invalid(message: String) -> Error {
    Error::new(ErrorKind::InvalidArgument, message)
}

/// For a pointer that must not be. A function of its own: hundreds of others would each hold a copy.
#[cold]
#[inline(never)]
pub(crate) fn is_null(name: &str) -> Error {
    invalid(format!("'{name}' is NULL"))
}

#[cold]
#[inline(never)]
fn no_place(name: &str) -> Error {
    invalid(format!("'{name}', where the result goes, is NULL"))
}

/// The object behind a handle that must be given.
///
/// # Safety
/// `handle` is NULL or points to a living object of this library.
pub(crate) unsafe fn need<'a, T>(handle: *const T, name: &str) -> Result<&'a T, Error> {
    // SAFETY: as promised by the caller.
    unsafe { handle.as_ref() }.ok_or_else(|| is_null(name))
}

/// The same, to change it.
///
/// # Safety
/// `handle` is NULL or points to a living object of this library that no other thread uses now.
pub(crate) unsafe fn need_mut<'a, T>(handle: *mut T, name: &str) -> Result<&'a mut T, Error> {
    // SAFETY: as promised by the caller.
    unsafe { handle.as_mut() }.ok_or_else(|| is_null(name))
}

/// A place for a result, known not to be NULL.
pub(crate) struct Place<T>(*mut *mut T);

impl<T> Place<T> {
    /// # Safety
    /// `place` is NULL or writable until the call returns.
    pub(crate) unsafe fn new(place: *mut *mut T, name: &str) -> Result<Self, Error> {
        if place.is_null() {
            return Err(no_place(name));
        }
        Ok(Self(place))
    }

    /// Hands the result over to C.
    pub(crate) fn give(self, value: impl Into<T>) {
        // SAFETY: checked and promised in `new`.
        unsafe { self.0.write(Box::into_raw(Box::new(value.into()))) };
    }

    /// Tells C that there is nothing, which is no error.
    pub(crate) fn give_nothing(self) {
        // SAFETY: checked and promised in `new`.
        unsafe { self.0.write(std::ptr::null_mut()) };
    }
}

/// A place for a plain value, known not to be NULL.
pub(crate) struct ValuePlace<T>(*mut T);

impl<T> ValuePlace<T> {
    /// # Safety
    /// `place` is NULL or writable until the call returns.
    pub(crate) unsafe fn new(place: *mut T, name: &str) -> Result<Self, Error> {
        if place.is_null() {
            return Err(no_place(name));
        }
        Ok(Self(place))
    }

    /// Hands the value over to C.
    pub(crate) fn put(self, value: T) {
        // SAFETY: checked and promised in `new`.
        unsafe { self.0.write(value) };
    }
}

/// Several handles, which must all be given.
///
/// # Safety
/// `list` is NULL or has `count` elements, each NULL or a living object of this library.
pub(crate) unsafe fn all<'a, T>(list: *const *const T, count: usize, name: &str) -> Result<Vec<&'a T>, Error> {
    let list = match count {
        0 => &[],
        _ if list.is_null() => return Err(is_null(name)),
        // SAFETY: as promised by the caller.
        _ => unsafe { std::slice::from_raw_parts(list, count) },
    };
    // SAFETY: as promised by the caller.
    list.iter().enumerate().map(|(index, one)| unsafe { need(*one, &format!("{name}[{index}]")) }).collect()
}

/// An instant in milliseconds since 1970, or BKJ_ABSENT for none.
#[inline(never)]
pub(crate) fn instant(unix_ms: i64, name: &str) -> Result<Option<backupjobs::Timestamp>, Error> {
    if unix_ms == i64::from(crate::BKJ_ABSENT) {
        return Ok(None);
    }
    let beyond = |_| invalid(format!("'{name}' is {unix_ms}, which is beyond the calendar"));
    backupjobs::Timestamp::from_millisecond(unix_ms).map(Some).map_err(beyond)
}

/// Gives an object to C without a chance to fail.
pub(crate) fn boxed<T>(make: impl FnOnce() -> T) -> *mut T {
    quiet(std::ptr::null_mut(), || Box::into_raw(Box::new(make())))
}

/// # Safety
/// `handle` is NULL or came from this library, and nobody uses it any more.
pub(crate) unsafe fn release<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: every handle was made by `Box::into_raw`; the caller promises that this is its last use.
        quiet((), || drop(unsafe { Box::from_raw(handle) }));
    }
}

/// [`release`] of what uses a client: the last one that does says good-bye to the server.
///
/// # Safety
/// As for [`release`].
pub(crate) unsafe fn release_client<T>(handle: *mut T) {
    let _shield = Shield::raise();
    // SAFETY: as promised by the caller.
    unsafe { release(handle) };
}

/// A field as C sees it, and what C sees when the object is NULL.
pub(crate) trait Field {
    type C;
    const NONE: Self::C;
    fn get(&self) -> Self::C;
}

/// # Safety
/// `object` is NULL or points to a living object of this library.
pub(crate) unsafe fn read<T, F: Field>(object: *const T, field: impl FnOnce(&T) -> &F) -> F::C {
    // SAFETY: as promised by the caller.
    match unsafe { object.as_ref() } {
        Some(object) => quiet(F::NONE, || field(object).get()),
        None => F::NONE,
    }
}

/// A number that may be absent.
pub(crate) trait Number {
    fn number(&self) -> Option<i64>;
}

impl Number for Option<i64> {
    fn number(&self) -> Option<i64> {
        *self
    }
}

impl Number for Option<u16> {
    fn number(&self) -> Option<i64> {
        self.map(i64::from)
    }
}

impl Number for Option<u32> {
    fn number(&self) -> Option<i64> {
        self.map(i64::from)
    }
}

/// # Safety
/// `object` is NULL or points to a living object of this library; `place` is NULL or writable.
pub(crate) unsafe fn read_number<T, N: Number>(
    object: *const T,
    field: impl FnOnce(&T) -> &N,
    place: *mut i64,
) -> bool {
    // SAFETY: as promised by the caller.
    let object = unsafe { object.as_ref() };
    let Some(number) = quiet(None, || object.and_then(|object| field(object).number())) else {
        return false;
    };
    if !place.is_null() {
        // SAFETY: as promised by the caller.
        unsafe { place.write(number) };
    }
    true
}

/// # Safety
/// `object` is NULL or points to a living object of this library.
pub(crate) unsafe fn read_inside<T, N>(object: *const T, field: impl FnOnce(&T) -> Option<&N>) -> *const N {
    // SAFETY: as promised by the caller.
    let object = unsafe { object.as_ref() };
    quiet(null(), || object.and_then(field).map_or(null(), std::ptr::from_ref))
}

impl Field for Option<bool> {
    type C = i32;
    const NONE: i32 = crate::BKJ_ABSENT;
    fn get(&self) -> i32 {
        self.map_or(Self::NONE, i32::from)
    }
}

impl Field for u64 {
    type C = u64;
    const NONE: u64 = 0;
    fn get(&self) -> u64 {
        *self
    }
}

impl Field for bool {
    type C = bool;
    const NONE: bool = false;
    fn get(&self) -> bool {
        *self
    }
}

/// A flag that may be left open, as C gives it.
#[inline(never)]
pub(crate) fn flag(value: i32, name: &str) -> Result<Option<bool>, Error> {
    match value {
        crate::BKJ_ABSENT => Ok(None),
        0 => Ok(Some(false)),
        1 => Ok(Some(true)),
        other => Err(invalid(format!("'{name}' is {other}; it can be 1, 0 or BKJ_ABSENT"))),
    }
}

/// A handle given to a call.
macro_rules! arg {
    ($handle:ident) => {{
        // SAFETY: by the rules of the header, the handle is NULL or alive.
        unsafe { $crate::handle::need($handle, stringify!($handle)) }?
    }};
}

/// A handle given to a setter.
macro_rules! arg_mut {
    ($handle:ident) => {{
        // SAFETY: by the rules of the header, the handle is NULL or alive, and a setter is its only user.
        unsafe { $crate::handle::need_mut($handle, stringify!($handle)) }?
    }};
}

/// A handle that may be NULL.
macro_rules! maybe {
    ($handle:ident) => {{
        // SAFETY: by the rules of the header, the handle is NULL or alive.
        unsafe { $handle.as_ref() }
    }};
}

/// The place for a result.
macro_rules! place {
    ($place:ident) => {{
        // SAFETY: by the rules of the header, the place is NULL or writable.
        unsafe { $crate::handle::Place::new($place, stringify!($place)) }?
    }};
}

/// The place for a result that is a plain value.
macro_rules! value_place {
    ($place:ident) => {{
        // SAFETY: by the rules of the header, the place is NULL or writable.
        unsafe { $crate::handle::ValuePlace::new($place, stringify!($place)) }?
    }};
}

/// Several handles given to a call, and their number.
macro_rules! handles {
    ($list:ident, $count:ident) => {{
        // SAFETY: by the rules of the header, `list` has `count` readable elements, each NULL or alive.
        unsafe { $crate::handle::all($list, $count, stringify!($list)) }?
    }};
}

/// A field: text, flag or closed enum.
macro_rules! get {
    ($object:ident . $($field:tt)+) => {{
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::handle::read($object, |object| &object.$($field)+) }
    }};
}

/// A number that may be absent.
macro_rules! fill {
    ($object:ident . $field:ident, $place:ident) => {{
        // SAFETY: by the rules of the header, both are NULL or good.
        unsafe { $crate::handle::read_number($object, |object| &object.$field, $place) }
    }};
}

/// The number of a word of an open enum.
macro_rules! code {
    ($object:ident . $field:ident) => {{
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $object.as_ref() }.and_then(|object| object.$field.as_ref()).map_or(0, |word| word.code)
    }};
}

/// An object inside an object.
macro_rules! inside {
    ($object:ident . $field:ident) => {{
        // SAFETY: by the rules of the header, the object is NULL or alive.
        unsafe { $crate::handle::read_inside($object, |object| object.$field.as_ref()) }
    }};
}

/// The length of a list.
macro_rules! len {
    ($object:ident . $field:tt) => {{
        // SAFETY: by the rules of the header, the list is NULL or alive.
        unsafe { $object.as_ref() }.map_or(0, |object| object.$field.len())
    }};
}

/// An element of a list; NULL beyond its end.
macro_rules! at {
    ($object:ident . $field:tt, $index:ident) => {{
        // SAFETY: by the rules of the header, the list is NULL or alive.
        unsafe { $crate::handle::read_inside($object, |object| object.$field.get($index)) }
    }};
}

/// An element of a list of texts; NULL beyond its end.
macro_rules! text_at {
    ($object:ident . $field:tt, $index:ident) => {{
        // SAFETY: by the rules of the header, the list is NULL or alive.
        let list = unsafe { $object.as_ref() };
        list.and_then(|object| object.$field.get($index)).map_or(std::ptr::null(), $crate::handle::Field::get)
    }};
}

/// The next row of an iterator goes to `place`; NULL when there is none.
macro_rules! next {
    ($iter:ident, $place:ident) => {{
        let out = $crate::handle::place!($place);
        match $crate::handle::arg_mut!($iter).rows.next().transpose()? {
            Some(row) => out.give(row),
            None => out.give_nothing(),
        }
    }};
}

/// The end of an object.
macro_rules! free {
    ($handle:ident) => {{
        // SAFETY: by the rules of the header, the handle is NULL or alive, and this is its last use.
        unsafe { $crate::handle::release($handle) }
    }};
}

/// The end of a client, or of what makes requests by one.
macro_rules! free_client {
    ($handle:ident) => {{
        // SAFETY: by the rules of the header, the handle is NULL or alive, and this is its last use.
        unsafe { $crate::handle::release_client($handle) }
    }};
}

pub(crate) use {
    arg, arg_mut, at, code, fill, free, free_client, get, handles, inside, len, maybe, next, place, text_at,
    value_place,
};
