//! What stands for nothing.

/// Stands for what is not there: in flags, which are 1 or 0 otherwise, and in numbers that cannot be negative.
pub const BKJ_ABSENT: i32 = -1;
