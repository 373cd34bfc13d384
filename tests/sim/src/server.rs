//! Sockets: three TLS listeners for the vendors, one plain one for control, all on one thread.

use crate::control;
use crate::faults::Action;
use crate::http::{Request, Response};
use crate::journal::Ticket;
use crate::wire::{cut, http_date, hyper_response, whole};
use crate::world::{System, World};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use std::convert::Infallible;
use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

/// A handshake that takes longer is given up.
const HANDSHAKE: Duration = Duration::from_secs(30);

/// What the listeners share: the world, and the word to stop.
pub struct Shared {
    world: Mutex<World>,
    stop: watch::Sender<bool>,
}

impl Shared {
    /// A running world.
    #[must_use]
    pub fn new(world: World) -> Self {
        Self { world: Mutex::new(world), stop: watch::Sender::new(false) }
    }

    /// The world, one caller at a time. A panic in one request does not take the others down.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the server end.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }
}

/// The sockets, already listening.
pub struct Listeners {
    /// In the order of [`System::ALL`].
    pub vendors: [std::net::TcpListener; 3],
    /// The control port.
    pub control: std::net::TcpListener,
}

/// Serves until [`Shared::stop`]; connections that are open then just end.
pub async fn serve(shared: Arc<Shared>, listeners: Listeners, tls: TlsAcceptor) {
    let mut stop = shared.stop.subscribe();
    for (system, listener) in System::ALL.into_iter().zip(listeners.vendors) {
        let (shared, tls) = (shared.clone(), tls.clone());
        tokio::spawn(accept(listener, move |stream| vendor_connection(shared.clone(), system, tls.clone(), stream)));
    }
    let control = shared.clone();
    tokio::spawn(accept(listeners.control, move |stream| control_connection(control.clone(), stream)));
    // An error means that the sender is gone, which ends the server as well.
    let _ = stop.wait_for(|stopped| *stopped).await;
}

async fn accept<F, C>(listener: std::net::TcpListener, connection: C)
where
    F: Future<Output = ()> + Send + 'static,
    C: Fn(TcpStream) -> F,
{
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Small answers should not wait for the client's acknowledgement.
                let _ = stream.set_nodelay(true);
                tokio::spawn(connection(stream));
            }
            // Out of file descriptors, most likely: others may close theirs meanwhile.
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

/// How a vendor connection ends before its client expects it.
enum Ending {
    /// With a TCP reset.
    Reset,
    /// After exactly these bytes.
    After(Vec<u8>),
}

/// What comes of one request.
enum Exchange {
    Answer(Response),
    End(Ending),
}

/// Makes hyper give the connection back; what happens then is in the connection's `Ending`.
#[derive(Debug)]
struct Ended;

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a fault rule ends this connection")
    }
}

impl std::error::Error for Ended {}

async fn vendor_connection(shared: Arc<Shared>, system: System, tls: TlsAcceptor, stream: TcpStream) {
    let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await else {
        return;
    };
    let ending = Arc::new(Mutex::new(None));
    let slot = ending.clone();
    let service = service_fn(move |request| {
        let (shared, slot) = (shared.clone(), slot.clone());
        // Boxed, because only an `Unpin` service gives its connection back.
        Box::pin(async move {
            let request = match whole(request).await {
                Ok(request) => request,
                Err(refusal) => return Ok(hyper_response(refusal, shared.world().now())),
            };
            match exchange(&shared, system, request).await {
                Exchange::Answer(answer) => Ok(hyper_response(answer, shared.world().now())),
                Exchange::End(ending) => {
                    *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(ending);
                    Err(Ended)
                }
            }
        })
    });
    let mut connection = http1::Builder::new().auto_date_header(false).serve_connection(TokioIo::new(stream), service);
    // An error is either our `Ended` or a client that went away; both end the connection.
    let _ = poll_fn(|cx| connection.poll_without_shutdown(cx)).await;
    let mut stream = connection.into_parts().io.into_inner();
    let ending = ending.lock().unwrap_or_else(PoisonError::into_inner).take();
    match ending {
        Some(Ending::Reset) => {
            // With a linger time of zero, closing sends RST instead of FIN.
            let _ = stream.get_ref().0.set_zero_linger();
        }
        Some(Ending::After(bytes)) => {
            let _ = stream.write_all(&bytes).await;
            let _ = stream.shutdown().await;
        }
        None => {
            let _ = stream.shutdown().await;
        }
    }
}

