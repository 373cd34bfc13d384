//! The links of an object, as the server wrote them.

use crate::handle::Field;
use crate::handle::{get, len, maybe};
use crate::text::{Json, Text};
use backupjobs::veeam;
use std::ffi::c_char;
use std::ptr::null;

/// The links of an object. Absolute up to v5, relative from v6.
pub struct bkj_veeam_links {
    rows: Vec<(Text, Text)>,
    json: Json,
    ids: Vec<(Text, Text)>,
}

impl From<veeam::Links> for bkj_veeam_links {
    fn from(from: veeam::Links) -> Self {
        let rows = from.iter().map(|(name, href)| (name.into(), href.into())).collect();
        let ids = from.iter().filter_map(|(name, _)| Some((name.into(), from.id(name)?.into()))).collect();
        let json = match serde_json::to_value(&from) {
            Ok(serde_json::Value::Object(links)) => links.into(),
            _ => Json::default(),
        };
        Self { rows, ids, json }
    }
}

impl bkj_veeam_links {
    /// The JSON text of links that may be missing.
    pub(crate) fn json(links: *const Self) -> *const c_char {
        get!(links.json)
    }
}

/// Number of links.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_links_len(links: *const bkj_veeam_links) -> usize {
    len!(links.rows)
}

/// The name of a link, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_links_name_at(links: *const bkj_veeam_links, index: usize) -> *const c_char {
    maybe!(links).and_then(|links| links.rows.get(index)).map_or(null(), |(name, _)| name.get())
}

/// The target of a link, from 0; NULL beyond the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_links_href_at(links: *const bkj_veeam_links, index: usize) -> *const c_char {
    maybe!(links).and_then(|links| links.rows.get(index)).map_or(null(), |(_, href)| href.get())
}

/// The target of the link of that name; NULL when there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_links_href(links: *const bkj_veeam_links, name: *const c_char) -> *const c_char {
    find(maybe!(links).map(|links| &links.rows), name)
}

/// The id at the end of the target of the link of that name; NULL when there is none. Older versions of the API give
/// some ids only here.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bkj_veeam_links_id(links: *const bkj_veeam_links, name: *const c_char) -> *const c_char {
    find(maybe!(links).map(|links| &links.ids), name)
}

fn find(rows: Option<&Vec<(Text, Text)>>, name: *const c_char) -> *const c_char {
    // SAFETY: by the rules of the header, the text is NULL or NUL-terminated.
    let name = unsafe { crate::text::need(name, "name") };
    let row = rows.zip(name.ok()).and_then(|(rows, name)| rows.iter().find(|(known, _)| known.as_str() == name));
    row.map_or(null(), |(_, value)| value.get())
}
