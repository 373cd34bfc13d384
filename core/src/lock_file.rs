//! Changing a small file that several processes share: a lock beside it, and a replacement in one step.

use crate::redact;
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// Nobody needs it for longer: a lock that is older was left behind by a process that died.
const STALE: Duration = Duration::from_secs(10);
/// How long we wait for others; longer than [`STALE`], so that a lock left behind never stops us.
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// `<file>.lock`, which exists while one process changes the file. Removed when dropped.
///
/// The standard library's file locks need a later Rust than we do.
#[derive(Debug)]
pub(crate) struct LockFile(PathBuf);

impl LockFile {
    pub(crate) fn take(file: &Path) -> io::Result<Self> {
        let lock = beside(&real(file), ".lock");
        let began = Instant::now();
        loop {
            match create(&lock) {
                Ok(_) => return Ok(Self(lock)),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(e),
            }
            if is_stale(&lock) {
                // Whoever wins the rename removes it; the others find no file, or a new lock.
                let aside = unique(&lock);
                if std::fs::rename(&lock, &aside).is_ok() {
                    if !is_stale(&aside) {
                        // Somebody was faster, and this is the new one: it goes back, unless there is another by now.
                        let _ = std::fs::hard_link(&aside, &lock);
                    }
                    let _ = std::fs::remove_file(aside);
                }
            } else if began.elapsed() > PATIENCE {
                return Err(io::Error::new(
                    io::ErrorKind::TimedOut,
                    format!("another process keeps '{}'", redact::file(&lock)),
                ));
            } else {
                std::thread::sleep(LOOK_EVERY);
            }
        }
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes a new file and puts it in the place of the old one, whose permissions it takes over.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = real(file);
    let new = unique(&file);
    let written = || -> io::Result<()> {
        let mut to = create(&new)?;
        if let Ok(old) = std::fs::metadata(&file) {
            to.set_permissions(old.permissions())?;
        }
        to.write_all(bytes)?;
        to.sync_all()?;
        std::fs::rename(&new, &file)
    };
    written().inspect_err(|_| drop(std::fs::remove_file(&new)))
}

/// The file behind a link, so that the link stays one.
fn real(file: &Path) -> PathBuf {
    std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned())
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(file);
    name.push(ending);
    name.into()
}

fn unique(file: &Path) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    beside(file, &format!(".{}.{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)))
}

/// A file that did not exist before, for its owner only.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn is_stale(lock: &Path) -> bool {
    let made = std::fs::metadata(lock).and_then(|found| found.modified());
    made.is_ok_and(|made| SystemTime::now().duration_since(made).is_ok_and(|age| age > STALE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_left_behind_is_taken_over() {
        let file = std::env::temp_dir().join(format!("backupjobs-lock-{}", std::process::id()));
        let lock = beside(&file, ".lock");
        let left = create(&lock).expect("lock");
        left.set_modified(SystemTime::now() - STALE * 2).expect("age");
        let held = LockFile::take(&file).expect("taken over");
        assert!(lock.exists());
        drop(held);
        assert!(!lock.exists());
    }
}
