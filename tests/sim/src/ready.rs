//! The ready line: all that a client needs to know, as one line of JSON.

use crate::world::{System, World};
use serde_json::{Value, json};
use std::path::Path;

/// Builds the ready line.
#[must_use]
pub fn ready(world: &World, control: &str, ca_file: &Path, leaf_sha256: &str) -> Value {
    let mut line = json!({
        "ready": true,
        "version": env!("CARGO_PKG_VERSION"),
        "pid": std::process::id(),
        "control": control,
        "ca_file": ca_file.to_string_lossy(),
        "leaf_sha256": leaf_sha256,
    });
    for system in System::ALL {
        line[system.word()] = world.access(system);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_one_line_with_every_address() {
        let world = crate::world::tests::stub_world();
        let line = ready(&world, "http://127.0.0.1:1", Path::new("/tmp/ca.pem"), "ab");
        assert_eq!(line["ready"], true);
        assert_eq!(line["pid"], std::process::id());
        assert_eq!(line["control"], "http://127.0.0.1:1");
        assert_eq!(line["ca_file"], "/tmp/ca.pem");
        assert_eq!(line["leaf_sha256"], "ab");
        assert_eq!(line["veeam"], json!({"url": "https://a", "username": "u"}));
        assert_eq!(line["vcenter"]["url"], "https://c");
        assert!(!line.to_string().contains('\n'));
    }
}
