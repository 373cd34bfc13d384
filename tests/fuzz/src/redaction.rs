//! Taking secrets out of texts. Secrets and texts, with NUL between: secret, secret, text before, text after.
//!
//! A secret of four bytes or more is nowhere in what is left, in any of the forms in which a URL or a form carries it; what
//! holds none is left as it is. What stands in a message is one line.

use backupjobs::Secret;
use backupjobs::fuzzing;

pub(crate) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let parts: Vec<&str> = text.split('\0').collect();
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    let (one, other, before, after) = (part(0), part(1), part(2), part(3));
    let secrets = [Secret::new(one), Secret::new(other)];
    // What replaces a secret could look like one.
    let marked =
        |secret: &str| secret.contains('…') || secret.contains('*') || secret.contains('%') || secret.contains('+');
    for secret in [one, other] {
        for form in forms(secret) {
            let clean = fuzzing::scrub(&format!("{before}{form}{after}"), &secrets);
            if secret.len() >= 4 && !marked(one) && !marked(other) {
                for form in forms(secret) {
                    assert!(!clean.contains(&form), "'{form}' is left in '{clean}'");
                }
            }
        }
    }
    let all = [one, other].iter().flat_map(|secret| forms(secret)).any(|form| before.contains(&form));
    // What stands before an ellipsis may be the beginning of a secret.
    if !all && !before.contains('…') {
        assert_eq!(fuzzing::scrub(before, &secrets), before, "nothing was to be taken out");
    }
    assert_eq!(format!("{:?}", secrets[0]), "Secret(***)");
    let line = fuzzing::one_line(&text);
    assert!(line.chars().count() <= 301 && !line.chars().any(char::is_control), "{line:?}");
    assert!(!fuzzing::address(&text).chars().any(char::is_control));
}

/// As it is, as in a form, as in a path, and with the lower-case digits of some servers.
fn forms(secret: &str) -> Vec<String> {
    let coded = |space: &str, lower: bool| {
        let mut out = String::new();
        for byte in secret.bytes() {
            match byte {
                b' ' => out.push_str(space),
                b'*' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => out.push(byte.into()),
                _ if lower => out.push_str(&format!("%{byte:02x}")),
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
        out
    };
    vec![secret.to_owned(), coded("+", false), coded("%20", false), coded("+", true), coded("%20", true)]
}
