//! The README's table of knobs is the one of the code. `UPDATE=1 cargo test` writes it anew.

#![allow(clippy::unwrap_used)]

use backupjobs_sim::knobs::{Fidelity, Knob};
use backupjobs_sim::{teradata, vcenter, veeam};
use std::fmt::Write;
use std::path::Path;

const BEGIN: &str = "<!-- knobs: written by tests/readme.rs -->\n";
const END: &str = "<!-- end of knobs -->\n";

const GROUPS: [(Fidelity, &str, &str); 3] = [
    (Fidelity::Documented, "Documented", "The vendor documents the choice; the default is what its pages show."),
    (Fidelity::Seen, "Seen in clients", "Nobody documents it, but a public client relies on the default."),
    (Fidelity::Guessed, "Guessed", "Nobody says. A client should work with every value."),
];

fn table() -> String {
    let all = || [veeam::knobs::KNOBS, teradata::knobs::KNOBS, vcenter::knobs::KNOBS].into_iter().flatten();
    let mut text = String::new();
    for (fidelity, title, about) in GROUPS {
        write!(text, "\n### {title}\n\n{about}\n\n").unwrap();
        text += "| knob | default | other values | meaning |\n| --- | --- | --- | --- |\n";
        for knob in all().filter(|k| k.fidelity == fidelity) {
            writeln!(
                text,
                "| `{}` | `{}` | {} | {} |",
                knob.name,
                knob.default,
                others(knob),
                knob.about.replace('|', "\\|")
            )
            .unwrap();
        }
    }
    text.push('\n');
    text
}

fn others(knob: &Knob) -> String {
    if knob.values.is_empty() {
        return match knob.default {
            "true" => "`false`",
            "false" => "`true`",
            text if text.starts_with('"') => "any text",
            text if text.starts_with('[') => "any list of these",
            _ => "any number",
        }
        .into();
    }
    let others = knob.values.iter().filter(|v| **v != knob.default);
    others.map(|v| format!("`{v}`")).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_readme_lists_the_knobs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = readme.split_once(BEGIN).unwrap();
    let (old, tail) = rest.split_once(END).unwrap();
    let new = table();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{head}{BEGIN}{new}{END}{tail}")).unwrap();
    } else {
        assert_eq!(old, new, "run UPDATE=1 cargo test -p backupjobs-sim --test readme");
    }
}

#[test]
fn every_knob_is_well_formed() {
    let tables =
        [("veeam.", veeam::knobs::KNOBS), ("teradata.", teradata::knobs::KNOBS), ("vcenter.", vcenter::knobs::KNOBS)];
    let mut names = std::collections::BTreeSet::new();
    for (prefix, table) in tables {
        for knob in table {
            assert!(knob.name.starts_with(prefix), "{}", knob.name);
            assert!(names.insert(knob.name), "{} twice", knob.name);
            assert!(!knob.about.is_empty() && !knob.about.contains('\n'), "{}", knob.name);
            let default: serde_json::Value = serde_json::from_str(knob.default).unwrap();
            let mut knobs = backupjobs_sim::knobs::Knobs::new(&[table]);
            knobs.set(knob.name, default).unwrap();
            for value in knob.values {
                knobs.set(knob.name, serde_json::from_str(value).unwrap()).unwrap();
            }
        }
    }
    assert!(!names.is_empty());
}
