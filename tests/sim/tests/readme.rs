//! The README's tables are those of the code. `UPDATE=1 cargo test -p backupjobs-sim --test readme` writes them anew.

#![allow(clippy::unwrap_used)]

use backupjobs_sim::fidelity::{Operation, Source};
use backupjobs_sim::knobs::{Fidelity, Knob};
use backupjobs_sim::vendor::Vendor;
use backupjobs_sim::{teradata, vcenter, veeam};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;

/// Two tests write the same file.
static README: Mutex<()> = Mutex::new(());

const GROUPS: [(Fidelity, &str, &str); 3] = [
    (Fidelity::Documented, "Documented", "The vendor documents the choice; the default is what its pages show."),
    (Fidelity::Seen, "Seen in clients", "Nobody documents it, but a public client relies on the default."),
    (Fidelity::Guessed, "Guessed", "Nobody says. A client should work with every value."),
];

/// The part of the README between its two marks, as it stands, against what it should be.
fn the_readme_has(what: &str, new: &str) {
    let _alone = README.lock().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let begin = format!("<!-- {what}: written by tests/readme.rs -->\n");
    let end = format!("<!-- end of {what} -->");
    let (head, rest) = readme.split_once(&begin).unwrap();
    let (old, tail) = rest.split_once(&end).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{head}{begin}{new}{end}{tail}")).unwrap();
    } else {
        assert_eq!(old, new, "run UPDATE=1 cargo test -p backupjobs-sim --test readme");
    }
}

fn knobs() -> String {
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

/// The operations of one system by name: its forms, and the sources of each version.
type Rows = BTreeMap<&'static str, (Vec<String>, BTreeMap<&'static str, BTreeSet<Source>>)>;

fn rows(operations: &[Operation]) -> Rows {
    let mut rows = Rows::new();
    for operation in operations {
        let (forms, versions) = rows.entry(operation.name).or_default();
        let form = format!("`{} {}`", operation.method, operation.path);
        if !forms.contains(&form) {
            forms.push(form);
        }
        for (group, sources) in operation.served {
            for version in *group {
                versions.entry(version).or_default().extend(*sources);
            }
        }
    }
    rows
}

/// `v10` after `v9`, and `6.7.2` after `6.7`.
fn natural(version: &str) -> (String, Vec<u32>) {
    let word: String = version.chars().take_while(|c| !c.is_ascii_digit()).collect();
    let numbers = version.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    (word, numbers)
}

/// One table: operation × version.
fn table(rows: &Rows) -> String {
    let mut versions: Vec<&str> =
        rows.values().flat_map(|row| row.1.keys().copied()).collect::<BTreeSet<_>>().into_iter().collect();
    versions.sort_by_key(|version| natural(version));
    let mut text = format!("| operation | {} | request |\n", versions.join(" | "));
    writeln!(text, "| --- |{} --- |", " --- |".repeat(versions.len())).unwrap();
    for (name, (forms, served)) in rows {
        write!(text, "| {name} |").unwrap();
        for version in &versions {
            let letters: String = served.get(version).into_iter().flatten().map(|source| source.letter()).collect();
            write!(text, " {letters} |").unwrap();
        }
        writeln!(text, " {} |", forms.join(", ").replace('|', "\\|")).unwrap();
    }
    text
}

/// How sure we are of one system, in a sentence or two.
fn totals(rows: &Rows) -> String {
    let cells = || rows.iter().flat_map(|(name, row)| row.1.iter().map(move |(version, from)| (*name, *version, from)));
    let known = |from: &BTreeSet<Source>| from.iter().filter(|source| **source != Source::Guessed).count();
    let twice = cells().filter(|(_, _, from)| known(from) >= 2).count();
    let guessed: Vec<_> = cells().filter(|(_, _, from)| known(from) == 0).collect();
    let mut text = format!(
        "{} operations, {} with every version counted. Two independent sources or more: {twice}. Only guessed: {}",
        rows.len(),
        cells().count(),
        guessed.len()
    );
    let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, version, _) in guessed {
        of.entry(name).or_default().push(version);
    }
    let list: Vec<_> = of.iter().map(|(name, versions)| format!("{name} ({})", versions.join(", "))).collect();
    if !list.is_empty() {
        write!(text, ", {}", list.join("; ")).unwrap();
    }
    text.push_str(".\n");
    text
}

fn rooms() -> [(&'static str, &'static [Operation]); 3] {
    [
        ("Veeam Backup for Microsoft 365", veeam::State::new().operations()),
        ("Teradata VantageCloud BaaS", teradata::State::new().operations()),
        ("VMware vCenter appliance", vcenter::State::new().operations()),
    ]
}

fn operations() -> String {
    let mut text = String::new();
    for (title, operations) in rooms() {
        write!(text, "\n### {title}\n\n").unwrap();
        if operations.is_empty() {
            text += "Not listed yet.\n";
            continue;
        }
        let rows = rows(operations);
        write!(text, "{}\n{}", totals(&rows), table(&rows)).unwrap();
    }
    text.push('\n');
    text
}

#[test]
fn the_readme_lists_the_knobs() {
    the_readme_has("knobs", &knobs());
}

#[test]
fn the_readme_lists_the_operations() {
    the_readme_has("operations", &operations());
}

#[test]
fn every_operation_is_well_formed() {
    for (title, operations) in rooms() {
        let mut forms = BTreeSet::new();
        for operation in operations {
            let what = format!("{title}: {} {}", operation.method, operation.path);
            assert!(!operation.name.is_empty() && !operation.name.contains(['|', '\n']), "{what}");
            assert!(!operation.served.is_empty(), "{what} is served nowhere");
            for (versions, sources) in operation.served {
                assert!(!versions.is_empty() && !sources.is_empty(), "{what}");
                let guessed = sources.contains(&Source::Guessed);
                assert!(!guessed || sources.len() == 1, "{what} is guessed and known at once");
                for version in *versions {
                    let form = (operation.name, operation.method, operation.path, *version);
                    assert!(forms.insert(form), "{what} is listed twice for {version}");
                }
            }
        }
    }
}

#[test]
fn a_table_shows_every_version_with_its_sources() {
    use Source::{Client, Documented, Guessed, Specification};
    let operations = [
        Operation {
            name: "start a job",
            method: "POST",
            path: "/{version}/Jobs/{id}/Action",
            served: &[(&["v2"], &[Documented, Client]), (&["v3"], &[Guessed])],
        },
        Operation {
            name: "start a job",
            method: "POST",
            path: "/{version}/Jobs/{id}/start",
            served: &[(&["v10", "v6"], &[Specification, Documented])],
        },
        Operation { name: "health", method: "GET", path: "/{version}/Health", served: &[(&["v10"], &[Specification])] },
    ];
    let rows = rows(&operations);
    assert_eq!(
        table(&rows),
        "| operation | v2 | v3 | v6 | v10 | request |\n\
         | --- | --- | --- | --- | --- | --- |\n\
         | health |  |  |  | S | `GET /{version}/Health` |\n\
         | start a job | DC | G | DS | DS | `POST /{version}/Jobs/{id}/Action`, `POST /{version}/Jobs/{id}/start` |\n"
    );
    assert_eq!(
        totals(&rows),
        "2 operations, 5 with every version counted. Two independent sources or more: 3. Only guessed: 1, \
         start a job (v3).\n"
    );
}

#[test]
fn every_knob_is_well_formed() {
    let tables =
        [("veeam.", veeam::knobs::KNOBS), ("teradata.", teradata::knobs::KNOBS), ("vcenter.", vcenter::knobs::KNOBS)];
    let mut names = BTreeSet::new();
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
