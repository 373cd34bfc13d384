//! How the two REST dialects spell each operation: method, path, action, where the parameters are, which status is good.
//! Not one is just the other without its wrapper. Sources: the references of 6.5, 6.7.0 and later, the 7.0.2 specification.

use super::dialect::Dialect;
use super::operations::{
    ARCHIVES_GET, ARCHIVES_LIST, DETAILS_LIST, JOB_CANCEL, JOB_CREATE, JOB_GET, JOB_LIST, Operation, PARTS_GET,
    PARTS_LIST, RECONCILIATION_CREATE, RECONCILIATION_GET, RECOVERY_GET, RESTORE_CANCEL, RESTORE_CREATE, RESTORE_GET,
    RESTORE_VALIDATE, SCHEDULES_CREATE, SCHEDULES_DELETE, SCHEDULES_GET, SCHEDULES_LIST, SCHEDULES_RUN,
    SCHEDULES_UPDATE, SESSION_CREATE, SESSION_DELETE, SESSION_GET, SYSTEM_NAMES, VALIDATE,
};
use crate::fidelity::Source;
use crate::fidelity::Source::{Client, Documented, Specification};

/// Where the parameters are that the path does not hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Takes {
    /// There are none.
    Nothing,
    /// In the query, by their full names (`spec.location`).
    Query,
    /// In the query, as the members of this one.
    QueryOf(&'static str),
    /// Members of the body.
    Members,
    /// The body is this one.
    Body(&'static str),
}

/// One operation in one dialect.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) dialect: Dialect,
    pub(super) method: &'static str,
    /// Ids in braces, with the names of the parameters.
    pub(super) path: &'static str,
    /// Name and value in the query that choose the operation.
    pub(super) action: Option<(&'static str, &'static str)>,
    pub(super) takes: Takes,
    pub(super) status: u16,
    pub(super) operation: &'static Operation,
    pub(super) known: &'static [Source],
    /// The knob without which the route is not there.
    pub(super) knob: Option<&'static str>,
}

const PAGES: &[Source] = &[Documented, Specification];
const USED: &[Source] = &[Documented, Specification, Client];
const GUESS: &[Source] = &[Client];

/// A route below `/rest`: a good status is 200.
const fn rest(
    method: &'static str,
    path: &'static str,
    takes: Takes,
    operation: &'static Operation,
    known: &'static [Source],
) -> Route {
    Route { dialect: Dialect::Rest, method, path, action: None, takes, status: 200, operation, known, knob: None }
}

/// A route below `/api`.
const fn api(
    method: &'static str,
    path: &'static str,
    takes: Takes,
    status: u16,
    operation: &'static Operation,
) -> Route {
    Route { dialect: Dialect::Api, method, path, action: None, takes, status, operation, known: PAGES, knob: None }
}

/// The same, chosen by a word in the query.
const fn with(route: Route, name: &'static str, value: &'static str) -> Route {
    Route { action: Some((name, value)), ..route }
}

/// The same, served only when a knob says so.
const fn when(route: Route, knob: &'static str) -> Route {
    Route { knob: Some(knob), ..route }
}

macro_rules! rest {
    ($path:literal) => {
        concat!("/rest/appliance/recovery", $path)
    };
}
macro_rules! api {
    ($path:literal) => {
        concat!("/api/appliance/recovery", $path)
    };
}

const REST_SESSION: &str = "/rest/com/vmware/cis/session";

