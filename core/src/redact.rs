//! What may be shown of a URL and of a server's words.

use crate::secret::Secret;
use reqwest::Url;
use zeroize::Zeroizing;

/// Scheme, host and port: enough to know which server, nothing that could be secret.
pub(crate) fn origin(url: &Url) -> String {
    let mut text = format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default());
    if let Some(port) = url.port() {
        text.push_str(&format!(":{port}"));
    }
    text
}

/// [`origin`] and the path: where a request goes. Never user info, never a query.
pub(crate) fn place(url: &Url) -> String {
    one_line(&format!("{}{}", origin(url), url.path()))
}

/// A line break or NUL in a text that must not hold one: it could end a header or a line early.
pub(crate) fn breaks(text: &str) -> Option<&'static str> {
    text.chars().find_map(|c| match c {
        '\r' | '\n' => Some("a line break"),
        '\0' => Some("a NUL character"),
        _ => None,
    })
}

/// The text with every known secret replaced: a server may echo what it was sent, also as a URL or a form carries it.
/// Of one that stands where a text was shortened, its beginning is replaced.
pub(crate) fn scrub<'a>(text: &str, secrets: impl Iterator<Item = &'a Secret>) -> String {
    let mut clean = text.to_owned();
    // Very short texts would tear holes into ordinary words and are no secrets worth the name.
    let mut secrets: Vec<&Secret> = secrets.filter(|s| s.expose().len() >= WORTH).collect();
    // One may be a part of another.
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.expose().len()));
    for secret in secrets {
        let encoded = url_encoded(secret.expose());
        let spaced = Zeroizing::new(encoded.replace('+', "%20"));
        let (small, small_spaced) = (small_digits(&encoded), small_digits(&spaced));
        for form in [secret.expose(), &encoded, &spaced, &small, &small_spaced] {
            if clean.contains(form) {
                clean = clean.replace(form, "***");
            }
            if clean.contains(CUT) {
                clean = without_beginning(&clean, form);
            }
        }
    }
    clean
}

/// Shorter texts are no secrets.
const WORTH: usize = 4;
/// What [`one_line`] puts where it has shortened a text.
const CUT: char = '…';

/// The text without the beginning of the secret wherever it was cut off.
fn without_beginning(text: &str, secret: &str) -> String {
    let shown = |part: &str| {
        let ends = secret.char_indices().map(|(at, _)| at).rev().take_while(|at| *at >= WORTH);
        let found = ends.filter_map(|at| secret.get(..at)).find(|beginning| part.ends_with(beginning));
        found.and_then(|beginning| part.strip_suffix(beginning)).map(|rest| format!("{rest}***"))
    };
    let mut parts: Vec<String> = text.split(CUT).map(str::to_owned).collect();
    // What stands behind the last cut was not cut.
    let cut = parts.len().saturating_sub(1);
    for part in parts.iter_mut().take(cut) {
        if let Some(clean) = shown(part) {
            *part = clean;
        }
    }
    parts.join(&CUT.to_string())
}

/// The same with the digits of `%2F` as some servers write them, `%2f`.
fn small_digits(encoded: &str) -> Zeroizing<String> {
    let mut digits = 0;
    let small = encoded.chars().map(|c| match c {
        '%' => {
            digits = 2;
            c
        }
        _ if digits > 0 => {
            digits -= 1;
            c.to_ascii_lowercase()
        }
        _ => c,
    });
    Zeroizing::new(small.collect())
}

fn url_encoded(text: &str) -> Zeroizing<String> {
    let coded = Url::parse("http://form/").map(|mut url| {
        url.query_pairs_mut().append_key_only(text);
        url.query().unwrap_or(text).to_owned()
    });
    Zeroizing::new(coded.unwrap_or_else(|_| text.to_owned()))
}

/// An address as a user gave it, without what may be a user, a password or a token.
pub(crate) fn address(text: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let text = text.get(..end).unwrap_or_default();
    match text.rsplit_once('@') {
        Some((before, after)) => {
            one_line(&format!("{}{after}", before.split_inclusive("//").next().unwrap_or_default()))
        }
        None => one_line(text),
    }
}

/// One line of at most 300 characters without control characters, fit for a message.
pub(crate) fn one_line(text: &str) -> String {
    let mut line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(301).collect();
    if line.chars().count() > 300 {
        line.truncate(line.char_indices().nth(300).map_or(line.len(), |(i, _)| i));
        line.push(CUT);
    }
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origin_keeps_the_host_and_nothing_secret() {
        let url = Url::parse("https://user:pw@vb365.example:4443/v5/Jobs?token=x").expect("url");
        assert_eq!(origin(&url), "https://vb365.example:4443");
        assert_eq!(place(&url), "https://vb365.example:4443/v5/Jobs");
    }

    #[test]
    fn scrub_replaces_every_occurrence() {
        let secrets = [Secret::new("hunter22"), Secret::new("ab")];
        assert_eq!(scrub("bad password hunter22 (hunter22), abacus", secrets.iter()), "bad password *** (***), abacus");
    }

    #[test]
    fn scrub_knows_what_a_url_makes_of_a_secret() {
        let secrets = [Secret::new("p@ss w0rd+")];
        for echo in ["p@ss w0rd+", "p%40ss+w0rd%2B", "p%40ss%20w0rd%2B", "p%40ss+w0rd%2b", "p%40ss%20w0rd%2b"] {
            assert_eq!(scrub(&format!("GET /x?pw={echo}&y"), secrets.iter()), "GET /x?pw=***&y");
        }
    }

    #[test]
    fn the_longer_of_two_secrets_goes_first() {
        let secrets = [Secret::new("word"), Secret::new("my word is long")];
        assert_eq!(scrub("(my word is long) word", secrets.iter()), "(***) ***");
    }

    #[test]
    fn a_secret_that_was_cut_off_is_no_secret_left() {
        let secrets = [Secret::new("correct horse/battery")];
        for echo in ["correct horse/battery", "correct+horse%2Fbattery", "correct+horse%2fbattery"] {
            for room in 0..echo.len() {
                let line = one_line(&format!("{}{echo}", "x".repeat(300 - room)));
                let clean = scrub(&format!("it says '{line}'; that is all"), secrets.iter());
                assert!(!clean.contains("corr"), "{clean}");
            }
        }
        assert_eq!(scrub("it is cor… rect", secrets.iter()), "it is cor… rect");
    }

    #[test]
    fn an_address_keeps_no_user_and_no_query() {
        for (given, shown) in [
            ("https://id:pw@x:1/token?key=s#f", "https://x:1/token"),
            ("https://id:p@w@x/t", "https://x/t"),
            ("https://x/t", "https://x/t"),
        ] {
            assert_eq!(address(given), shown);
        }
    }

    #[test]
    fn one_line_cuts_on_a_character() {
        assert_eq!(one_line(&"ü".repeat(400)).chars().count(), 301);
        assert_eq!(one_line("a\r\nb"), "a  b");
    }
}
