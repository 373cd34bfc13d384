//! Where each operation is known from, out of the tables that serve it: what is served is in here, and the other way round.

use super::dialect::Dialect;
use super::operations::{self, Operation as Served};
use super::routes::{self, Route};
use crate::fidelity::{Operation, Source};
use std::sync::LazyLock;

/// Every operation in each of its forms; the columns are `rest`, `api` (from 7.0.2) and `rpc`.
pub(super) fn table() -> &'static [Operation] {
    static TABLE: LazyLock<Vec<Operation>> =
        LazyLock::new(|| operations::ALL.iter().flat_map(|op| forms(op)).collect());
    &TABLE
}

fn forms(operation: &'static Served) -> Vec<Operation> {
    let own = |route: &&Route| std::ptr::eq(route.operation, operation) && route.knob.is_none();
    let mut forms: Vec<Operation> = routes::ALL
        .iter()
        .filter(own)
        .map(|route| {
            let column: &'static [&'static str] = if route.dialect == Dialect::Rest { &["rest"] } else { &["api"] };
            let path = route.action.map(|(name, value)| format!("{}?{name}={value}", route.path));
            entry(operation, route.method, path.unwrap_or_else(|| route.path.to_owned()), column, route.known)
        })
        .collect();
    let method = format!("/api ({}.{})", operation.service, operation.name);
    forms.push(entry(operation, "POST", method, &["rpc"], operation.known));
    forms
}

/// Made once, for as long as the program runs.
fn entry(
    operation: &'static Served,
    method: &'static str,
    path: String,
    columns: &'static [&'static str],
    known: &'static [Source],
) -> Operation {
    Operation { name: operation.about, method, path: path.leak(), served: vec![(columns, known)].leak() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::testing::{ADMIN, Bench};
    use super::*;
    use serde_json::{Value, json};

    /// Whether the router knows it: what it does not know is answered with words of its own.
    fn is_served(bench: &mut Bench, operation: &Operation) -> bool {
        let answer = match operation.path.strip_prefix("/api (").and_then(|rest| rest.strip_suffix(')')) {
            Some(name) => {
                let (service, operation) = name.rsplit_once('.').unwrap();
                bench.rpc(service, operation, json!({})).to_string()
            }
            None => {
                let path = operation.path.replace(['{', '}'], "x");
                let token = bench.token.clone();
                let headers = [("vmware-api-session-id", token.as_str()), ("content-type", "application/json")];
                let answer = bench.send(operation.method, &path, &headers, b"");
                assert_ne!(answer.status, 405, "{path}");
                String::from_utf8(answer.body).unwrap()
            }
        };
        bench.enter(ADMIN);
        !answer.contains("httpNotFound") && !answer.contains("operation_not_found")
    }

    #[test]
    fn what_is_in_the_table_is_served() {
        let mut bench = Bench::new();
        bench.set("vcenter.version", Value::from("9.1"));
        bench.enter(ADMIN);
        for operation in table() {
            assert!(is_served(&mut bench, operation), "{} {}", operation.method, operation.path);
        }
        let not_there = Operation { path: "/api/appliance/recovery/backup/other", ..table()[0] };
        assert!(!is_served(&mut bench, &not_there));
    }

    #[test]
    fn what_is_served_is_in_the_table_with_a_source() {
        for column in ["rest", "api", "rpc"] {
            for operation in operations::ALL {
                let found = table().iter().filter(|entry| entry.name == operation.about);
                let count = found.filter(|entry| entry.served.iter().any(|(names, _)| names.contains(&column))).count();
                assert_eq!(count, 1, "{} in {column}", operation.about);
            }
        }
        assert!(table().iter().all(|entry| entry.served.iter().all(|(_, sources)| !sources.is_empty())));
        let words: std::collections::BTreeSet<&str> = operations::ALL.iter().map(|op| op.about).collect();
        assert_eq!(words.len(), operations::ALL.len());
    }
}
