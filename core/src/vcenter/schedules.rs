//! Schedules of an appliance's own backups; 6.7 and later. An appliance may allow only one; the one that its console
//! makes is called `default` (seen in clients).
//!
//! <https://developer.broadcom.com/xapis/vsphere-automation-api/latest/appliance/recovery/backup/schedules/>

use super::keyed::Keyed;
use super::location::check_name;
use super::recurrence::{RecurrenceInfo, RetentionInfo};
use super::schedule_spec::{ScheduleSpec, ScheduleUpdate};
use super::{BackupJobStatus, Client};
use crate::Extra;
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// A schedule. Its passwords are never told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Schedule {
    /// Its name, such as `default`; in a list it is the key, of a single one it is what was asked for.
    #[serde(deserialize_with = "crate::lenient::word")]
    pub id: String,
    /// Optional parts that it includes.
    #[serde(deserialize_with = "crate::lenient::list")]
    pub parts: Vec<String>,
    /// URL of the destination.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub location: Option<String>,
    /// User there.
    #[serde(deserialize_with = "crate::lenient::text")]
    pub location_user: Option<String>,
    /// Whether it is on.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub enable: Option<bool>,
    /// When it runs.
    pub recurrence_info: Option<RecurrenceInfo>,
    /// How many backups it keeps; none: all.
    pub retention_info: Option<RetentionInfo>,
    /// Whether the database is backed up the fast way; 8.0 U3 and later.
    #[serde(deserialize_with = "crate::lenient::flag")]
    pub fast_backup: Option<bool>,
    /// Members this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Client {
    /// All schedules.
    ///
    /// # Errors
    /// `Unsupported` when the appliance has no schedules (before 6.7).
    pub fn schedules(&self) -> Result<Vec<Schedule>> {
        let answer = self.ask("vcenter.schedules", |api| Ok(api.get(&["backup", "schedules"])));
        let Keyed(entries) = self.with_schedules(answer)?;
        Ok(entries.into_iter().map(|(id, schedule)| Schedule { id, ..schedule }).collect())
    }

    /// One schedule.
    ///
    /// # Errors
    /// `InvalidArgument` for an id that cannot be one; `NotFound`; as [`Client::schedules`].
    pub fn schedule(&self, id: &str) -> Result<Schedule> {
        const OPERATION: &str = "vcenter.schedule";
        check_schedule(id, OPERATION)?;
        let answer = self.ask(OPERATION, |api| Ok(api.get(&["backup", "schedules", id])));
        self.with_schedules(answer).map(|schedule| Schedule { id: id.to_owned(), ..schedule })
    }

    /// Makes a schedule of that name. It is on, unless the specification says otherwise.
    ///
    /// # Errors
    /// `InvalidArgument` before any request for what cannot work (password policy, location, times), or by the server;
    /// `Conflict` when there is one of that name; as [`Client::schedules`].
    pub fn create_schedule(&self, id: &str, spec: &ScheduleSpec) -> Result<()> {
        const OPERATION: &str = "vcenter.create_schedule";
        check_schedule(id, OPERATION)?;
        spec.check().map_err(|e| e.during(OPERATION))?;
        let answer = self
            .tell(OPERATION, |api| Ok(api.create_schedule(id, spec)?.carries(spec.secrets().into_iter().flatten())));
        self.with_schedules(answer)
    }

    /// Changes what is set in `update`, and leaves the rest.
    ///
    /// # Errors
    /// As [`Client::create_schedule`]; `InvalidArgument` when nothing is set; `NotFound`.
    pub fn update_schedule(&self, id: &str, update: &ScheduleUpdate) -> Result<()> {
        const OPERATION: &str = "vcenter.update_schedule";
        check_schedule(id, OPERATION)?;
        update.check().map_err(|e| e.during(OPERATION))?;
        let answer = self.tell(OPERATION, |api| {
            Ok(api.update_schedule(id, update)?.carries(update.secrets().into_iter().flatten()))
        });
        self.with_schedules(answer)
    }

    /// Deletes a schedule. Its backups stay.
    ///
    /// # Errors
    /// As [`Client::schedule`].
    pub fn delete_schedule(&self, id: &str) -> Result<()> {
        const OPERATION: &str = "vcenter.delete_schedule";
        check_schedule(id, OPERATION)?;
        let answer = self.tell(OPERATION, |api| Ok(api.delete(&["backup", "schedules", id])));
        self.with_schedules(answer)
    }

    /// Starts a backup as the schedule would, now. The answer is its status.
    ///
    /// # Errors
    /// As [`Client::schedule`]; `AlreadyRunning` (`feature_in_use`).
    pub fn run_schedule(&self, id: &str, comment: Option<&str>) -> Result<BackupJobStatus> {
        const OPERATION: &str = "vcenter.run_schedule";
        check_schedule(id, OPERATION)?;
        let answer = self.ask(OPERATION, |api| api.run_schedule(id, comment));
        self.with_schedules(answer)
    }

    fn with_schedules<T>(&self, answer: Result<T>) -> Result<T> {
        answer.map_err(|error| self.lacks_path(error, "schedules", "6.7"))
    }
}

