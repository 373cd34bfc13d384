//! The documented policy for backup passwords, checked before any request: what the server answers to a violation is
//! not documented.

use crate::error::{Error, Result};
use crate::secret::Secret;

/// 8 to 20 visible ASCII characters with an upper-case letter, a lower-case letter, a digit and a special character.
pub(super) fn check(password: &Secret) -> Result<()> {
    let text = password.expose();
    let has = |class: fn(char) -> bool| text.chars().any(class);
    let missing = if text.chars().any(|c| !c.is_ascii_graphic()) {
        "only visible ASCII characters, no space"
    } else if !(8..=20).contains(&text.len()) {
        "8 to 20 characters"
    } else if !has(|c| c.is_ascii_uppercase()) {
        "an upper-case letter"
    } else if !has(|c| c.is_ascii_lowercase()) {
        "a lower-case letter"
    } else if !has(|c| c.is_ascii_digit()) {
        "a digit"
    } else if !has(|c| c.is_ascii_punctuation()) {
        "a special character"
    } else {
        return Ok(());
    };
    Err(Error::invalid(format!("the backup password breaks the policy: it needs {missing}"))
        .remedied("8 to 20 visible ASCII characters with upper case, lower case, digit and special character; or none"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_policy() {
        for good in ["Aa1!Aa1!", "Encrypt-1!", "Aa1!Aa1!Aa1!Aa1!Aa1!"] {
            assert!(check(&good.into()).is_ok(), "{good}");
        }
        for (bad, why) in [
            ("Aa1!Aa1", "8 to 20"),
            ("Aa1!Aa1!Aa1!Aa1!Aa1!x", "8 to 20"),
            ("", "8 to 20"),
            ("encrypt-1!", "upper"),
            ("ENCRYPT-1!", "lower"),
            ("Encrypt-!!", "digit"),
            ("Encrypt11", "special"),
            ("Encrypt 1!", "visible"),
            ("Encrypt\t1!", "visible"),
            ("Encrypt-1!\u{7f}", "visible"),
            ("Éncrypt-1!", "visible"),
        ] {
            let error = check(&bad.into()).expect_err(bad);
            assert!(error.message().contains(why), "{bad:?}: {error}");
            assert!(bad.is_empty() || !error.to_string().contains(bad), "the password is in: {error}");
        }
    }
}
