//! Keeps SIGPIPE away from the program that uses us. Rust programs ignore that signal from their start on; in a program
//! of C it ends the process, and a server that drops a connection would be enough to raise it. No signal handler is
//! touched: the signal is blocked on the calling thread, and one that our own writing has raised is taken back.

#[cfg(unix)]
mod shield {
    use std::cell::Cell;
    use std::marker::PhantomData;
    use std::mem::MaybeUninit;
    use std::ptr::null_mut;

    thread_local! {
        /// True while a shield on this thread keeps the signal blocked that was not blocked before.
        static BLOCKING: Cell<bool> = const { Cell::new(false) };
    }

    /// While it lives, SIGPIPE does not end the process because of what this thread writes.
    pub(crate) struct Shield {
        /// Somebody else's signal was waiting already, and stays.
        pending_before: bool,
        unblock: bool,
        /// A mask belongs to its thread.
        thread: PhantomData<*const ()>,
    }

    fn only_sigpipe() -> libc::sigset_t {
        let mut set = MaybeUninit::uninit();
        // SAFETY: the first call initialises the set, the second adds a signal that exists.
        unsafe {
            libc::sigemptyset(set.as_mut_ptr());
            libc::sigaddset(set.as_mut_ptr(), libc::SIGPIPE);
            set.assume_init()
        }
    }

    fn is_pending() -> bool {
        let mut set = MaybeUninit::<libc::sigset_t>::uninit();
        // SAFETY: the set is read only after `sigpending` has filled it.
        unsafe { libc::sigpending(set.as_mut_ptr()) == 0 && libc::sigismember(set.as_ptr(), libc::SIGPIPE) == 1 }
    }

    /// Blocks or unblocks it; true when it was blocked before.
    fn mask(how: libc::c_int) -> bool {
        let mut before = MaybeUninit::<libc::sigset_t>::uninit();
        // SAFETY: both sets are good, and the old one is read only when it was filled.
        unsafe {
            libc::pthread_sigmask(how, &only_sigpipe(), before.as_mut_ptr()) != 0
                || libc::sigismember(before.as_ptr(), libc::SIGPIPE) == 1
        }
    }

    impl Shield {
        pub(crate) fn raise() -> Self {
            let unblock = !mask(libc::SIG_BLOCK);
            if unblock {
                BLOCKING.set(true);
            }
            // What is not blocked never waits.
            Self { pending_before: !unblock && is_pending(), unblock, thread: PhantomData }
        }
    }

    impl Drop for Shield {
        fn drop(&mut self) {
            if !self.pending_before && is_pending() {
                take_back();
            }
            if self.unblock {
                BLOCKING.set(false);
                mask(libc::SIG_UNBLOCK);
            }
        }
    }

    #[cfg(not(target_vendor = "apple"))]
    fn take_back() {
        let now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        // SAFETY: set and time are good, and no details are asked for.
        unsafe { libc::sigtimedwait(&only_sigpipe(), null_mut(), &now) };
    }

    #[cfg(target_vendor = "apple")]
    fn take_back() {
        let mut signal = 0;
        // SAFETY: the set is good, and the signal is pending, so this does not wait.
        unsafe { libc::sigwait(&only_sigpipe(), &mut signal) };
    }

    /// Runs a callback as if we were not there: what it writes is its own business.
    pub(crate) fn lowered<T>(callback: impl FnOnce() -> T) -> T {
        struct Again(bool);
        impl Drop for Again {
            fn drop(&mut self) {
                if self.0 {
                    mask(libc::SIG_BLOCK);
                    BLOCKING.set(true);
                }
            }
        }
        let blocking = BLOCKING.get();
        if blocking {
            if is_pending() {
                take_back();
            }
            BLOCKING.set(false);
            mask(libc::SIG_UNBLOCK);
        }
        let _again = Again(blocking);
        callback()
    }
}

#[cfg(not(unix))]
mod shield {
    /// There is no SIGPIPE here.
    pub(crate) struct Shield;

    impl Shield {
        pub(crate) fn raise() -> Self {
            Self
        }
    }

    pub(crate) fn lowered<T>(callback: impl FnOnce() -> T) -> T {
        callback()
    }
}

pub(crate) use shield::{Shield, lowered};