fn check_schedule(id: &str, operation: &'static str) -> Result<()> {
    check_name("schedule", id).map_err(|e: Error| e.during(operation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::vcenter::DayOfWeek;
    use crate::vcenter::stub::{NO_PATH, Stub};
    use serde_json::{Value, json};

    const PASSWORD: &str = "Canary-1-backup";

    fn info() -> Value {
        json!({
            "parts": ["seat"], "location": "sftp://h/d", "location_user": "u", "enable": true, "fast_backup": false,
            "recurrence_info": {"minute": 5, "hour": 23, "days": ["MONDAY"]}, "retention_info": {"max_count": 3}
        })
    }

    #[test]
    fn schedules_are_open() {
        let mut sample = info();
        sample["id"] = json!("default");
        let schedule: Schedule = crate::roundtrip::assert_open(&sample);
        assert!(schedule.extra.is_empty(), "{schedule:?}");
        let recurrence = schedule.recurrence_info.expect("recurrence");
        assert_eq!((recurrence.hour, recurrence.minute), (Some(23), Some(5)));
        assert_eq!((recurrence.days, recurrence.extra.len()), (vec![DayOfWeek::Monday], 0));
    }

    #[test]
    fn a_schedule_has_its_name_in_both_dialects() {
        let list = json!({"value": [{"key": "default", "value": info()}]}).to_string();
        let old = Stub::with_sessions(&["rest"], (200, &list)).client().schedules().expect("schedules");
        let new = Stub::with_sessions(&["api"], (200, &json!({"default": info()}).to_string()));
        assert_eq!(old, new.client().schedules().expect("schedules"));
        let one = Stub::with_sessions(&["api"], (200, &info().to_string())).client();
        assert_eq!(old, [one.schedule("default").expect("schedule")]);
    }

    #[test]
    fn what_changes_is_done_without_a_word() {
        let spec = ScheduleSpec::new("sftp://h/d").encrypted(PASSWORD);
        for (roots, status) in [(&["rest"], 200), (&["api"], 204)] {
            let stub = Stub::with_sessions(roots, (status, ""));
            let client = stub.client();
            client.create_schedule("default", &spec).expect("create");
            client.update_schedule("default", &ScheduleUpdate::new().enable(false)).expect("update");
            client.delete_schedule("default").expect("delete");
            assert!(stub.seen().iter().any(|seen| seen.body.contains(PASSWORD)));
        }
    }

    #[test]
    fn before_6_7_there_are_none() {
        let client = Stub::with_sessions(&["rest"], (404, NO_PATH)).client();
        let spec = ScheduleSpec::new("sftp://h/d");
        let update = ScheduleUpdate::new().enable(true);
        for (error, operation) in [
            (client.schedules().err(), "vcenter.schedules"),
            (client.schedule("a").err(), "vcenter.schedule"),
            (client.create_schedule("a", &spec).err(), "vcenter.create_schedule"),
            (client.update_schedule("a", &update).err(), "vcenter.update_schedule"),
            (client.delete_schedule("a").err(), "vcenter.delete_schedule"),
            (client.run_schedule("a", None).err(), "vcenter.run_schedule"),
            (client.recovery_supported().err(), "vcenter.recovery_supported"),
        ] {
            let error = error.expect(operation);
            assert_eq!((error.kind(), error.operation()), (ErrorKind::Unsupported, operation), "{error}");
            assert!(error.message().contains("/rest") && error.remedy().contains("6.7"), "{error}");
        }
        let missing = r#"{"type":"com.vmware.vapi.std.errors.not_found","value":{"messages":[]}}"#;
        let error = Stub::with_sessions(&["rest"], (404, missing)).client().schedule("a").expect_err("missing");
        assert_eq!(error.kind(), ErrorKind::NotFound);
    }

    #[test]
    fn secrets_that_are_echoed_are_not_shown() {
        let echo =
            format!(r#"{{"error_type":"ERROR","messages":[{{"default_message":"bad {PASSWORD} or pw%40sp"}}]}}"#);
        let client = Stub::with_sessions(&["api"], (500, &echo)).client();
        let spec = ScheduleSpec::new("sftp://h/d").encrypted(PASSWORD).credentials("u", "pw@sp");
        let update = ScheduleUpdate::new().encrypted(PASSWORD).credentials("u", "pw@sp");
        for error in [client.create_schedule("a", &spec), client.update_schedule("a", &update)] {
            let error = error.expect_err("echo");
            assert_eq!(error.vendor_message(), Some("bad *** or ***"), "{error}");
            assert_eq!(error.message(), "bad *** or ***");
        }
        assert!(!format!("{spec:?} {update:?}").contains(PASSWORD));
    }

    #[test]
    fn odd_names_are_refused() {
        let client = Stub::with_sessions(&["api"], (200, "{}")).client();
        for name in ["", " ", "a/b", "a\\b", "..", "-rf", "a\nb"] {
            let error = client.schedule(name).expect_err(name);
            assert_eq!((error.kind(), error.operation()), (ErrorKind::InvalidArgument, "vcenter.schedule"), "{name}");
        }
    }
}
