//! Tables for notebooks. Everything that comes from a server is escaped: a job may be called anything.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};

/// A notebook shows so many rows of a list.
const SHOWN: usize = 50;

pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Whether a member is worth showing. Links and unknown members are left out: too long.
pub(crate) fn says_something(value: &Bound<'_, PyAny>) -> bool {
    let nothing = value.is_none() || value.is_instance_of::<PyDict>();
    !nothing && !value.cast::<PyList>().is_ok_and(|list| list.is_empty())
}

/// One value: a line for each member.
pub(crate) fn card(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let lines = crate::value::members(value)?.into_iter().filter(|(_, member)| says_something(member));
    let lines = lines.map(|(name, member)| Ok((name, cell(&member)?))).collect::<PyResult<Vec<_>>>()?;
    Ok(lined(&value.get_type().name()?.to_string(), &lines))
}

/// A caption and lines of a name and what is already HTML.
pub(crate) fn lined(caption: &str, lines: &[(String, String)]) -> String {
    let line = |(name, html): &(String, String)| format!("<tr><th>{}</th><td>{html}</td></tr>", escape(name));
    let lines: String = lines.iter().map(line).collect();
    format!("<table><caption>{}</caption><tbody>{lines}</tbody></table>", escape(caption))
}

/// Values of one class: a row for each, and a column for each member that says something in any of them.
pub(crate) fn table<'py>(rows: impl ExactSizeIterator<Item = PyResult<Bound<'py, PyAny>>>) -> PyResult<String> {
    let (len, mut table, mut caption) = (rows.len(), Vec::new(), String::new());
    for row in rows.take(SHOWN) {
        let row = row?;
        caption = row.get_type().name()?.to_string();
        table.push(crate::value::members(&row)?);
    }
    let width = table.first().map_or(0, Vec::len);
    let columns: Vec<usize> = (0..width).filter(|at| table.iter().any(|row| says_something(&row[*at].1))).collect();
    let head: String = match table.first() {
        Some(row) => columns.iter().map(|at| format!("<th>{}</th>", escape(&row[*at].0))).collect(),
        None => String::new(),
    };
    let mut body = String::new();
    for row in &table {
        let cells = columns.iter().map(|at| Ok(format!("<td>{}</td>", cell(&row[*at].1)?)));
        body += &format!("<tr>{}</tr>", cells.collect::<PyResult<String>>()?);
    }
    let more = if len > SHOWN { format!("<p>{} of {len} rows</p>", SHOWN) } else { String::new() };
    let caption = if caption.is_empty() { "no rows".to_owned() } else { format!("{} × {len}", escape(&caption)) };
    Ok(format!("<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"))
}

fn cell(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if !says_something(value) {
        return Ok(String::new());
    }
    if let Some(values) = list_of_values(value)? {
        return table(values.into_iter().map(Ok));
    }
    Ok(escape(&value.str()?.to_string_lossy()))
}

/// The items of a list or tuple of values.
fn list_of_values<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Vec<Bound<'py, PyAny>>>> {
    if !value.is_instance_of::<PyList>() && !value.is_instance_of::<PyTuple>() {
        return Ok(None);
    }
    let items = value.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    let all = items.iter().map(|item| item.hasattr("__match_args__")).collect::<PyResult<Vec<_>>>()?;
    Ok((!items.is_empty() && all.iter().all(|is| *is)).then_some(items))
}
