//! Values of the core as Python values, and back.

use crate::errors::invalid;
use backupjobs::table::{Cell, Member as _};
use backupjobs::veeam::Links;
use backupjobs::{Extra, Time, Timestamp};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDateAccess, PyDateTime, PyDelta, PyDeltaAccess, PyDict, PyFloat, PyInt, PyList, PyString, PyTimeAccess,
    PyTzInfo, PyTzInfoAccess,
};
use serde_json::Value;
use std::time::Duration;

/// Longer durations mean "for ever". (136 years; adding more to a clock may overflow it.)
const FOR_EVER: Duration = Duration::from_secs(u32::MAX as u64);

/// How a field of the core appears in Python.
pub(crate) trait ToPython {
    /// Whether it is a plain text there.
    const IS_TEXT: bool = false;

    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;

    /// The same for a field that is still in its table.
    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        no_cell(cell, py)
    }

    /// What stands for a missing value.
    fn absent(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        Ok(py.None().into_bound(py))
    }
}

/// For what no table has.
pub(crate) fn no_cell<'py>(_cell: Cell<'_>, _py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    Err(PyRuntimeError::new_err("a defect of backupjobs: no table holds this"))
}

impl<T: ToPython> ToPython for Option<T> {
    const IS_TEXT: bool = T::IS_TEXT;

    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| T::absent(py), |value| value.to_python(py))
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match cell.is_empty() {
            true => T::absent(py),
            false => T::cell_to_python(cell, py),
        }
    }
}

impl<T: ToPython> ToPython for Vec<T> {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items = self.iter().map(|item| item.to_python(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(PyList::new(py, items)?.into_any())
    }

    /// Only flags are listed there: the commoner one so many times, which Python does in one sweep, then the others.
    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let flags = cell.flags();
        let common = 2 * cell.flags().filter(|flag| *flag).count() > flags.len();
        let list = PyList::new(py, [common])?.as_sequence().repeat(flags.len())?.cast_into::<PyList>()?;
        for (at, flag) in flags.enumerate().filter(|(_, flag)| *flag != common) {
            list.set_item(at, PyBool::new(py, flag))?;
        }
        Ok(list.into_any())
    }
}

impl ToPython for String {
    const IS_TEXT: bool = true;

    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyString::new(py, self).into_any())
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyString::new(py, cell.text().unwrap_or_default()).into_any())
    }
}

impl ToPython for i64 {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyInt::new(py, *self).into_any())
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        cell.int().unwrap_or_default().to_python(py)
    }
}

impl ToPython for u64 {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyInt::new(py, *self).into_any())
    }
}

impl ToPython for bool {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyBool::new(py, *self).to_owned().into_any())
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        cell.flag().unwrap_or_default().to_python(py)
    }
}

impl ToPython for Duration {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        delta(py, *self).map(Bound::into_any)
    }
}

impl ToPython for Timestamp {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let at = self.to_zoned(TimeZone::UTC).datetime();
        let number = |n: i8| n.unsigned_abs();
        let micros = at.subsec_nanosecond().unsigned_abs() / 1_000;
        let (year, month, day) = (i32::from(at.year()), number(at.month()), number(at.day()));
        let (hour, minute, second) = (number(at.hour()), number(at.minute()), number(at.second()));
        let utc = PyTzInfo::utc(py)?;
        Ok(PyDateTime::new(py, year, month, day, hour, minute, second, micros, Some(&utc))?.into_any())
    }
}

/// `None` where the server wrote something that is no time; the raw text tells what.
impl ToPython for Time {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.at().to_python(py)
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        cell.instant().to_python(py)
    }
}

impl ToPython for Links {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        from_json(py, &serde_json::to_value(self).unwrap_or_default())
    }

    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Self::from_cell(cell).to_python(py)
    }

    fn absent(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        Ok(PyDict::new(py).into_any())
    }
}

impl ToPython for Extra {
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let dict = PyDict::new(py);
        for (name, value) in self {
            dict.set_item(name, from_json(py, value)?)?;
        }
        Ok(dict.into_any())
    }

    /// The cell is that of the whole object.
    fn cell_to_python<'py>(cell: Cell<'_>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        cell.extra().to_python(py)
    }
}

/// A closed enumeration of the core: its values have names in words.
pub(crate) trait Named: Copy + 'static {
    /// What one of them is called in a message.
    const WHAT: &'static str;
    const VALUES: &'static [Self];
    fn word(self) -> &'static str;

    /// The value of that name.
    fn from_word(py: Python<'_>, word: &str) -> PyResult<Self> {
        Self::VALUES.iter().copied().find(|value| value.word() == word).ok_or_else(|| {
            let words: Vec<&str> = Self::VALUES.iter().map(|value| value.word()).collect();
            invalid(py, format!("{word:?} is no {}", Self::WHAT), &format!("use one of: {}", words.join(", ")))
        })
    }
}

