//! The Arrow C data interface: how columns reach polars, duckdb, pyarrow and everybody else, without a copy and without
//! linking to any of them. <https://arrow.apache.org/docs/format/CDataInterface.html>, `CStreamInterface.html` beside it,
//! and `CDataInterface/PyCapsuleInterface.html` for Python.
//!
//! Written by hand: of the crates that have it, `arrow-array` brings `chrono` and a dozen more, for compute that nobody here
//! needs. The interface is three structs that never change. The other unsafe line of this crate is in `ending.rs`.
//!
//! Who is given a struct owns it, may move it, and calls `release` once; that frees what it points to and sets `release` to
//! null. A struct that nobody took is released when it is dropped, with its capsule.

use crate::columns::{Buffer, Column};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::ffi::{CString, c_char, c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::{null, null_mut};

/// `ARROW_FLAG_NULLABLE`.
const NULLABLE: i64 = 2;
/// What a function that failed answers: `EIO`, which is 5 everywhere.
const EIO: c_int = 5;
/// What an empty buffer points to: an empty `Vec` points nowhere.
static NOTHING: [u64; 1] = [0];

/// `struct ArrowSchema`: names and types.
#[repr(C)]
pub(crate) struct Schema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut Schema,
    dictionary: *mut Schema,
    release: Option<unsafe extern "C" fn(*mut Schema)>,
    private_data: *mut c_void,
}

/// `struct ArrowArray`: values.
#[repr(C)]
struct Array {
    length: i64,
    null_count: i64,
    offset: i64,
    n_buffers: i64,
    n_children: i64,
    buffers: *const *const c_void,
    children: *mut *mut Array,
    dictionary: *mut Array,
    release: Option<unsafe extern "C" fn(*mut Array)>,
    private_data: *mut c_void,
}

/// `struct ArrowArrayStream`: a schema, and batches of rows of it.
#[repr(C)]
pub(crate) struct Stream {
    get_schema: Option<unsafe extern "C" fn(*mut Stream, *mut Schema) -> c_int>,
    get_next: Option<unsafe extern "C" fn(*mut Stream, *mut Array) -> c_int>,
    get_last_error: Option<unsafe extern "C" fn(*mut Stream) -> *const c_char>,
    release: Option<unsafe extern "C" fn(*mut Stream)>,
    private_data: *mut c_void,
}

/// What a schema points to.
struct SchemaParts {
    name: CString,
    children: Vec<*mut Schema>,
}

/// What an array points to.
struct ArrayParts {
    pointers: Vec<*const c_void>,
    children: Vec<*mut Array>,
    /// Only pointed to.
    _validity: Vec<u8>,
    _buffers: Vec<Buffer>,
}

/// Makes the one batch of a stream: a column of rows.
pub(crate) type MakeBatch = Box<dyn FnOnce() -> Column + Send>;

struct StreamParts {
    schema: Column,
    batch: Option<MakeBatch>,
}

impl Schema {
    fn of(name: &str, column: &Column) -> Self {
        let child = |(name, column): &(&str, Column)| Box::into_raw(Box::new(Self::of(name, column)));
        let mut parts = Box::new(SchemaParts {
            name: CString::new(name).unwrap_or_default(),
            children: column.children.iter().map(child).collect(),
        });
        Self {
            format: column.format.as_ptr(),
            name: parts.name.as_ptr(),
            metadata: null(),
            flags: NULLABLE,
            n_children: parts.children.len() as i64,
            children: parts.children.as_mut_ptr(),
            dictionary: null_mut(),
            release: Some(release_schema),
            private_data: Box::into_raw(parts).cast(),
        }
    }

    /// The schema of a column of rows, as `__arrow_c_schema__` gives it.
    pub(crate) fn capsule<'py>(py: Python<'py>, rows: &Column) -> PyResult<Bound<'py, PyCapsule>> {
        PyCapsule::new_with_value(py, Self::of("", rows), c"arrow_schema")
    }
}

