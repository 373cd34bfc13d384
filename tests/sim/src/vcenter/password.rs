//! The policy for `backup_password`, word for word the same from 6.5 on: 8 to 20 characters, at least one upper-case
//! letter, lower-case letter, digit and special character, only visible ASCII.

/// What is wrong with a password, or nothing.
pub(super) fn violation(password: &str) -> Option<&'static str> {
    let length = password.chars().count();
    if !(8..=20).contains(&length) {
        return Some("must have 8 to 20 characters");
    }
    if !password.bytes().all(|b| b.is_ascii_graphic()) {
        return Some("must have visible ASCII characters only");
    }
    let has = |test: fn(&u8) -> bool| password.as_bytes().iter().any(test);
    if !has(u8::is_ascii_uppercase) {
        return Some("must have an upper-case letter");
    }
    if !has(u8::is_ascii_lowercase) {
        return Some("must have a lower-case letter");
    }
    if !has(u8::is_ascii_digit) {
        return Some("must have a digit");
    }
    if !has(u8::is_ascii_punctuation) {
        return Some("must have a special character");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::violation;

    #[test]
    fn good_ones() {
        for good in ["Aa1!Aa1!", "Encrypt-1!", "Aa1!Aa1!Aa1!Aa1!Aa1!", "~Zz9aaaa"] {
            assert_eq!(violation(good), None, "{good}");
        }
    }

    #[test]
    fn bad_ones() {
        for (bad, word) in [
            ("", "8 to 20"),
            ("Aa1!Aa1", "8 to 20"),
            ("Aa1!Aa1!Aa1!Aa1!Aa1!x", "8 to 20"),
            ("encrypt-1!", "upper"),
            ("ENCRYPT-1!", "lower"),
            ("Encrypt-!!", "digit"),
            ("Encrypt11", "special"),
            ("Encrypt 1!", "visible"),
            ("Encrypt\t1!", "visible"),
            ("Encrypt\u{7f}1!", "visible"),
            ("Éncrypt-1!", "visible"),
        ] {
            assert!(violation(bad).is_some_and(|text| text.contains(word)), "{bad}");
        }
    }
}