macro_rules! named {
    ($($name:ty, $class:literal in $module:literal, $what:literal;)+) => {
        $(
            impl Named for $name {
                const WHAT: &'static str = $what;
                const VALUES: &'static [Self] = Self::ALL;

                fn word(self) -> &'static str {
                    self.name()
                }
            }

            impl ToPython for $name {
                fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                    crate::words::member!(py, $module, $class, self.name())
                }
            }
        )+
        crate::columns::word_cells! { $($name, name;)+ }
    };
}
named! {
    backupjobs::System, "System" in "backupjobs.types", "system";
    backupjobs::Phase, "Phase" in "backupjobs.types", "phase";
    backupjobs::Outcome, "Outcome" in "backupjobs.types", "outcome";
    backupjobs::Origin, "Origin" in "backupjobs.types", "origin";
    backupjobs::Level, "Level" in "backupjobs.types", "level";
    backupjobs::IfRunning, "IfRunning" in "backupjobs.types", "way to deal with a running job";
    backupjobs::Verb, "Verb" in "backupjobs.types", "verb";
    backupjobs::Stage, "Stage" in "backupjobs.types", "stage of a start";
    backupjobs::LogLevel, "LogLevel" in "backupjobs.types", "level of an event";
    backupjobs::teradata::Dialect, "Dialect" in "backupjobs.teradata", "product";
    backupjobs::teradata::OrganizationClaim, "OrganizationClaim" in "backupjobs.teradata", "claim for the organization";
    backupjobs::vcenter::Dialect, "Dialect" in "backupjobs.vcenter", "dialect of an appliance";
    backupjobs::vcenter::LoginMode, "LoginMode" in "backupjobs.vcenter", "way to log in";
}

pub(crate) fn from_json<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    match value {
        Value::Null => Ok(py.None().into_bound(py)),
        Value::Bool(flag) => flag.to_python(py),
        Value::String(text) => text.to_python(py),
        Value::Array(items) => {
            let items = items.iter().map(|item| from_json(py, item)).collect::<PyResult<Vec<_>>>()?;
            Ok(PyList::new(py, items)?.into_any())
        }
        Value::Object(members) => members.to_python(py),
        Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(int), _) => int.to_python(py),
            (None, Some(int)) => int.to_python(py),
            (None, None) => Ok(PyFloat::new(py, number.as_f64().unwrap_or(f64::NAN)).into_any()),
        },
    }
}

/// A dict (or any other mapping that `json.dumps` writes) as JSON members.
pub(crate) fn to_extra(value: &Bound<'_, PyAny>) -> PyResult<Extra> {
    static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = value.py();
    let text: String = DUMPS.import(py, "json", "dumps")?.call1((value,))?.extract()?;
    let wrong = |_| invalid(py, "the extra members are no JSON object", "give a dict with texts as keys");
    serde_json::from_str(&text).map_err(wrong)
}

/// A duration as `timedelta`.
pub(crate) fn delta(py: Python<'_>, duration: Duration) -> PyResult<Bound<'_, PyDelta>> {
    let duration = duration.min(FOR_EVER);
    let (days, seconds) = (duration.as_secs() / 86_400, duration.as_secs() % 86_400);
    // Both fit: the duration is at most 136 years.
    PyDelta::new(py, days as i32, seconds as i32, duration.subsec_micros() as i32, false)
}

/// A `timedelta`, or seconds as `int` or `float`.
pub(crate) struct Span(pub(crate) Duration);

impl<'py> FromPyObject<'_, 'py> for Span {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let seconds = match value.cast::<PyDelta>() {
            Ok(delta) => {
                let days = f64::from(delta.get_days()) * 86_400.0;
                days + f64::from(delta.get_seconds()) + f64::from(delta.get_microseconds()) / 1e6
            }
            Err(_) => value.extract::<f64>()?,
        };
        if seconds.is_nan() || seconds < 0.0 {
            let what = format!("a duration cannot be {seconds} seconds");
            return Err(invalid(value.py(), what, "give seconds or a timedelta, zero or more"));
        }
        Ok(Self(Duration::try_from_secs_f64(seconds).unwrap_or(FOR_EVER).min(FOR_EVER)))
    }
}

/// An aware `datetime`, or a text like `2026-01-15T08:00:00Z`.
pub(crate) struct Instant(pub(crate) Timestamp);

impl<'py> FromPyObject<'_, 'py> for Instant {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(datetime) = value.cast::<PyDateTime>() {
            return instant(&datetime).map(Self);
        }
        let text: String = value.extract()?;
        text.parse().map(Self).map_err(|_| {
            invalid(value.py(), format!("{text:?} is no time"), "give an aware datetime, or a text in RFC 3339")
        })
    }
}

/// An aware `datetime`, as an instant.
pub(crate) fn instant(value: &Bound<'_, PyDateTime>) -> PyResult<Timestamp> {
    let py = value.py();
    let naive = match value.get_tzinfo() {
        Some(_) => value.call_method0("utcoffset")?.is_none(),
        None => true,
    };
    if naive {
        return Err(invalid(
            py,
            format!("the datetime {value} has no time zone"),
            "give an aware datetime, such as datetime(2026, 1, 15, 8, 0, tzinfo=timezone.utc)",
        ));
    }
    let utc = value.call_method1("astimezone", (PyTzInfo::utc(py)?,))?.cast_into::<PyDateTime>()?;
    // Python's ranges are narrower than those of the types here.
    let [month, day] = [utc.get_month(), utc.get_day()].map(|n| n as i8);
    let [hour, minute, second] = [utc.get_hour(), utc.get_minute(), utc.get_second()].map(|n| n as i8);
    DateTime::new(utc.get_year() as i16, month, day, hour, minute, second, utc.get_microsecond() as i32 * 1_000)
        .and_then(|at| at.to_zoned(TimeZone::UTC))
        .map(|at| at.timestamp())
        .map_err(|e| invalid(py, format!("the datetime {value} is out of range: {e}"), "give another time"))
}