/// All routes. Order matters: of two paths that fit, the first counts, so `job/details` stands before `job/{id}`.
pub(super) static ALL: &[Route] = &[
    // Below /rest.
    rest("POST", REST_SESSION, Takes::Nothing, &SESSION_CREATE, USED),
    with(rest("POST", REST_SESSION, Takes::Nothing, &SESSION_GET, PAGES), "~action", "get"),
    when(rest("GET", REST_SESSION, Takes::Nothing, &SESSION_GET, GUESS), "vcenter.rest_session_by_get"),
    rest("DELETE", REST_SESSION, Takes::Nothing, &SESSION_DELETE, USED),
    rest("GET", rest!(""), Takes::Nothing, &RECOVERY_GET, PAGES),
    rest("POST", rest!("/backup/job"), Takes::Members, &JOB_CREATE, USED),
    rest("GET", rest!("/backup/job"), Takes::Nothing, &JOB_LIST, USED),
    rest("GET", rest!("/backup/job/details"), Takes::Query, &DETAILS_LIST, USED),
    rest("GET", rest!("/backup/job/{id}"), Takes::Nothing, &JOB_GET, USED),
    rest("POST", rest!("/backup/job/{id}/cancel"), Takes::Nothing, &JOB_CANCEL, PAGES),
    rest("POST", rest!("/backup/validate"), Takes::Members, &VALIDATE, PAGES),
    rest("GET", rest!("/backup/parts"), Takes::Nothing, &PARTS_LIST, PAGES),
    rest("GET", rest!("/backup/parts/{id}"), Takes::Nothing, &PARTS_GET, PAGES),
    rest("GET", rest!("/backup/schedules"), Takes::Nothing, &SCHEDULES_LIST, PAGES),
    rest("PUT", rest!("/backup/schedules/update/{schedule}"), Takes::Members, &SCHEDULES_UPDATE, PAGES),
    with(rest("POST", rest!("/backup/schedules/{schedule}"), Takes::Members, &SCHEDULES_RUN, PAGES), "action", "run"),
    rest("POST", rest!("/backup/schedules/{schedule}"), Takes::Members, &SCHEDULES_CREATE, PAGES),
    rest("GET", rest!("/backup/schedules/{schedule}"), Takes::Nothing, &SCHEDULES_GET, PAGES),
    rest("DELETE", rest!("/backup/schedules/{schedule}"), Takes::Nothing, &SCHEDULES_DELETE, PAGES),
    when(
        rest("PUT", rest!("/backup/schedules/{schedule}"), Takes::Members, &SCHEDULES_UPDATE, GUESS),
        "vcenter.update_without_word",
    ),
    rest("GET", rest!("/backup/system-name"), Takes::Query, &SYSTEM_NAMES, PAGES),
    rest("GET", rest!("/backup/system-name/{system_name}/archives"), Takes::Query, &ARCHIVES_LIST, PAGES),
    rest("GET", rest!("/backup/system-name/{system_name}/archives/{archive}"), Takes::Query, &ARCHIVES_GET, PAGES),
    rest("POST", rest!("/restore/validate"), Takes::Members, &RESTORE_VALIDATE, USED),
    rest("POST", rest!("/restore/job"), Takes::Members, &RESTORE_CREATE, USED),
    rest("GET", rest!("/restore/job"), Takes::Nothing, &RESTORE_GET, USED),
    rest("POST", rest!("/restore/job/cancel"), Takes::Nothing, &RESTORE_CANCEL, PAGES),
    rest("POST", rest!("/reconciliation/job"), Takes::Members, &RECONCILIATION_CREATE, PAGES),
    rest("GET", rest!("/reconciliation/job"), Takes::Nothing, &RECONCILIATION_GET, PAGES),
    // Below /api.
    Route { known: USED, ..api("POST", "/api/session", Takes::Nothing, 201, &SESSION_CREATE) },
    Route { known: USED, ..api("GET", "/api/session", Takes::Nothing, 200, &SESSION_GET) },
    api("DELETE", "/api/session", Takes::Nothing, 204, &SESSION_DELETE),
    api("GET", api!(""), Takes::Nothing, 200, &RECOVERY_GET),
    with(api("POST", api!("/backup"), Takes::Body("piece"), 200, &VALIDATE), "action", "validate"),
    api("POST", api!("/backup/job"), Takes::Body("piece"), 201, &JOB_CREATE),
    api("GET", api!("/backup/job"), Takes::Nothing, 200, &JOB_LIST),
    api("GET", api!("/backup/job/details"), Takes::QueryOf("filter"), 200, &DETAILS_LIST),
    api("GET", api!("/backup/job/{id}"), Takes::Nothing, 200, &JOB_GET),
    with(api("POST", api!("/backup/job/{id}"), Takes::Nothing, 200, &JOB_CANCEL), "action", "cancel"),
    api("GET", api!("/backup/parts"), Takes::Nothing, 200, &PARTS_LIST),
    api("GET", api!("/backup/parts/{id}"), Takes::Nothing, 200, &PARTS_GET),
    api("GET", api!("/backup/schedules"), Takes::Nothing, 200, &SCHEDULES_LIST),
    api("POST", api!("/backup/schedules"), Takes::Members, 204, &SCHEDULES_CREATE),
    api("GET", api!("/backup/schedules/{schedule}"), Takes::Nothing, 200, &SCHEDULES_GET),
    api("PATCH", api!("/backup/schedules/{schedule}"), Takes::Body("spec"), 204, &SCHEDULES_UPDATE),
    api("DELETE", api!("/backup/schedules/{schedule}"), Takes::Nothing, 204, &SCHEDULES_DELETE),
    with(api("POST", api!("/backup/schedules/{schedule}"), Takes::Members, 200, &SCHEDULES_RUN), "action", "run"),
    with(api("POST", api!("/backup/system-name"), Takes::Body("loc_spec"), 200, &SYSTEM_NAMES), "action", "list"),
    with(
        api("POST", api!("/backup/system-name/{system_name}/archives"), Takes::Members, 200, &ARCHIVES_LIST),
        "action",
        "list",
    ),
    with(
        api(
            "POST",
            api!("/backup/system-name/{system_name}/archives/{archive}"),
            Takes::Body("spec"),
            200,
            &ARCHIVES_GET,
        ),
        "action",
        "get",
    ),
    with(api("POST", api!("/restore"), Takes::Body("piece"), 200, &RESTORE_VALIDATE), "action", "validate"),
    with(api("POST", api!("/restore/job"), Takes::Nothing, 200, &RESTORE_CANCEL), "action", "cancel"),
    api("POST", api!("/restore/job"), Takes::Body("piece"), 201, &RESTORE_CREATE),
    api("GET", api!("/restore/job"), Takes::Nothing, 200, &RESTORE_GET),
    api("POST", api!("/reconciliation/job"), Takes::Body("spec"), 201, &RECONCILIATION_CREATE),
    api("GET", api!("/reconciliation/job"), Takes::Nothing, 200, &RECONCILIATION_GET),
];
