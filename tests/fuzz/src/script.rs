//! A server that says what the input says. The input is the letters that choose what is called, then the answers, each from a
//! `~` at the beginning of a line on:
//!
//! ```text
//! bc
//! ~200|date:Thu, 15 Jan 2026 08:00:00 GMT
//! {"results":[]}
//! ~L401
//! ```
//!
//! `~L…` answers a login; without one every login is answered well. Status 0: the connection breaks after the request was
//! sent; 1: there is no connection, as after the last answer. `{PW}` and `{TOKEN}` are what the client is known to hold.

use backupjobs::fuzzing::{self, Answer, Sent};
use backupjobs::{ClientOptions, Proxy, RetryPolicy, Trust};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

pub(crate) const PASSWORD: &str = "Canary/Pass w0rd+7";
pub(crate) const TOKEN: &str = "canaryToken0123456789";
/// The password in an address.
pub(crate) const IN_URL: &str = "canaryInUrl7";
pub(crate) const URL: &str = "https://host.example:4443/base";

/// An exchange: the request, and the status of its answer (0 and 1 as in the input).
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) sent: Sent,
    pub(crate) status: u16,
}

#[derive(Clone, Copy, PartialEq)]
enum Base {
    Ours,
    Any,
}

thread_local! {
    static HOLDS_PASSWORD: Cell<bool> = const { Cell::new(true) };
    static HOLDS_TOKEN: Cell<bool> = const { Cell::new(true) };
    static ECHOES_IN_DATA: Cell<bool> = const { Cell::new(true) };
}

/// Only refusals repeat secrets from now on. What a good answer says is data, and the next step may well tell which id it was
/// that it could not use.
pub(crate) fn no_echo_in_data() {
    ECHOES_IN_DATA.set(false);
}

/// The client that is made now has a token and no password: it cannot know what that is, and `{PW}` becomes its token.
pub(crate) fn without_password() {
    HOLDS_PASSWORD.set(false);
}

/// The client that is made now learns its token from the answers.
pub(crate) fn without_token() {
    HOLDS_TOKEN.set(false);
}

pub(crate) fn holds_password() -> bool {
    HOLDS_PASSWORD.get()
}

pub(crate) struct Script<'a> {
    letters: std::slice::Iter<'a, u8>,
    exchanges: Rc<RefCell<Vec<Exchange>>>,
}

impl<'a> Script<'a> {
    /// Reads the input, and plays its server from now on. Every request must be for [`URL`].
    pub(crate) fn play(data: &'a [u8]) -> Self {
        Self::play_at(data, Base::Ours)
    }

    /// The same for a server anywhere.
    pub(crate) fn play_anywhere(data: &'a [u8]) -> Self {
        Self::play_at(data, Base::Any)
    }

    fn play_at(data: &'a [u8], base: Base) -> Self {
        HOLDS_PASSWORD.set(true);
        HOLDS_TOKEN.set(true);
        ECHOES_IN_DATA.set(true);
        let (letters, answers) = split(data);
        let (mut logins, mut others) = (VecDeque::new(), VecDeque::new());
        for text in answers.into_iter().take(32) {
            match text.strip_prefix(b"L") {
                Some(login) => logins.push_back(answer(login)),
                None => others.push_back(answer(text)),
            }
        }
        let exchanges = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::clone(&exchanges);
        fuzzing::serve(move |sent| {
            assert!(kept.borrow().len() < 500, "a call that does not end: {sent:?}");
            if base == Base::Ours {
                crate::rules::sent(sent);
            }
            let (status, answer) = match login(sent) {
                Some(good) => logins.pop_front().unwrap_or_else(|| (200, reply(200, vec![], good.into_bytes()))),
                None => others.pop_front().unwrap_or((1, Answer::Refused)),
            };
            kept.borrow_mut().push(Exchange { sent: sent.clone(), status });
            filled(answer)
        });
        Self { letters: letters.iter(), exchanges }
    }

    /// The next letter, as a number below `end`; 0 when there is none.
    pub(crate) fn choose(&mut self, end: usize) -> usize {
        self.letters.next().map_or(0, |letter| number(*letter) % end)
    }

    /// What was said so far.
    pub(crate) fn exchanges(&self) -> Vec<Exchange> {
        self.exchanges.borrow().clone()
    }
}

