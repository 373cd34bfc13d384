//! A start that can be taken up again: what was known before the request, and how far it got.

use crate::error::{bkj_error, bkj_status};
use crate::guard::call;
use crate::handle::{arg, fill, free, get, invalid, maybe, place};
use crate::server::bkj_server;
use crate::sigpipe::lowered;
use crate::start::{bkj_start_options, bkj_started};
use crate::string::bkj_string;
use crate::text::{Text, text};
use crate::time::millis;
use crate::words::{from_name, name};
use backupjobs::{Error, Stage, System, Ticket};
use std::ffi::{c_char, c_void};
use std::ptr::{addr_of, addr_of_mut};
use std::sync::atomic::{AtomicBool, Ordering};

/// Nothing was sent.
pub const BKJ_STAGE_PREPARED: i32 = 1;
/// The request was about to be sent, or was sent. It is never sent again.
pub const BKJ_STAGE_SENDING: i32 = 2;
/// The run is known.
pub const BKJ_STAGE_STARTED: i32 = 3;

/// The stable name of a BKJ_STAGE_… number; NULL for a number that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_stage_name(code: i32) -> *const c_char {
    name!(Stage, code)
}

/// The BKJ_STAGE_… number of a stable name; BKJ_ABSENT for a name that is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_stage_from_name(name: *const c_char) -> i32 {
    from_name!(Stage, name)
}

/// One start of one job: at most one request is ever sent for it, by whoever holds it. It keeps the runs known before
/// the request, so that a later look can tell what is new, and the stage. For one thread at a time.
pub struct bkj_ticket {
    system: System,
    server: Text,
    job: Text,
    marker: Text,
    prepared: Option<i64>,
    stage: Stage,
    run: Option<Text>,
    inner: Ticket,
    /// It is being carried out: a second request may not start from it meanwhile.
    busy: AtomicBool,
}

impl From<Ticket> for bkj_ticket {
    fn from(from: Ticket) -> Self {
        Self {
            system: from.system(),
            server: from.server().into(),
            job: from.job().into(),
            marker: from.marker().into(),
            prepared: Some(millis(from.prepared())),
            stage: from.stage(),
            run: from.run().map(Text::from),
            inner: from,
            busy: AtomicBool::new(false),
        }
    }
}

/// Called on the thread that carries the ticket out, before the request and after every change of the ticket, which is
/// the one that was given to the call. 0: it is saved; anything else: it could not be saved. Must not throw.
pub type bkj_save_callback = Option<unsafe extern "C" fn(userdata: *mut c_void, ticket: *const bkj_ticket) -> i32>;

/// The system it is for: a BKJ_SYSTEM_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_system(ticket: *const bkj_ticket) -> i32 {
    get!(ticket.system)
}

/// The server it is for: scheme, host and port; for Teradata the site or account, too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_server(ticket: *const bkj_ticket) -> *const c_char {
    get!(ticket.server)
}

/// The job it starts.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_job(ticket: *const bkj_ticket) -> *const c_char {
    get!(ticket.job)
}

/// How far it got: a BKJ_STAGE_… number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_stage(ticket: *const bkj_ticket) -> i32 {
    get!(ticket.stage)
}

/// The run it became, once known; else NULL. The text lives until the ticket is carried out again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_run(ticket: *const bkj_ticket) -> *const c_char {
    get!(ticket.run)
}

/// When it was prepared, by the clock here, in milliseconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_prepared(ticket: *const bkj_ticket, out: *mut i64) -> bool {
    fill!(ticket.prepared, out)
}

/// A random word that is only in this ticket. vCenter keeps it in the comment of the backup.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_marker(ticket: *const bkj_ticket) -> *const c_char {
    get!(ticket.marker)
}

/// The text form, as it stands now: one line of JSON without secrets, versioned, and the same in all languages. Save it
/// whenever a bkj_save_callback is called, and a program that crashes at any point can take the start up again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_to_text(
    ticket: *const bkj_ticket,
    out: *mut *mut bkj_string,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "ticket.to_text", {
        let out = place!(out);
        out.give(arg!(ticket).inner.to_text());
    })
}

