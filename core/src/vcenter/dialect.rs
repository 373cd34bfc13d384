//! What differs between the two dialects of the API: paths, verbs, wrappers. Everything else asks here.
//!
//! `/rest`: <https://developer.vmware.com/apis/vsphere-automation/v7.0U2-deprecated/appliance/>,
//! `/api`: <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/>.

use super::archives::{ArchiveQuery, stamp};
use super::location::Location;
use super::schedule_spec::{ScheduleSpec, ScheduleUpdate};
use crate::cancel::CancelToken;
use crate::client::Core;
use crate::error::Result;
use crate::request::Request;
use crate::run::named;
use serde::de::DeserializeOwned;
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

named! {
    /// A dialect of the API. An appliance of 7.0 U2 or later serves both.
    pub enum Dialect {
        /// Below `/rest`: every answer is wrapped in `value`. 6.5 and later; deprecated since 7.0 U2.
        Rest = 1 => "rest",
        /// Below `/api`: bare bodies, other verbs. 7.0 U2 and later.
        Api = 2 => "api",
    }
}

/// The three query parameters that carry a location below `/rest`.
type LocationNames = [&'static str; 3];

const LOC_SPEC: LocationNames = ["loc_spec.location", "loc_spec.location_user", "loc_spec.location_password"];
const SPEC: LocationNames = ["spec.location", "spec.location_user", "spec.location_password"];

/// Requests get the name of their operation from the client.
const UNNAMED: &str = "";

impl Dialect {
    /// Why not to build on this dialect any more:
    /// <https://developer.vmware.com/apis/vsphere-automation/v7.0U2-deprecated/appliance/>.
    #[must_use]
    pub const fn deprecation(self) -> Option<&'static str> {
        match self {
            Self::Rest => Some(
                "this version of the API is deprecated: VMware replaced /rest by /api in 7.0 U2; use the dialect api",
            ),
            Self::Api => None,
        }
    }

    /// Where sessions are made and deleted.
    pub(super) const fn session_path(self) -> &'static [&'static str] {
        match self {
            Self::Rest => &["rest", "com", "vmware", "cis", "session"],
            Self::Api => &["api", "session"],
        }
    }

    /// What the server knows of our session. Below `/rest` it is a POST with `~action=get`, by the documentation.
    pub(super) fn session(self) -> Request {
        match self {
            Self::Rest => Request::post(UNNAMED, self.session_path()).query("~action", "get").repeatable(),
            Self::Api => Request::get(UNNAMED, self.session_path()),
        }
    }

    /// `GET …/appliance/recovery/…`
    pub(super) fn get(self, below: &[&str]) -> Request {
        Request::get(UNNAMED, &self.path(below))
    }

    /// `DELETE …/appliance/recovery/…`
    pub(super) fn delete(self, below: &[&str]) -> Request {
        Request::delete(UNNAMED, &self.path(below))
    }

    /// `POST …/appliance/recovery/…`, with the body in `piece` below `/rest`.
    pub(super) fn create(self, below: &[&str], piece: &impl Serialize) -> Result<Request> {
        self.with_body(Request::post(UNNAMED, &self.path(below)), "piece", piece)
    }

    /// `POST …/{action}` below `/rest`, `POST …?action={action}` below `/api`.
    pub(super) fn act(self, below: &[&str], action: &'static str) -> Request {
        match self {
            Self::Rest => Request::post(UNNAMED, &self.path(&[below, &[action]].concat())),
            Self::Api => Request::post(UNNAMED, &self.path(below)).query("action", action),
        }
    }

    /// [`Dialect::act`] that only looks, with the body in `piece` below `/rest`.
    pub(super) fn validate(self, below: &[&str], piece: &impl Serialize) -> Result<Request> {
        self.with_body(self.act(below, "validate").repeatable(), "piece", piece)
    }

    /// The filter is repeated for each id; its name is `filter.jobs` below `/rest`, `jobs` below `/api`.
    pub(super) fn backup_details(self, ids: &[&str]) -> Request {
        let filter = match self {
            Self::Rest => "filter.jobs",
            Self::Api => "jobs",
        };
        ids.iter().fold(self.get(&["backup", "job", "details"]), |request, id| request.query(filter, *id))
    }

    /// Below `/rest` the id stands in the path, below `/api` in the body.
    pub(super) fn create_schedule(self, id: &str, spec: &ScheduleSpec) -> Result<Request> {
        #[derive(Serialize)]
        struct Named<'a> {
            schedule: &'a str,
            spec: &'a ScheduleSpec,
        }
        match self {
            Self::Rest => {
                let post = Request::post(UNNAMED, &self.path(&["backup", "schedules", id]));
                self.with_body(post, "spec", spec)
            }
            Self::Api => {
                Request::post(UNNAMED, &self.path(&["backup", "schedules"])).json(&Named { schedule: id, spec })
            }
        }
    }

    /// `PUT …/schedules/update/{id}` below `/rest`, `PATCH …/schedules/{id}` below `/api`.
    pub(super) fn update_schedule(self, id: &str, update: &ScheduleUpdate) -> Result<Request> {
        let request = match self {
            Self::Rest => Request::put(UNNAMED, &self.path(&["backup", "schedules", "update", id])),
            Self::Api => Request::patch(UNNAMED, &self.path(&["backup", "schedules", id])),
        };
        self.with_body(request, "spec", update)
    }

    /// The same in both dialects.
    pub(super) fn run_schedule(self, id: &str, comment: Option<&str>) -> Result<Request> {
        #[derive(Serialize)]
        struct Run<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            comment: Option<&'a str>,
        }
        let path = self.path(&["backup", "schedules", id]);
        Request::post(UNNAMED, &path).query("action", "run").json(&Run { comment })
    }

    /// Below `/rest` a GET with the location in its query, the password too; below `/api` a POST with a body.
    pub(super) fn system_names(self, at: &Location) -> Result<Request> {
        let below = ["backup", "system-name"];
        match self {
            Self::Rest => Ok(self.located(&below, LOC_SPEC, at)),
            Self::Api => self.look(&below, "list", at),
        }
    }

    /// As [`Dialect::system_names`], with a filter beside the location.
    pub(super) fn archives(self, system_name: &str, at: &Location, query: &ArchiveQuery) -> Result<Request> {
        #[derive(Serialize)]
        struct Filtered<'a> {
            loc_spec: &'a Location,
            filter_spec: &'a ArchiveQuery,
        }
        let below = ["backup", "system-name", system_name, "archives"];
        match self {
            Self::Rest => {
                let request = self
                    .located(&below, LOC_SPEC, at)
                    .query_if("filter_spec.start_timestamp", query.start_timestamp.map(stamp))
                    .query_if("filter_spec.end_timestamp", query.end_timestamp.map(stamp))
                    .query_if("filter_spec.comment_substring", query.comment_substring.as_deref())
                    .query_if("filter_spec.max_results", query.max_results.map(|n| n.to_string()));
                Ok(request)
            }
            Self::Api => self.look(&below, "list", &Filtered { loc_spec: at, filter_spec: query }),
        }
    }

    /// As [`Dialect::system_names`]; the query parameters have another prefix.
    pub(super) fn archive(self, system_name: &str, archive: &str, at: &Location) -> Result<Request> {
        let below = ["backup", "system-name", system_name, "archives", archive];
        match self {
            Self::Rest => Ok(self.located(&below, SPEC, at)),
            Self::Api => self.look(&below, "get", at),
        }
    }

    /// Makes the call and reads the answer, taken out of `value` below `/rest`.
    pub(super) fn read<T: DeserializeOwned>(self, core: &Core, cancel: &CancelToken, request: &Request) -> Result<T> {
        #[derive(Deserialize)]
        struct Wrapped<T> {
            value: T,
        }
        match self {
            Self::Rest => core.read_object::<Wrapped<T>>(cancel, request).map(|wrapped| wrapped.value),
            Self::Api => core.read(cancel, request),
        }
    }

    fn path<'a>(self, below: &[&'a str]) -> Vec<&'a str> {
        let base = [self.name(), "appliance", "recovery"];
        base.into_iter().chain(below.iter().copied()).collect()
    }

    fn with_body(self, request: Request, wrapper: &'static str, body: &impl Serialize) -> Result<Request> {
        match self {
            Self::Rest => request.json(&Wrapper(wrapper, body)),
            Self::Api => request.json(body),
        }
    }

    fn located(self, below: &[&str], names: LocationNames, at: &Location) -> Request {
        let [location, user, password] = names;
        let request = self.get(below).query(location, &at.location).query_if(user, at.location_user.as_deref());
        match &at.location_password {
            Some(secret) => request.hidden(password, secret),
            None => request,
        }
    }

    /// A POST that only looks.
    fn look(self, below: &[&str], action: &'static str, body: &impl Serialize) -> Result<Request> {
        Request::post(UNNAMED, &self.path(below)).query("action", action).repeatable().json(body)
    }
}

/// One body under one name, written at once: a tree in between would keep copies of its secrets.
struct Wrapper<'a, T>(&'static str, &'a T);

impl<T: Serialize> Serialize for Wrapper<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry(self.0, self.1)?;
        map.end()
    }
}

#[cfg(test)]
mod tests;
