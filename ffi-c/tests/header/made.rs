//! The header as it should be: what cbindgen makes of the source, in the order in which a reader needs it.
//!
//! cbindgen writes all constants, then all types, then all functions. Here every source file is a section, headed by the
//! first paragraph of its comment, with what it declares in its own order.

use crate::functions;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");
const WIDTH: usize = 118;

/// The sections, by file below src/. A callback's type stands before the functions that take it.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "version", "absent", "error", "string", "time",
    "run", "job", "start", "wait", "server", "verdict", "check", "wait_all", "ticket", "explain",
    "userdata", "log", "options", "certificate", "known_hosts", "secret", "cancel",
    "veeam/mod", "veeam/detect", "veeam/service", "veeam/organizations", "veeam/repositories",
    "veeam/jobs", "veeam/job_calls", "veeam/runs", "veeam/session_query", "veeam/statistics", "veeam/log_items",
    "veeam/processed_objects", "veeam/job_setup", "veeam/items", "veeam/item_users", "veeam/item_groups", "veeam/item_sites",
    "veeam/item_teams", "veeam/schedule_words", "veeam/job_schedule", "veeam/new_job_schedule", "veeam/backup_window",
    "veeam/copy_jobs", "veeam/copy_schedule", "veeam/copy_job_setup", "veeam/create_copy_job", "veeam/new_copy_schedule",
    "veeam/explore_options", "veeam/explore", "veeam/restore", "veeam/restore_sessions", "veeam/restore_events", "veeam/links",
    "teradata/token", "teradata/mod", "teradata/token_source", "teradata/jobs", "teradata/job_calls",
    "teradata/job_details", "teradata/job_settings", "teradata/runs", "teradata/run_calls", "teradata/objects",
    "teradata/restores", "teradata/permissions", "teradata/databases",
    "vcenter/mod", "vcenter/session", "vcenter/detect", "vcenter/parts", "vcenter/jobs", "vcenter/runs", "vcenter/details",
    "vcenter/cancel", "vcenter/schedules", "vcenter/schedule_spec", "vcenter/recurrence", "vcenter/location", "vcenter/archives",
    "vcenter/restore", "vcenter/messages",
];

/// A constant, a type or a function, with its comment. `name` is unique: "struct bkj_run" is the type, "bkj_run" a function.
struct Declaration {
    name: String,
    text: String,
}

/// Around all declarations.
const SHADOW: (&str, &str) = (
    "/* In C++, -Wshadow warns of a type that shares its name with a function. */\n\
     #if defined(__cplusplus) && defined(__GNUC__)\n\
     #  pragma GCC diagnostic push\n\
     #  pragma GCC diagnostic ignored \"-Wshadow\"\n\
     #endif\n\n",
    "#if defined(__cplusplus) && defined(__GNUC__)\n\
     #  pragma GCC diagnostic pop\n\
     #endif\n\n",
);

type Section = (&'static str, Vec<Declaration>);

pub(crate) fn made() -> String {
    let config = cbindgen::Config::from_file(Path::new(CRATE).join("cbindgen.toml")).expect("cbindgen.toml");
    let macros = config.after_includes.clone().expect("after_includes");
    let bindings = cbindgen::Builder::new()
        .with_crate(Path::new(CRATE).join("functions"))
        .with_config(config)
        .generate()
        .expect("bindings");
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = String::from_utf8(text).expect("UTF-8");

    let (before, rest) = text.split_once(macros.trim_end()).expect("after_includes");
    let (plain, rest) = rest.split_once("#ifdef __cplusplus\nextern").expect("the beginning of extern \"C\"");
    let (begin, rest) = rest.split_once("\n\n").expect("functions");
    let (functions, end) = rest.split_once("#ifdef __cplusplus\n}").expect("the end of extern \"C\"");
    let (end, guard) = end.split_at(end.rfind("#endif").expect("the end of the guard"));
    let sections = sections(plain.split("\n\n").chain(functions.split("\n\n")));
    let macros = macros.trim_end();
    let body = body(&sections);
    let (push, pop) = SHADOW;
    format!(
        "{before}{macros}\n\n{push}#ifdef __cplusplus\nextern{begin}\n\n{body}#ifdef __cplusplus\n}}{end}{pop}{guard}"
    )
}

/// All declarations, each in the section of its file and in the order of that file.
fn sections<'a>(blocks: impl Iterator<Item = &'a str>) -> Vec<Section> {
    let mut homes = BTreeMap::new();
    let mut sections: Vec<Section> = Vec::new();
    for (section, file) in SECTIONS.iter().enumerate() {
        for (line, text) in source(file).lines().enumerate() {
            if let Some(name) = declared(text) {
                homes.insert(name, (section, line));
            }
        }
        sections.push((*file, Vec::new()));
    }
    let home = |d: &Declaration| *homes.get(&d.name).unwrap_or_else(|| panic!("{} is in no section", d.name));
    let mut found: Vec<_> = blocks.filter(|block| !block.trim().is_empty()).map(declaration).collect();
    found.sort_by_key(home);
    for declaration in found {
        let (section, _) = home(&declaration);
        sections[section].1.push(declaration);
    }
    for (file, declarations) in &sections {
        assert!(!declarations.is_empty(), "src/{file}.rs declares nothing for C");
    }
    sections
}

