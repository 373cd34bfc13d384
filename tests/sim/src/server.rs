//! Sockets: three TLS listeners for the vendors, one plain one for control, all on one thread.

mod ending;
mod exchange;
mod handshake;

use crate::control;
use crate::http::Response;
use crate::port::{Port, Ports};
use crate::wire::{hyper_response, whole};
use crate::world::{System, World};
use exchange::{Exchange, exchange};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use std::convert::Infallible;
use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_rustls::TlsAcceptor;

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

    /// The vendors' ports.
    #[must_use]
    pub fn ports(&self) -> Ports {
        self.world().ports.clone()
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
        let (shared, tls, port) = (shared.clone(), tls.clone(), shared.ports().of(system));
        let connection = move |stream| vendor_connection(shared.clone(), system, tls.clone(), stream);
        tokio::spawn(port.serve(listener, connection));
    }
    let control = shared.clone();
    let connection = move |stream| control_connection(control.clone(), stream);
    tokio::spawn(Port::default().serve(listeners.control, connection));
    // An error means that the sender is gone, which ends the server as well.
    let _ = stop.wait_for(|stopped| *stopped).await;
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
    let fault = shared.world().faults.strike_connection(system);
    let Some(stream) = handshake::shake(fault, &tls, stream).await else {
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
    let stream = connection.into_parts().io.into_inner();
    let ending = ending.lock().unwrap_or_else(PoisonError::into_inner).take();
    ending.unwrap_or_default().carry_out(stream).await;
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
            shared.ports().settled().await;
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
mod fault_tests;
#[cfg(test)]
mod tests;
