//! Doors for one thread or a few at a time that survive a fork: in a child, the threads inside do not exist any more.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

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

/// A door for at most so many threads at a time.
#[derive(Debug)]
pub(crate) struct Slots {
    most: u32,
    /// The process in the upper half, how many of its threads are inside in the lower one.
    inside: AtomicU64,
}

/// Leaves when dropped.
#[derive(Debug)]
pub(crate) struct Slot<'a> {
    slots: &'a Slots,
    pid: u32,
}

impl Slots {
    pub(crate) fn new(most: u32) -> Self {
        Self { most, inside: AtomicU64::new(0) }
    }

    /// Enters, unless as many threads of this process as may be are inside.
    pub(crate) fn try_enter(&self) -> Option<Slot<'_>> {
        self.try_enter_as(std::process::id())
    }

    fn try_enter_as(&self, pid: u32) -> Option<Slot<'_>> {
        let entered = self.inside.fetch_update(Ordering::AcqRel, Ordering::Acquire, |now| {
            let inside = if pid_of(now) == pid { now as u32 } else { 0 };
            (inside < self.most).then(|| u64::from(pid) << 32 | u64::from(inside + 1))
        });
        entered.ok().map(|_| Slot { slots: self, pid })
    }
}

impl Slot<'_> {
    /// The process that it was entered in.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        let ours = |now| (pid_of(now) == self.pid && now as u32 > 0).then(|| now - 1);
        let _ = self.slots.inside.fetch_update(Ordering::AcqRel, Ordering::Acquire, ours);
    }
}

fn pid_of(word: u64) -> u32 {
    (word >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_threads_at_a_time_and_none_of_another_process() {
        let slots = Slots::new(2);
        let (first, second) = (slots.try_enter_as(10), slots.try_enter_as(10));
        assert!(first.is_some() && second.is_some() && slots.try_enter_as(10).is_none());
        drop(first);
        let third = slots.try_enter_as(10);
        assert!(third.is_some() && slots.try_enter_as(10).is_none());
        let child = slots.try_enter_as(11);
        assert!(child.is_some());
        drop((second, third));
        assert!(slots.try_enter_as(11).is_some(), "copies of the parent's threads leave without a trace");
        let other = slots.try_enter_as(11);
        assert!(other.is_some() && slots.try_enter_as(11).is_none());
    }

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

    /// Few under miri, which tries other orders of events, and of memory, with each seed.
    const ROUNDS: u32 = if cfg!(miri) { 4 } else { 2000 };

    /// Three threads do this; the sum of what they return.
    fn in_three_threads(work: impl Fn() -> u32 + Sync) -> u32 {
        std::thread::scope(|scope| {
            let threads = [(); 3].map(|()| scope.spawn(&work));
            threads.into_iter().map(|thread| thread.join().expect("no panic")).sum()
        })
    }

    #[test]
    fn never_two_threads_behind_a_gate() {
        let (gate, count) = (Gate::default(), AtomicU32::new(0));
        let entered = in_three_threads(|| {
            let tries = (0..ROUNDS).filter_map(|_| gate.try_enter());
            // Read and written in two steps: one would be lost if another thread were inside, or had left unseen.
            tries.map(|_inside| count.store(count.load(Ordering::Relaxed) + 1, Ordering::Relaxed)).count() as u32
        });
        assert_eq!(count.load(Ordering::Relaxed), entered);
        assert!(entered > 0 && gate.try_enter().is_some());
    }

    #[test]
    fn never_more_threads_inside_than_slots() {
        let (slots, now) = (Slots::new(2), AtomicU32::new(0));
        let entered = in_three_threads(|| {
            let tries = (0..ROUNDS).filter_map(|_| slots.try_enter());
            tries
                .map(|_slot| {
                    assert!(now.fetch_add(1, Ordering::Relaxed) < 2);
                    now.fetch_sub(1, Ordering::Relaxed);
                })
                .count() as u32
        });
        assert!(entered > 0);
        let all = [slots.try_enter(), slots.try_enter(), slots.try_enter()];
        assert_eq!(all.iter().flatten().count(), 2, "whoever left made room");
    }
}
