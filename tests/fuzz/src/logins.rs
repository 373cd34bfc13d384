//! Logins of the three systems, and what is made of their answers. Letters: the system, what its client takes. Then answers,
//! of which every one counts for a login.
//!
//! A login fails with an error that shows nothing of the answer, or works; then the next call carries the token, and nobody
//! sees it.

use crate::rules;
use crate::script::{self, Script};
use crate::{teradata, vcenter, veeam};

pub(crate) fn run(data: &[u8]) {
    let mut logins = Vec::with_capacity(data.len() + 8);
    for (index, line) in data.split(|byte| *byte == b'\n').enumerate() {
        if index > 0 {
            logins.push(b'\n');
        }
        match line.strip_prefix(b"~") {
            Some(rest) if !rest.starts_with(b"L") => {
                logins.extend_from_slice(b"~L");
                logins.extend_from_slice(rest);
            }
            _ => logins.extend_from_slice(line),
        }
    }
    let mut script = Script::play(&logins);
    script::without_token();
    match script.choose(3) {
        0 => {
            let client = veeam::client(&mut script);
            rules::done(client.login());
            rules::done(client.jobs().map(drop));
            shown(&format!("{client:?}"));
        }
        1 => {
            let client = vcenter::client(&mut script);
            rules::done(client.login());
            rules::done(client.backup_jobs().map(drop));
            shown(&format!("{client:?}"));
        }
        _ => {
            let client = teradata::client(&mut script);
            rules::done(client.login());
            rules::done(client.jobs(&Default::default()).map(drop));
            shown(&format!("{client:?}"));
        }
    }
}

fn shown(text: &str) {
    rules::hides(text, crate::script::PASSWORD);
    rules::hides(text, crate::script::TOKEN);
}
