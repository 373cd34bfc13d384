//! Rates and amounts of a session.

use crate::handle::{fill, get};
use crate::text::{Json, Text};
use backupjobs::veeam;
use std::ffi::c_char;

/// Rates and amounts of a session. v2 writes texts like `832.4 KB/s (52 items/s)`, later versions numbers. They
/// belong to their session.
pub struct bkj_veeam_statistics {
    processing_rate_bytes: Option<i64>,
    processing_rate_items: Option<i64>,
    read_rate_bytes: Option<i64>,
    write_rate_bytes: Option<i64>,
    transferred_data_bytes: Option<i64>,
    processed_objects: Option<i64>,
    processing_rate: Option<Text>,
    read_rate: Option<Text>,
    write_rate: Option<Text>,
    transferred_data: Option<Text>,
    bottleneck: Option<Text>,
    extra: Json,
}

impl From<veeam::Statistics> for bkj_veeam_statistics {
    fn from(from: veeam::Statistics) -> Self {
        Self {
            processing_rate_bytes: from.processing_rate_bytes,
            processing_rate_items: from.processing_rate_items,
            read_rate_bytes: from.read_rate_bytes,
            write_rate_bytes: from.write_rate_bytes,
            transferred_data_bytes: from.transferred_data_bytes,
            processed_objects: from.processed_objects,
            processing_rate: from.processing_rate.map(Text::from),
            read_rate: from.read_rate.map(Text::from),
            write_rate: from.write_rate.map(Text::from),
            transferred_data: from.transferred_data.map(Text::from),
            bottleneck: from.bottleneck.map(Text::from),
            extra: from.extra.into(),
        }
    }
}

/// Bytes a second processed. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_processing_rate_bytes(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.processing_rate_bytes, out)
}

/// Items a second processed. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_processing_rate_items(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.processing_rate_items, out)
}

/// Bytes a second read. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_read_rate_bytes(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.read_rate_bytes, out)
}

/// Bytes a second written. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_write_rate_bytes(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.write_rate_bytes, out)
}

/// Bytes transferred. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_transferred_data_bytes(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.transferred_data_bytes, out)
}

/// Objects processed. False when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_processed_objects(
    statistics: *const bkj_veeam_statistics,
    out: *mut i64,
) -> bool {
    fill!(statistics.processed_objects, out)
}

/// v2: the processing rate in words. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_processing_rate(
    statistics: *const bkj_veeam_statistics,
) -> *const c_char {
    get!(statistics.processing_rate)
}

/// v2: the read rate in words. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_read_rate(statistics: *const bkj_veeam_statistics) -> *const c_char {
    get!(statistics.read_rate)
}

/// v2: the write rate in words. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_write_rate(statistics: *const bkj_veeam_statistics) -> *const c_char {
    get!(statistics.write_rate)
}

/// v2: the amount transferred in words. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_transferred_data(
    statistics: *const bkj_veeam_statistics,
) -> *const c_char {
    get!(statistics.transferred_data)
}

/// What slows it down: `NA`, `Detecting`, `Source`, `Target`. NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_bottleneck(statistics: *const bkj_veeam_statistics) -> *const c_char {
    get!(statistics.bottleneck)
}

/// Members this version does not know, as a JSON object: "{}" when there are none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_statistics_extra_json(statistics: *const bkj_veeam_statistics) -> *const c_char {
    get!(statistics.extra)
}
