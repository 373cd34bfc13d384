//! The vendors' ports: open, or refusing every connection as a machine does on which nobody listens.

use crate::world::System;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;

/// Connections that wait to be taken.
const BACKLOG: u32 = 1024;
/// The port is opened and closed within this time, or never.
const PATIENCE: Duration = Duration::from_secs(5);

/// One port: as it should be, and as it is.
#[derive(Clone, Debug)]
pub struct Port {
    wanted: watch::Sender<bool>,
    open: watch::Sender<bool>,
}

impl Default for Port {
    fn default() -> Self {
        Self { wanted: watch::Sender::new(true), open: watch::Sender::new(true) }
    }
}

impl Port {
    /// Takes connections for as long as the port is open; connections that are there stay when it is closed.
    pub(crate) async fn serve<F>(self, listener: std::net::TcpListener, connection: impl Fn(TcpStream) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let Ok(mut listener) = TcpListener::from_std(listener) else {
            return;
        };
        let mut wanted = self.wanted.subscribe();
        loop {
            tokio::select! {
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        // Small answers should not wait for the client's acknowledgement.
                        let _ = stream.set_nodelay(true);
                        tokio::spawn(connection(stream));
                    }
                    // Out of file descriptors, most likely: others may close theirs meanwhile.
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                },
                () = until(&mut wanted, false) => {
                    let Ok(at) = listener.local_addr() else {
                        return;
                    };
                    drop(listener);
                    // Bound and deaf: connections are refused, and nobody else is given the port.
                    let held = bound(at);
                    self.open.send_replace(false);
                    until(&mut wanted, true).await;
                    listener = match held.and_then(|socket| socket.listen(BACKLOG)) {
                        Ok(listener) => listener,
                        Err(_) => return,
                    };
                    self.open.send_replace(true);
                }
            }
        }
    }
}

/// An error would mean that the sender is gone, and with it the server.
async fn until(wanted: &mut watch::Receiver<bool>, value: bool) {
    let _ = wanted.wait_for(|open| *open == value).await;
}

fn bound(at: SocketAddr) -> std::io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Connections of before may still be there.
    socket.set_reuseaddr(true)?;
    socket.bind(at)?;
    Ok(socket)
}

/// The ports of all three vendors.
#[derive(Clone, Debug, Default)]
pub struct Ports([Port; 3]);

impl Ports {
    /// The port of one system.
    #[must_use]
    pub fn of(&self, system: System) -> Port {
        self.0[system as usize].clone()
    }

    /// Says whether a port should be open; [`Self::settled`] tells when it is so.
    pub fn set(&self, system: System, open: bool) {
        self.0[system as usize].wanted.send_replace(open);
    }

    /// Opens every port that is closed.
    pub fn open_all(&self) {
        System::ALL.into_iter().for_each(|system| self.set(system, true));
    }

    /// The answer to `GET /ports`.
    #[must_use]
    pub fn shown(&self) -> Value {
        let mut all = json!({});
        for system in System::ALL {
            all[system.word()] = json!(*self.0[system as usize].wanted.borrow());
        }
        all
    }

    fn is_settled(&self) -> bool {
        self.0.iter().all(|port| *port.wanted.borrow() == *port.open.borrow())
    }

    /// Waits until every port is as it should be.
    pub(crate) async fn settled(&self) {
        let all = async {
            while !self.is_settled() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        // A port that cannot be had back stays closed: clients will tell.
        let _ = tokio::time::timeout(PATIENCE, all).await;
    }

    /// The same on a thread that is not the server's.
    pub(crate) fn settle(&self) {
        let began = std::time::Instant::now();
        while !self.is_settled() && began.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}
