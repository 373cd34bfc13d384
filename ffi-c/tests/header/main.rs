//! `include/backupjobs.h` is what the source says, exports are what the header says, and numbers are those of the core.
//!
//! `BKJ_UPDATE=1 cargo test -p backupjobs-c --test header` rewrites the header.

#![allow(clippy::expect_used, clippy::panic)]

mod constants;
mod deprecation;
mod exports;
mod made;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Once;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../include/backupjobs.h")
}

/// The committed header, rewritten before if that is wanted.
fn committed() -> String {
    static UPDATE: Once = Once::new();
    UPDATE.call_once(|| {
        if std::env::var_os("BKJ_UPDATE").is_some() {
            std::fs::create_dir_all(path().parent().expect("a directory")).expect("include/");
            std::fs::write(path(), made::made()).expect("writing the header");
        }
    });
    std::fs::read_to_string(path()).expect("include/backupjobs.h; BKJ_UPDATE=1 writes it")
}

/// All names that are called in the code of a header: the functions that it declares.
fn functions(header: &str) -> BTreeSet<String> {
    let code = header.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    let calls =
        code.flat_map(|code| code.split('(').map(|before| before.rsplit([' ', '*', '\n']).next().unwrap_or_default()));
    calls.filter(|name| name.starts_with("bkj_") && !name.contains([')', ';'])).map(str::to_owned).collect()
}

#[test]
fn the_committed_header_is_the_generated_one() {
    let made = made::made();
    let committed = committed();
    if let Some((ours, theirs)) = made.lines().zip(committed.lines()).find(|(ours, theirs)| ours != theirs) {
        panic!("the header is out of date (BKJ_UPDATE=1 rewrites it):\n source: {ours}\n header: {theirs}");
    }
    assert_eq!(made.len(), committed.len(), "the header is out of date (BKJ_UPDATE=1 rewrites it)");
}

#[test]
fn everything_is_explained() {
    let header = committed();
    let (_, sections) = header.split_once("@defgroup").expect("sections");
    let blocks = sections.split("\n\n").filter(|block| !block.starts_with("#if") && !block.starts_with("#endif"));
    let unexplained: Vec<&str> = blocks.filter(|block| !block.trim().starts_with("/**")).skip(1).collect();
    assert!(unexplained.is_empty(), "no comment before {unexplained:?}");
}
