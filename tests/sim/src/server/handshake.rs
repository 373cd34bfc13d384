//! The server's side of a handshake, with the fault that hits the connection.

use super::ending::silence;
use crate::action::Action;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// A handshake that takes longer is given up.
const HANDSHAKE: Duration = Duration::from_secs(30);

/// A greeting that chooses TLS 1.1, with no session and TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA. Written out, because the
/// library that makes our TLS knows nothing so old.
const OLD_HELLO: &[u8] = b"\x16\x03\x02\x00\x2a\x02\x00\x00\x26\x03\x02\
    01234567890123456789012345678901\x00\xc0\x13\x00";

/// The encrypted connection, or nothing where the fault or the client has ended it.
pub(super) async fn shake(
    fault: Option<Action>,
    tls: &TlsAcceptor,
    mut stream: TcpStream,
) -> Option<TlsStream<TcpStream>> {
    match fault {
        Some(Action::ConnectReset {}) => {
            // With a linger time of zero, closing sends RST instead of FIN.
            let _ = stream.set_zero_linger();
        }
        Some(Action::TlsStall {}) => silence(&mut stream).await,
        Some(Action::TlsClose {}) => instead(&mut stream, b"").await,
        Some(Action::TlsAlert { alert }) => instead(&mut stream, &[0x15, 3, 3, 0, 2, 2, alert]).await,
        Some(Action::TlsOld {}) => instead(&mut stream, OLD_HELLO).await,
        Some(Action::NotTls { body }) => instead(&mut stream, body.as_bytes()).await,
        _ => return tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await.ok()?.ok(),
    }
    None
}

/// Reads the client's greeting, answers with these bytes, and waits until the client has read them: closing with
/// something unread would be a reset, which may overtake them.
async fn instead(stream: &mut TcpStream, bytes: &[u8]) {
    let mut greeting = [0; 4096];
    let _ = stream.read(&mut greeting).await;
    if stream.write_all(bytes).await.is_ok() && stream.shutdown().await.is_ok() {
        let _ = tokio::time::timeout(HANDSHAKE, silence(stream)).await;
    }
}