/// One request to a vendor, with the fault that hits it.
async fn exchange(shared: &Arc<Shared>, system: System, request: Request) -> Exchange {
    let (ticket, action) = shared.world().arrive(system, &request);
    let answer = |mut response: Response| {
        let mut world = shared.world();
        // The simulator's own clock, so that a client never sees two times that contradict each other.
        let date = world.now();
        world.journal.answered(ticket, response.status);
        drop(world);
        if !response.headers.iter().any(|(name, _)| name == "date") {
            response.headers.push(("date".into(), http_date(date)));
        }
        response
    };
    let process = || process(shared, system, &request, ticket);
    let response = match action {
        None => process(),
        Some(Action::Status { status, headers, body }) => canned(status, headers, body),
        Some(Action::ResetBefore {}) => return Exchange::End(Ending::Reset),
        Some(Action::ResetAfter {}) => {
            process();
            return Exchange::End(Ending::Reset);
        }
        Some(Action::StatusAfter { status, headers, body }) => {
            process();
            canned(status, headers, body)
        }
        Some(Action::Truncate { bytes }) => {
            let response = answer(process());
            return Exchange::End(Ending::After(cut(&response, bytes)));
        }
        Some(Action::Delay { ms }) => {
            // A task of its own: the vendor gets the request even when the client does not wait for the answer.
            let shared = shared.clone();
            let late = tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(ms)).await;
                self::process(&shared, system, &request, ticket)
            });
            match late.await {
                Ok(response) => response,
                Err(_) => return Exchange::End(Ending::Reset),
            }
        }
        Some(Action::DelayAfter { ms }) => {
            let response = process();
            tokio::time::sleep(Duration::from_millis(ms)).await;
            response
        }
        Some(Action::Body { body, content_type }) => {
            let mut response = process();
            response.body = body.into_bytes();
            if let Some(value) = content_type {
                without(&mut response, "content-type");
                response.headers.push(("content-type".into(), value));
            }
            response
        }
        Some(Action::StripHeader { name }) => {
            let mut response = process();
            without(&mut response, &name);
            response
        }
        Some(Action::RevokeBefore {}) => {
            shared.world().revoke(system);
            process()
        }
    };
    Exchange::Answer(answer(response))
}

/// The vendor's own answer, which the journal keeps even when the client never sees it.
fn process(shared: &Shared, system: System, request: &Request, ticket: Ticket) -> Response {
    let mut world = shared.world();
    let response = world.process(system, request);
    world.journal.processed(ticket, &response);
    response
}

fn canned(status: u16, headers: impl IntoIterator<Item = (String, String)>, body: String) -> Response {
    Response {
        status,
        headers: headers.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect(),
        body: body.into_bytes(),
    }
}

fn without(response: &mut Response, name: &str) {
    response.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
}

async fn control_connection(shared: Arc<Shared>, stream: TcpStream) {
    let stop = Arc::new(AtomicBool::new(false));
    let stopping = stop.clone();
    let service_shared = shared.clone();
    let service = service_fn(move |request| {
        let (shared, stop) = (service_shared.clone(), stopping.clone());
        async move {
            let request = match whole(request).await {
                Ok(request) => request,
                Err(refusal) => return Ok(hyper_response(refusal, Timestamp::now())),
            };
            let (method, path) = (request.method.as_str(), request.path.as_str());
            let done = control::command(&mut shared.world(), method, path, &request.body);
            let mut response = match &done {
                Ok(value) => Response::json(200, "application/json", value),
                Err(refusal) => {
                    let error = serde_json::json!({"error": refusal.error});
                    Response::json(refusal.status, "application/json", &error)
                }
            };
            if path == "/shutdown" && done.is_ok() {
                response = response.with_header("connection", "close");
                stop.store(true, Ordering::Relaxed);
            }
            Ok::<_, Infallible>(hyper_response(response, Timestamp::now()))
        }
    });
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
    // Only now, so that the answer to the command is out.
    if stop.load(Ordering::Relaxed) {
        shared.stop();
    }
}

#[cfg(test)]
mod tests;
