//! What may be shown of a URL and of a server's words.

use crate::secret::Secret;
use reqwest::Url;
use std::path::Path;
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
    one_line(&whole_place(url))
}

/// [`place`] uncut, for a URL of the server's: what it may repeat of a secret has to be found first.
pub(crate) fn whole_place(url: &Url) -> String {
    format!("{}{}", origin(url), url.path())
}

/// A line break or NUL in a text that must not hold one: it could end a header or a line early.
pub(crate) fn breaks(text: &str) -> Option<&'static str> {
    text.chars().find_map(|c| match c {
        '\r' | '\n' => Some("a line break"),
        '\0' => Some("a NUL character"),
        _ => None,
    })
}

/// Whether a text holds a control character; bytes tell it of nearly all.
pub(crate) fn has_control(text: &str) -> bool {
    match text.is_ascii() {
        true => text.bytes().any(|b| b.is_ascii_control()),
        false => text.chars().any(char::is_control),
    }
}

/// Secrets in every form in which a server may repeat what it was sent: as they are, as a URL or a form carries them, and as
/// they stand in JSON.
pub(crate) struct Scrubber {
    secrets: Vec<Secret>,
}

impl Scrubber {
    pub(crate) fn new<'a>(secrets: impl Iterator<Item = &'a Secret>) -> Self {
        // Very short texts would tear holes into ordinary words and are no secrets worth the name.
        Self { secrets: secrets.filter(|secret| secret.expose().len() >= 4).cloned().collect() }
    }

    /// Whether the text holds a known secret.
    pub(crate) fn finds(&self, text: &str) -> bool {
        let mut all = self.secrets.iter().flat_map(|secret| secret.forms(forms));
        all.any(|form| form.len() <= text.len() && text.contains(form.as_str()))
    }

    /// The text with every known secret replaced.
    pub(crate) fn clean(&self, text: &str) -> String {
        let all = self.secrets.iter().flat_map(|secret| secret.forms(forms));
        // The longest first: one secret may be a part of another.
        let mut found: Vec<&str> = all.map(|form| form.as_str()).filter(|form| text.contains(form)).collect();
        found.sort_unstable_by_key(|form| std::cmp::Reverse(form.len()));
        found.iter().fold(text.to_owned(), |clean, form| clean.replace(form, "***"))
    }
}

/// A secret as it is, and in every other form in which it may travel.
fn forms(secret: &str) -> Vec<Zeroizing<String>> {
    let mut forms = vec![Zeroizing::new(secret.to_owned())];
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
    if secret.bytes().all(plain) {
        return forms;
    }
    let encoded = url_encoded(secret);
    let spaced = Zeroizing::new(encoded.replace('+', "%20"));
    forms.extend([small_digits(&encoded), small_digits(&spaced), spaced, encoded]);
    forms.extend(serde_json::to_string(secret).map(Zeroizing::new).ok().and_then(|quoted| {
        let inside = quoted.strip_prefix('"')?.strip_suffix('"')?;
        Some(Zeroizing::new(inside.to_owned()))
    }));
    forms
}

/// The text with every one of these secrets replaced.
pub(crate) fn scrub<'a>(text: &str, secrets: impl Iterator<Item = &'a Secret>) -> String {
    Scrubber::new(secrets).clean(text)
}

/// A text as a URL carries it with the digits of `%2F` as some servers write them, `%2f`.
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
    let (text, rest) = text.split_at(text.find(['?', '#']).unwrap_or(text.len()));
    let scheme = text.find("://").map_or("", |at| text.get(..at + 3).unwrap_or_default());
    if rest.contains('@') {
        // Nobody can tell whether a password ends there, or a query goes on.
        return one_line(&format!("{scheme}…"));
    }
    match text.rsplit_once('@') {
        Some((_, after)) => one_line(&format!("{scheme}{after}")),
        None => one_line(text),
    }
}

/// A path as a message shows it: a name may hold anything but NUL.
pub(crate) fn file(path: &Path) -> String {
    one_line(&path.display().to_string())
}

/// One line of at most 300 characters without control characters, fit for a message.
///
/// What a server says has to be scrubbed before: of a secret that is cut in two, the first part would be shown.
pub(crate) fn one_line(text: &str) -> String {
    clipped(text, 300).trim().to_owned()
}

/// The same uncut, for what is still to be scrubbed and [`clipped`].
pub(crate) fn whole_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// At most so many characters, none of them a control character.
pub(crate) fn clipped(text: &str, most: usize) -> String {
    let mut line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(most + 1).collect();
    if let Some((end, _)) = line.char_indices().nth(most) {
        line.truncate(end);
        line.push('…');
    }
    line
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
    fn scrub_knows_what_json_makes_of_a_secret() {
        let secrets = [Secret::new("p\"w\\ord")];
        assert_eq!(scrub(r#"{"password":"p\"w\\ord"}"#, secrets.iter()), r#"{"password":"***"}"#);
    }

    #[test]
    fn of_a_secret_that_holds_another_nothing_is_left() {
        let secrets = [Secret::new("hunter22"), Secret::new("hunter22-and-more")];
        assert_eq!(scrub("hunter22-and-more, hunter22", secrets.iter()), "***, ***");
    }

    #[test]
    fn an_address_keeps_no_user_and_no_query() {
        for (given, shown) in [
            ("https://id:pw@x:1/token?key=s#f", "https://x:1/token"),
            ("https://id:p@w@x/t", "https://x/t"),
            ("https://x/t", "https://x/t"),
            ("https://id:p?w@x/t", "https://…"),
            ("https://x/t?token=a@b", "https://…"),
            ("id:pw@x", "x"),
            ("id:p?w@x", "…"),
        ] {
            assert_eq!(address(given), shown);
        }
    }

    #[test]
    fn a_path_is_shown_in_one_line() {
        assert_eq!(file(Path::new("/etc/a\r\nb\u{1b}c")), "/etc/a  b c");
        assert!(file(Path::new(&"x".repeat(1 << 20))).len() < 400);
    }

    #[test]
    fn one_line_cuts_on_a_character() {
        assert_eq!(one_line(&"ü".repeat(400)).chars().count(), 301);
        assert_eq!(one_line("a\r\nb"), "a  b");
    }
}
