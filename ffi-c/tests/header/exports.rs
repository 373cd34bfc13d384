//! The built library against the header.

use crate::{committed, functions};
use object::{Object, ObjectSymbol};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_library_exports_what_the_header_declares_and_nothing_else() {
    let library = build();
    let bytes = std::fs::read(&library).expect("the built library");
    let file = object::File::parse(&*bytes).expect("an object file");
    let exported: BTreeSet<String> = file
        .dynamic_symbols()
        .filter(|symbol| symbol.is_definition() && symbol.is_global())
        .filter_map(|symbol| symbol.name().ok().map(str::to_owned))
        .collect();
    let declared = functions(&committed());
    assert!(declared.len() > 300, "only {} functions were found in the header", declared.len());
    let missing: Vec<_> = declared.difference(&exported).collect();
    let surplus: Vec<_> = exported.difference(&declared).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "not exported: {missing:?}; not declared: {surplus:?}");
}

/// Builds the shared library in the profile of this test, and says where it is. The test itself cannot be linked with
/// it, so cargo does not build it by itself.
fn build() -> PathBuf {
    let me = std::env::current_exe().expect("this program");
    let directory = me.ancestors().nth(2).expect("target/profile/deps/test");
    let profile = match directory.file_name().and_then(|name| name.to_str()) {
        None | Some("debug") => "dev",
        Some(name) => name,
    };
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // From the root: the same packages as everywhere, or cargo would build what they depend on again.
    cargo.current_dir(Path::new(CRATE).join("..")).args(["build", "--quiet", "--profile", profile]);
    cargo.arg("--target-dir").arg(directory.parent().expect("target/profile"));
    assert!(cargo.status().expect("cargo").success(), "building the library");
    directory.join(format!("{}backupjobs_c{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX))
}

#[test]
fn the_shared_library_has_the_name_it_is_installed_under() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let bytes = std::fs::read(build()).expect("the built library");
    let wanted = b"\0libbackupjobs.so.0\0";
    assert!(bytes.windows(wanted.len()).any(|window| window == wanted), "no SONAME");
}
