//! The simulator inside a Rust test: a server on a thread of its own, and the control port's levers as methods.

use crate::clock::Change;
use crate::control;
use crate::ready::ready;
use crate::server::{Listeners, Shared, serve};
use crate::tls::Tls;
use crate::vendor::Script;
use crate::world::{System, World};
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;

/// What went wrong: a sentence.
#[derive(Debug)]
pub struct Error(String);

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// What the simulator's methods return.
pub type Result<T> = std::result::Result<T, Error>;

fn because<E: std::fmt::Display>(what: &str) -> impl FnOnce(E) -> Error {
    move |e| Error(format!("{what}: {e}"))
}

/// A running simulator; it ends when this is dropped.
#[derive(Debug)]
pub struct Simulator {
    stopper: Stopper,
    ready: Value,
    ca_pem: String,
    ca: CaFile,
    thread: Option<JoinHandle<()>>,
}

/// Ends a simulator from another thread.
#[derive(Clone)]
pub struct Stopper(Arc<Shared>);

impl std::fmt::Debug for Stopper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stopper")
    }
}

impl Stopper {
    /// Lets the simulator end; [`Simulator::wait`] returns then.
    pub fn stop(&self) {
        self.0.stop();
    }
}

impl Simulator {
    /// Starts a simulator. All four ports are open when this returns.
    pub fn start() -> Result<Self> {
        let tls = Tls::new().map_err(because("cannot make a certificate"))?;
        let ca = CaFile::write(&tls.ca_pem).map_err(because("cannot write the CA file"))?;
        let (veeam, veeam_at) = listen()?;
        let (teradata, teradata_at) = listen()?;
        let (vcenter, vcenter_at) = listen()?;
        let (control, control_at) = listen()?;
        let world = World::new([veeam_at, teradata_at, vcenter_at].map(|at| format!("https://{at}")));
        let ready = ready(&world, &format!("http://{control_at}"), &ca.file, &tls.leaf_sha256);
        let shared = Arc::new(Shared::new(world));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(because("cannot start the server"))?;
        let listeners = Listeners { vendors: [veeam, teradata, vcenter], control };
        let serving = serve(shared.clone(), listeners, tls.acceptor);
        let thread = std::thread::Builder::new()
            .name("backupjobs-sim".into())
            .spawn(move || runtime.block_on(serving))
            .map_err(because("cannot start the server's thread"))?;
        Ok(Self { stopper: Stopper(shared), ready, ca_pem: tls.ca_pem, ca, thread: Some(thread) })
    }

    /// The ready line.
    #[must_use]
    pub fn ready(&self) -> &Value {
        &self.ready
    }

    /// `https://127.0.0.1:port` of one system.
    #[must_use]
    pub fn url(&self, system: System) -> &str {
        self.access(system, "url")
    }

    /// One text of a system's part of the ready line, such as `username` or `token`; empty when there is none.
    #[must_use]
    pub fn access(&self, system: System, name: &str) -> &str {
        self.ready[system.word()][name].as_str().unwrap_or_default()
    }

    /// `http://127.0.0.1:port` of the control port.
    #[must_use]
    pub fn control_url(&self) -> &str {
        self.ready["control"].as_str().unwrap_or_default()
    }

    /// The file with the certificate to trust; it goes when the simulator goes.
    #[must_use]
    pub fn ca_file(&self) -> &Path {
        &self.ca.file
    }

    /// The certificate to trust, PEM.
    #[must_use]
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// SHA-256 of the certificate that the three listeners show, lower-case hex.
    #[must_use]
    pub fn leaf_sha256(&self) -> &str {
        self.ready["leaf_sha256"].as_str().unwrap_or_default()
    }

    /// Moves the virtual clock on.
    pub fn advance(&self, seconds: u64) -> Result<()> {
        self.change_clock(Change::advance(seconds))
    }

    /// Lets the virtual clock run with the machine's, `scale` times as fast.
    pub fn run_clock(&self, scale: f64) -> Result<()> {
        self.change_clock(Change::real(scale))
    }

    fn change_clock(&self, change: Change) -> Result<()> {
        self.stopper.0.world().change_clock(change).map_err(because("the clock"))
    }

    /// The clock's state, changed first as `POST /clock` would.
    pub fn clock(&self, change: Value) -> Result<Value> {
        self.command("POST", "/clock", &change)
    }

    /// Sets how the next run of a job goes.
    pub fn script(&self, system: System, job: &str, script: Script) -> Result<()> {
        self.stopper.0.world().script(system, job, script).map_err(because("the script"))
    }

    /// Starts a run as the vendor's scheduler would; returns its truth.
    pub fn run(&self, system: System, job: &str) -> Result<Value> {
        self.stopper.0.world().run(system, job).map_err(because("the run"))
    }

    /// Lets every token and session of one system die.
    pub fn revoke(&self, system: System) {
        self.stopper.0.world().revoke(system);
    }

    /// Adds a fault rule, written as for `POST /faults`; returns its id.
    pub fn fault(&self, rule: Value) -> Result<u64> {
        let added = self.command("POST", "/faults", &rule)?;
        Ok(added["id"].as_u64().unwrap_or_default())
    }

