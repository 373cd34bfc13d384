//! What every value has beside its own attributes: `match` patterns, dicts, JSON, and HTML for notebooks.

use crate::convert::from_json;
use crate::errors::invalid;
use crate::html;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDelta, PyDict, PyList, PyString, PyTuple};
use serde_json::Value as Json;
use std::hash::{Hash, Hasher};

/// A value with the attributes that make it up.
pub(crate) trait Value {
    const FIELDS: &'static [&'static str];

    /// The value with the vendor's names; only the vendors' own objects have it.
    fn wire(&self) -> Option<Json> {
        None
    }
}

/// Declares that a class is a value of these attributes.
macro_rules! value {
    ($name:ident: $($field:ident),+ $(,)?) => {
        impl crate::value::Value for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];
        }
        crate::value::value_methods!($name);
    };
}
pub(crate) use value;

/// The methods of a value, in a block of their own.
macro_rules! value_methods {
    ($name:ident) => {
        #[pyo3::pymethods]
        impl $name {
            #[classattr]
            fn __match_args__(py: pyo3::Python<'_>) -> pyo3::PyResult<pyo3::Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, <Self as crate::value::Value>::FIELDS)
            }

            /// Everything it says, as a dict of plain values: texts for words, dicts for objects.
            ///
            /// :param names: "python" for the names and values of the attributes. "vendor" for those of the vendor's JSON, with the
            ///     members that this version does not know where the server put them; what the server left out is None there.
            ///     Only the vendors' own objects have those
            /// :raises InvalidArgumentError: no vendor has names for it
            #[pyo3(signature = (*, names="python"))]
            fn to_dict<'py>(
                slf: &pyo3::Bound<'py, Self>,
                names: &str,
            ) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                crate::value::to_dict(slf.as_any(), crate::value::Value::wire(slf.get()), names)
            }

            /// The same as a JSON text. With ``names="python"``, times are in RFC 3339 and durations in seconds.
            #[pyo3(signature = (*, names="python", indent=None))]
            fn to_json(slf: &pyo3::Bound<'_, Self>, names: &str, indent: Option<usize>) -> pyo3::PyResult<String> {
                crate::value::to_json(slf.as_any(), crate::value::Value::wire(slf.get()), names, indent)
            }

            /// A table, for notebooks.
            fn _repr_html_(slf: &pyo3::Bound<'_, Self>) -> pyo3::PyResult<String> {
                crate::html::card(slf.as_any())
            }
        }
    };
}
pub(crate) use value_methods;

pub(crate) fn to_dict<'py>(value: &Bound<'py, PyAny>, wire: Option<Json>, names: &str) -> PyResult<Bound<'py, PyAny>> {
    match vendor_names(value, wire, names)? {
        Some(wire) => from_json(value.py(), &wire),
        None => plain(value, false),
    }
}

pub(crate) fn to_json(
    value: &Bound<'_, PyAny>,
    wire: Option<Json>,
    names: &str,
    indent: Option<usize>,
) -> PyResult<String> {
    let py = value.py();
    let members = match vendor_names(value, wire, names)? {
        Some(wire) => from_json(py, &wire)?,
        None => plain(value, true)?,
    };
    let settings = PyDict::new(py);
    settings.set_item("indent", indent)?;
    settings.set_item("ensure_ascii", false)?;
    py.import("json")?.call_method("dumps", (members,), Some(&settings))?.extract()
}

/// The members with the vendor's names, if these are asked for.
fn vendor_names(value: &Bound<'_, PyAny>, wire: Option<Json>, names: &str) -> PyResult<Option<Json>> {
    let py = value.py();
    match (names, wire) {
        ("python", _) => Ok(None),
        ("vendor", Some(wire)) => Ok(Some(wire)),
        ("vendor", None) => {
            let what = format!("no vendor has names for a {}", value.get_type().name()?);
            Err(invalid(py, what, "ask the vendor's own client, or use names=\"python\""))
        }
        _ => Err(invalid(py, format!("{names:?} are no names"), "use one of: python, vendor")),
    }
}

/// The attributes of a value, in their order.
pub(crate) fn members<'py>(value: &Bound<'py, PyAny>) -> PyResult<Vec<(String, Bound<'py, PyAny>)>> {
    let names: Vec<String> = value.getattr("__match_args__")?.extract()?;
    names.into_iter().map(|name| value.getattr(name.as_str()).map(|member| (name, member))).collect()
}

/// Values as dicts, words as texts, lists of them as lists; times and durations, too, as JSON has none.
pub(crate) fn plain<'py>(value: &Bound<'py, PyAny>, json: bool) -> PyResult<Bound<'py, PyAny>> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(PyString::new(py, &text.to_cow()?).into_any());
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter()?.map(|item| plain(&item?, json)).collect::<PyResult<Vec<_>>>()?;
        return Ok(PyList::new(py, items)?.into_any());
    }
    if json && value.is_instance_of::<PyDateTime>() {
        let text: String = value.call_method0("isoformat")?.extract()?;
        return Ok(PyString::new(py, &text.replace("+00:00", "Z")).into_any());
    }
    if json && value.is_instance_of::<PyDelta>() {
        return value.call_method0("total_seconds");
    }
    if value.hasattr("__match_args__")? {
        let dict = PyDict::new(py);
        for (name, member) in members(value)? {
            dict.set_item(name, plain(&member, json)?)?;
        }
        return Ok(dict.into_any());
    }
    Ok(value.clone())
}

/// `Name(field=value, …)` with the fields that say something. Words are shown as the texts they are equal to.
pub(crate) fn repr(name: &str, fields: &[(&str, Bound<'_, PyAny>)]) -> PyResult<String> {
    let mut shown = Vec::with_capacity(fields.len());
    for (field, value) in fields.iter().filter(|(_, value)| html::says_something(value)) {
        let is_word = |item: &Bound<'_, PyAny>| item.is_instance_of::<PyString>();
        let words = value.cast::<PyList>().is_ok_and(|list| list.iter().all(|item| is_word(&item)));
        let value = if words || is_word(value) { plain(value, false)? } else { value.clone() };
        shown.push(format!("{field}={}", value.repr()?));
    }
    Ok(format!("{name}({})", shown.join(", ")))
}

/// Hashes what is equal the same. Numbers that are no whole ones are left out: 0.0 equals -0.0.
pub(crate) fn hash_json<H: Hasher>(value: &Json, state: &mut H) {
    match value {
        Json::Null => state.write_u8(0),
        Json::Bool(flag) => flag.hash(state),
        Json::Number(number) => number.as_i64().hash(state),
        Json::String(text) => text.hash(state),
        Json::Array(items) => items.iter().for_each(|item| hash_json(item, state)),
        Json::Object(members) => members.iter().for_each(|(name, member)| {
            name.hash(state);
            hash_json(member, state);
        }),
    }
}
