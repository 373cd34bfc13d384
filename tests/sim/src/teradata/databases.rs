//! `GET /sites/{site}/databases`. The path is documented, the rows are guesses.

use super::State;
use super::error::Refusal;
use super::query::{self, Page};
use crate::http::Request;
use crate::vendor::Ctx;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The databases that the jobs know.
pub(super) fn list(state: &State, ctx: &Ctx<'_>, req: &Request) -> Result<Value, Refusal> {
    query::known(req, &["page", "page-size"], ctx.knobs)?;
    let page = Page::unless_whole(req, ctx.knobs)?;
    let names: BTreeSet<&str> = state.jobs.values().map(|job| job.database).collect();
    let mut names: Vec<&str> = names.into_iter().collect();
    if let Some(page) = page {
        names = page.cut(names, ctx.knobs)?;
    }
    let rows = names.into_iter().map(|name| match ctx.knobs.text("teradata.databases_rows").as_str() {
        "texts" => json!(name),
        "database_name" => json!({ "database_name": name }),
        _ => json!({ "name": name }),
    });
    Ok(rows.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::testing::Bench;
    use serde_json::json;

    #[test]
    fn rows_have_three_shapes() {
        let mut bench = Bench::new();
        let rows = bench.get_json("databases");
        assert_eq!((rows.as_array().unwrap().len(), &rows[0]), (13, &json!({"name": "AUDIT"})));
        bench.set("teradata.databases_rows", json!("texts"));
        assert_eq!(bench.get_json("databases")[0], "AUDIT");
        bench.set("teradata.databases_rows", json!("database_name"));
        bench.set("teradata.executions_paging", json!("paged"));
        assert_eq!(bench.get_json("databases?page=2")[2], json!({"database_name": "SUPPLIER"}));
    }
}
