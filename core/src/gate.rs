//! A door for one thread at a time that survives a fork: in a child, the thread that held it may not exist any more.

use std::sync::atomic::{AtomicU32, Ordering};

/// Holds the id of the process whose thread is inside; 0: nobody is.
#[derive(Debug, Default)]
pub(crate) struct Gate(AtomicU32);

/// Opens the gate again when dropped.
#[derive(Debug)]
pub(crate) struct Inside<'a> {
    gate: &'a Gate,
    pid: u32,
}

impl Gate {
    /// Enters, unless a thread of this process is inside.
    pub(crate) fn try_enter(&self) -> Option<Inside<'_>> {
        self.try_enter_as(std::process::id())
    }

    fn try_enter_as(&self, pid: u32) -> Option<Inside<'_>> {
        let holder = self.0.load(Ordering::Acquire);
        let free = holder != pid && self.0.compare_exchange(holder, pid, Ordering::AcqRel, Ordering::Acquire).is_ok();
        // Only a true one may be made: its drop opens the gate.
        free.then(|| Inside { gate: self, pid })
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        // Not when a child has taken it over: this may be the copy of a thread that forked inside.
        let _ = self.gate.0.compare_exchange(self.pid, 0, Ordering::AcqRel, Ordering::Acquire);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thread_at_a_time() {
        let gate = Gate::default();
        let inside = gate.try_enter().expect("free");
        assert!(gate.try_enter().is_none());
        assert!(gate.try_enter().is_none(), "a refusal does not open it");
        drop(inside);
        assert!(gate.try_enter().is_some());
    }

    #[test]
    fn a_child_takes_over_what_its_parent_left_closed() {
        let gate = Gate::default();
        let parent = gate.try_enter_as(10).expect("free");
        let child = gate.try_enter_as(11).expect("the parent's thread is not here");
        assert!(gate.try_enter_as(11).is_none());
        assert!(gate.try_enter_as(11).is_none());
        drop(parent);
        assert!(gate.try_enter_as(11).is_none(), "still the child's");
        drop(child);
        assert!(gate.try_enter_as(11).is_some());
    }
}
