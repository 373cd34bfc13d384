//! A proxy of our own, and proxies that are not there.

use crate::server::{Server, client, head, json, listen};
use backupjobs::{CancelToken, ErrorKind, Proxy, trust};
use std::io::{self, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};

/// A proxy for CONNECT; `login`: what it wants to see in `Proxy-Authorization`.
pub struct Connect {
    pub at: SocketAddr,
    /// What clients asked for.
    pub heads: Arc<Mutex<Vec<String>>>,
}

impl Connect {
    pub fn new(login: Option<&'static str>) -> Self {
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        let (at, _) = listen(move |mut stream| {
            let Ok(Some(head)) = head(&mut stream) else { return };
            seen.lock().unwrap().push(head.clone());
            if login.is_some_and(|login| !head.contains(login)) {
                let _ = stream.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
                return;
            }
            let target = head.split(' ').nth(1).unwrap_or_default();
            let Ok(server) = TcpStream::connect(target) else {
                let _ = stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\n\r\n");
                return;
            };
            let _ = stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n");
            let (mut there, mut back) = (stream.try_clone().unwrap(), server.try_clone().unwrap());
            let up = std::thread::spawn(move || {
                let mut server = server;
                let _ = io::copy(&mut there, &mut server);
                let _ = server.shutdown(Shutdown::Write);
            });
            let _ = io::copy(&mut back, &mut stream);
            let _ = stream.shutdown(Shutdown::Write);
            let _ = up.join();
        });
        Self { at, heads }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.at)
    }

    pub fn asked(&self) -> usize {
        self.heads.lock().unwrap().len()
    }
}

pub fn server() -> Server {
    Server::new(|_, wire| wire.write_all(&json(r#"{"job_id":71}"#)))
}

#[test]
fn a_given_proxy_is_used_with_its_login() {
    let (server, proxy) = (server(), Connect::new(Some("Basic bWU6Y2FuYXJ5LXB3")));
    let mut options = server.options();
    options.proxy = Proxy::url(&format!("http://me:canary-pw@{}", proxy.at)).unwrap();
    assert!(!format!("{options:?}").contains("canary"), "{options:?}");
    assert!(client(&server.url(), options.clone()).job("71").is_ok());
    let heads = proxy.heads.lock().unwrap().clone();
    assert!(heads[0].starts_with(&format!("CONNECT {} ", server.at)), "{heads:?}");
    assert!(!heads[0].contains("canary-token"), "the proxy sees no token: {heads:?}");
    // Certificates are fetched the same way.
    let seen = trust::fetch(&server.url(), &options, &CancelToken::new()).unwrap();
    assert_eq!((seen.fingerprint, proxy.asked()), (server.identity.fingerprint(), 2));
}

#[test]
fn trouble_with_a_proxy_is_called_that() {
    let server = server();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let closing = listen(drop).0;
    let strict = Connect::new(Some("never"));
    for (at, target, says, retryable) in [
        (strict.at, server.url(), "wants a login (HTTP 407)", false),
        (nobody, server.url(), "cannot be reached", true),
        (Connect::new(None).at, format!("https://{nobody}"), "refused to connect to the server", true),
        (closing, server.url(), "broke off", true),
    ] {
        let mut options = server.options();
        options.proxy = Proxy::url(&format!("http://me:canary-pw@{at}")).unwrap();
        let error = client(&target, options).job("71").unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, retryable), "{error}");
        assert!(error.message().contains(&format!("the proxy http://{at} ")), "{error}");
        assert!(error.message().contains(says) && !format!("{error:?}").contains("canary"), "{error}");
        assert!(!error.may_have_taken_effect());
    }
    // A proxy that opens TLS shows its own certificate.
    let mut options = server.options();
    let proxy = Connect::new(None);
    options.proxy = Proxy::url(&proxy.url()).unwrap();
    options.trust = backupjobs::Trust::Pin([7; 32]);
    let error = client(&server.url(), options).job("71").unwrap_err();
    assert!(error.message().ends_with(&format!("(through the proxy {})", proxy.url())), "{error}");
}
