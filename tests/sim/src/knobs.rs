//! Every guess about a vendor is a knob with a default: set it through the control port, or at start.

use serde_json::Value;
use std::collections::BTreeMap;

/// How sure we are of a behaviour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fidelity {
    /// The vendor documents the choice (a setting of the product).
    Documented,
    /// A public client relies on it.
    Seen,
    /// Nobody says; the default is our guess.
    Guessed,
}

/// One knob.
#[derive(Clone, Copy, Debug)]
pub struct Knob {
    /// `vendor.name`.
    pub name: &'static str,
    /// Default, as JSON text.
    pub default: &'static str,
    /// Allowed values as JSON texts; empty when any value of the default's type is allowed.
    pub values: &'static [&'static str],
    /// Where the default comes from.
    pub fidelity: Fidelity,
    /// One sentence for the README table.
    pub about: &'static str,
}

/// All knobs with their current values.
#[derive(Clone, Debug)]
pub struct Knobs {
    known: BTreeMap<&'static str, Knob>,
    set: BTreeMap<String, Value>,
}

impl Knobs {
    /// The knobs of the given tables, at their defaults.
    #[must_use]
    pub fn new(tables: &[&'static [Knob]]) -> Self {
        let known = tables.iter().flat_map(|t| t.iter()).map(|k| (k.name, *k)).collect();
        Self { known, set: BTreeMap::new() }
    }

    /// Sets one knob, or says why not.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), String> {
        let knob = self.known.get(name).ok_or_else(|| format!("no knob '{name}'; there are {}", self.like(name)))?;
        let default = parse(knob.default);
        if std::mem::discriminant(&default) != std::mem::discriminant(&value) {
            return Err(format!("knob '{name}' takes a value like {}, not {value}", knob.default));
        }
        if !knob.values.is_empty() && !knob.values.iter().any(|v| parse(v) == value) {
            return Err(format!("knob '{name}' takes one of {}, not {value}", knob.values.join(", ")));
        }
        self.set.insert(name.to_owned(), value);
        Ok(())
    }

    /// The names that could be meant: those of the vendor, or all.
    fn like(&self, name: &str) -> String {
        let vendor = name.split('.').next().unwrap_or_default();
        let of_vendor = |known: &&&str| known.split('.').next() == Some(vendor);
        let mut names: Vec<&str> = self.known.keys().filter(of_vendor).copied().collect();
        if names.is_empty() {
            names = self.known.keys().copied().collect();
        }
        names.join(", ")
    }

    /// Back to the defaults.
    pub fn reset(&mut self) {
        self.set.clear();
    }

    /// The current value; `Null` for a name no table has.
    #[must_use]
    pub fn get(&self, name: &str) -> Value {
        self.set.get(name).cloned().unwrap_or_else(|| self.known.get(name).map_or(Value::Null, |k| parse(k.default)))
    }

    /// The value as text; empty when it is not a string.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).as_str().unwrap_or_default().to_owned()
    }

    /// The value as a flag.
    #[must_use]
    pub fn on(&self, name: &str) -> bool {
        self.get(name).as_bool().unwrap_or_default()
    }

    /// The value as a number.
    #[must_use]
    pub fn number(&self, name: &str) -> i64 {
        self.get(name).as_i64().unwrap_or_default()
    }

    /// All knobs, for `GET /knobs`.
    #[must_use]
    pub fn all(&self) -> Value {
        self.known
            .values()
            .map(|k| {
                serde_json::json!({
                    "name": k.name, "value": self.get(k.name), "default": parse(k.default),
                    "values": k.values.iter().map(|v| parse(v)).collect::<Vec<_>>(),
                    "fidelity": format!("{:?}", k.fidelity).to_lowercase(), "about": k.about,
                })
            })
            .collect()
    }
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}
