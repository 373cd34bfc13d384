//! Where each operation of this room is known from. Columns: `enterprise`, `lake`.

use crate::fidelity::Operation;
use crate::fidelity::Source::{self, Client, Documented, Guessed};

/// On a page about Enterprise.
const D: &[(&[&str], &[Source])] = &[(&["enterprise"], &[Documented])];
/// On the page about Lake.
const L: &[(&[&str], &[Source])] = &[(&["lake"], &[Documented])];
/// On Lake, because Enterprise has it.
const G: &[(&[&str], &[Source])] = &[(&["lake"], &[Guessed])];

const fn op(
    name: &'static str,
    method: &'static str,
    path: &'static str,
    served: &'static [(&'static [&'static str], &'static [Source])],
) -> Operation {
    Operation { name, method, path, served }
}

macro_rules! enterprise {
    ($below:literal) => {
        concat!("/data-protection/v2/sites/{site_id}/", $below)
    };
}

macro_rules! lake {
    ($below:literal) => {
        concat!("/api/accounts/{account_id}/baas/", $below)
    };
}

/// All of them.
pub const OPERATIONS: &[Operation] = &[
    op("list jobs", "GET", enterprise!("jobs"), D),
    op("list jobs", "GET", lake!("jobs"), L),
    op("get a job", "GET", enterprise!("jobs/{job_id}"), D),
    op("get a job", "GET", lake!("jobs/{job_id}"), L),
    op("execute a job", "POST", enterprise!("jobs/{job_id}/execute"), D),
    op("execute a job", "POST", lake!("jobs/{job_id}/execute"), G),
    op("list executions of the site", "GET", enterprise!("executions"), D),
    op("list executions of the site", "GET", lake!("executions"), G),
    op("list executions of a job", "GET", enterprise!("jobs/{job_id}/executions"), D),
    op("list executions of a job", "GET", lake!("jobs/{job_id}/executions"), G),
    op("prepare objects", "POST", enterprise!("jobs/{job_id}/executions/{execution_id}/prepare-objects"), D),
    op("get the status of the preparation", "GET", enterprise!("objects-preparation-status"), D),
    op("list objects of a backup", "GET", enterprise!("jobs/{job_id}/executions/{execution_id}/objects"), D),
    op("get a restore", "GET", enterprise!("jobs/{job_id}/executions/{execution_id}/restores/{restore_id}"), D),
    op("list restores of the site", "GET", enterprise!("restores"), D),
    op("ask for restore permissions", "POST", enterprise!("restore-permissions"), D),
    op("list databases", "GET", enterprise!("databases"), D),
    // The page has the operation, but prints the path of another one.
    op(
        "list restores of a backup",
        "GET",
        enterprise!("jobs/{job_id}/executions/{execution_id}/restores"),
        &[(&["enterprise"], &[Guessed])],
    ),
    op("create a restore", "POST", enterprise!("jobs/{job_id}/executions/{execution_id}/restores"), D),
    // The grant is one of those that the vendor's clients know; the path is ours.
    op("get a token with client credentials", "POST", super::oauth::PATH, &[(&["enterprise", "lake"], &[Client])]),
];

#[cfg(test)]
mod tests {
    use super::super::oauth;
    use super::super::product::Product;
    use super::super::route::ROUTES;
    use super::super::testing::Bench;
    use super::*;
    use std::collections::BTreeSet;

    /// Column, method, and path with `*` for ids.
    type Line = (&'static str, &'static str, String);

    fn told() -> BTreeSet<Line> {
        let ids = |path: &str| {
            let parts = path.split('/').map(|part| if part.starts_with('{') { "*" } else { part });
            parts.collect::<Vec<_>>().join("/")
        };
        let of = |operation: &'static Operation| {
            let columns = operation.served.iter().flat_map(|(columns, _)| columns.iter());
            columns.map(move |column| (*column, operation.method, ids(operation.path)))
        };
        OPERATIONS.iter().filter(|operation| operation.path != oauth::PATH).flat_map(of).collect()
    }

    #[test]
    fn what_is_served_is_in_the_table() {
        let served = ROUTES.iter().flat_map(|route| {
            route.products.iter().map(|product| match product {
                Product::Enterprise => {
                    ("enterprise", route.method, format!("/data-protection/v2/sites/*/{}", route.path))
                }
                Product::Lake => ("lake", route.method, format!("/api/accounts/*/baas/{}", route.path)),
            })
        });
        assert_eq!(served.collect::<BTreeSet<Line>>(), told());
        assert_eq!(told().len(), OPERATIONS.len() - 1, "one line for each");
    }

    #[test]
    fn what_is_in_the_table_is_served() {
        for (column, method, path) in told() {
            let mut bench = Bench::new();
            let below = path.splitn(6, '/').last().unwrap_or_default().replacen('*', "71", 1).replacen('*', "905", 1);
            let answer = match column {
                "lake" => bench.lake(method, &below),
                _ => bench.send(method, &below, &[], b""),
            };
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            let answered = !matches!(answer.status, 405 | 500..) && !text.contains("No such resource");
            assert!(answered, "{column} {method} {path}: {} {text}", answer.status);
        }
        assert_eq!(Bench::new().bare("POST", oauth::PATH, &[], b"").status, 415);
    }
}