fn source(file: &str) -> String {
    let path = Path::new(CRATE).join(format!("src/{file}.rs"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The name that a line of Rust declares for C.
fn declared(line: &str) -> Option<String> {
    let kinds =
        [("pub unsafe extern \"C\" fn ", ""), ("pub const ", ""), ("pub struct ", "struct "), ("pub type ", "")];
    kinds.iter().find_map(|(begin, kind)| Some(format!("{kind}{}", words(line.strip_prefix(begin)?).next()?)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// One declaration of cbindgen's. A comment of one line stays on one, and a negative number can stand in any expression.
fn declaration(block: &str) -> Declaration {
    let (comment, code) = block.trim().rsplit_once("*/\n").unwrap_or(("", block.trim()));
    let name = match code.strip_prefix("struct ").and_then(|rest| rest.strip_suffix(';')) {
        Some(_) if !code.contains('(') => code.trim_end_matches(';').to_owned(),
        _ => functions(code).into_iter().next().unwrap_or_else(|| first_of_ours(code)),
    };
    let mut lines: Vec<String> = comment.lines().map(|line| line.trim_end().to_owned()).collect();
    if let [_, only, _] = &*lines
        && only.len() + " */".len() < WIDTH
    {
        lines = vec![format!("/** {} */", only.trim_start_matches([' ', '*']))];
    } else if !lines.is_empty() {
        *lines.last_mut().expect("a comment") = " */".into();
    }
    lines.extend(code.lines().map(|line| match line.split_once(" -") {
        Some((define, number)) if line.starts_with("#define ") => format!("{define} (-{number})"),
        _ => line.trim_end().to_owned(),
    }));
    Declaration { name, text: lines.join("\n") }
}

/// Of `typedef void (*bkj_log_callback)(void *userdata, …)`, `bkj_log_callback`.
fn first_of_ours(code: &str) -> String {
    let ours = words(code).find(|word| word.starts_with("bkj_") || word.starts_with("BKJ_"));
    ours.unwrap_or_else(|| panic!("what does this declare? {code}")).to_owned()
}

/// First all types, because functions use those of other sections; then the sections.
fn body(sections: &[Section]) -> String {
    let names: BTreeSet<&str> = sections.iter().flat_map(|(_, all)| all).map(|one| one.name.as_str()).collect();
    let mut text = String::from("/* All types of objects, by the sections that explain them. */\n");
    for (file, declarations) in sections {
        let types: Vec<&str> = declarations.iter().filter_map(|one| one.name.strip_prefix("struct ")).collect();
        if !types.is_empty() {
            let _ = write!(text, "\n/* {} */\n", title(file).0);
        }
        for name in types {
            // One that shares its name with a function cannot be written without `struct`.
            let _ = match names.contains(name) {
                true => writeln!(text, "struct {name};"),
                false => writeln!(text, "typedef struct {name} {name};"),
            };
        }
    }
    for (file, declarations) in sections {
        let (title, more) = title(file);
        let group = file.trim_end_matches("/mod").replace('/', "_");
        let _ = write!(text, "\n/**\n * @defgroup backupjobs_{group} {title}\n{more} * @{{\n */\n");
        for declaration in declarations {
            let _ = write!(text, "\n{}\n", declaration.text);
        }
        text.push_str("\n/** @} */\n");
    }
    text.push('\n');
    text
}

/// The beginning of the file's comment, with the system before it; and, if there is more, the comment's first paragraph.
fn title(file: &str) -> (String, String) {
    let source = source(file);
    let lines = source.lines().map_while(|line| line.strip_prefix("//! "));
    let paragraph = lines.collect::<Vec<_>>().join(" ");
    let end = [". ", ": ", "; "].iter().filter_map(|end| paragraph.find(end)).min();
    let title = end.map_or(paragraph.trim_end_matches('.'), |end| &paragraph[..end]);
    let more = end.map_or(String::new(), |_| wrapped(&paragraph));
    let system = [("veeam/", "Veeam: "), ("teradata/", "Teradata: "), ("vcenter/", "vCenter: ")];
    let system = system.iter().find(|(room, _)| file.starts_with(room) && !file.ends_with("/mod"));
    (format!("{}{title}", system.map_or("", |(_, name)| name)), more)
}

/// A paragraph of a comment.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::from(" *"), String::from(" *")];
    for word in text.split(' ') {
        if lines.last().is_some_and(|line| line.len() + 1 + word.len() > WIDTH) {
            lines.push(String::from(" *"));
        }
        if let Some(line) = lines.last_mut() {
            let _ = write!(line, " {word}");
        }
    }
    lines.join("\n") + "\n"
}
