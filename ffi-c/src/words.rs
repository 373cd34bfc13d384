//! Enums for C. Closed ones are numbers with names; open ones are the vendor's word, and a number beside it.

use crate::handle::Field;
use crate::text::Text;
use std::ffi::{CString, c_char};
use std::ptr::null;

/// A vendor's word and its number, 0 when this version does not know it.
#[derive(Debug)]
pub(crate) struct Word {
    text: Text,
    pub(crate) code: i32,
}

impl Word {
    #[inline(never)]
    pub(crate) fn new(text: &str, code: i32) -> Self {
        Self { text: text.into(), code }
    }
}

impl Field for Option<Word> {
    type C = *const c_char;
    const NONE: *const c_char = null();
    fn get(&self) -> *const c_char {
        self.as_ref().map_or(null(), |word| word.text.get())
    }
}

/// Names with their numbers, made once and kept for ever.
pub(crate) type Table = Vec<(CString, i32)>;

pub(crate) fn table<'a>(names: impl Iterator<Item = (&'a str, i32)>) -> Table {
    names.map(|(name, code)| (CString::new(name).unwrap_or_default(), code)).collect()
}

pub(crate) fn name_in(table: &'static Table, code: i32) -> *const c_char {
    table.iter().find(|(_, known)| *known == code).map_or(null(), |(name, _)| name.as_ptr())
}

/// The name of a number of a closed enum.
macro_rules! name {
    ($enum:ty, $code:ident) => {{
        static TABLE: std::sync::OnceLock<$crate::words::Table> = std::sync::OnceLock::new();
        $crate::guard::quiet(std::ptr::null(), || {
            let names = || $crate::words::table(<$enum>::ALL.iter().map(|value| (value.name(), value.code())));
            $crate::words::name_in(TABLE.get_or_init(names), $code)
        })
    }};
}

/// The number of a name of a closed enum.
macro_rules! from_name {
    ($enum:ty, $name:ident) => {{
        $crate::guard::quiet($crate::BKJ_ABSENT, || {
            // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
            let name = unsafe { $crate::text::need($name, "name") };
            name.ok().and_then(|name| <$enum>::from_name(name)).map_or($crate::BKJ_ABSENT, |value| value.code())
        })
    }};
}

/// The word of a number of an open enum.
macro_rules! word {
    ($enum:ty, $code:ident) => {{
        static TABLE: std::sync::OnceLock<$crate::words::Table> = std::sync::OnceLock::new();
        $crate::guard::quiet(std::ptr::null(), || {
            let words = || $crate::words::table(<$enum>::KNOWN.iter().copied());
            $crate::words::name_in(TABLE.get_or_init(words), $code)
        })
    }};
}

/// The number of a word of an open enum.
macro_rules! from_word {
    ($enum:ty, $word:ident) => {{
        $crate::guard::quiet(0, || {
            // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
            let word = unsafe { $crate::text::need($word, "word") };
            word.map_or(0, |word| <$enum>::from(word).code())
        })
    }};
}

pub(crate) use {from_name, from_word, name, word};

/// Turns open enums into words, and closed ones into fields.
macro_rules! words {
    (open $($open:ty),+ $(,)?; closed $($closed:ty => $none:expr),+ $(,)?) => {
        $(impl From<$open> for Word {
            fn from(value: $open) -> Self {
                Self::new(value.as_str(), value.code())
            }
        })+
        $(impl Field for $closed {
            type C = i32;
            const NONE: i32 = $none;
            fn get(&self) -> i32 {
                self.code()
            }
        })+
    };
}

words! {
    open
    backupjobs::vcenter::DayOfWeek,
    backupjobs::vcenter::TaskStatus,
    backupjobs::vcenter::BackupType,
    backupjobs::veeam::SessionJobType,
    backupjobs::veeam::RestoreSessionOrder,
    backupjobs::veeam::LogItemType,
    backupjobs::veeam::JobItemType,
    backupjobs::veeam::BackupType, backupjobs::veeam::CopyScheduleType, backupjobs::veeam::DailyType,
    backupjobs::veeam::ExplorerType, backupjobs::veeam::JobScheduleType, backupjobs::veeam::JobStatus,
    backupjobs::veeam::PeriodicallyEvery, backupjobs::teradata::JobType, backupjobs::teradata::RunType,
    backupjobs::vcenter::ProcessState, backupjobs::vcenter::ReturnStatus;
    closed
    backupjobs::System => 0,
    backupjobs::Phase => backupjobs::Phase::Unknown.code(),
    backupjobs::Origin => 0,
    backupjobs::Stage => 0,
    backupjobs::LogLevel => 0,
    // A verdict that is not there is no good news.
    backupjobs::Level => backupjobs::Level::Unknown.code(),
}

impl Field for Option<backupjobs::Outcome> {
    type C = i32;
    const NONE: i32 = crate::BKJ_ABSENT;
    fn get(&self) -> i32 {
        self.map_or(Self::NONE, backupjobs::Outcome::code)
    }
}