impl Array {
    fn of(column: Column) -> Self {
        let Column { len, nulls, validity, buffers, children, .. } = column;
        let mut pointers = vec![if nulls == 0 { null() } else { validity.as_ptr().cast() }];
        pointers.extend(buffers.iter().map(|buffer| match buffer {
            Buffer::Bytes(bytes) if bytes.is_empty() => NOTHING.as_ptr().cast::<c_void>(),
            Buffer::Longs(longs) if longs.is_empty() => NOTHING.as_ptr().cast(),
            Buffer::Bytes(bytes) => bytes.as_ptr().cast(),
            Buffer::Longs(longs) => longs.as_ptr().cast(),
        }));
        let children = children.into_iter().map(|(_, column)| Box::into_raw(Box::new(Self::of(column)))).collect();
        // Moving a Vec leaves alone what it points to.
        let mut parts = Box::new(ArrayParts { pointers, children, _validity: validity, _buffers: buffers });
        Self {
            length: len as i64,
            null_count: nulls as i64,
            offset: 0,
            n_buffers: parts.pointers.len() as i64,
            n_children: parts.children.len() as i64,
            buffers: parts.pointers.as_ptr(),
            children: parts.children.as_mut_ptr(),
            dictionary: null_mut(),
            release: Some(release_array),
            private_data: Box::into_raw(parts).cast(),
        }
    }

    /// What stands for the end of a stream: an array that is released already.
    fn end() -> Self {
        Self {
            length: 0,
            null_count: 0,
            offset: 0,
            n_buffers: 0,
            n_children: 0,
            buffers: null(),
            children: null_mut(),
            dictionary: null_mut(),
            release: None,
            private_data: null_mut(),
        }
    }
}

impl Stream {
    /// A stream of one batch, which is made when it is asked for, on whichever thread asks, without the interpreter.
    pub(crate) fn capsule(py: Python<'_>, schema: Column, batch: MakeBatch) -> PyResult<Bound<'_, PyCapsule>> {
        let parts = Box::new(StreamParts { schema, batch: Some(batch) });
        let stream = Self {
            get_schema: Some(get_schema),
            get_next: Some(get_next),
            get_last_error: Some(get_last_error),
            release: Some(release_stream),
            private_data: Box::into_raw(parts).cast(),
        };
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}

unsafe extern "C" fn get_schema(stream: *mut Stream, out: *mut Schema) -> c_int {
    // SAFETY: the consumer gives a stream that is not released, from one thread at a time, and room for a schema.
    unsafe {
        let parts = &*(*stream).private_data.cast::<StreamParts>();
        answer(out, || Schema::of("", &parts.schema))
    }
}

unsafe extern "C" fn get_next(stream: *mut Stream, out: *mut Array) -> c_int {
    // SAFETY: as above, and room for an array.
    unsafe {
        let parts = &mut *(*stream).private_data.cast::<StreamParts>();
        let batch = parts.batch.take();
        answer(out, || batch.map_or_else(Array::end, |make| Array::of(make())))
    }
}

/// Writes what was made to where the consumer wants it. No panic gets into the consumer.
///
/// # Safety
/// `out` can be written to. What was there before is not released.
unsafe fn answer<T>(out: *mut T, make: impl FnOnce() -> T) -> c_int {
    match catch_unwind(AssertUnwindSafe(make)) {
        Ok(made) => {
            // SAFETY: the caller's promise.
            unsafe { out.write(made) };
            0
        }
        Err(_) => EIO,
    }
}

unsafe extern "C" fn get_last_error(_stream: *mut Stream) -> *const c_char {
    c"a panic was caught: a defect of backupjobs".as_ptr()
}

unsafe extern "C" fn release_schema(schema: *mut Schema) {
    // SAFETY: the consumer gives a struct that `of` made and that is not released. Children are ours, moved out or not.
    unsafe {
        let parts = Box::from_raw((*schema).private_data.cast::<SchemaParts>());
        parts.children.iter().for_each(|child| drop(Box::from_raw(*child)));
        (*schema).release = None;
    }
}

unsafe extern "C" fn release_array(array: *mut Array) {
    // SAFETY: as above.
    unsafe {
        let parts = Box::from_raw((*array).private_data.cast::<ArrayParts>());
        parts.children.iter().for_each(|child| drop(Box::from_raw(*child)));
        (*array).release = None;
    }
}

unsafe extern "C" fn release_stream(stream: *mut Stream) {
    // SAFETY: as above.
    unsafe {
        drop(Box::from_raw((*stream).private_data.cast::<StreamParts>()));
        (*stream).release = None;
    }
}

macro_rules! released_when_dropped {
    ($($name:ident),+) => {
        $(
            // SAFETY: it points to what nobody else has, and to functions that any thread may call.
            unsafe impl Send for $name {}

            impl Drop for $name {
                fn drop(&mut self) {
                    if let Some(release) = self.release {
                        // SAFETY: it is not released yet.
                        unsafe { release(self) }
                    }
                }
            }
        )+
    };
}
released_when_dropped!(Schema, Array, Stream);
