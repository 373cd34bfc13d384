//! The words that the schedules of jobs and copy jobs share.

use crate::words::{from_word, word};
use std::ffi::c_char;

/// Days of a daily schedule. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_DAILY_TYPE_UNKNOWN: i32 = 0;
/// Every day. The word is "Everyday".
pub const BKJ_VEEAM_DAILY_TYPE_EVERYDAY: i32 = 1;
/// Monday to Friday. The word is "Workdays".
pub const BKJ_VEEAM_DAILY_TYPE_WORKDAYS: i32 = 2;
/// Saturday and Sunday. The word is "Weekends".
pub const BKJ_VEEAM_DAILY_TYPE_WEEKENDS: i32 = 3;
/// Mondays. The word is "Monday".
pub const BKJ_VEEAM_DAILY_TYPE_MONDAY: i32 = 4;
/// Tuesdays. The word is "Tuesday".
pub const BKJ_VEEAM_DAILY_TYPE_TUESDAY: i32 = 5;
/// Wednesdays. The word is "Wednesday".
pub const BKJ_VEEAM_DAILY_TYPE_WEDNESDAY: i32 = 6;
/// Thursdays. The word is "Thursday".
pub const BKJ_VEEAM_DAILY_TYPE_THURSDAY: i32 = 7;
/// Fridays. The word is "Friday".
pub const BKJ_VEEAM_DAILY_TYPE_FRIDAY: i32 = 8;
/// Saturdays. The word is "Saturday".
pub const BKJ_VEEAM_DAILY_TYPE_SATURDAY: i32 = 9;
/// Sundays. The word is "Sunday".
pub const BKJ_VEEAM_DAILY_TYPE_SUNDAY: i32 = 10;

/// The vendor's word for a BKJ_VEEAM_DAILY_TYPE_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_daily_type_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::DailyType, code)
}

/// The BKJ_VEEAM_DAILY_TYPE_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_daily_type_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::DailyType, word)
}

/// Interval of a periodic schedule. 0 stands for a word that this version does not know, or for none.
pub const BKJ_VEEAM_PERIODICALLY_EVERY_UNKNOWN: i32 = 0;
/// 5 minutes. The word is "Minutes5".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES5: i32 = 1;
/// 10 minutes. The word is "Minutes10".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES10: i32 = 2;
/// 15 minutes. The word is "Minutes15".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES15: i32 = 3;
/// 30 minutes. The word is "Minutes30".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_MINUTES30: i32 = 4;
/// 1 hour. The word is "Hours1".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_HOURS1: i32 = 5;
/// 2 hours. The word is "Hours2".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_HOURS2: i32 = 6;
/// 4 hours. The word is "Hours4".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_HOURS4: i32 = 7;
/// 8 hours. The word is "Hours8".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_HOURS8: i32 = 8;
/// 12 hours; v8. The word is "Hours12".
pub const BKJ_VEEAM_PERIODICALLY_EVERY_HOURS12: i32 = 9;

/// The vendor's word for a BKJ_VEEAM_PERIODICALLY_EVERY_… number; NULL for a number that has none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_periodically_every_word(code: i32) -> *const c_char {
    word!(backupjobs::veeam::PeriodicallyEvery, code)
}

/// The BKJ_VEEAM_PERIODICALLY_EVERY_… number of a vendor's word, compared without regard to case; 0 for a word that
/// this version does not know.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_periodically_every_from_word(word: *const c_char) -> i32 {
    from_word!(backupjobs::veeam::PeriodicallyEvery, word)
}