/// Reads the text form. BKJ_ERR_INVALID_ARGUMENT when the text is no ticket, is damaged, or is of a newer version.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_from_text(
    text: *const c_char,
    out: *mut *mut bkj_ticket,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, {
        let out = place!(out);
        out.give(Ticket::from_text(text!(text))?);
    })
}

/// Frees a ticket; not while it is being carried out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_ticket_free(ticket: *mut bkj_ticket) {
    free!(ticket);
}

/// Reads the runs known before a start and writes them on a ticket; sends nothing that starts anything. `options` may be
/// NULL. When the job runs already, bkj_server_carry_out() does what the options say.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_prepare(
    server: *const bkj_server,
    job: *const c_char,
    options: *const bkj_start_options,
    out: *mut *mut bkj_ticket,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.prepare", {
        let out = place!(out);
        let server = arg!(server);
        let options = maybe!(options).map(|options| options.inner).unwrap_or_default();
        out.give(server.inner.prepare(text!(job), &options)?);
    })
}

/// Carries out a prepared start, or takes it up again, and changes the ticket accordingly. At most one request that
/// starts something is ever sent for a ticket: `save` (may be NULL) is called before the request and after every change;
/// write the ticket's text to a safe place there. When that fails before the request, nothing is sent: BKJ_ERR_CONFIG.
///
/// A ticket read back as prepared is looked up first, for as long as it is set to settle, and only when no run began
/// since or is running is the request sent; one read back as sending is only looked up. BKJ_ERR_INVALID_ARGUMENT when the
/// ticket is for another server, or is being carried out already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_server_carry_out(
    server: *const bkj_server,
    ticket: *mut bkj_ticket,
    save: bkj_save_callback,
    userdata: *mut c_void,
    out: *mut *mut bkj_started,
    err: *mut *mut bkj_error,
) -> bkj_status {
    call!(err, "server.carry_out", {
        let out = place!(out);
        let server = arg!(server);
        // SAFETY: by the rules of the header, the ticket is NULL or alive, and stays so until the call returns.
        let held = unsafe { Held::new(ticket) }?;
        let mut inner = held.copy();
        let carried = server.inner.carry_out(&mut inner, &mut |now| {
            held.put(now);
            let Some(save) = save else { return Ok(()) };
            // SAFETY: function and userdata came together; nothing here borrows from the ticket now.
            match lowered(|| unsafe { save(userdata, ticket) }) {
                0 => Ok(()),
                answer => Err(format!("the callback answered {answer}")),
            }
        });
        held.put(&inner);
        out.give(carried?);
    })
}

/// A ticket of the caller's while it is carried out. The callback may look at it at any time, so it is never borrowed
/// across a call; and each change is written to it at once, so that whatever happens it never knows less than was sent.
struct Held(*mut bkj_ticket);

impl Held {
    /// # Safety
    /// `ticket` is NULL or points to a living ticket, which lives longer than the result.
    unsafe fn new(ticket: *mut bkj_ticket) -> Result<Self, Error> {
        if ticket.is_null() {
            return Err(invalid("'ticket' is NULL".into()));
        }
        // SAFETY: as promised by the caller.
        if unsafe { &*addr_of!((*ticket).busy) }.swap(true, Ordering::AcqRel) {
            return Err(invalid("'ticket' is being carried out already".into()));
        }
        Ok(Self(ticket))
    }

    fn copy(&self) -> Ticket {
        // SAFETY: promised in `new`; only its holder changes a ticket.
        unsafe { &*addr_of!((*self.0).inner) }.clone()
    }

    fn put(&self, now: &Ticket) {
        let run = now.run();
        // SAFETY: promised in `new`; nobody else borrows these fields while a ticket is held.
        unsafe {
            let known = &mut *addr_of_mut!((*self.0).run);
            // A text that C may hold stays where it is as long as it is right.
            if known.as_ref().map(Text::as_str) != run {
                *known = run.map(Text::from);
            }
            *addr_of_mut!((*self.0).stage) = now.stage();
            *addr_of_mut!((*self.0).inner) = now.clone();
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // SAFETY: promised in `new`.
        unsafe { &*addr_of!((*self.0).busy) }.store(false, Ordering::Release);
    }
}
