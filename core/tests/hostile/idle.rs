//! Connections that a server closes while nobody uses them.

use crate::server::{Server, answer, client, request};
use backupjobs::Trust;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

/// The server says nothing of it in its answer, so it can only be noticed. A start is never sent twice, so it fails if it
/// goes to such a connection.
#[test]
fn a_connection_that_was_closed_meanwhile_is_not_used() {
    const CALLS: usize = 300;
    let (tell, closed) = mpsc::channel();
    let (tell, requests) = (Mutex::new(tell), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&requests);
    let server = Server::bare(move |mut stream| {
        if let Ok(Some(_)) = request(&mut stream) {
            counted.fetch_add(1, Ordering::Relaxed);
            let _ = stream.write_all(&answer("202 Accepted", "x-resource-id: 906\r\n", ""));
        }
        drop(stream);
        let _ = tell.lock().unwrap().send(());
    });
    let mut options = server.options();
    options.trust = Trust::Insecure;
    let client = client(&format!("http://{}", server.at), options);
    for call in 1..=CALLS {
        assert_eq!(client.execute("71", None).unwrap(), "906", "call {call}");
        closed.recv().unwrap();
    }
    assert_eq!(requests.load(Ordering::Relaxed), CALLS);
}
