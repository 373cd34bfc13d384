//! What a callback of C gets back: a pointer that is not ours, and how to tell its owner that it is no longer needed.

use std::ffi::c_void;

/// Told once, when the library no longer needs `userdata`. Must not throw.
pub type bkj_release_callback = Option<unsafe extern "C" fn(userdata: *mut c_void)>;

/// A pointer of the caller's. Its owner is told when the last user of it is gone.
pub(crate) struct Userdata {
    pointer: *mut c_void,
    release: bkj_release_callback,
}

// SAFETY: the header asks of every callback that is kept that it may be called from any thread.
unsafe impl Send for Userdata {}
// SAFETY: as above.
unsafe impl Sync for Userdata {}

impl Userdata {
    pub(crate) fn new(pointer: *mut c_void, release: bkj_release_callback) -> Self {
        Self { pointer, release }
    }

    /// A method, so that a closure captures the whole and with it the release.
    pub(crate) fn get(&self) -> *mut c_void {
        self.pointer
    }
}

impl Drop for Userdata {
    fn drop(&mut self) {
        if let Some(release) = self.release {
            // SAFETY: the function came with the pointer, for this one call.
            unsafe { release(self.pointer) };
        }
    }
}
