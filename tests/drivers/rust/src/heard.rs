//! What the log tells while a command is carried out.

use backupjobs::{Log, LogEvent};
use std::sync::{Arc, Mutex, PoisonError};

/// The events that are not printed yet.
#[derive(Clone, Default)]
pub(crate) struct Heard(Arc<Mutex<Vec<LogEvent>>>);

impl Heard {
    /// A listener that keeps what it is told.
    pub(crate) fn listener(&self) -> Log {
        let events = Arc::clone(&self.0);
        Log::new(move |event| events.lock().unwrap_or_else(PoisonError::into_inner).push(event.clone()))
    }

    /// The events since the last time.
    pub(crate) fn take(&self) -> Vec<LogEvent> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