    /// All fault rules with their counters.
    #[must_use]
    pub fn faults(&self) -> Value {
        self.stopper.0.world().faults.shown()
    }

    /// Removes all fault rules.
    pub fn clear_faults(&self) {
        self.stopper.0.world().faults.clear();
    }

    /// Opens or closes one system's port. A closed one refuses connections; those that are there stay.
    pub fn port(&self, system: System, open: bool) {
        let ports = self.stopper.0.ports();
        ports.set(system, open);
        ports.settle();
    }

    /// All knobs.
    #[must_use]
    pub fn knobs(&self) -> Value {
        self.stopper.0.world().knobs.all()
    }

    /// Sets one knob.
    pub fn knob(&self, name: &str, value: Value) -> Result<()> {
        self.command("POST", "/knobs", &json!({ name: value })).map(drop)
    }

    /// Every request so far.
    #[must_use]
    pub fn journal(&self) -> Value {
        self.stopper.0.world().journal.shown()
    }

    /// Empties the journal.
    pub fn clear_journal(&self) {
        self.stopper.0.world().journal.clear();
    }

    /// Everything that is so.
    #[must_use]
    pub fn truth(&self) -> Value {
        self.stopper.0.world().truth()
    }

    /// Everything back to the start; addresses stay, tokens die.
    pub fn reset(&self) {
        self.stopper.0.world().reset();
        self.stopper.0.ports().settle();
    }

    /// Ends the simulator from elsewhere, while this thread is in [`Self::wait`].
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }

    /// Waits until the simulator is told to end.
    pub fn wait(&mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic there has already been reported by the thread itself.
            let _ = thread.join();
        }
    }

    fn command(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let body = body.to_string();
        let done = control::command(&mut self.stopper.0.world(), method, path, body.as_bytes());
        self.stopper.0.ports().settle();
        done.map_err(|refusal| Error(refusal.error))
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        self.stopper.stop();
        self.wait();
    }
}

fn listen() -> Result<(TcpListener, String)> {
    let open = || -> std::io::Result<_> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let at = listener.local_addr()?.to_string();
        Ok((listener, at))
    };
    open().map_err(because("cannot open a port"))
}

/// The CA file in a directory of its own, which goes with it.
#[derive(Debug)]
struct CaFile {
    dir: PathBuf,
    file: PathBuf,
}

impl CaFile {
    fn write(pem: &str) -> std::io::Result<Self> {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let dir = loop {
            // A name may be left over from an earlier process of the same number.
            let n = LAST.fetch_add(1, Ordering::Relaxed);
            let name = format!("backupjobs-sim-{}-{n}", std::process::id());
            let dir = std::env::temp_dir().join(name);
            match private_dir(&dir) {
                Ok(()) => break dir,
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(e),
            }
        };
        let file = dir.join("ca.pem");
        let ca = Self { dir, file };
        std::fs::write(&ca.file, pem)?;
        Ok(ca)
    }
}

/// A new directory that nobody else can write to: who could, could swap the certificate that a test trusts.
fn private_dir(dir: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

impl Drop for CaFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.file);
        let _ = std::fs::remove_dir(&self.dir);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_ca_file_goes_with_the_simulator() {
        let sim = Simulator::start().unwrap();
        let file = sim.ca_file().to_owned();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), sim.ca_pem());
        drop(sim);
        assert!(!file.exists());
        assert!(!file.parent().unwrap().exists());
    }

    #[test]
    fn it_can_be_shared_between_threads() {
        fn check<T: Send + Sync>(_: &T) {}
        check(&Simulator::start().unwrap());
    }

    #[test]
    fn instances_share_nothing() {
        let (a, b) = (Simulator::start().unwrap(), Simulator::start().unwrap());
        assert_ne!(a.url(System::Veeam), b.url(System::Veeam));
        a.advance(5).unwrap();
        assert_eq!(a.truth()["now"], "2026-01-15T08:00:05Z");
        assert_eq!(b.truth()["now"], "2026-01-15T08:00:00Z");
        a.reset();
        assert_eq!(a.truth()["now"], "2026-01-15T08:00:00Z");
    }

    #[test]
    fn a_stopper_ends_the_wait() {
        let mut sim = Simulator::start().unwrap();
        let stopper = sim.stopper();
        let other = std::thread::spawn(move || stopper.stop());
        sim.wait();
        other.join().unwrap();
    }

    #[test]
    fn wrong_commands_are_errors_with_a_sentence() {
        let sim = Simulator::start().unwrap();
        let error = sim.fault(json!({"action": {"kind": "explode"}})).unwrap_err();
        assert!(error.to_string().contains("explode"), "{error}");
        assert!(sim.knob("no.such", json!(1)).is_err());
        assert!(sim.script(System::Veeam, "no such job", Script::default()).is_err());
        assert!(sim.clock(json!({"advance": 1})).is_err());
        assert!(sim.run_clock(-1.0).is_err());
    }
}
