//! How a vendor's connection ends before its client expects it.

use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

/// What happens after the last byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Then {
    /// An orderly end.
    #[default]
    Close,
    /// A TCP reset.
    Reset,
    /// Nothing, until the client hangs up.
    Silence,
}

/// The last bytes of a connection, and what comes after them.
#[derive(Debug, Default)]
pub(super) struct Ending {
    /// What arrives at once.
    pub(super) bytes: Vec<u8>,
    /// What arrives after that in pieces of so many bytes, each after a pause.
    pub(super) slowly: Option<(Vec<u8>, usize, Duration)>,
    pub(super) then: Then,
}

impl Ending {
    /// No byte more.
    pub(super) fn at_once(then: Then) -> Self {
        Self { then, ..Self::default() }
    }

    /// These bytes, and then that.
    pub(super) fn after(bytes: Vec<u8>, then: Then) -> Self {
        Self { bytes, then, ..Self::default() }
    }

    /// Ends the connection so. A client that is gone before does not matter.
    pub(super) async fn carry_out(self, mut stream: TlsStream<TcpStream>) {
        if self.write(&mut stream).await.is_err() {
            return;
        }
        match self.then {
            Then::Close => {
                let _ = stream.shutdown().await;
            }
            Then::Reset => {
                // With a linger time of zero, closing sends RST instead of FIN.
                let _ = stream.get_ref().0.set_zero_linger();
            }
            Then::Silence => silence(&mut stream).await,
        }
    }

    async fn write(&self, stream: &mut TlsStream<TcpStream>) -> std::io::Result<()> {
        stream.write_all(&self.bytes).await?;
        stream.flush().await?;
        if let Some((bytes, piece, pause)) = &self.slowly {
            for piece in bytes.chunks((*piece).max(1)) {
                tokio::time::sleep(*pause).await;
                stream.write_all(piece).await?;
                stream.flush().await?;
            }
        }
        Ok(())
    }
}

/// Says nothing until the client hangs up.
pub(super) async fn silence(stream: &mut (impl AsyncReadExt + Unpin)) {
    let mut ignored = [0; 1024];
    while stream.read(&mut ignored).await.is_ok_and(|bytes| bytes > 0) {}
}