/// Whether the input itself holds a secret, or enough of one.
pub(crate) fn tells(data: &[u8]) -> bool {
    let begins = |secret: &str, at: &[u8]| at.starts_with(&secret.as_bytes()[..10]);
    (0..data.len()).any(|at| [PASSWORD, TOKEN, IN_URL].iter().any(|secret| begins(secret, &data[at..])))
}

/// Settings that never wait, and try a read twice.
pub(crate) fn options() -> ClientOptions {
    let mut options = ClientOptions::default();
    options.trust = Trust::Pin([7; 32]);
    options.proxy = Proxy::None;
    options.max_body = 1 << 20;
    options.retry =
        RetryPolicy { attempts: 2, total: Duration::from_millis(900), base: Duration::ZERO, cap: Duration::ZERO };
    options
}

/// `a` is 0, `A` is 26; every other byte is something, too.
pub(crate) fn number(letter: u8) -> usize {
    match letter {
        b'a'..=b'z' => usize::from(letter - b'a'),
        b'A'..=b'Z' => usize::from(letter - b'A') + 26,
        _ => usize::from(letter),
    }
}

/// The letters, and the answers without their `~`.
fn split(data: &[u8]) -> (&[u8], Vec<&[u8]>) {
    let starts: Vec<usize> =
        (0..data.len()).filter(|at| data[*at] == b'~' && (*at == 0 || data[*at - 1] == b'\n')).collect();
    let letters = &data[..starts.first().copied().unwrap_or(data.len())];
    let ends = starts.iter().skip(1).copied().chain([data.len()]);
    let letters = letters.strip_suffix(b"\n").unwrap_or(letters);
    (letters, starts.iter().zip(ends).map(|(start, end)| &data[start + 1..end]).collect())
}

fn answer(text: &[u8]) -> (u16, Answer) {
    let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
    let head = String::from_utf8_lossy(&text[..end]);
    let body = text.get(end + 1..).unwrap_or_default();
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    let mut parts = head.split('|');
    match parts.next().and_then(|status| status.trim().parse().ok()).unwrap_or(200) {
        0 => (0, Answer::Lost),
        1 => (1, Answer::Refused),
        status => {
            // HTTP has three digits.
            let status = if (100..1000).contains(&status) { status } else { 200 };
            let headers = parts.filter_map(|part| part.split_once(':'));
            let headers = headers.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect();
            (status, reply(status, headers, body.to_vec()))
        }
    }
}

fn reply(status: u16, headers: Vec<(String, String)>, body: Vec<u8>) -> Answer {
    Answer::Reply { status, headers, body }
}

/// The answer with what stands for secrets replaced.
fn filled(answer: Answer) -> Answer {
    let password = if holds_password() { PASSWORD } else { TOKEN };
    match answer {
        Answer::Reply { status, headers, body } => match String::from_utf8(body) {
            Ok(text) if text.contains('{') && (status >= 300 || ECHOES_IN_DATA.get()) => {
                let token = if status >= 300 && !HOLDS_TOKEN.get() { "not told yet" } else { TOKEN };
                let text = text.replace("{PW}", password).replace("{TOKEN}", token);
                Answer::Reply { status, headers, body: text.into_bytes() }
            }
            Ok(text) => Answer::Reply { status, headers, body: text.into_bytes() },
            Err(odd) => Answer::Reply { status, headers, body: odd.into_bytes() },
        },
        other => other,
    }
}

/// What answers a login well; nothing for any other request.
fn login(sent: &Sent) -> Option<String> {
    let path = sent.url.path();
    if path.ends_with("/Token") || path.ends_with("/oauth/token") {
        let text = format!(r#"{{"access_token":"{TOKEN}","refresh_token":"canaryRefresh012345","expires_in":3600}}"#);
        return Some(text);
    }
    match (sent.method.as_str(), path.ends_with("/session")) {
        ("POST", true) if path.contains("/rest/") => Some(format!(r#"{{"value":"{TOKEN}"}}"#)),
        ("POST", true) => Some(format!(r#""{TOKEN}""#)),
        ("DELETE", true) => Some(String::new()),
        _ if path.ends_with("/token/logout") => Some(String::new()),
        _ => None,
    }
}
