//! The databases of a site.

use super::Client;
use crate::Extra;
use crate::error::Result;
use crate::page::Rows;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A database. The vendor does not document the rows of this list: a `name` is taken for the name (inferred), also when
/// a row is nothing but a text; everything else is in `extra`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Database {
    /// Name (inferred).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// All other members.
    #[serde(flatten)]
    pub extra: Extra,
}

impl<'de> Deserialize<'de> for Database {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        match Value::deserialize(from)? {
            Value::String(name) => Ok(Self { name: Some(name), extra: Extra::new() }),
            Value::Object(mut extra) => {
                let name = match extra.get("name") {
                    Some(Value::String(name)) => Some(name.clone()),
                    _ => None,
                };
                // A name of another type is kept as it is.
                if name.is_some() {
                    extra.remove("name");
                }
                Ok(Self { name, extra })
            }
            _ => Err(D::Error::custom("expected a database, found neither an object nor a text")),
        }
    }
}

impl Client {
    /// The databases of the site. The path is documented, the rows are not:
    /// <https://docs.teradata.com/r/Teradata-VantageCloud-Enterprise/Enterprise-BaaS-APIs/BaaS-Restore-APIs>.
    ///
    /// # Errors
    /// `Unsupported` on Lake; any kind that a request can fail with.
    pub fn databases(&self) -> Result<Vec<Database>> {
        self.database_rows("teradata.databases")?.collect()
    }

    /// The same, one page at a time if the server pages.
    ///
    /// # Errors
    /// `Unsupported` on Lake; those of a request come from the iterator.
    pub fn iter_databases(&self) -> Result<Rows<Database>> {
        self.database_rows("teradata.iter_databases")
    }

    fn database_rows(&self, operation: &'static str) -> Result<Rows<Database>> {
        self.need(self.dialect.restores(), operation, "the list of databases")?;
        let request = self.get(operation, &["databases"]);
        Ok(self.rows(request, |database| serde_json::to_string(database).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_of_any_plausible_shape_are_read() {
        let rows: Vec<Database> =
            serde_json::from_value(json!(["SALES", {"name": "HR", "owner": "DBC"}, {"database": "IOT"}, {"name": 5}]))
                .expect("rows");
        let names: Vec<_> = rows.iter().map(|row| row.name.as_deref()).collect();
        assert_eq!(names, [Some("SALES"), Some("HR"), None, None]);
        assert_eq!(rows[1].extra["owner"], "DBC");
        assert_eq!(rows[2].extra["database"], "IOT");
        assert_eq!(rows[3].extra["name"], 5);
        assert!(serde_json::from_value::<Database>(json!([1])).is_err());
    }

    #[test]
    fn databases_are_open() {
        let database: Database = crate::roundtrip::assert_open(&json!({"name": "SALES"}));
        assert!(database.extra.is_empty());
    }
}
